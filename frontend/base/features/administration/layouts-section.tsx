"use client";
import { useRefusal } from "@/base/format/use-refusal";
import { useQuery } from "@tanstack/react-query";
import { ArrowDown, ArrowUp, GripVertical, RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import { type DragEvent, useEffect, useRef, useState } from "react";
import { api, apiClient, queryClient } from "@/base/api/browser";
import type { ScreenBlock } from "@/base/extension-points/define-vertical";
import { useFormat } from "@/base/format/format";
import { useAccountBlocks } from "@/base/layouts/account-blocks";
import { useHomeBlocks } from "@/base/layouts/home-blocks";
import { standardLayout } from "@/base/layouts/resolve";
import { Button, IconButton } from "@/ui/button";
import { ErrorNotice, SkeletonRows } from "@/ui/error-notice";
import { toast } from "@/ui/toast";
import { roleNames } from "./role-names";

const screens = ["account", "home"] as const;

/** Which blocks of a screen a role sees, and in what order. Saved with each change; a role can always go back to the platform's layout. */
export function LayoutsSection() {
  const t = useTranslations("administration.layouts");
  const refusal = useRefusal();
  const format = useFormat();
  const [screen, setScreen] = useState<(typeof screens)[number]>("account");
  const byScreen = { account: useAccountBlocks(), home: useHomeBlocks() };
  const blocks: readonly ScreenBlock[] = byScreen[screen];
  const query = useQuery(api.administration.layouts.ofScreen.queryOptions({ screen }));
  const [role, setRole] = useState("direction");
  // What was just chosen shows at once; the backend's answer replaces it.
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  const [saving, setSaving] = useState(false);
  const running = useRef(false);
  const wanted = useRef<readonly string[] | null | undefined>(undefined);
  const own = query.data?.find((layout) => layout.role === role);
  const shown = chosen ?? own?.blocks ?? standardLayout(blocks, role);
  const known = shown.flatMap((name) => blocks.find((block) => block.name === name) ?? []);
  const hidden = blocks.filter((block) => !shown.includes(block.name));
  /** One save at a time; of what was chosen meanwhile only the last is sent. */
  const save = async (next: readonly string[] | null) => {
    setChosen(next ?? standardLayout(blocks, role));
    wanted.current = next;
    if (running.current) return;
    running.current = true;
    setSaving(true);
    while (wanted.current !== undefined) {
      const sent: readonly string[] | null = wanted.current;
      wanted.current = undefined;
      const row = (
        await queryClient
          .fetchQuery({ ...api.administration.layouts.ofScreen.queryOptions({ screen }), staleTime: 0 })
          .catch(() => query.data)
      )?.find((layout) => layout.role === role);
      try {
        const result = await apiClient.base.administration.layouts.save.mutate({
          screen,
          role,
          id: row?.id ?? null,
          version: row?.version ?? 1,
          newId: crypto.randomUUID(),
          blocks: sent && [...sent],
        });
        if (result.kind === "refused") toast.error(`${t("refused")} ${refusal(result.problems[0]?.detail ?? "")}`);
      } catch {
        toast.error(t("failed"));
      }
      // Inside the loop: what is chosen while this is read would otherwise be shown and never sent.
      if (wanted.current === undefined) await queryClient.invalidateQueries(api.administration.layouts.pathFilter());
    }
    running.current = false;
    setChosen(null);
    setSaving(false);
  };
  const place = (name: string, at: number) => {
    const others = known.map((block) => block.name).filter((other) => other !== name);
    void save([...others.slice(0, at), name, ...others.slice(at)]);
  };
  return (
    <>
      <div className="list-head">
        <h1>{t("title")}</h1>
        <span className="grow" />
        <fieldset className="chips">
          <legend className="visually-hidden">{t("screen")}</legend>
          {screens.map((one) => (
            <button
              key={one}
              type="button"
              className="chip"
              aria-pressed={one === screen}
              disabled={saving}
              onClick={() => setScreen(one)}
            >
              {format.valueLabel("sw_layout", "screen", one)}
            </button>
          ))}
        </fieldset>
        <label className="field-inline">
          <span className="visually-hidden">{t("role")}</span>
          <select className="select" value={role} disabled={saving} onChange={(event) => setRole(event.target.value)}>
            {roleNames.map((name) => (
              <option key={name} value={name}>
                {format.roleLabel(name)} {query.data?.some((layout) => layout.role === name) ? `(${t("changed")})` : ""}
              </option>
            ))}
          </select>
        </label>
        {own && (
          <Button size="small" onClick={() => void save(null)}>
            <RotateCcw className="icon small" aria-hidden /> {t("reset")}
          </Button>
        )}
      </div>
      <p className="list-note quiet">{own ? t("ownHelp") : t("standardHelp")}</p>
      {query.isPending && <SkeletonRows rows={8} />}
      {query.isError && (
        <ErrorNotice
          message={t("loadFailed")}
          retryLabel={t("retry")}
          error={query.error}
          onRetry={() => void query.refetch()}
        />
      )}
      {query.isSuccess && (
        <div className="layout-editor" aria-busy={saving}>
          <section aria-label={t("shown")}>
            <h2>{t("shown")}</h2>
            {known.length === 0 && <p className="quiet">{t("nothing")}</p>}
            <ol>
              {known.map((block, index) => (
                <LayoutRow
                  key={block.name}
                  block={block}
                  index={index}
                  last={index === known.length - 1}
                  onPlace={place}
                  onHide={() => void save(known.map(({ name }) => name).filter((name) => name !== block.name))}
                />
              ))}
            </ol>
          </section>
          <section aria-label={t("hidden")}>
            <h2>{t("hidden")}</h2>
            {hidden.length === 0 && <p className="quiet">{t("noneHidden")}</p>}
            <ul>
              {hidden.map((block) => (
                <HiddenRow
                  key={block.name}
                  block={block}
                  onShow={() => void save([...known.map(({ name }) => name), block.name])}
                />
              ))}
            </ul>
          </section>
        </div>
      )}
    </>
  );
}

function HiddenRow({ block, onShow }: { block: ScreenBlock; onShow: () => void }) {
  const t = useTranslations("administration.layouts");
  const label = useBlockLabel(block);
  return (
    <li className="layout-row">
      <BlockName block={block} />
      <Button size="small" aria-label={t("showBlock", { block: label })} onClick={onShow}>
        {t("show")}
      </Button>
    </li>
  );
}

interface LayoutRowProps {
  readonly block: ScreenBlock;
  readonly index: number;
  readonly last: boolean;
  readonly onPlace: (name: string, at: number) => void;
  readonly onHide: () => void;
}

const dragged = "application/x-softwhere-block";

function LayoutRow({ block, index, last, onPlace, onHide }: LayoutRowProps) {
  const t = useTranslations("administration.layouts");
  const label = useBlockLabel(block);
  const [over, setOver] = useState(false);
  const row = useRef<HTMLLIElement>(null);
  const pressed = useRef<string | undefined>(undefined);
  // The browser takes the focus from a row that moves; the button that moved it keeps it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is about having moved
  useEffect(() => {
    if (pressed.current) row.current?.querySelector<HTMLElement>(`[data-way=${pressed.current}]`)?.focus();
    pressed.current = undefined;
  }, [index]);
  const step = (way: "up" | "down") => {
    const to = index + (way === "up" ? -1 : 1);
    if (to < 0 || (last && way === "down")) return;
    pressed.current = way;
    onPlace(block.name, to);
  };
  const drag = {
    draggable: true,
    "data-over": over || undefined,
    onDragStart: (event: DragEvent) => event.dataTransfer.setData(dragged, block.name),
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes(dragged)) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      onPlace(event.dataTransfer.getData(dragged), index);
    },
  };
  return (
    <li ref={row} className="layout-row" {...drag}>
      <GripVertical className="icon small grip" aria-hidden />
      <BlockName block={block} />
      <IconButton
        label={t("up", { block: label })}
        aria-disabled={index === 0}
        data-way="up"
        onClick={() => step("up")}
      >
        <ArrowUp className="icon small" aria-hidden />
      </IconButton>
      <IconButton label={t("down", { block: label })} aria-disabled={last} data-way="down" onClick={() => step("down")}>
        <ArrowDown className="icon small" aria-hidden />
      </IconButton>
      <Button size="small" aria-label={t("hideBlock", { block: label })} onClick={onHide}>
        {t("hide")}
      </Button>
    </li>
  );
}

function BlockName({ block }: { block: ScreenBlock }) {
  const t = useTranslations("administration.layouts");
  const label = useBlockLabel(block);
  return (
    <span className="grow ellipsis">
      <span className="medium">{label}</span> <small className="quiet">{t(`sizes.${block.size}`)}</small>
    </span>
  );
}

/** Titles of blocks are messages of whoever brings the block. */
function useBlockLabel(block: ScreenBlock): string {
  const t = useTranslations();
  return t(block.labelKey as "accounts.title");
}
