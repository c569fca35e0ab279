import { DrupalJsonApiParams } from "drupal-jsonapi-params";
import { isOpen } from "../../model/open-modules.ts";
import { brandSettings } from "../../platform/backend/brand-settings.ts";
import type { BackendClient } from "../../platform/backend/client.ts";
import { outboxHead } from "../../platform/backend/outbox.ts";
import type { FollowedBrand, Subscriber } from "../../platform/journal/follower.ts";
import { documentOf, type SearchedType, searchedTypes } from "./index/document.ts";
import type { Progress, SearchIndex } from "./index/search-index.ts";

const chunk = 100;
const page = 500;
/** A brand's journal says nothing of the modules that are opened to it. */
const lookAgain = 60_000;

/** Keeps the index as the journals say. */
export class SearchFeed implements Subscriber {
  constructor(private readonly index: SearchIndex) {}

  /** Takes up what happened since the last time. Without progress the brand's part of the index is made from everything. */
  async follow(brand: FollowedBrand): Promise<number> {
    const { brandId } = brand;
    let progress = await this.index.progress(brandId);
    if (!progress) {
      await this.rebuild(brand);
      return lookAgain;
    }
    for (;;) {
      const entries = await brand.entriesAfter(progress.sequence);
      const backend = await brand.client("search-feed");
      // After the entries: what is of a module that was closed then is not among them, and is read as the module opens.
      const modules = await this.openAndClose(backend, brandId, progress);
      for (const type of searchedTypes.filter(({ name }) => isOpen(name, modules))) {
        const ids = [
          ...new Set(entries.filter((entry) => entry.subjectType === type.name).map((entry) => entry.subjectId)),
        ];
        for (let start = 0; start < ids.length; start += chunk)
          await this.refresh(backend, brandId, type, ids.slice(start, start + chunk), progress.generation);
      }
      const last = entries.at(-1);
      progress = { ...progress, sequence: last?.sequence ?? progress.sequence, modules };
      // After the effect: a crash in between repeats it, and repeating changes nothing.
      await this.index.setProgress(brandId, progress);
      if (!last) return lookAgain;
    }
  }

  /** Takes out the types of modules that were closed, and takes in those of modules that were opened. */
  private async openAndClose(backend: BackendClient, brandId: string, before: Progress): Promise<readonly string[]> {
    const { modules } = await brandSettings(backend, brandId);
    const differing = searchedTypes.filter(({ name }) => isOpen(name, modules) !== isOpen(name, before.modules));
    const closed = differing.filter(({ name }) => !isOpen(name, modules));
    if (closed.length > 0)
      await this.index.removeTypes(
        brandId,
        closed.map(({ name }) => name),
      );
    for (const type of differing)
      if (!closed.includes(type)) await this.readAll(backend, brandId, type, before.generation);
    return modules;
  }

  /** Reads every row again. What was searched before stays searchable meanwhile; what is gone is removed at the end. */
  async rebuild(brand: FollowedBrand): Promise<{ rows: number; removed: number }> {
    const { brandId } = brand;
    const backend = await brand.client("search-rebuild");
    const generation = ((await this.index.progress(brandId))?.generation ?? 0) + 1;
    // Before reading: what changes while we read is taken up from here.
    const sequence = await outboxHead(backend);
    let rows = 0;
    const { modules } = await brandSettings(backend, brandId);
    for (const type of searchedTypes)
      if (isOpen(type.name, modules)) rows += await this.readAll(backend, brandId, type, generation);
    const removed = await this.index.removeUnseen(brandId, generation);
    await this.index.setProgress(brandId, { sequence, generation, modules });
    await this.index.analyze();
    return { rows, removed };
  }

  private async readAll(
    backend: BackendClient,
    brandId: string,
    type: SearchedType,
    generation: number,
  ): Promise<number> {
    for (let offset = 0; ; offset += page) {
      const found = await this.rows(backend, type, (params) =>
        params.addCustomParam({ page: { limit: page, offset } }),
      );
      await this.index.put(
        brandId,
        found.map((row) => documentOf(type, row)),
        generation,
      );
      if (found.length < page) return offset + found.length;
    }
  }

  private async refresh(
    backend: BackendClient,
    brandId: string,
    type: SearchedType,
    ids: readonly string[],
    generation: number,
  ): Promise<void> {
    const found = await this.rows(backend, type, (params) =>
      params.addFilter("id", [...ids], "IN").addCustomParam({ page: { limit: page } }),
    );
    await this.index.put(
      brandId,
      found.map((row) => documentOf(type, row)),
      generation,
    );
    const there = new Set(found.map((row) => row.id));
    const gone = ids.filter((id) => !there.has(id));
    if (gone.length > 0) await this.index.remove(brandId, type.name, gone);
  }

  private async rows(
    backend: BackendClient,
    type: SearchedType,
    narrow: (params: DrupalJsonApiParams) => DrupalJsonApiParams,
  ): Promise<(Record<string, unknown> & { id: string })[]> {
    const steps = type.ownerPath && type.ownerPath !== "self" ? type.ownerPath.split(".") : [];
    const own = [...new Set([...type.fields.map((field) => field.name), ...type.labelFields, ...steps.slice(0, 1)])];
    const params = new DrupalJsonApiParams().addFields(`${type.name}--${type.name}`, own);
    if (steps.length > 1) params.addInclude([steps.slice(0, -1).join(".")]);
    const rows: unknown = await backend.list(type.name as "sw_site", narrow(params));
    return rows as (Record<string, unknown> & { id: string })[];
  }
}
