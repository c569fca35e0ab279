import { existsSync, readdirSync } from "node:fs";
import type { Client } from "./client.ts";
import type { Module } from "./suite.ts";

/** The cases of a module lie beside the module; those of the smallest vertical here, as it has no other code. */
const folders = [new URL("../addons/", import.meta.url), new URL("../verticals/", import.meta.url)];
const places = [
  new URL("./toy/index.ts", import.meta.url),
  ...folders
    .flatMap((folder) =>
      existsSync(folder) ? readdirSync(folder).map((name) => new URL(`${name}/conformance/index.ts`, folder)) : [],
    )
    .filter((place) => existsSync(place)),
];

/** All modules that have cases, whatever a backend offers. */
export function allModules(): Promise<Module[]> {
  return Promise.all(
    places.map(async ({ href }) => {
      const { module }: { module: Module } = await import(href);
      return module;
    }),
  );
}

/** The modules whose types the backend offers in its entry point, or those that are named. */
export async function modulesOf(anonymous: Client, named?: readonly string[]): Promise<Module[]> {
  const all = await allModules();
  const unknown = named?.find((name) => !all.some((module) => module.name === name));
  if (unknown !== undefined) throw new Error(`No module "${unknown}" has cases.`);
  const links = Object(named ? {} : (await anonymous.get("/jsonapi")).is(200).at("/links"));
  return all.filter(({ name, type }) => (named ? named.includes(name) : Object.hasOwn(links, `${type}--${type}`)));
}
