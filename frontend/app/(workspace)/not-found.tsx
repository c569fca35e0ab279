import { getTranslations } from "next-intl/server";
import Link from "next/link";

/** An address below which there is nothing, for who is signed in: within the frame and the colours of their brand. */
export default async function NotFound() {
  const t = await getTranslations("shell");
  return (
    <main className="centre" id="zone-centre">
      <div className="empty" style={{ margin: "auto" }}>
        <h1>{t("notFoundTitle")}</h1>
        <p className="soft">{t("notFoundHelp")}</p>
        <Link className="button primary" href="/accounts" prefetch={false}>
          {t("toHome")}
        </Link>
      </div>
    </main>
  );
}
