import { initTRPC, TRPCError } from "@trpc/server";
import superjson from "superjson";
import type { BackendSession } from "../platform/backend/session-header.ts";
import {
  type CheckInput,
  type CheckReport,
  checkInput,
  type KindDescription,
  type ReadInput,
  type ReadReport,
  type RememberInput,
  readInput,
  rememberInput,
  type WriteInput,
  type WriteResult,
  writeInput,
} from "./contract.ts";

/** Imports as the console calls them; `main.ts` supplies what does the work. Nothing is kept between calls. */
export interface DataImport {
  kinds(): readonly KindDescription[];
  /** The file as a table, with the fields its columns seem to mean. */
  read(input: ReadInput, session: BackendSession): Promise<ReadReport>;
  /** Dry run: what each row would do, and what stands against it. */
  check(input: CheckInput, session: BackendSession): Promise<CheckReport>;
  /** Writes a part of what a check planned, all under the run's request id. */
  write(input: WriteInput, session: BackendSession): Promise<WriteResult[]>;
  /** Keeps the mapping for the brand's next file of this kind. */
  remember(input: RememberInput, session: BackendSession): Promise<void>;
}

export interface DataImportContext {
  readonly dataImport: DataImport;
  readonly session: BackendSession | undefined;
}

const t = initTRPC.context<DataImportContext>().create({
  transformer: superjson,
  // A code is all the console needs; what went wrong inside stays in this service's log.
  errorFormatter: ({ shape, error }) => ({
    ...shape,
    message: error.code,
    data: { code: shape.data.code, httpStatus: shape.data.httpStatus },
  }),
});

const signedIn = t.procedure.use(({ ctx, next }) => {
  if (!ctx.session) throw new TRPCError({ code: "UNAUTHORIZED" });
  return next({ ctx: { ...ctx, session: ctx.session } });
});

export const dataImportRouter = t.router({
  kinds: signedIn.query(({ ctx }) => ctx.dataImport.kinds()),
  read: signedIn.input(readInput).mutation(({ ctx, input }) => ctx.dataImport.read(input, ctx.session)),
  check: signedIn.input(checkInput).mutation(({ ctx, input }) => ctx.dataImport.check(input, ctx.session)),
  write: signedIn.input(writeInput).mutation(({ ctx, input }) => ctx.dataImport.write(input, ctx.session)),
  remember: signedIn.input(rememberInput).mutation(({ ctx, input }) => ctx.dataImport.remember(input, ctx.session)),
});

export type DataImportRouter = typeof dataImportRouter;
