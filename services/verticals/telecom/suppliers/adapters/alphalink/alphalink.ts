import { loadVendor } from "../../../../../base/connectors/index.ts";
import { supplierOf } from "../../from-vendor.ts";

export const alphalink = supplierOf(loadVendor(new URL("./alphalink.yml", import.meta.url)));
