import "server-only";
import { editingRouter } from "@/base/editing/server";
import { accountsRouter } from "@/base/features/accounts/server";
import { administrationRouter } from "@/base/features/administration/server";
import { controlRouter } from "@/base/features/control/server";
import { contactsRouter } from "@/base/features/contacts/server";
import { dataImportRouter } from "@/base/features/data-import/server";
import { documentsRouter } from "@/base/features/documents/server";
import { invoicesRouter } from "@/base/invoices/server";
import { lettersRouter } from "@/base/letters/server";
import { futureRouter } from "@/base/features/timeline/future-server";
import { journalRouter } from "@/base/features/timeline/server";
import { portalRouter } from "@/base/features/portal/server";
import { notificationsRouter } from "@/base/features/notifications/server";
import { ownAccountRouter } from "@/base/features/own-account/server";
import { searchRouter } from "@/base/features/search/server";
import { sessionRouter } from "@/base/features/session/server";
import { tasksRouter } from "@/base/features/tasks/server";
import { sitesRouter } from "@/base/features/sites/server";
import { recordsRouter } from "@/base/records/server";
import { router } from "@/server/trpc/init";

export const baseRouter = router({
  editing: editingRouter,
  records: recordsRouter,
  session: sessionRouter,
  ownAccount: ownAccountRouter,
  accounts: accountsRouter,
  sites: sitesRouter,
  tasks: tasksRouter,
  documents: documentsRouter,
  contacts: contactsRouter,
  journal: journalRouter,
  future: futureRouter,
  search: searchRouter,
  administration: administrationRouter,
  control: controlRouter,
  dataImport: dataImportRouter,
  notifications: notificationsRouter,
  invoices: invoicesRouter,
  letters: lettersRouter,
  portal: portalRouter,
});

/** How base screens see the whole API: their own part of it. */
export const baseApi = router({ base: baseRouter });
export type BaseRoot = typeof baseApi;
