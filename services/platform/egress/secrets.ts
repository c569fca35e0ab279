const cover = "••••";

/** Takes secrets out of a text, as they are and as they stand in addresses, forms and headers. Short ones would take half of it along: they are covered as whole words. */
export class Secrets {
  readonly #forms: readonly string[];

  constructor(secrets: readonly string[]) {
    const forms = secrets
      .filter((secret) => secret !== "")
      .flatMap((secret) => [
        secret,
        encodeURIComponent(secret),
        new URLSearchParams({ s: secret }).toString().slice(2),
        JSON.stringify(secret).slice(1, -1),
        Buffer.from(secret).toString("base64"),
        Buffer.from(secret).toString("base64url"),
      ]);
    this.#forms = [...new Set(forms)].sort((a, b) => b.length - a.length);
  }

  cover(text: string): string {
    return this.#forms.reduce(
      (covered, form) =>
        form.length < 4
          ? covered.replace(new RegExp(`(?<![\\w])${escaped(form)}(?![\\w])`, "g"), cover)
          : covered.replaceAll(form, cover),
      text,
    );
  }
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
