export { DocumentVersions } from "./document-versions";
export { FilePreview } from "./file-preview";
