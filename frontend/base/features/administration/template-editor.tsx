"use client";
import { useRefusal } from "@/base/format/use-refusal";
import { type MailTemplate, unknownPlaceholders } from "@softwhere/services/base/notifications/contract";
import { RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { toast } from "@/ui/toast";
import { api, apiClient, queryClient } from "@/base/api/browser";
import { Button } from "@/ui/button";
import { MailPreview } from "./mail-preview";
import { type MailKind, useMailOf } from "./mail-of-kind";
import type { OwnTemplate } from "./mail-templates-server";

interface TemplateEditorProps {
  readonly kind: MailKind;
  readonly locale: "fr" | "en";
  readonly own: OwnTemplate | undefined;
  readonly brand: { readonly name: string; readonly primaryColor: string | null };
  readonly onDirty: (dirty: boolean) => void;
}

/** Subject and text of one event's mail in one language, and what comes of them. */
export function TemplateEditor({ kind, locale, own, brand, onDirty }: TemplateEditorProps) {
  const t = useTranslations("administration.mail");
  const refusal = useRefusal();
  const { standard, placeholders, nameOf, lacksLink, render } = useMailOf(kind, locale, brand);
  const [id] = useState(() => own?.id ?? crypto.randomUUID());
  const [draft, setDraft] = useState<MailTemplate>(() => own ?? standard);
  const [problem, setProblem] = useState("");
  const [sending, setSending] = useState(false);
  const focused = useRef<HTMLInputElement | HTMLTextAreaElement | null>(null);
  const set = (change: Partial<MailTemplate>) => {
    setDraft({ ...draft, ...change });
    onDirty(true);
  };
  const unknown = unknownPlaceholders(`${draft.subject}\n${draft.body}`, placeholders);
  const textLacks =
    unknown.length > 0
      ? t("unknown", { count: unknown.length, names: unknown.join(", ") })
      : lacksLink(draft)
        ? t("linkless", { link: "{link}" })
        : "";
  const refresh = async () => {
    onDirty(false);
    await queryClient.invalidateQueries(api.administration.mailTemplates.pathFilter());
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (textLacks || !draft.subject.trim() || !draft.body.trim()) return setProblem(textLacks || t("empty"));
    setSending(true);
    setProblem("");
    try {
      const result = await apiClient.base.administration.mailTemplates.save.mutate({
        id,
        version: own?.version ?? null,
        kind: kind.name,
        locale,
        subject: draft.subject,
        body: draft.body,
      });
      if (result.kind === "saved") {
        toast.success(t("saved"));
        await refresh();
      } else
        setProblem(
          result.kind === "unknown"
            ? t("unknown", { count: result.names.length, names: result.names.join(", ") })
            : result.kind === "linkless"
              ? t("linkless", { link: "{link}" })
              : `${t("refused")} ${refusal(result.detail)}`,
        );
    } catch {
      setProblem(t("failed"));
    }
    setSending(false);
  };
  const reset = async () => {
    if (!own) return;
    setSending(true);
    try {
      await apiClient.base.administration.mailTemplates.reset.mutate({ id: own.id });
      toast.success(t("resetDone"));
      await refresh();
    } catch {
      setProblem(t("failed"));
    }
    setSending(false);
  };
  /** Into the field the cursor was in last, where it was. */
  const insert = (name: string) => {
    const field = focused.current;
    const member = field?.name === "subject" ? "subject" : "body";
    const at = field?.selectionStart ?? draft[member].length;
    set({ [member]: `${draft[member].slice(0, at)}{${name}}${draft[member].slice(field?.selectionEnd ?? at)}` });
    field?.focus();
  };
  return (
    <div className="mail-editor">
      <form className="form" onSubmit={(event) => void submit(event)}>
        <p>
          <span className={own ? "tag note" : "tag"}>{own ? t("ownState") : t("standard")}</span>
        </p>
        <label className="field-label">
          {t("subject")}
          <input
            className="input"
            name="subject"
            maxLength={200}
            value={draft.subject}
            onFocus={(event) => {
              focused.current = event.target;
            }}
            onChange={(event) => set({ subject: event.target.value })}
          />
        </label>
        <label className="field-label">
          {t("body")}
          <textarea
            className="input mail-body"
            name="body"
            rows={10}
            maxLength={10_000}
            value={draft.body}
            onFocus={(event) => {
              focused.current = event.target;
            }}
            onChange={(event) => set({ body: event.target.value })}
          />
        </label>
        {(textLacks || problem) && (
          <p className="notice bad" role="alert">
            {textLacks || problem}
          </p>
        )}
        <fieldset className="form-field">
          <legend className="form-label">{t("placeholders")}</legend>
          <div className="mail-placeholders">
            {placeholders.map((name) => (
              <button
                key={name}
                type="button"
                className="chip"
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => insert(name)}
              >
                <code>{`{${name}}`}</code> {nameOf(name)}
              </button>
            ))}
          </div>
        </fieldset>
        <div className="mail-actions">
          {own && (
            <Button working={sending} onClick={() => void reset()}>
              <RotateCcw className="icon small" aria-hidden /> {t("reset")}
            </Button>
          )}
          <span className="grow" />
          <Button tone="primary" type="submit" working={sending} disabled={textLacks !== ""}>
            {t("save")}
          </Button>
        </div>
      </form>
      <MailPreview mail={render(draft)} />
    </div>
  );
}
