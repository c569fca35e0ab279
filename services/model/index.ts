export type * from "./entity-model.ts";
export { loadEntityModel, loadModelOnBase, loadPlatformModel, ModelError, platformModelFiles } from "./load.ts";
