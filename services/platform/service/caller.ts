import { randomUUID } from "node:crypto";
import { TRPCError } from "@trpc/server";
import type { BackendFor } from "./procedures.ts";

export interface Caller {
  readonly brand: string;
  readonly name: string;
  readonly permissions: readonly string[];
  can(permission: string): boolean;
}

/** Who calls, where they hold the right in their brand: before anything is read. */
export async function callerWith(ctx: { readonly backendFor: BackendFor }, permission: string): Promise<Caller> {
  const user = await ctx.backendFor(`caller-${randomUUID()}`).me();
  const brand = user.brand?.id;
  const permissions = user.permissions ?? [];
  const can = (one: string) => permissions.includes(one);
  if (!brand || !can(permission)) throw new TRPCError({ code: "FORBIDDEN" });
  return { brand, name: user.full_name ?? user.display_name ?? "", permissions, can };
}
