import type { ReactNode } from "react";
import { plain } from "@/base/format/plain-text";

/** Marks what was typed where it is found; a number is found however it is spaced. */
export function highlight(text: string, typed: string): ReactNode {
  const folded = plain(text);
  // Folding can change the length of a text; then nothing is marked rather than the wrong letters.
  if (folded.length !== text.length) return text;
  // The groups of a number mean nothing by themselves.
  const words = /^[+\d\s.()/-]+$/.test(typed) ? [typed] : [typed, ...typed.split(/\s+/)];
  for (const word of words.filter((one) => one.length >= 2)) {
    const pattern = /^[+\d\s.()/-]+$/.test(word)
      ? word
          .replace(/\D/g, "")
          .replace(/^(0033|33|0)/, "")
          .split("")
          .join("[\\s\\u00a0.]*")
      : plain(word).replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    const found = pattern ? new RegExp(pattern).exec(folded) : null;
    if (!found || found[0].length < 2) continue;
    const end = found.index + found[0].length;
    return (
      <>
        {text.slice(0, found.index)}
        <mark>{text.slice(found.index, end)}</mark>
        {text.slice(end)}
      </>
    );
  }
  return text;
}
