import { randomUUID } from "node:crypto";
import { serviceProcedures } from "../../platform/service/procedures.ts";
import { checkInput, readInput, rememberInput, writeInput } from "./contract.ts";
import type { DataImport } from "./data-import.ts";

const { router, procedure } = serviceProcedures<DataImport>();

const reader = procedure.use(({ ctx, next }) =>
  next({ ctx: { backend: ctx.backendFor(`import-read-${randomUUID()}`, "import") } }),
);

export const dataImportRouter = router({
  kinds: procedure.query(({ ctx }) => ctx.service.kinds()),
  read: reader.input(readInput).mutation(({ ctx, input }) => ctx.service.read(input, ctx.backend)),
  check: reader.input(checkInput).mutation(({ ctx, input }) => ctx.service.check(input, ctx.backend)),
  write: procedure
    .input(writeInput)
    .mutation(({ ctx, input }) => ctx.service.write(input, ctx.backendFor(input.runId, "import"))),
  remember: reader.input(rememberInput).mutation(({ ctx, input }) => ctx.service.remember(input, ctx.backend)),
});

export type DataImportRouter = typeof dataImportRouter;
