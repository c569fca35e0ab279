"use client";
import { useTranslations } from "next-intl";
import { Popover } from "radix-ui";
import type { RefObject } from "react";
import { NotificationList } from "./notification-list";

export interface NotificationPopoverProps {
  /** The bell, which opens and closes it by itself. */
  readonly anchor: RefObject<HTMLButtonElement | null>;
  readonly onClose: () => void;
  readonly onPreferences: () => void;
}

/** The list under the bell. */
export function NotificationPopover({ anchor, onClose, onPreferences }: NotificationPopoverProps) {
  const t = useTranslations("notifications");
  return (
    <Popover.Root open onOpenChange={(open) => !open && onClose()}>
      <Popover.Anchor virtualRef={anchor as RefObject<HTMLButtonElement>} />
      <Popover.Portal>
        <Popover.Content
          className="notifications"
          align="end"
          sideOffset={6}
          collisionPadding={8}
          aria-label={t("title")}
          onInteractOutside={(event) =>
            event.target instanceof Node && anchor.current?.contains(event.target) && event.preventDefault()
          }
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            anchor.current?.focus();
          }}
        >
          <NotificationList onDone={onClose} onPreferences={onPreferences} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
