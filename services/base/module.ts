import type { ServiceDefinition } from "../platform/service/define-service.ts";
import type { ModuleConnectors } from "./connectors/index.ts";
import type { ImportKind } from "./data-import/index.ts";
import type { ControlTrade } from "./control/index.ts";
import type { Digest, OutsideLetter } from "./notifications/index.ts";

/** What an add-on or a vertical brings to the services. Its entity model lies with its Drupal module of the same name. */
export interface ServiceModule {
  readonly name: string;
  readonly services: readonly ServiceDefinition[];
  readonly importKinds: readonly ImportKind[];
  readonly digests: readonly Digest[];
  /** What people send to somebody outside about its rows. */
  readonly letters?: readonly OutsideLetter[];
  /** What it says of the gaps that its checks find. */
  readonly control?: ControlTrade;
  /** The vendors that its trade works with. */
  readonly connectors?: ModuleConnectors;
}
