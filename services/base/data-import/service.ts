import * as z from "zod";
import { defineService, type ServiceDefinition } from "../../platform/service/define-service.ts";
import { DataImport } from "./data-import.ts";
import type { ImportKind } from "./engine/kind.ts";
import { dataImportRouter } from "./router.ts";

export function dataImport(kinds: readonly ImportKind[]): ServiceDefinition {
  return defineService({
    name: "data-import",
    env: z.object({}),
    router: dataImportRouter,
    largestCall: 32 * 1024 * 1024,
    create() {
      const calls = new DataImport(kinds);
      return { calls, stop: () => calls.close() };
    },
  });
}
