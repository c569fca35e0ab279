export type * from "./entity-model.ts";
export { closableModules, closedValues, openModel, openPermissions } from "./open-model.ts";
export { jsonProblem, jsonSchemaOf } from "./json-value.ts";
export { filledPattern } from "./label-pattern.ts";
export { loadEntityModel, loadModelOnBase, loadPlatformModel, ModelError, platformModelFiles } from "./load.ts";
