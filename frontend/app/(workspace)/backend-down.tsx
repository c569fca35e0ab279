import { getTranslations } from "next-intl/server";

export async function BackendDown() {
  const t = await getTranslations("shell");
  return (
    <main className="login">
      <div className="login-card" role="alert">
        <h1>{t("downTitle")}</h1>
        <p className="soft">{t("downHelp")}</p>
        <a className="button primary" href="/accounts">
          {t("retry")}
        </a>
      </div>
    </main>
  );
}
