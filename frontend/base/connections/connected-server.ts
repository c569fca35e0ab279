import "server-only";
import type { ConnectorsRouter } from "@softwhere/services/base/connectors/router";
import { serviceClient } from "@/server/services";

type Session = Parameters<typeof serviceClient>[1];

/** What the brand is connected for, and what can be wanted there. Refused to whoever has no actions carried out. */
export const connected = (session: Session) => serviceClient<ConnectorsRouter>("connectors", session).connected.query();
