import { loadVendor } from "../../../../../base/connectors/index.ts";
import { supplierOf } from "../../from-vendor.ts";

export const snaic = supplierOf(loadVendor(new URL("./snaic.yml", import.meta.url)));
