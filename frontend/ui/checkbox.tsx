import { Check, Minus } from "lucide-react";
import { Checkbox as Radix } from "radix-ui";
import type { MouseEvent } from "react";

interface CheckboxProps {
  readonly checked: boolean | "mixed";
  readonly label: string;
  readonly disabled?: boolean;
  readonly tabIndex?: number;
  /** The click itself, because Shift extends a range. */
  readonly onClick: (event: MouseEvent) => void;
}

export function Checkbox({ checked, label, disabled, tabIndex, onClick }: CheckboxProps) {
  return (
    <Radix.Root
      className="checkbox"
      checked={checked === "mixed" ? "indeterminate" : checked}
      disabled={disabled}
      tabIndex={tabIndex}
      aria-label={label}
      onClick={onClick}
    >
      <Radix.Indicator>{checked === "mixed" ? <Minus aria-hidden /> : <Check aria-hidden />}</Radix.Indicator>
    </Radix.Root>
  );
}
