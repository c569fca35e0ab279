"use client";
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { api } from "@/base/api/browser";
import { usePanels } from "@/base/panels/use-panels";
import { CreateRecordDialog } from "@/base/records/create-record-dialog";
import { Button } from "@/ui/button";
import { ErrorNotice, SkeletonRows } from "@/ui/error-notice";
import { contrast } from "./contrast";

/** Every brand: name, host, logo, colours, and whether text on the colours can be read. */
export function BrandsSection() {
  const t = useTranslations("administration.brands");
  const panels = usePanels();
  const [creating, setCreating] = useState(false);
  const brands = useQuery(api.administration.brands.queryOptions());
  return (
    <>
      <div className="list-head">
        <h1>{t("title")}</h1>
        <span className="quiet">{brands.data?.length}</span>
        <span className="grow" />
        <Button size="small" tone="primary" onClick={() => setCreating(true)}>
          <Plus className="icon small" aria-hidden /> {t("add")}
        </Button>
      </div>
      <p className="list-note quiet">{t("help")}</p>
      <div className="table-scroll">
        {brands.isPending && <SkeletonRows rows={4} />}
        {brands.isError && (
          <ErrorNotice
            message={t("loadFailed")}
            retryLabel={t("retry")}
            error={brands.error}
            onRetry={() => void brands.refetch()}
          />
        )}
        <ul className="brand-cards">
          {brands.data?.map((brand) => (
            <li key={brand.id}>
              <button
                type="button"
                className="brand-card"
                onClick={() => void panels.open({ kind: "sw_brand", id: brand.id })}
              >
                <span className="rail-mark">
                  {brand.logoId ? <img src={`/api/files/${brand.logoId}`} alt="" /> : brand.name.slice(0, 1)}
                </span>
                <b>{brand.name}</b>
                <small className="quiet">{brand.hostname ?? t("noHost")}</small>
                <span className="brand-colours">
                  {[brand.primaryColor, brand.secondaryColor].map((colour, index) => (
                    <Swatch key={index} colour={colour} />
                  ))}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </div>
      {creating && (
        <CreateRecordDialog
          type="sw_brand"
          onClose={() => setCreating(false)}
          onCreated={(id) => void panels.open({ kind: "sw_brand", id })}
        />
      )}
    </>
  );
}

function Swatch({ colour }: { colour: string | null }) {
  const t = useTranslations("administration.brands");
  if (!colour || !/^#[0-9a-f]{6}$/i.test(colour)) return null;
  const ratio = contrast(colour, "#ffffff");
  return (
    <span className="swatch">
      <i style={{ background: colour, color: ratio >= 4.5 ? "#fff" : "#000" }}>Aa</i>
      <small className={ratio >= 4.5 ? "good" : "warn"}>
        {t(ratio >= 4.5 ? "readable" : "darkened", { ratio: ratio.toFixed(1) })}
      </small>
    </span>
  );
}
