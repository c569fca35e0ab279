import { loadVendor } from "../../../../../base/connectors/index.ts";
import { supplierOf } from "../../from-vendor.ts";

export const cfast = supplierOf(loadVendor(new URL("./cfast.yml", import.meta.url)));
