"use client";

const kept = 8;

/** Ids alone: what they are called is asked of the backend, which knows what this person may still see. */
const place = (userId: string): string => `sw_recent_accounts/${userId}`;

/** The accounts this person opened last in this browser, the newest first. */
export function recentAccounts(userId: string): string[] {
  try {
    const ids: unknown = JSON.parse(localStorage.getItem(place(userId)) ?? "[]");
    return Array.isArray(ids) ? ids.filter((id) => typeof id === "string").slice(0, kept) : [];
  } catch {
    return [];
  }
}

/** Keeps that an account was opened; a browser that keeps nothing remembers none. */
export function rememberAccount(userId: string, id: string): void {
  try {
    const ids = [id, ...recentAccounts(userId).filter((other) => other !== id)].slice(0, kept);
    localStorage.setItem(place(userId), JSON.stringify(ids));
  } catch {
    // Nothing depends on it.
  }
}
