"use client";
import { useTranslations } from "next-intl";
import { PasswordSection } from "./password-section";
import { SessionsSection } from "./sessions-section";
import "./own-account.css";

/** What is a person's own about signing in: the password, and where they are signed in. */
export function OwnAccountPage() {
  const t = useTranslations("ownAccount");
  return (
    <div className="columns no-list">
      <main className="centre" id="zone-centre" data-zone="centre">
        <div className="centre-scroll own-account">
          <h1>{t("title")}</h1>
          <PasswordSection />
          <SessionsSection />
        </div>
      </main>
    </div>
  );
}
