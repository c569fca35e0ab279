export type * from "./entity-model.ts";
export { loadEntityModel, loadPlatformModel, ModelError, platformModelFiles } from "./load.ts";
