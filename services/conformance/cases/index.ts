import { foundAnomalies } from "./anomalies.ts";
import { brandOfHost } from "./brand-of-host.ts";
import type { Group } from "../suite.ts";
import { entryPoint } from "./entry-point.ts";
import { filtering } from "./filtering.ts";
import { fieldsets, including, paging, sorting } from "./lists.ts";
import { customerInvoices } from "./customer-invoices.ts";
import { documentVersions } from "./document-versions.ts";
import { files } from "./files.ts";
import { layout } from "./layouts.ts";
import { aggregates } from "./aggregates.ts";
import { atomic } from "./atomic.ts";
import { bulkRows } from "./bulk-rows.ts";
import { removals } from "./removals.ts";
import { journal } from "./journal.ts";
import { persons } from "./people.ts";
import { planned } from "./planned.ts";
import { waitingOutbox } from "./waiting-outbox.ts";
import { reading } from "./reading.ts";
import { rights } from "./rights.ts";
import { uniqueness, versions } from "./rules.ts";
import { advisories } from "./advisories.ts";
import { advisoriesOnFiles } from "./advisories-files.ts";
import { limits, outbox, progress, siteFields, subrequests, translatePath } from "./routes.ts";
import { basicAuthentication } from "./basic-auth.ts";
import { caches, formats, languages } from "./formats.ts";
import { normalising } from "./normalising.ts";
import { oddQuestions } from "./odd-questions.ts";
import { oddWrites } from "./odd-writes.ts";
import { queries } from "./queries.ts";
import { hidden } from "./unviewable.ts";
import { ownSessions } from "./own-sessions.ts";
import { passwordReset } from "./password-reset.ts";
import { passwords } from "./passwords.ts";
import { sessions } from "./sessions.ts";
import { notified, recipients } from "./notifications.ts";
import { jsonValues } from "./json-values.ts";
import { personal } from "./personal.ts";
import { tenancy } from "./tenancy.ts";
import { deleting, updating } from "./changing.ts";
import { recordedActions } from "./actions.ts";
import { creating } from "./creating.ts";
import { errorCodes } from "./error-codes.ts";
import { errors } from "./errors.ts";
import { internalDocuments } from "./internal-documents.ts";
import { relationships } from "./relationships.ts";

export const groups: readonly Group[] = [
  entryPoint,
  reading,
  filtering,
  sorting,
  paging,
  including,
  fieldsets,
  creating,
  updating,
  deleting,
  relationships,
  errors,
  errorCodes,
  languages,
  formats,
  caches,
  queries,
  oddQuestions,
  oddWrites,
  normalising,
  hidden,
  passwords,
  passwordReset,
  sessions,
  ownSessions,
  basicAuthentication,
  files,
  documentVersions,
  internalDocuments,
  tenancy,
  brandOfHost,
  persons,
  personal,
  jsonValues,
  foundAnomalies,
  recordedActions,
  customerInvoices,
  layout,
  rights,
  versions,
  uniqueness,
  atomic,
  bulkRows,
  removals,
  aggregates,
  journal,
  planned,
  translatePath,
  subrequests,
  siteFields,
  recipients,
  notified,
  progress,
  limits,
  outbox,
  waitingOutbox,
  advisories,
  advisoriesOnFiles,
];
