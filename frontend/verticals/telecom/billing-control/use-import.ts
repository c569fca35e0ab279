"use client";
import { type ImportReport, maxFileBytes } from "@softwhere/services/verticals/telecom/billing-control/contract";
import { useCallback, useRef, useState } from "react";
import { errorCode, queryClient } from "@/base/api/browser";
import { telecomClient } from "../api";

export interface ImportFile {
  readonly key: string;
  readonly name: string;
  readonly content: string;
  readonly supplierId?: string;
  readonly state: "working" | "read" | "failed";
  readonly report?: ImportReport;
  /** tRPC code of a call that failed as a whole. */
  readonly failure?: string;
}

/** The files of one import, one call each: previewed as they are added, written when asked. */
export function useImport() {
  const [files, setFiles] = useState<readonly ImportFile[]>([]);
  const [busy, setBusy] = useState(false);
  const current = useRef(files);
  const change = useCallback((key: string, patch: Partial<ImportFile>) => {
    current.current = current.current.map((file) => (file.key === key ? { ...file, ...patch } : file));
    setFiles(current.current);
  }, []);

  const call = useCallback(
    async (file: ImportFile, method: "previewImport" | "commitImport") => {
      change(file.key, { state: "working" });
      try {
        const report = await telecomClient.telecom.billingControl[method].mutate({
          fileName: file.name,
          content: file.content,
          ...(file.supplierId ? { supplierId: file.supplierId } : {}),
        });
        change(file.key, { state: "read", report });
      } catch (error) {
        change(file.key, { state: "failed", failure: errorCode(error) });
      }
    },
    [change],
  );

  const add = useCallback(
    (chosen: readonly File[]) => {
      for (const file of chosen) void read(file);
      async function read(file: File) {
        const key = crypto.randomUUID();
        const base = { key, name: file.name, content: "" };
        const refuse = (code: "file_too_large" | "empty_file"): ImportFile => ({
          ...base,
          state: "read",
          report: { kind: "rejected", fileName: file.name, problems: [{ code }], more: 0 },
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
        const content = await toBase64(file);
        change(key, { content });
        await call({ ...entry, content }, "previewImport");
      }
    },
    [call, change],
  );

  const find = (key: string) => current.current.find((file) => file.key === key);
  return {
    files,
    busy,
    add,
    remove: (key: string) => {
      current.current = current.current.filter((file) => file.key !== key);
      setFiles(current.current);
    },
    setSupplier: async (key: string, supplierId: string) => {
      change(key, { supplierId });
      const file = find(key);
      if (file) await call(file, "previewImport");
    },
    createSupplier: async (key: string) => {
      const file = find(key);
      if (file?.report?.kind !== "unknown-supplier") return;
      const { name, vatNumber, siren } = file.report.seller;
      try {
        const { id } = await telecomClient.telecom.billingControl.createSupplier.mutate({ name, vatNumber, siren });
        change(key, { supplierId: id });
        // Other files of the same seller find it now, so that it is created once.
        for (const again of current.current.filter(
          (other) => other.key === key || other.report?.kind === "unknown-supplier",
        ))
          await call(again, "previewImport");
      } catch (error) {
        change(key, { state: "failed", failure: errorCode(error) });
      }
    },
    importReady: async () => {
      setBusy(true);
      for (const file of current.current.filter((entry) => entry.report?.kind === "ready"))
        await call(file, "commitImport");
      await queryClient.invalidateQueries();
      setBusy(false);
    },
  };
}

async function toBase64(file: File): Promise<string> {
  const url = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
  return url.slice(url.indexOf(",") + 1);
}
