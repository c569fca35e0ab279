import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { canonicalJson, entryHash, firstHash, type HashedEntry } from "./canonical.ts";

const entry: HashedEntry = {
  account: null,
  actor: null,
  actor_name: "n",
  cause: "user",
  changes: [{ field: "name", from: null, to: "é/<" }],
  occurred_at: 1,
  operation: "create",
  request_id: "r",
  sequence: 1,
  subject_id: "s",
  subject_label: "l",
  subject_type: "t",
  subject_version: 1,
  view_permission: null,
};

describe("canonicalJson", () => {
  it("sorts keys at every level and adds no spaces", () => {
    expect(canonicalJson({ b: [{ d: 1, c: null }], a: "x" })).toBe('{"a":"x","b":[{"c":null,"d":1}]}');
  });

  it("escapes neither slashes nor letters", () => {
    expect(canonicalJson("é/<")).toBe('"é/<"');
  });
});

describe("entryHash", () => {
  it("is SHA-256 over the hash before, a line feed and the entry", () => {
    const text = `{"account":null,"actor":null,"actor_name":"n","cause":"user","changes":[{"field":"name","from":null,"to":"é/<"}],"occurred_at":1,"operation":"create","request_id":"r","sequence":1,"subject_id":"s","subject_label":"l","subject_type":"t","subject_version":1,"view_permission":null}`;
    expect(entryHash(firstHash, entry)).toBe(
      createHash("sha256")
        .update(`${"0".repeat(64)}\n${text}`)
        .digest("hex"),
    );
  });

  it("writes an entry as its canonical JSON", () => {
    const rich = {
      ...entry,
      changes: [
        { to: '\u2028"', field: "b", from: "x\ny" },
        { field: "é", from: null, to: null },
      ],
      view_permission: "view margin",
      actor: "u",
    };
    expect(entryHash(firstHash, rich)).toBe(
      createHash("sha256")
        .update(`${firstHash}\n${canonicalJson(rich)}`)
        .digest("hex"),
    );
  });

  it("names what is taken back only where something is", () => {
    expect(entryHash(firstHash, { ...entry, undoes: undefined })).toBe(entryHash(firstHash, entry));
    const undoing = { ...entry, undoes: "run-1" };
    expect(entryHash(firstHash, undoing)).toBe(
      createHash("sha256")
        .update(`${firstHash}\n${canonicalJson(undoing)}`)
        .digest("hex"),
    );
  });

  it("changes with the entry and with the hash before", () => {
    const hash = entryHash(firstHash, entry);
    expect(entryHash(hash, entry)).not.toBe(hash);
    expect(entryHash(firstHash, { ...entry, subject_version: 2 })).not.toBe(hash);
  });
});
