"use client";

/**
 * Texts this browser keeps for one person until they are on the server: edits that could not be sent, and what is being typed. One entry per
 * key, so that tabs don't overwrite each other's; never given to another person who signs in here.
 */
class Kept {
  constructor(private readonly kind: "edit" | "draft") {}

  set(key: string, value: unknown): void {
    try {
      localStorage.setItem(this.prefix() + key, JSON.stringify(value));
    } catch {
      // No storage or no room: the page itself still holds it.
    }
  }

  get(key: string): unknown {
    try {
      return JSON.parse(localStorage.getItem(this.prefix() + key) ?? "null");
    } catch {
      return null;
    }
  }

  remove(key: string): void {
    if (typeof localStorage !== "undefined") localStorage.removeItem(this.prefix() + key);
  }

  all(): unknown[] {
    const prefix = this.prefix();
    return Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index))
      .filter((name) => name?.startsWith(prefix))
      .map((name) => this.get(name?.slice(prefix.length) ?? ""));
  }

  private prefix(): string {
    return `sw/${keeper}/${this.kind}/`;
  }
}

let keeper = "";

/** Says whose texts these are; before anything is read or kept. */
export function keepFor(viewerId: string): void {
  keeper = viewerId;
}

export const keptEdits = new Kept("edit");
export const keptDrafts = new Kept("draft");
