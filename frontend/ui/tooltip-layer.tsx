"use client";
import { Tooltip } from "radix-ui";
import type { ShownTooltip } from "./tooltips";

/** The tooltip itself, beside whatever is at `rect`. */
export function TooltipLayer({ text, rect }: ShownTooltip) {
  return (
    <Tooltip.Provider>
      <Tooltip.Root open key={`${rect.left},${rect.top}`}>
        <Tooltip.Trigger asChild>
          <span aria-hidden style={{ position: "fixed", left: rect.left, top: rect.top, width: rect.width, height: rect.height, pointerEvents: "none" }} />
        </Tooltip.Trigger>
        <Tooltip.Portal>
          <Tooltip.Content className="tooltip" sideOffset={4}>
            {text}
          </Tooltip.Content>
        </Tooltip.Portal>
      </Tooltip.Root>
    </Tooltip.Provider>
  );
}
