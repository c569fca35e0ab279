"use client";
import { useTranslations } from "next-intl";
import { rowsOf } from "@/base/layouts/block-rows";
import { useHomeBlocks } from "@/base/layouts/home-blocks";
import { layoutOf } from "@/base/layouts/resolve";
import { useFormat } from "@/base/format/format";
import { useBusinessDay, useCan, useViewer } from "@/base/viewer/viewer";

/** Where a day begins: what is to be done, what changed and what comes, as the person's role and brand lay it out. */
export function Home() {
  const t = useTranslations("home");
  const format = useFormat();
  const can = useCan();
  const viewer = useViewer();
  const today = useBusinessDay()();
  const blocks = layoutOf(useHomeBlocks(), viewer.roles, viewer.layouts.home, can);
  return (
    <main className="centre" id="zone-centre" data-zone="centre">
      <div className="centre-scroll home">
        <header className="home-head">
          <h1>{t("title")}</h1>
          <p className="quiet">{format.weekday(today)}</p>
        </header>
        {blocks.length === 0 && <p className="empty">{t("nothing")}</p>}
        {rowsOf(blocks).map((row) => {
          const drawn = row.map(({ name, Component }) => <Component key={name} />);
          return row[0]?.size === "card" ? (
            <div key={row[0].name} className="cards">
              {drawn}
            </div>
          ) : (
            drawn
          );
        })}
      </div>
    </main>
  );
}
