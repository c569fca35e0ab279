import type { World } from "./world.ts";

/** Thrown by a case that can't be judged here, with the reason. */
export class Skip extends Error {
  override name = "Skip";
}

export interface Case {
  readonly name: string;
  run(world: World): Promise<void>;
}

export interface Group {
  readonly name: string;
  readonly cases: readonly Case[];
}

/** A group of cases in the order they are declared. */
export function group(
  name: string,
  declare: (test: (name: string, run: (world: World) => Promise<void>) => void) => void,
): Group {
  const cases: Case[] = [];
  declare((caseName, run) => cases.push({ name: caseName, run }));
  return { name, cases };
}
