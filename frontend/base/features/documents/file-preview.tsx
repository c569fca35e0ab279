"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { fileAddress, readFile } from "@/base/api/files";
import { ErrorNotice } from "@/ui/error-notice";

interface FilePreviewProps {
  readonly fileId: string;
  readonly fileName: string;
}

const mostText = 4_000;
const mostPages = 3;

/** A look at a file without leaving the panel: pictures, the first pages of a PDF, the beginning of a text. Other kinds are opened. */
export function FilePreview({ fileId, fileName }: FilePreviewProps) {
  const t = useTranslations("documents");
  const extension = /\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? "";
  if (["png", "jpg", "jpeg", "webp", "svg"].includes(extension)) {
    return <img className="file-preview" src={fileAddress(fileId)} alt={t("previewOf", { name: fileName })} />;
  }
  if (extension === "pdf") return <PdfPreview fileId={fileId} name={fileName} />;
  if (["txt", "csv", "xml"].includes(extension)) return <TextPreview fileId={fileId} name={fileName} />;
  return <p className="quiet file-preview-none">{t("noPreview")}</p>;
}

function TextPreview({ fileId, name }: { fileId: string; name: string }) {
  const t = useTranslations("documents");
  const query = useQuery({
    queryKey: ["file-text", fileId],
    queryFn: () => readFile(fileId).then((response) => response.text()),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (query.isError)
    return (
      <ErrorNotice
        message={t("previewFailed")}
        retryLabel={t("retry")}
        error={query.error}
        onRetry={() => void query.refetch()}
      />
    );
  if (!query.data) return <span className="skeleton file-preview" />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
    <pre className="file-preview" role="document" tabIndex={0} aria-label={t("previewOf", { name })}>
      {query.data.slice(0, mostText)}
      {query.data.length > mostText && "\n…"}
    </pre>
  );
}

function PdfPreview({ fileId, name }: { fileId: string; name: string }) {
  const t = useTranslations("documents");
  const query = useQuery({
    queryKey: ["file-pdf", fileId],
    queryFn: () => firstPages(fileId),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  if (query.isError)
    return (
      <ErrorNotice
        message={t("previewFailed")}
        retryLabel={t("retry")}
        error={query.error}
        onRetry={() => void query.refetch()}
      />
    );
  if (!query.data) return <span className="skeleton file-preview" />;
  const { pages, count } = query.data;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
    <div className="file-preview pages" tabIndex={0} role="img" aria-label={t("previewOf", { name })}>
      {pages.map((page, index) => (
        <Drawn key={index} canvas={page} />
      ))}
      {count > pages.length && <p className="quiet">{t("morePages", { count: count - pages.length })}</p>}
    </div>
  );
}

function Drawn({ canvas }: { canvas: HTMLCanvasElement }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.replaceChildren(canvas), [canvas]);
  return <div ref={place} />;
}

async function firstPages(fileId: string): Promise<{ pages: HTMLCanvasElement[]; count: number }> {
  const pdf = await import("pdfjs-dist");
  pdf.GlobalWorkerOptions.workerSrc = new URL("pdfjs-dist/build/pdf.worker.min.mjs", import.meta.url).toString();
  const task = pdf.getDocument({
    data: await readFile(fileId).then((response) => response.arrayBuffer()),
    isEvalSupported: false,
  });
  try {
    const file = await task.promise;
    const pages = await Promise.all(
      Array.from({ length: Math.min(mostPages, file.numPages) }, async (_, index) => {
        const page = await file.getPage(index + 1);
        const viewport = page.getViewport({ scale: 720 / page.getViewport({ scale: 1 }).width });
        const canvas = document.createElement("canvas");
        canvas.width = viewport.width;
        canvas.height = viewport.height;
        await page.render({ canvas, viewport }).promise;
        return canvas;
      }),
    );
    return { pages, count: file.numPages };
  } finally {
    await task.destroy();
  }
}
