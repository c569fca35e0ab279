import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import type { BackendClient } from "../../platform/backend/client.ts";
import { outboxHead, readOutbox } from "../../platform/backend/outbox.ts";
import type { ServiceSession } from "../../platform/backend/service-account.ts";
import { documentOf, type SearchedType, searchedTypes } from "../index/document.ts";
import type { SearchIndex } from "../index/search-index.ts";

const chunk = 100;
const page = 500;

/** Keeps one brand's part of the index as the journal says. */
export class BrandFeed {
  private constructor(
    private readonly session: ServiceSession,
    private readonly index: SearchIndex,
    readonly brandId: string,
  ) {}

  static async open(session: ServiceSession, index: SearchIndex): Promise<BrandFeed> {
    return new BrandFeed(session, index, (await session.me()).brandId);
  }

  /** Takes up what happened since the last time; true when there was something. Without progress the index is made from everything. */
  async step(): Promise<boolean> {
    const progress = await this.index.progress(this.brandId);
    if (!progress) {
      await this.rebuild();
      return true;
    }
    const backend = await this.session.client("search-feed");
    const notices = await readOutbox(backend, progress.sequence);
    if (notices.length === 0) return false;
    for (const type of searchedTypes) {
      const ids = [
        ...new Set(notices.filter((notice) => notice.subjectType === type.name).map((notice) => notice.subjectId)),
      ];
      for (let start = 0; start < ids.length; start += chunk)
        await this.refresh(backend, type, ids.slice(start, start + chunk), progress.generation);
    }
    // After the effect: a crash in between repeats it, and repeating changes nothing.
    await this.index.setProgress(this.brandId, notices.at(-1)?.sequence ?? progress.sequence, progress.generation);
    return true;
  }

  /** Reads every row again. What was searched before stays searchable meanwhile; what is gone is removed at the end. */
  async rebuild(): Promise<{ rows: number; removed: number }> {
    const backend = await this.session.client("search-rebuild");
    const generation = ((await this.index.progress(this.brandId))?.generation ?? 0) + 1;
    // Before reading: what changes while we read is taken up from here.
    const head = await outboxHead(backend);
    let rows = 0;
    for (const type of searchedTypes) rows += await this.readAll(backend, type, generation);
    const removed = await this.index.removeUnseen(this.brandId, generation);
    await this.index.setProgress(this.brandId, head, generation);
    await this.index.analyze();
    return { rows, removed };
  }

  expire(): void {
    this.session.expire();
  }

  private async readAll(backend: BackendClient, type: SearchedType, generation: number): Promise<number> {
    for (let offset = 0; ; offset += page) {
      const found = await this.rows(backend, type, (params) =>
        params.addCustomParam({ page: { limit: page, offset } }),
      );
      await this.index.put(
        this.brandId,
        found.map((row) => documentOf(type, row)),
        generation,
      );
      if (found.length < page) return offset + found.length;
    }
  }

  private async refresh(
    backend: BackendClient,
    type: SearchedType,
    ids: readonly string[],
    generation: number,
  ): Promise<void> {
    const found = await this.rows(backend, type, (params) =>
      params.addFilter("id", [...ids], "IN").addCustomParam({ page: { limit: page } }),
    );
    await this.index.put(
      this.brandId,
      found.map((row) => documentOf(type, row)),
      generation,
    );
    const there = new Set(found.map((row) => row.id));
    const gone = ids.filter((id) => !there.has(id));
    if (gone.length > 0) await this.index.remove(this.brandId, type.name, gone);
  }

  private async rows(
    backend: BackendClient,
    type: SearchedType,
    narrow: (params: DrupalJsonApiParams) => DrupalJsonApiParams,
  ): Promise<(Record<string, unknown> & { id: string })[]> {
    const steps = type.ownerPath && type.ownerPath !== "self" ? type.ownerPath.split(".") : [];
    const own = [...new Set([...type.fields.map((field) => field.name), type.labelField, ...steps.slice(0, 1)])];
    const params = new DrupalJsonApiParams().addFields(`${type.name}--${type.name}`, own);
    if (steps.length > 1) params.addInclude([steps.slice(0, -1).join(".")]);
    const rows: unknown = await backend.list(type.name as "sw_site", narrow(params));
    return rows as (Record<string, unknown> & { id: string })[];
  }
}
