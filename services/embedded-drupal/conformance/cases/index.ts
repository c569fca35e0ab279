import type { Group } from "../suite.ts";
import { entryPoint } from "./entry-point.ts";
import { filtering } from "./filtering.ts";
import { fieldsets, including, paging, sorting } from "./lists.ts";
import { reading } from "./reading.ts";

export const groups: readonly Group[] = [entryPoint, reading, filtering, sorting, paging, including, fieldsets];
