import { describe, expect, it } from "vitest";
import type { AtomicOperation } from "../../platform/backend/client.ts";
import { BackendError, BackendUnreachable } from "../../platform/backend/errors.ts";
import { baseKinds } from "./base-kinds.ts";
import type { ImportOperation } from "./contract.ts";
import { guessMapping } from "./engine/guess-mapping.ts";
import { readCell } from "./engine/read-cell.ts";
import { readTable } from "./engine/read-table.ts";
import { writeRows } from "./engine/write.ts";

const kinds = baseKinds;

function columnOf(type: string, name: string) {
  const found = kinds.find((kind) => kind.type === type)?.columns.find((column) => column.name === name);
  if (!found) throw new Error(`${type}.${name}`);
  return found;
}

const read = (type: string, name: string, text: string) => readCell(columnOf(type, name), text);

describe("kinds", () => {
  it("map each field of their template to itself, in both languages", () => {
    for (const { columns } of kinds) {
      for (const language of ["fr", "en"] as const) {
        const { mapping } = guessMapping(
          columns.map(({ field }) => field.label[language]),
          columns,
          {},
        );
        expect(mapping).toEqual(columns.map(({ name }) => name));
      }
    }
  });
});

describe("guessing the mapping", () => {
  const columns = kinds[0]?.columns ?? [];
  it("gives no field twice and prefers what was chosen before", () => {
    expect(guessMapping(["Nom", "Nom", "Couleur"], columns, {}).mapping).toEqual(["legal_name", null, null]);
    expect(
      guessMapping(["Nom", "Code postal", "Société"], columns, { societe: "legal_name", codepostal: null }),
    ).toEqual({ mapping: [null, null, "legal_name"], remembered: 2 });
    // A field that no longer exists is forgotten.
    expect(guessMapping(["Ville"], columns, { ville: "gone" }).mapping).toEqual(["city"]);
  });
});

describe("cells", () => {
  it("reads what people write", () => {
    expect(read("sw_contact", "phone", "02 98 12 34 56")).toEqual({ value: "+33298123456" });
    expect(read("sw_contact", "mobile", "33612345678")).toEqual({ value: "+33612345678" });
    expect(read("sw_account", "country", "Allemagne")).toEqual({ value: "DE" });
    expect(read("sw_account", "status", "PROSPECT")).toEqual({ value: "prospect" });
    expect(read("sw_site", "latitude", "48,11")).toEqual({ value: "48.110000" });
    expect(read("sw_account", "external_ids", "sage: A12 | crm:9")).toEqual({
      value: [
        { system: "sage", value: "A12" },
        { system: "crm", value: "9" },
      ],
    });
  });
  it("names what it can't read and proposes what was meant", () => {
    const problem = (type: string, name: string, text: string) => {
      const { value, problem: found } = read(type, name, text);
      return [value, found?.code, ...(found?.suggestions.map((one) => one.value) ?? [])];
    };
    expect(problem("sw_account", "siren", "73282932000074")).toEqual([undefined, "siren_invalid", "732829320"]);
    expect(problem("sw_account", "siret", "7.3282932000074E+13")).toEqual([undefined, "digits_lost"]);
    expect(problem("sw_account", "status", "Actiff")).toEqual([undefined, "choice_unknown", "active"]);
    expect(problem("sw_contact", "email", "Ana <ana@example.fr>")).toEqual([
      undefined,
      "email_invalid",
      "ana@example.fr",
    ]);
    expect(problem("sw_contact", "phone", "12")).toEqual([undefined, "phone_invalid"]);
    expect(problem("sw_site", "latitude", "48,12345678")).toEqual([undefined, "too_many_decimals", "48.123457"]);
    expect(problem("sw_account", "country", "Frnace")[1]).toBe("country_unknown");
    expect(problem("sw_account", "vat_number", "FR45732829320")).toEqual(["FR45732829320", "vat_invalid"]);
  });
});

describe("tables", () => {
  const table = async (text: string | Buffer) => {
    const result = await readTable(new Uint8Array(Buffer.from(text)));
    return result.kind === "table" ? result.table : result.code;
  };
  it("keeps the file's own row numbers over empty lines and uneven rows", async () => {
    expect(await table("\n\nA;B;;\n1;2\n;;\n3;4;5\n")).toEqual({
      header: ["A", "B", ""],
      rows: [
        ["1", "2", ""],
        ["3", "4", "5"],
      ],
      numbers: [4, 6],
    });
  });
  it("takes separators by the first line, quoted cells, and Windows accents", async () => {
    expect(await table('"a;b",c\n"x, ""y""",2')).toMatchObject({ header: ["a;b", "c"], rows: [['x, "y"', "2"]] });
    expect(await table(Buffer.from("Soci\xe9t\xe9;V\n\xc9t\xe9;1", "latin1"))).toMatchObject({
      header: ["Société", "V"],
      rows: [["Été", "1"]],
    });
  });
  it("refuses more rows than it takes", async () => {
    expect(await table(`a\n${"1\n".repeat(20_001)}`)).toBe("too_many_rows");
  });
});

describe("writing", () => {
  const add = (id: string): ImportOperation => ({
    op: "add",
    data: { type: "sw_account--sw_account", id, attributes: {}, relationships: {} },
  });
  const backend = (bad: ReadonlyMap<string, BackendError>) => {
    const stored: string[] = [];
    const calls: number[] = [];
    return {
      stored,
      calls,
      operate: async (operations: readonly AtomicOperation[]) => {
        calls.push(operations.length);
        const ids = operations.map((operation) =>
          "data" in operation ? (operation.data.id ?? "") : "ref" in operation ? operation.ref.id : "",
        );
        const at = ids.findIndex((id) => bad.has(id));
        const error = bad.get(ids[at] ?? "");
        if (error)
          throw new BackendError(
            error.status,
            error.errors.map((one) => ({
              ...one,
              source: { pointer: `/atomic:operations/${at}${one.source?.pointer ?? ""}` },
            })),
          );
        stored.push(...ids);
        return [];
      },
    };
  };
  it("sets a refused row aside with all its operations, and its reason", async () => {
    const target = backend(
      new Map([
        ["b2", new BackendError(422, [{ detail: "No.", source: { pointer: "/data/attributes/siret" } }])],
        ["c1", new BackendError(409, [{ detail: "Conflict" }])],
      ]),
    );
    const rows = [
      { row: 0, operations: [add("a1")] },
      { row: 1, operations: [add("b1"), add("b2")] },
      { row: 2, operations: [add("c1")] },
      { row: 3, operations: [add("d1")] },
    ];
    expect(await writeRows(target, rows)).toEqual([
      { row: 0, kind: "written" },
      { row: 1, kind: "refused", reason: "backend", field: "siret", detail: "not_valid" },
      { row: 2, kind: "refused", reason: "exists", field: null, detail: "not_unique" },
      { row: 3, kind: "written" },
    ]);
    expect(target.stored).toEqual(["a1", "d1"]);
    expect(target.calls).toEqual([5, 1, 2, 1]);
  });
  it("gives up where nobody says which row is at fault", async () => {
    await expect(
      writeRows({ operate: () => Promise.reject(new BackendError(500, [])) }, [{ row: 0, operations: [add("a")] }]),
    ).rejects.toBeInstanceOf(BackendError);
    await expect(
      writeRows({ operate: () => Promise.reject(new BackendUnreachable("gone")) }, [
        { row: 0, operations: [add("a")] },
      ]),
    ).rejects.toBeInstanceOf(BackendUnreachable);
  });
});
