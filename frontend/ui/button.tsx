import type { ButtonHTMLAttributes, ReactNode, Ref } from "react";

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly tone?: "plain" | "primary" | "ghost" | "lead";
  readonly size?: "normal" | "small";
  readonly square?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function Button({
  tone = "plain",
  size = "normal",
  square = false,
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
  return <button type={type} className={classes.filter(Boolean).join(" ")} {...rest} />;
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
