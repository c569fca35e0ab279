import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import { type KeyboardEvent, type ReactNode, useRef } from "react";
import { IconButton } from "./button";
import { giveFocusBack, keyboardOwner } from "./focus";

interface DialogProps {
  readonly open: boolean;
  readonly title: string;
  readonly description?: string;
  readonly closeLabel: string;
  readonly narrow?: boolean;
  /** As large as the screen allows. */
  readonly full?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
}

/** The first thing to fill in, rather than the button that closes; the dialog itself where there is nothing. */
function focusFirstField(event: Event) {
  const content = event.currentTarget;
  if (!(content instanceof HTMLElement)) return;
  event.preventDefault();
  (
    content.querySelector<HTMLElement>(
      ".dialog-body :is(select, input, textarea, button):not([tabindex='-1'], :disabled)",
    ) ?? content
  ).focus();
}

/** Ctrl+Enter presses the button that carries the dialog on, from wherever the keyboard is in it. */
function confirmByKey(event: KeyboardEvent<HTMLElement>) {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.repeat) return;
  const confirm = event.currentTarget.querySelector<HTMLElement>(".dialog-foot .button.primary:not(:disabled)");
  if (!confirm) return;
  event.preventDefault();
  confirm.click();
}

/** Keeps focus inside and gives it back to what opened it. */
export function Dialog({
  open,
  title,
  description,
  closeLabel,
  narrow = false,
  full = false,
  onClose,
  children,
  footer,
}: DialogProps) {
  const opener = useRef<Element | null>(null);
  return (
    <Radix.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="scrim" />
        <Radix.Content
          className={narrow ? "dialog narrow" : full ? "dialog full" : "dialog"}
          onOpenAutoFocus={(event) => {
            opener.current = keyboardOwner();
            focusFirstField(event);
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            giveFocusBack(opener.current);
          }}
          onKeyDown={confirmByKey}
          {...(description ? {} : { "aria-describedby": undefined })}
        >
          <div className="dialog-head">
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
          </div>
          <div className="dialog-body">{children}</div>
          {footer && <div className="dialog-foot">{footer}</div>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
