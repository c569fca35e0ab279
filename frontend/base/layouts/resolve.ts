import type { ScreenBlock } from "@/base/extension-points/define-vertical";

/** What a brand settled for a role; a role without an entry has the platform's layout. */
export type RoleLayouts = Readonly<Record<string, readonly string[]>>;

/** The blocks a role sees unless its brand says otherwise, in their usual order. */
export function standardLayout(blocks: readonly ScreenBlock[], role: string): string[] {
  return [...blocks]
    .sort((a, b) => a.rank - b.rank)
    .filter((block) => block.roles === "everyone" || block.roles.includes(role))
    .map((block) => block.name);
}

/**
 * The blocks of a person. Someone with several roles sees what any of them shows, in the order of the first role that shows it. Names that no
 * block has any more are passed over; what a block needs a permission for stays with those who hold it.
 */
export function layoutOf<Block extends ScreenBlock>(
  blocks: readonly Block[],
  roles: readonly string[],
  own: RoleLayouts,
  can: (permission: string) => boolean,
): Block[] {
  const names = new Set((roles.length > 0 ? roles : [""]).flatMap((role) => own[role] ?? standardLayout(blocks, role)));
  return [...names]
    .flatMap((name) => blocks.find((block) => block.name === name) ?? [])
    .filter((block) => !block.permission || can(block.permission));
}
