import iconv from "iconv-lite";
import { expect, it } from "vitest";
import { decode, decodeText } from "./decode-text.ts";

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

it("knows UTF-16 without its mark, an old Mac's letters and those of DOS from what they make of the text", () => {
  const text = "N° facture;Libellé;Début période\n1;Forfait été;à l’année";
  expect(decode(new Uint8Array(iconv.encode(text, "utf-16le", { addBOM: false })))).toEqual({
    text,
    encoding: "utf-16le",
  });
  expect(decode(new Uint8Array(iconv.encode(text, "utf-16be", { addBOM: false })))?.encoding).toBe("utf-16be");
  expect(decode(new Uint8Array(iconv.encode(text, "macintosh")))).toEqual({ text, encoding: "macintosh" });
  const dos = text.replace("’", "'");
  expect(decode(new Uint8Array(iconv.encode(dos, "cp850")))).toEqual({ text: dos, encoding: "cp850" });
  expect(decode(new Uint8Array(iconv.encode(text, "windows-1252")))).toEqual({ text, encoding: "windows-1252" });
});

it("takes an encoding at a person's word", () => {
  expect(decode(latin("\x8e"), "macintosh")?.text).toBe("é");
});

it("undoes what was encoded twice, where the whole text was", () => {
  const twice = (text: string) => new Uint8Array(Buffer.from(Buffer.from(text).toString("latin1")));
  expect(decode(twice("Numéro;Libellé à"))?.text).toBe("Numéro;Libellé à");
  expect(decode(new Uint8Array(Buffer.from("SÃ©bastien est écrit ainsi")))?.text).toBe("SÃ©bastien est écrit ainsi");
});
