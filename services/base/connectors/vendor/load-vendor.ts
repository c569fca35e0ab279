import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { type FolderVendor, isFolderFile, readFolderVendor } from "./folder/folder-vendor.ts";
import { readVendor, type Vendor } from "./vendor.ts";

/** Reads a vendor's file: of one that is reached over HTTP, or by a folder. Throws naming the place. */
export function loadVendor(file: URL): Vendor | FolderVendor {
  const data: unknown = parse(readFileSync(file, "utf8"));
  return isFolderFile(data) ? readFolderVendor(data) : readVendor(data);
}
