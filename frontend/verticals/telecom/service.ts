import "server-only";
import type { TelecomRouter } from "@softwhere/services/verticals/telecom/commands/router";
import { serviceClient } from "@/server/services";
import type { SignedInSession } from "@/server/session";

/** Telecom's commands: what decides is there, the console forwards. */
export const commands = (session: SignedInSession) => serviceClient<TelecomRouter>("telecom", session);
