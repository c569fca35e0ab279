import type { ButtonHTMLAttributes, ReactNode, Ref } from "react";
import { whileWorking } from "./while-working";

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly tone?: "plain" | "primary" | "ghost" | "lead";
  readonly size?: "normal" | "small";
  readonly square?: boolean;
  /** What it started isn't over: it keeps the focus and takes no second press. */
  readonly working?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function Button({
  tone = "plain",
  size = "normal",
  square = false,
  working = false,
  className = "",
  type = "button",
  ...rest
}: ButtonProps) {
  const classes = [
    "button",
    tone === "plain" ? "" : tone,
    size === "small" ? "small" : "",
    square ? "square" : "",
    className,
  ];
  return <button type={type} className={classes.filter(Boolean).join(" ")} {...rest} {...whileWorking(working)} />;
}

/** A button that shows only an icon: it always has a name and a tooltip. */
export function IconButton({
  label,
  children,
  ...rest
}: Omit<ButtonProps, "aria-label" | "square"> & { readonly label: string; readonly children: ReactNode }) {
  return (
    <Button tone="ghost" size="small" square aria-label={label} data-tooltip={label} {...rest}>
      {children}
    </Button>
  );
}
