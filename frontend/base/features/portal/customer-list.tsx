"use client";
import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useVerticals } from "@/base/extension-points/verticals";
import { plain } from "@/base/format/plain-text";
import { useState } from "react";

interface CustomerListProps {
  readonly accounts: readonly {
    readonly id: string;
    readonly name: string;
    readonly city: string | null;
    readonly sites: number;
  }[];
}

/** A partner's customers. Each opens the portal that the customer sees. */
export function CustomerList({ accounts }: CustomerListProps) {
  const t = useTranslations("portal");
  const [text, setText] = useState("");
  const verticals = useVerticals();
  // biome-ignore lint/correctness/useHookAtTopLevel: the verticals are fixed for the life of the page
  const figures = verticals.map((vertical) => vertical.useAccountFigures());
  const found = accounts.filter(({ name, city }) => plain(`${name} ${city ?? ""}`).includes(plain(text)));
  if (accounts.length === 0)
    return (
      <div className="empty">
        <h1>{t("customers.none")}</h1>
        <p>{t("customers.noneHelp")}</p>
      </div>
    );
  return (
    <>
      <div className="portal-hello">
        <h1>{t("customers.title")}</h1>
        <p className="portal-sum">{t("customers.count", { count: accounts.length })}</p>
      </div>
      <section className="portal-block" aria-label={t("customers.title")}>
        <header>
          <input
            type="search"
            className="input portal-search"
            placeholder={t("customers.search")}
            aria-label={t("customers.search")}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </header>
        <ul>
          {found.map((account) => (
            <li key={account.id}>
              <Link href={`/portal/${account.id}`} className="portal-customer">
                <span className="ellipsis">
                  <b className="medium">{account.name}</b> <span className="quiet">{account.city}</span>
                </span>
                <span className="quiet">
                  {[
                    t("customers.sites", { count: account.sites }),
                    ...figures.map((figure) => figure.get(account.id)?.detail),
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </span>
                <ChevronRight className="icon small quiet" aria-hidden />
              </Link>
            </li>
          ))}
        </ul>
        {found.length === 0 && <p className="portal-empty">{t("customers.noMatch")}</p>}
      </section>
    </>
  );
}
