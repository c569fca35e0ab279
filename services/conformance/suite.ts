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

/** A row of each brand's world; relationships name the type and the key of a row before it. */
export interface Row {
  readonly type: string;
  readonly key: string;
  readonly attributes: object;
  readonly relationships?: Readonly<Record<string, readonly [string, string]>>;
}

/** What a module of the platform adds to the suite: cases about its own types. */
export interface Module {
  readonly name: string;
  /** Offered by every backend that has the module, and by no other. */
  readonly type: string;
  /** Its name in the installation, as brands open it. */
  readonly module: string;
  rows(letter: string, suffix: string): readonly Row[];
  readonly groups: readonly Group[];
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
