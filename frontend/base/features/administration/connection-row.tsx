"use client";
import { FlaskConical } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useFormat } from "@/base/format/format";
import { usePanels } from "@/base/panels/use-panels";
import { Button } from "@/ui/button";
import { ConnectionStateTag } from "./connection-state-tag";
import { TestResult } from "./test-result";
import { useConnectionTest } from "./use-connection-test";
import { type KnownConnection, useConnectionPurpose, useConnectionState } from "./use-connection-state";

/** A connection among the others; all about it is in its panel. */
export function ConnectionRow({ connection }: { readonly connection: KnownConnection }) {
  const t = useTranslations("administration.connections");
  const format = useFormat();
  const { open, isOpen } = usePanels();
  const { test, isTesting, tested } = useConnectionTest();
  const locale = useLocale();
  const { id, capability, party, label, isSimulator, isFolder, abilities, lastCall } = connection;
  const purpose = useConnectionPurpose();
  const state = useConnectionState()(connection);
  const isShown = isOpen("connection", id);
  return (
    <li className={["connection", isSimulator && "simulated", isShown && "open"].filter(Boolean).join(" ")}>
      <span className="connection-mark" aria-hidden>
        {label.slice(0, 2)}
      </span>
      <div className="connection-name">
        <button type="button" aria-expanded={isShown} onClick={() => void open({ kind: "connection", id })}>
          {label}
        </button>
        <small>{purpose(connection)}</small>
      </div>
      <div>
        <p className="connection-tags">
          <ConnectionStateTag state={state} />
          {isSimulator && (
            <span className="tag note">
              <FlaskConical className="icon small" aria-hidden /> {t("simulator")}
            </span>
          )}
        </p>
        <small>{state.text}</small>
      </div>
      <div className="connection-abilities">
        <span>{t("can")}</span>
        <small>{format.list(abilities.map((ability) => ability[locale]))}</small>
      </div>
      <div>
        <span>{t(isFolder ? "byFiles" : "lastCall")}</span>
        {!isFolder && <small>{lastCall ? format.moment(lastCall.at) : t("noCall")}</small>}
      </div>
      <div className="connection-actions">
        <Button
          size="small"
          aria-label={t("testOf", { name: label })}
          working={isTesting}
          onClick={() => test({ capability, party })}
        >
          {t("test")}
        </Button>
      </div>
      {tested && <TestResult tested={tested} className="connection-result" />}
    </li>
  );
}
