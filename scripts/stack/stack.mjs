import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildServers } from "./built-servers.mjs";
import { root } from "./install.mjs";
import { addressOf, healthOf, PortBusy, run, startServer } from "./process.mjs";

const portTries = 50;

/**
 * Starts backend, services, console and what stands in for the outside, and seeds the demo once: `{ consoleUrl, backendUrl, servicesUrl,
 * mailUrl, stop, stopBackend, exited, tails }`. `models` are model files that the embedded backend has besides the platform's. `folder`
 * keeps this stack's data; `backend` is "embedded" or "drupal"; `ports` are the wished ones: each server binds its own or the next free one,
 * and nobody believes an address before its health answer has named this installation. `reset` starts a Drupal database over.
 */
export async function startStack({
  folder,
  backend = "embedded",
  ports = { console: 3000, backend: 8200, services: 8300 },
  host = "127.0.0.1",
  reset = false,
  models = [],
  say,
}) {
  mkdirSync(folder, { recursive: true });
  // The demo's logins are printed, and its services and rows are made by this one.
  process.env.SW_ADMIN_PASSWORD ||= "admin";
  const running = new Set();
  const stop = () => Promise.all([...running].map((server) => server.stop()));
  const built = await buildServers();
  const kit = { folder, host, say, running, built, installation: secretOf(folder, "installation") };
  try {
    const outside = startStandIns(kit, ports);
    // Whoever fails first is told of below; this one only keeps the process from ending before.
    outside.catch(() => undefined);
    const data =
      backend === "drupal"
        ? await startDrupal(kit, ports.backend, reset)
        : await startEmbedded(kit, ports.backend, models);
    const seeded = seed(data.url, join(folder, "seeded"), say);
    seeded.catch(() => undefined);
    const standIns = await outside;
    const [services, console] = await startTogether(kit, ports, { ...standIns, backendUrl: data.url });
    await seeded;
    say("Backend, services and console run.");
    return {
      consoleUrl: `http://localhost:${console.port}`,
      servicesUrl: services.url,
      backendUrl: data.url,
      mailUrl: standIns.url,
      vendors: standIns.vendors,
      vendorToken: standIns.vendorToken,
      webhookReceiver: standIns.webhookReceiver,
      stop,
      stopBackend: () => data.server.stop(),
      exited: Promise.race([...running].map((server) => server.exited)),
      tails: () => [...running].map((server) => server.tail?.() ?? "").join("\n"),
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A server of ours, which says where it answers once it has bound a port. */
async function startOurs(
  { running, built, installation, say },
  { what, file, port, tries = portTries, env = {}, args = [] },
) {
  const server = startServer(process.execPath, [...built.get(file), ...args], {
    cwd: root,
    env: {
      PORT: String(port),
      HOSTNAME: "127.0.0.1",
      SW_PORT_TRIES: String(tries),
      SW_INSTALLATION: installation,
      ...env,
    },
  });
  running.add(server);
  const url = await addressOf(server);
  const bound = Number(new URL(url).port);
  if (bound !== port) say(`Port ${port} is busy: ${what} takes ${bound}.`);
  return { server, url, port: bound };
}

async function startStandIns(kit, ports) {
  const started = await startOurs(kit, {
    what: "the mails' page",
    file: "services/stand-ins/main.ts",
    port: ports.mails ?? ports.services + 40,
    env: {
      SMTP_PORT: String(ports.smtp ?? ports.services + 25),
      VENDORS_PORT: String(ports.vendors ?? ports.services + 60),
      VENDORS_FOLDER: join(kit.folder, "vendors"),
    },
  });
  const { smtpPort, vendors, vendorToken, webhookReceiver } = await healthOf(
    started.url,
    kit.installation,
    started.server,
  );
  return { ...started, smtpPort, vendors, vendorToken, webhookReceiver };
}

function startEmbedded(kit, port, models) {
  kit.say("Starting…");
  return startOurs(kit, {
    what: "the embedded backend",
    file: "services/embedded-drupal/main.ts",
    port,
    args: [
      "--port",
      String(port),
      "--data",
      join(kit.folder, "database"),
      ...models.flatMap((file) => ["--more-model", file]),
    ],
  });
}

async function startDrupal({ folder, running, say }, port, reset) {
  process.env.SW_DRUPAL_VAR = folder;
  const { installDrupal } = await import("../drupal/install.mjs");
  const { serveDrupal } = await import("../drupal/serve.mjs");
  await installDrupal({ reset, log: say });
  const { url, stop } = await serveDrupal({ port, tries: portTries, log: say });
  const server = { stop, exited: new Promise(() => {}) };
  running.add(server);
  return { url, server };
}

/** Services and console side by side. Each has to know the other's address: where one couldn't have its wished port, the other starts again. */
async function startTogether(kit, ports, { backendUrl, smtpPort, vendors, webhookReceiver }) {
  const startServices = (port, tries, consolePort) =>
    startOurs(kit, {
      what: "the services",
      file: "services/main.ts",
      port,
      tries,
      env: {
        SW_BACKEND_URL: backendUrl,
        SW_PLATFORM_ACCOUNT: "admin",
        SW_PLATFORM_PASSWORD: process.env.SW_ADMIN_PASSWORD,
        SW_SERVICE_SECRET: secretOf(kit.folder, "service-secret"),
        SW_CONNECTION_KEYS: `local:${Buffer.from(secretOf(kit.folder, "connection-key"), "hex").toString("base64")}`,
        SW_CONNECTION_ORIGINS: Object.values(vendors).join(","),
        SW_WEBHOOK_ORIGINS: webhookReceiver,
        // Simulators move in seconds; a real vendor is asked more seldom.
        SW_CONNECTION_FIRST_ASK: "1.5",
        SW_SERVICES_DATA: join(kit.folder, "services"),
        SW_SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
        SW_CONSOLE_ADDRESS: `http://{host}:${consolePort}`,
        SW_NOTIFICATIONS_QUIET: "1",
        SW_MAIL_FIRST_WAIT: "5",
      },
    });
  const stopped = async (server) => {
    kit.running.delete(server);
    await server.stop();
  };
  let [services, console] = await Promise.all([
    startServices(ports.services, portTries, ports.console),
    startConsole(kit, ports.console, backendUrl, `http://127.0.0.1:${ports.services}`),
  ]);
  if (console.port !== ports.console) {
    await stopped(services.server);
    services = await startServices(services.port, 1, console.port);
  }
  if (services.port !== ports.services) {
    await stopped(console.server);
    console = await startConsole(kit, console.port, backendUrl, services.url);
  }
  await healthOf(services.url, kit.installation, services.server);
  return [services, console];
}

async function startConsole(kit, wished, backendUrl, servicesUrl) {
  const standalone = join(root, "frontend/.next/standalone/frontend");
  for (let port = wished; port < wished + portTries; port += 1) {
    const server = startServer(
      process.execPath,
      ["--import", join(root, "frontend/server/trust-proxy.mjs"), join(standalone, "server.js")],
      {
        cwd: standalone,
        env: {
          NODE_ENV: "production",
          PORT: String(port),
          HOSTNAME: kit.host,
          SW_BACKEND_URL: backendUrl,
          SW_SERVICES_URL: servicesUrl,
          SW_SESSION_SECRET: secretOf(kit.folder, "session-secret"),
          SW_INSTALLATION: kit.installation,
        },
      },
    );
    kit.running.add(server);
    try {
      await healthOf(`http://127.0.0.1:${port}`, kit.installation, server);
      if (port !== wished) kit.say(`Port ${wished} is busy: the console takes ${port}.`);
      return { server, port };
    } catch (error) {
      if (!(error instanceof PortBusy)) throw error;
      kit.running.delete(server);
    }
  }
  throw new Error(
    `No free port from ${wished} to ${wished + portTries - 1} for the console. Stop what uses them and start again.`,
  );
}

async function seed(url, marker, say) {
  if (existsSync(marker)) return;
  say("Creating the demo brands through JSON:API…");
  const { code, output } = await run(process.execPath, ["--import", "tsx", join(root, "scripts/seed/main.ts"), url], {
    cwd: root,
  });
  if (code !== 0) throw new Error(`The demo could not be created:\n${output.trim().split("\n").slice(-6).join("\n")}`);
  say(output.trim().split("\n").at(-1) ?? "");
  writeFileSync(marker, new Date().toISOString());
}

/** Kept between starts, so that people stay signed in. */
function secretOf(folder, name) {
  const file = join(folder, name);
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString("hex"), { mode: 0o600 });
  return readFileSync(file, "utf8");
}
