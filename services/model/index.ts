export type * from "./entity-model.ts";
export { filledPattern } from "./label-pattern.ts";
export { loadEntityModel, loadModelOnBase, loadPlatformModel, ModelError, platformModelFiles } from "./load.ts";
