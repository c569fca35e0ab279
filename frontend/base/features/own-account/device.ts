const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(?:A|iOS)?\//, "Edge"],
  [/\bOPR\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\b(?:Firefox|FxiOS)\//, "Firefox"],
  [/\b(?:Chrome|CriOS)\//, "Chrome"],
  [/\bVersion\/.*\bSafari\//, "Safari"],
];

const systems: readonly (readonly [RegExp, string])[] = [
  [/\b(?:iPhone|iPad|iPod)\b/, "iOS"],
  [/\bAndroid\b/, "Android"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b/, "macOS"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bLinux\b/, "Linux"],
];

/** Roughly what a session was opened with: `Firefox · Windows`. Undefined where it isn't recognised. */
export function deviceOf(agent: string | null): { readonly name: string; readonly isMobile: boolean } | undefined {
  const found = (known: typeof browsers) => known.find(([form]) => form.test(agent ?? ""))?.[1];
  const parts = [found(browsers), found(systems)].filter((part) => part !== undefined);
  return parts.length > 0
    ? { name: parts.join(" · "), isMobile: /\b(?:Mobile|iPhone|iPad|Android)\b/.test(agent ?? "") }
    : undefined;
}
