import { getRequestConfig } from "next-intl/server";
import { cookies } from "next/headers";

/** French unless the person chose English. */
export default getRequestConfig(async () => {
  const locale = (await cookies()).get("sw_locale")?.value === "en" ? "en" : "fr";
  const messages = locale === "en" ? await import("../messages/en.json") : await import("../messages/fr.json");
  return { locale, messages: messages.default, timeZone: "Europe/Paris" };
});
