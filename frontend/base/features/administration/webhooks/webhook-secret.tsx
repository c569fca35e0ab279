"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Copied } from "../copied";

interface WebhookSecretProps {
  readonly secret: string;
  /** There was one before, which signs beside it for a day. */
  readonly isAnother: boolean;
  readonly onClose: () => void;
}

/** What messages are signed with, shown when it is made and never again. */
export function WebhookSecret({ secret, isAnother, onClose }: WebhookSecretProps) {
  const t = useTranslations("administration.webhooks");
  return (
    <Dialog
      open
      narrow
      title={t("secretTitle")}
      closeLabel={t("close")}
      onClose={onClose}
      footer={
        <>
          <span className="grow" />
          <Button tone="primary" onClick={onClose}>
            {t("copied")}
          </Button>
        </>
      }
    >
      <dl className="connection-webhook webhook-secret">
        <Copied label={t("secret")} value={secret} note={t(isAnother ? "onceMore" : "once")} />
      </dl>
      <p className="quiet">{t("verifyHelp")}</p>
    </Dialog>
  );
}
