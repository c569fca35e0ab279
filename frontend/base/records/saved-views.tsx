"use client";
import type { ListView } from "@softwhere/services/model/generated/entities";
import { useQuery } from "@tanstack/react-query";
import { Bookmark, BookmarkPlus, Ellipsis, Users } from "lucide-react";
import { useTranslations } from "next-intl";
import { DropdownMenu } from "radix-ui";
import { type FormEvent, useState } from "react";
import { toast } from "@/ui/toast";
import { api, apiClient, queryClient } from "@/base/api/browser";
import { useCan, useViewer } from "@/base/viewer/viewer";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { type ListState, viewKey } from "./use-list-state";

export interface SavedViewsProps {
  readonly type: string;
  readonly state: ListState;
  /** Said where there is no view yet, and nothing to keep as one. */
  readonly none?: string;
}

/** Views of the lists of one type: one's own and those of the brand. What is on screen becomes one by its name. */
export function SavedViews({ type, state, none }: SavedViewsProps) {
  const t = useTranslations("records.views");
  const can = useCan();
  const viewer = useViewer();
  const shown = viewKey(state.view);
  const [naming, setNaming] = useState<"new" | { id: string; name: string; version: number } | null>(null);
  const views = useQuery(api.records.views.list.queryOptions({ list: type }));
  if (!can("view sw_saved_view") || !views.data) return null;
  const refresh = () => queryClient.invalidateQueries(api.records.pathFilter());
  const remove = async (id: string) => {
    await apiClient.base.records.remove.mutate({ type: "sw_saved_view", id }).catch(() => toast.error(t("failed")));
    await refresh();
  };
  const share = async (id: string, version: number, shared: boolean) => {
    const value = shared ? null : viewer.id;
    await apiClient.base.editing.saveField
      .mutate({ type: "sw_saved_view", id, field: "owner", version, base: shared ? viewer.id : null, value })
      .catch(() => toast.error(t("failed")));
    await refresh();
  };
  const toKeep = Object.keys(state.view).length > 0 && !views.data.some(({ view }) => viewKey(view) === shown);
  return (
    <ul className="saved-views">
      {none && views.data.length === 0 && !toKeep && <li className="menu-note">{none}</li>}
      {views.data.map((view) => {
        return (
          <li key={view.id} className="saved-view">
            <button
              type="button"
              className="view-row"
              aria-pressed={viewKey(view.view) === shown}
              onClick={() => state.show(view.view)}
            >
              {view.isShared ? (
                <Users className="icon small" aria-label={t("shared")} />
              ) : (
                <Bookmark className="icon small" aria-hidden />
              )}
              <span className="ellipsis start">{view.name}</span>
            </button>
            {can("edit sw_saved_view") && (
              <DropdownMenu.Root modal={false}>
                <DropdownMenu.Trigger className="button ghost small square" aria-label={t("menu", { name: view.name })}>
                  <Ellipsis className="icon small" aria-hidden />
                </DropdownMenu.Trigger>
                <DropdownMenu.Portal>
                  <DropdownMenu.Content className="menu" align="end">
                    <DropdownMenu.Item
                      className="menu-item"
                      onSelect={() => setNaming({ id: view.id, name: view.name, version: view.version })}
                    >
                      {t("rename")}
                    </DropdownMenu.Item>
                    <DropdownMenu.Item
                      className="menu-item"
                      onSelect={() => void share(view.id, view.version, !view.isShared)}
                    >
                      {view.isShared ? t("unshare") : t("share")}
                    </DropdownMenu.Item>
                    <DropdownMenu.Item className="menu-item" onSelect={() => void remove(view.id)}>
                      {t("remove")}
                    </DropdownMenu.Item>
                  </DropdownMenu.Content>
                </DropdownMenu.Portal>
              </DropdownMenu.Root>
            )}
          </li>
        );
      })}
      {can("create sw_saved_view") && toKeep && (
        <li>
          <button type="button" className="view-row" onClick={() => setNaming("new")}>
            <BookmarkPlus className="icon small" aria-hidden />
            <span className="start">{t("save")}</span>
          </button>
        </li>
      )}
      {naming && (
        <NameDialog naming={naming} list={type} view={state.view} onClose={() => setNaming(null)} onDone={refresh} />
      )}
    </ul>
  );
}

interface NameDialogProps {
  readonly naming: "new" | { readonly id: string; readonly name: string; readonly version: number };
  readonly list: string;
  readonly view: ListView;
  readonly onClose: () => void;
  readonly onDone: () => Promise<void>;
}

function NameDialog({ naming, list, view, onClose, onDone }: NameDialogProps) {
  const t = useTranslations("records.views");
  const [name, setName] = useState(naming === "new" ? "" : naming.name);
  const [id] = useState(() => crypto.randomUUID());
  const [failed, setFailed] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const text = name.trim();
    if (!text) return;
    try {
      if (naming === "new") await apiClient.base.records.views.create.mutate({ id, name: text, list, view });
      else {
        const { kind } = await apiClient.base.editing.saveField.mutate({
          type: "sw_saved_view",
          id: naming.id,
          field: "name",
          version: naming.version,
          base: naming.name,
          value: text,
        });
        if (kind !== "saved") return setFailed(true);
      }
      await onDone();
      onClose();
    } catch {
      setFailed(true);
    }
  };
  return (
    <Dialog
      open
      narrow
      title={naming === "new" ? t("saveTitle") : t("rename")}
      closeLabel={t("cancel")}
      onClose={onClose}
      footer={
        <>
          <span className="grow">
            {failed && (
              <span className="bad" role="alert">
                {t("failed")}
              </span>
            )}
          </span>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button tone="primary" type="submit" form="view-name" disabled={!name.trim()}>
            {t("ok")}
          </Button>
        </>
      }
    >
      <form id="view-name" onSubmit={(event) => void submit(event)}>
        <label className="field-label">
          {t("name")}
          <input className="input" maxLength={80} value={name} onChange={(event) => setName(event.target.value)} />
        </label>
      </form>
    </Dialog>
  );
}
