"use client";

/** The language this browser reads the console in, for a year. Over HTTPS it goes over HTTPS only, as every cookie here. */
export function keepLanguage(language: "fr" | "en"): void {
  const secure = location.protocol === "https:" ? "; secure" : "";
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every supported browser
  document.cookie = `sw_locale=${language}; path=/; max-age=31536000; samesite=lax${secure}`;
}
