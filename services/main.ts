/** `tsx services/main.ts [--only search,notifications]`: the services, or some of them, in one process. */
import { parseArgs } from "node:util";
import { services } from "./composition.ts";
import { startHost } from "./platform/service/host.ts";

const { values } = parseArgs({ options: { only: { type: "string" } } });
const only = values.only?.split(",");
const unknown = only?.filter((name) => !services.some((service) => service.name === name)) ?? [];
try {
  if (unknown.length > 0)
    throw new Error(
      `No service is called ${unknown.join(", ")}. There are: ${services.map(({ name }) => name).join(", ")}.`,
    );
  const host = await startHost(only ? services.filter(({ name }) => only.includes(name)) : services);
  console.log(`Services answers on ${host.url}`);
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => void host.stop().then(() => process.exit(0)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
