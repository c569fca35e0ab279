/** Names of three letters that are zones of the IANA data base; the other ones that this runtime knows are abbreviations of its own. */
const short = new Set(["CET", "EET", "EST", "GMT", "HST", "MET", "MST", "PRC", "ROC", "ROK", "UCT", "UTC", "WET"]);
const shape = /^[A-Z][A-Za-z0-9_+-]*(\/[A-Z][A-Za-z0-9_+-]*)*$/;

/** Whether the text names a time zone, older names such as `US/Eastern` among them. */
export function isTimeZone(text: string): boolean {
  if (!shape.test(text) || text.startsWith("SystemV/") || (/^[A-Z]{3}$/.test(text) && !short.has(text))) return false;
  try {
    const { timeZone } = new Intl.DateTimeFormat("en", { timeZone: text }).resolvedOptions();
    // Names are exact; the runtime would take them in any case.
    return timeZone === text || timeZone.toLowerCase() !== text.toLowerCase();
  } catch {
    return false;
  }
}
