"use client";
import { BellRing, Languages, LogOut, MoonStar, UserRound } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { DropdownMenu } from "radix-ui";
import type { RefObject } from "react";
import { apiClient } from "@/base/api/browser";
import { useCan, useViewer } from "@/base/viewer/viewer";

export interface UserMenuItemsProps {
  /** What opens and closes the menu by itself. */
  readonly button: RefObject<HTMLButtonElement | null>;
  readonly onClose: () => void;
  readonly onLanguage: () => void;
  readonly onTheme: () => void;
}

/** The person's menu, under the button with their name. */
export function UserMenuItems({ button, onClose, onLanguage, onTheme }: UserMenuItemsProps) {
  const t = useTranslations("shell");
  const viewer = useViewer();
  const can = useCan();
  const router = useRouter();
  const signOut = async () => {
    await apiClient.base.session.signOut.mutate();
    window.location.assign("/login");
  };
  return (
    <DropdownMenu.Root open modal={false} onOpenChange={(open) => !open && onClose()}>
      <DropdownMenu.Trigger asChild>
        <span className="menu-anchor" aria-hidden />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className="menu"
          align="end"
          sideOffset={6}
          aria-labelledby={undefined}
          aria-label={t("userMenu", { name: viewer.name })}
          onInteractOutside={(event) =>
            event.target instanceof Node && button.current?.contains(event.target) && event.preventDefault()
          }
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            button.current?.focus();
          }}
        >
          <DropdownMenu.Label className="menu-label">
            {[viewer.name, viewer.brand?.name].filter(Boolean).join(" · ")}
          </DropdownMenu.Label>
          <DropdownMenu.Item className="menu-item" onSelect={() => router.push("/my-account")}>
            <UserRound className="icon small" aria-hidden /> {t("ownAccount")}
          </DropdownMenu.Item>
          {can("edit sw_subscription") && (
            <DropdownMenu.Item
              className="menu-item"
              onSelect={() => window.dispatchEvent(new Event("sw:notification-preferences"))}
            >
              <BellRing className="icon small" aria-hidden /> {t("notificationPreferences")}
            </DropdownMenu.Item>
          )}
          <DropdownMenu.Item className="menu-item" onSelect={onLanguage}>
            <Languages className="icon small" aria-hidden /> {t("otherLanguage")}
          </DropdownMenu.Item>
          <DropdownMenu.Item className="menu-item" onSelect={onTheme}>
            <MoonStar className="icon small" aria-hidden /> {t("theme")}
          </DropdownMenu.Item>
          <DropdownMenu.Separator className="menu-separator" />
          <DropdownMenu.Item className="menu-item" onSelect={() => void signOut()}>
            <LogOut className="icon small" aria-hidden /> {t("signOut")}
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
