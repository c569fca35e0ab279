"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";

interface Few<Item> {
  readonly shown: readonly Item[];
  /** How many more there are. */
  readonly left: number;
  readonly showAll: () => void;
}

/** The first of a long list; the others when they are asked for. One more than there is room for is shown, not announced. */
export function useFew<Item>(all: readonly Item[], few: number): Few<Item> {
  const [whole, setWhole] = useState(false);
  const shown = whole || all.length <= few + 1 ? all : all.slice(0, few);
  return { shown, left: all.length - shown.length, showAll: () => setWhole(true) };
}

export function ShowOthers({ left, showAll }: Pick<Few<unknown>, "left" | "showAll">) {
  const t = useTranslations("portal");
  if (left === 0) return null;
  return (
    <button type="button" className="portal-others link" onClick={showAll}>
      {t("others", { count: left })}
    </button>
  );
}
