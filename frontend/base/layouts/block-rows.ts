import type { ScreenBlock } from "@/base/extension-points/define-vertical";

/** Cards that follow each other share a row. */
export function rowsOf<Block extends ScreenBlock>(blocks: readonly Block[]): Block[][] {
  const rows: Block[][] = [];
  for (const block of blocks) {
    const last = rows.at(-1);
    if (block.size === "card" && last?.[0]?.size === "card") last.push(block);
    else rows.push([block]);
  }
  return rows;
}
