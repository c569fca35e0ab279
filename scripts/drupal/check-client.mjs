/** What the checks of a running Drupal need of a browser and of an API client. */

function cookieOf(response) {
  return response.headers
    .getSetCookie()
    .map((value) => value.split(";")[0])
    .join("; ");
}

const decode = (text) =>
  text.replaceAll(/&(amp|lt|gt|quot|#0?39);/g, (_, name) => ({ amp: "&", lt: "<", gt: ">", quot: '"' })[name] ?? "'");
const attribute = (tag, name) => {
  const match = new RegExp(`\\s${name}="([^"]*)"`).exec(tag);
  return match ? decode(match[1]) : undefined;
};

/** A session that fills in forms. */
export class Browser {
  constructor(base, cookie) {
    this.base = base;
    this.cookie = cookie;
  }

  static async signIn(base, name, pass) {
    const response = await fetch(`${base}/user/login?_format=json`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ name, pass }),
    });
    if (!response.ok) throw new Error(`Sign-in as ${name} was refused (${response.status}).`);
    return new Browser(base, cookieOf(response));
  }

  async get(path) {
    const response = await fetch(new URL(path, this.base), { headers: { Cookie: this.cookie } });
    return new Page(this, response.url, response.status, await response.text());
  }

  async post(url, fields) {
    let response = await fetch(url, {
      method: "POST",
      headers: { Cookie: this.cookie },
      body: fields,
      redirect: "manual",
    });
    while (response.status >= 300 && response.status < 400) {
      response = await fetch(new URL(response.headers.get("location"), url), {
        headers: { Cookie: this.cookie },
        redirect: "manual",
      });
    }
    return new Page(this, response.url, response.status, await response.text());
  }
}

class Page {
  constructor(browser, url, status, html) {
    Object.assign(this, { browser, url, status, html });
  }

  /** What the page says was wrong or right. */
  get messages() {
    return [...this.html.matchAll(/<div[^>]*class="messages__content"[^>]*>([\s\S]*?)<\/div>/g)].map((match) =>
      decode(match[1].replaceAll(/<[^>]*>/g, " "))
        .replaceAll(/\s+/g, " ")
        .trim(),
    );
  }

  /** Where the first link leads whose address contains that. */
  link(part) {
    return [...this.html.matchAll(/<a\s[^>]*>/g)]
      .map(([tag]) => attribute(tag, "href"))
      .find((href) => href?.includes(part));
  }

  /** The form whose id starts with that. */
  form(id) {
    for (const [text] of this.html.matchAll(/<form[\s\S]*?<\/form>/g)) {
      const tag = /<form[^>]*>/.exec(text)[0];
      if ((attribute(tag, "id") ?? "").startsWith(id)) return new Form(this, tag, text);
    }
    throw new Error(
      `${this.url} (${this.status}) has no form ${id}: ${
        this.messages.join(" ") ||
        this.html
          .replaceAll(/<[^>]*>/g, " ")
          .replaceAll(/\s+/g, " ")
          .slice(0, 300)
      }`,
    );
  }
}

class Form {
  constructor(page, tag, text) {
    this.page = page;
    this.action = new URL(attribute(tag, "action") ?? page.url, page.url);
    this.text = text;
  }

  /** The values that the page filled in. */
  values() {
    const values = new Map();
    for (const [tag] of this.text.matchAll(/<input[^>]*>/g)) {
      const [type, name] = [attribute(tag, "type"), attribute(tag, "name")];
      if (
        !name ||
        type === "submit" ||
        type === "file" ||
        (["checkbox", "radio"].includes(type) && !/\schecked/.test(tag))
      )
        continue;
      values.set(name, attribute(tag, "value") ?? "");
    }
    for (const [, tag, text] of this.text.matchAll(/(<textarea[^>]*>)([\s\S]*?)<\/textarea>/g))
      values.set(attribute(tag, "name"), decode(text).replace(/^\n/, ""));
    for (const [, tag, text] of this.text.matchAll(/(<select[^>]*>)([\s\S]*?)<\/select>/g)) {
      const chosen = [...text.matchAll(/<option[^>]*>/g)].map(([option]) => option);
      const selected =
        chosen.find((option) => /\sselected/.test(option)) ?? (/\smultiple/.test(tag) ? undefined : chosen[0]);
      if (selected && attribute(tag, "name")) values.set(attribute(tag, "name"), attribute(selected, "value") ?? "");
    }
    return values;
  }

  /** Whether the form has a field of that name. */
  has(name) {
    return this.text.includes(` name="${name}"`);
  }

  /** Presses the button with that text, or with one of those texts. */
  async submit(changes, names) {
    const tags = [...this.text.matchAll(/<(?:input|button)[^>]*type="submit"[^>]*>/g)].map(([text]) => text);
    const tag = tags.find((text) => [names].flat().includes(attribute(text, "value")));
    if (!tag) throw new Error(`${this.page.url} has no button ${names}.`);
    const values = this.values();
    for (const [name, value] of Object.entries(changes)) value === null ? values.delete(name) : values.set(name, value);
    values.set(attribute(tag, "name"), attribute(tag, "value"));
    return this.page.browser.post(this.action, new URLSearchParams([...values]));
  }
}

/** A session that speaks JSON:API. */
export class JsonApi {
  constructor(base, headers) {
    this.base = base;
    this.headers = headers;
  }

  static async signIn(base, name, pass) {
    const response = await fetch(`${base}/user/login?_format=json`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ name, pass }),
    });
    if (!response.ok) throw new Error(`Sign-in as ${name} was refused (${response.status}).`);
    return new JsonApi(base, { Cookie: cookieOf(response), "X-CSRF-Token": (await response.json()).csrf_token });
  }

  async send(method, path, document) {
    const response = await fetch(new URL(path, this.base), {
      method,
      headers: { ...this.headers, ...(document ? { "Content-Type": "application/vnd.api+json" } : {}) },
      body: document ? JSON.stringify(document) : undefined,
    });
    const text = await response.text();
    return { status: response.status, body: text.startsWith("{") ? JSON.parse(text) : {} };
  }
}
