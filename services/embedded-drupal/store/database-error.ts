import type { Problem } from "../problem/refusal.ts";

/** The last net under client input: what the database can't take as data is the client's problem, without the database's words. */
export function asClientProblem(error: unknown): Problem | undefined {
  const code = error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
  if (/^22/.test(code)) return { status: 400, detail: "The request contains a value that can't be processed." };
  if (code === "23505") return { status: 409, detail: "Conflict: Entity already exists." };
  if (code === "54001" || code === "54000") return { status: 400, detail: "The request is too complex." };
  return undefined;
}
