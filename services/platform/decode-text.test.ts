import { expect, it } from "vitest";
import { decodeText } from "./decode-text.ts";

const bytes = (...parts: (string | number[])[]) =>
  new Uint8Array(
    Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : Buffer.from(part)))),
  );
const latin = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));

it("case 10: a byte that is no UTF-8 is read alone, the rest stays what it is", () => {
  expect(decodeText(bytes("Code client;Nom\nSW-1;Été\nSW-1;Caf", [0xe9], "\n"))).toBe(
    "Code client;Nom\nSW-1;Été\nSW-1;Café\n",
  );
  expect(decodeText(bytes("L’Œuvre ", [0x80], " 5 €"))).toBe("L’Œuvre € 5 €");
  // Cut within a character, and a byte that never begins one.
  expect(decodeText(bytes("Fête ", [0xc3], "; ", [0xc0]))).toBe("Fête Ã; À");
});

it("reads Windows-1252 as before, even where two of its signs could be one of UTF-8", () => {
  expect(decodeText(latin("Soci\xe9t\xe9;V\n\xc9t\xe9;1"))).toBe("Société;V\nÉté;1");
  expect(decodeText(latin("TERMIN\xc9\xa0! d\xe9j\xe0 cr\xe9\xe9"))).toBe("TERMINÉ\u00a0! déjà créé");
});

it("case 11: the DOS end of file is no text", () => {
  expect(decodeText(bytes("Nom\r\nSite\r\n", [0x1a]))).toBe("Nom\r\nSite\r\n");
  expect(decodeText(bytes("Nom\nSite", [0x1a, 0x1a], "\r\n"))).toBe("Nom\nSite");
});

it("leaves a stray control character out, and refuses what is no text", () => {
  expect(decodeText(bytes(`${"Une ligne de texte ordinaire\n".repeat(3)}a`, [0], "b"))).toMatch(/ab$/);
  expect(decodeText(new Uint8Array([0, 1, 2, 3, 4]))).toBeUndefined();
  expect(decodeText(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0, 0]))).toBeUndefined();
});
