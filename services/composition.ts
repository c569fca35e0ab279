/** The only file of the services that names them all. A module is its folder and a line here. */
import { pennylane } from "./base/connectors/adapters/pennylane/pennylane.ts";
import { threecx } from "./base/connectors/adapters/threecx/threecx.ts";
import { connectors } from "./base/connectors/service.ts";
import { baseKinds } from "./base/data-import/base-kinds.ts";
import { claimLetter } from "./base/control/claim/claim-letter.ts";
import { control } from "./base/control/service.ts";
import { dataImport } from "./base/data-import/service.ts";
import type { ServiceModule } from "./base/module.ts";
import { jobs } from "./base/jobs/service.ts";
import { notifications } from "./base/notifications/service.ts";
import { search } from "./base/search/service.ts";
import { webhooks } from "./base/webhooks/service.ts";
import type { ServiceDefinition } from "./platform/service/define-service.ts";
import { telecom } from "./verticals/telecom/index.ts";

const modules: readonly ServiceModule[] = [telecom];
const trades = modules.flatMap((module) => module.control ?? []);

export const services: readonly ServiceDefinition[] = [
  search,
  notifications(
    modules.flatMap(({ digests }) => digests),
    [claimLetter(trades), ...modules.flatMap(({ letters }) => letters ?? [])],
  ),
  jobs,
  webhooks,
  control(trades),
  connectors({
    adapters: [pennylane, threecx, ...modules.flatMap((module) => module.connectors?.adapters ?? [])],
    executors: modules.flatMap((module) => module.connectors?.executors ?? []),
    trades: modules.flatMap((module) => module.connectors?.trades ?? []),
  }),
  dataImport([...baseKinds, ...modules.flatMap(({ importKinds }) => importKinds)]),
  ...modules.flatMap((module) => module.services),
];
