"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";

/** The mail as it will arrive. The frame runs no script and follows no link. */
export function MailPreview({
  mail,
}: {
  mail: { readonly subject: string; readonly text: string; readonly html: string };
}) {
  const t = useTranslations("administration.mail");
  const [asText, setAsText] = useState(false);
  return (
    <section className="mail-preview" aria-label={t("preview")}>
      <div className="chips">
        {[false, true].map((text) => (
          <button
            key={String(text)}
            type="button"
            className="chip"
            aria-pressed={asText === text}
            onClick={() => setAsText(text)}
          >
            {t(text ? "asText" : "asHtml")}
          </button>
        ))}
      </div>
      <p className="mail-subject">{mail.subject}</p>
      {asText ? <pre>{mail.text}</pre> : <iframe title={t("previewOf")} sandbox="" srcDoc={mail.html} tabIndex={-1} />}
    </section>
  );
}
