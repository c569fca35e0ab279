"use client";
import {
  type FileReport,
  type ImportReport,
  maxFileBytes,
} from "@softwhere/services/verticals/telecom/billing-control/contract";
import type { TableAnswer } from "@softwhere/services/verticals/telecom/billing-control/read/table/contract";
import { useTranslations } from "next-intl";
import { useCallback, useRef, useState } from "react";
import { errorCode, queryClient } from "@/base/api/browser";
import { writesNothing } from "@/base/api/writes";
import { workStore } from "@/base/work/work";
import { fileBase64 } from "@/ui/file-base64";
import { telecomClient } from "../api";

export interface ImportFile {
  readonly key: string;
  readonly name: string;
  readonly content: string;
  readonly supplierId?: string;
  /** What the person says of the file's tables. */
  readonly mapping: readonly TableAnswer[];
  /** Numbers of corrected invoices that take the place of those that are there. */
  readonly replace: readonly string[];
  readonly state: "working" | "read" | "failed";
  /** While a file is read again, what was said of it before. */
  readonly report?: FileReport;
  /** tRPC code of a call that failed as a whole. */
  readonly failure?: string;
}

/** How many documents of these files are in a state. */
export const countOf = (files: readonly ImportFile[], kind: ImportReport["kind"]): number =>
  files.reduce((sum, { report }) => sum + (report?.documents.filter((one) => one.kind === kind).length ?? 0), 0);

const has = (file: ImportFile, kind: ImportReport["kind"]): boolean => countOf([file], kind) > 0;

/** Answers come quickly one after the other; the file is read again when they pause. */
const pause = 250;

/** The files of one import, one call each: previewed as they are added, written when asked. */
export function useImport() {
  const [files, setFiles] = useState<readonly ImportFile[]>([]);
  const t = useTranslations("telecom.billingControl");
  const [busy, setBusy] = useState(false);
  const current = useRef(files);
  const calls = useRef(new Map<string, number>());
  const waiting = useRef(new Map<string, ReturnType<typeof setTimeout>>());
  const change = useCallback((key: string, patch: Partial<ImportFile>) => {
    current.current = current.current.map((file) => (file.key === key ? { ...file, ...patch } : file));
    setFiles(current.current);
  }, []);
  const find = useCallback((key: string) => current.current.find((file) => file.key === key), []);

  const call = useCallback(
    async (file: ImportFile, method: "previewImport" | "commitImport") => {
      // Only the last of several calls about a file counts.
      const turn = (calls.current.get(file.key) ?? 0) + 1;
      calls.current.set(file.key, turn);
      const isLast = () => calls.current.get(file.key) === turn;
      change(file.key, { state: "working" });
      try {
        const report = await telecomClient.telecom.billingControl[method].mutate(
          {
            fileName: file.name,
            content: file.content,
            ...(file.supplierId ? { supplierId: file.supplierId } : {}),
            ...(file.mapping.length > 0 ? { mapping: [...file.mapping] } : {}),
            ...(file.replace.length > 0 ? { replace: [...file.replace] } : {}),
          },
          method === "previewImport" ? writesNothing : undefined,
        );
        if (isLast()) change(file.key, { state: "read", report });
      } catch (error) {
        if (isLast()) change(file.key, { state: "failed", failure: errorCode(error) });
      }
    },
    [change],
  );

  const add = useCallback(
    (chosen: readonly File[]) => {
      for (const file of chosen) void read(file);
      async function read(file: File) {
        const key = crypto.randomUUID();
        const base = { key, name: file.name, content: "", mapping: [], replace: [] };
        const refuse = (code: "file_too_large" | "empty_file"): ImportFile => ({
          ...base,
          state: "read",
          report: {
            fileName: file.name,
            documents: [{ kind: "rejected", fileName: file.name, problems: [{ code }], more: 0, table: null }],
            tables: [],
            months: [],
          },
        });
        const entry: ImportFile =
          file.size > maxFileBytes
            ? refuse("file_too_large")
            : file.size === 0
              ? refuse("empty_file")
              : { ...base, state: "working" };
        current.current = [...current.current, entry];
        setFiles(current.current);
        if (entry.report) return;
        const content = await fileBase64(file);
        change(key, { content });
        await call({ ...entry, content }, "previewImport");
      }
    },
    [call, change],
  );

  const readAgain = (key: string) => {
    const file = find(key);
    if (file) void call(file, "previewImport");
  };
  return {
    files,
    busy,
    add,
    remove: (key: string) => {
      current.current = current.current.filter((file) => file.key !== key);
      setFiles(current.current);
    },
    /** Says something of a table; the file is read with it. */
    answer: (key: string, table: string, patch: Partial<TableAnswer>) => {
      const file = find(key);
      if (!file) return;
      const before = file.mapping.find((one) => one.table === table) ?? { table, remember: true };
      const others = file.mapping.filter((one) => one.table !== table);
      change(key, { mapping: [...others, { ...before, ...patch }], state: "working" });
      clearTimeout(waiting.current.get(key));
      waiting.current.set(
        key,
        setTimeout(() => readAgain(key), pause),
      );
    },
    setReplace: (key: string, number: string, wanted: boolean) => {
      const others = find(key)?.replace.filter((one) => one !== number) ?? [];
      change(key, { replace: wanted ? [...others, number] : others });
      readAgain(key);
    },
    setSupplier: (key: string, supplierId: string) => {
      change(key, { supplierId });
      readAgain(key);
    },
    createSupplier: async (key: string, { name, vatNumber, siren }: NewSupplier) => {
      try {
        const { id } = await telecomClient.telecom.billingControl.createSupplier.mutate({ name, vatNumber, siren });
        change(key, { supplierId: id });
        // Other files of the same seller find it now, so that it is created once.
        for (const again of current.current.filter((other) => other.key === key || has(other, "unknown-supplier")))
          await call(again, "previewImport");
      } catch (error) {
        change(key, { state: "failed", failure: errorCode(error) });
      }
    },
    /** Gives the months that what was imported bills. */
    importReady: async (): Promise<string[]> => {
      setBusy(true);
      const ready = current.current.filter((entry) => has(entry, "ready"));
      for (const file of ready) {
        const work = {
          id: `invoices-${file.key}`,
          title: t("importing", { name: file.name }),
          done: 0,
          total: null,
          refused: 0,
        };
        workStore.put({ ...work, state: "running" });
        await call(file, "commitImport");
        const after = find(file.key);
        workStore.put({
          ...work,
          done: after ? countOf([after], "imported") : 0,
          state: after?.state === "read" ? "done" : "interrupted",
        });
      }
      await queryClient.invalidateQueries();
      setBusy(false);
      const months = ready.flatMap(({ key }) => find(key)?.report?.months ?? []);
      return [...new Set(months)].sort().reverse();
    },
  };
}

export interface NewSupplier {
  readonly name: string;
  readonly vatNumber: string | null;
  readonly siren: string | null;
}
