import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { IconButton } from "./button";

interface DialogProps {
  readonly open: boolean;
  readonly title: string;
  readonly description?: string;
  readonly closeLabel: string;
  readonly narrow?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
}

/** The first thing to fill in, rather than the button that closes. */
function focusFirstField(event: Event) {
  const content = event.currentTarget;
  const first = content instanceof HTMLElement ? content.querySelector<HTMLElement>(".dialog-body :is(select, input, textarea, button):not([tabindex='-1'], :disabled)") : null;
  if (!first) return;
  event.preventDefault();
  first.focus();
}

/** Keeps focus inside and gives it back to what opened it. */
export function Dialog({ open, title, description, closeLabel, narrow = false, onClose, children, footer }: DialogProps) {
  return (
    <Radix.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="scrim" />
        <Radix.Content className={narrow ? "dialog narrow" : "dialog"} onOpenAutoFocus={focusFirstField} {...(description ? {} : { "aria-describedby": undefined })}>
          <header className="dialog-head">
            <div className="grow">
              <Radix.Title asChild>
                <h2>{title}</h2>
              </Radix.Title>
              {description && (
                <Radix.Description asChild>
                  <p className="quiet">{description}</p>
                </Radix.Description>
              )}
            </div>
            <IconButton label={closeLabel} onClick={onClose}>
              <X className="icon" aria-hidden />
            </IconButton>
          </header>
          <div className="dialog-body">{children}</div>
          {footer && <footer className="dialog-foot">{footer}</footer>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
