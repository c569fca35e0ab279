import { randomBytes } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./install.mjs";
import { freePort } from "./ports.mjs";
import { run, startServer, waitFor } from "./process.mjs";

const tsx = ["--import", "tsx"];

/**
 * Starts backend, services and console, seeds the demo once: `{ consoleUrl, backendUrl, stop, exited }`.
 * `models` are the embedded backend's model files where they aren't the platform's own. `folder` keeps this stack's data; `backend` is "embedded" or "drupal"; `ports` are the wished ones; `reset` starts a Drupal database over.
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
  const running = [];
  const stop = async () => {
    for (const server of [...running].reverse()) await server.stop();
  };
  try {
    const started =
      backend === "drupal"
        ? await startDrupal(folder, ports.backend, reset, say)
        : await startEmbedded(folder, ports.backend, models, say);
    running.push(started.server);
    await seed(started.url, join(folder, "seeded"), say);
    const serviceAccounts = await ensureServiceAccounts(started.url, folder, say);
    const servicesPort = await freePort(ports.services, "the services", say);
    const services = startServer(process.execPath, [...tsx, join(root, "services/billing-control/main.ts")], {
      cwd: root,
      env: { SW_BACKEND_URL: started.url, PORT: String(servicesPort), HOSTNAME: "127.0.0.1" },
    });
    running.push(services);
    await waitFor(`http://127.0.0.1:${servicesPort}/health`, services);
    say("Billing control runs.");
    const searchPort = await freePort(ports.search ?? 8310, "search", say);
    const search = startServer(process.execPath, [...tsx, join(root, "services/search/main.ts")], {
      cwd: root,
      env: {
        SW_BACKEND_URL: started.url,
        SW_SERVICE_ACCOUNTS: serviceAccounts,
        SW_SEARCH_DATA: join(folder, "search"),
        SW_SERVICE_SECRET: secretOf(folder, "service-secret"),
        PORT: String(searchPort),
        HOSTNAME: "127.0.0.1",
      },
    });
    running.push(search);
    await waitFor(`http://127.0.0.1:${searchPort}/health`, search);
    say("Search runs.");
    const importPort = await freePort(ports.dataImport ?? 8320, "data import", say);
    const dataImport = startServer(process.execPath, [...tsx, join(root, "services/data-import/main.ts")], {
      cwd: root,
      env: { SW_BACKEND_URL: started.url, PORT: String(importPort), HOSTNAME: "127.0.0.1" },
    });
    running.push(dataImport);
    await waitFor(`http://127.0.0.1:${importPort}/health`, dataImport);
    say("Data import runs.");
    const schedulerAccounts = await ensureServiceAccounts(started.url, folder, say, "scheduler");
    const schedulePort = await freePort(ports.lineSchedule ?? 8330, "the line schedule", say);
    const lineSchedule = startServer(process.execPath, [...tsx, join(root, "services/line-schedule/main.ts")], {
      cwd: root,
      env: {
        SW_BACKEND_URL: started.url,
        SW_SCHEDULER_ACCOUNTS: schedulerAccounts,
        PORT: String(schedulePort),
        HOSTNAME: "127.0.0.1",
      },
    });
    running.push(lineSchedule);
    await waitFor(`http://127.0.0.1:${schedulePort}/health`, lineSchedule);
    say("The line schedule runs.");
    const consolePort = await freePort(ports.console, "the console", say);
    const mailUrl = await startNotifications({
      folder,
      backendUrl: started.url,
      serviceAccounts,
      consolePort,
      ports,
      running,
      say,
    });
    const server = startConsole({
      port: consolePort,
      host,
      backendUrl: started.url,
      servicesUrl: `http://127.0.0.1:${servicesPort}`,
      searchUrl: `http://127.0.0.1:${searchPort}`,
      importUrl: `http://127.0.0.1:${importPort}`,
      secret: secretOf(folder, "session-secret"),
    });
    running.push(server);
    await waitFor(`http://127.0.0.1:${consolePort}/login`, server);
    say("The console runs.");
    return {
      consoleUrl: `http://localhost:${consolePort}`,
      backendUrl: started.url,
      mailUrl,
      stop,
      stopBackend: () => started.server.stop(),
      exited: Promise.race(running.map((one) => one.exited)),
      tails: () => running.map((one) => one.tail?.() ?? "").join("\n"),
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Notifications and, for their mails, a mail server that delivers nothing: the address that shows them. */
async function startNotifications({ folder, backendUrl, serviceAccounts, consolePort, ports, running, say }) {
  const mailPort = await freePort(ports.mails ?? 8340, "the mails' page", say);
  const smtpPort = await freePort(ports.smtp ?? 8325, "the mail catcher", say);
  const catcher = startServer(process.execPath, [...tsx, join(root, "services/notifications/development/main.ts")], {
    cwd: root,
    env: { PORT: String(mailPort), SMTP_PORT: String(smtpPort), HOSTNAME: "127.0.0.1" },
  });
  running.push(catcher);
  await waitFor(`http://127.0.0.1:${mailPort}/health`, catcher);
  const port = await freePort(ports.notifications ?? 8350, "notifications", say);
  const notifications = startServer(process.execPath, [...tsx, join(root, "services/notifications/main.ts")], {
    cwd: root,
    env: {
      SW_BACKEND_URL: backendUrl,
      SW_SERVICE_ACCOUNTS: serviceAccounts,
      SW_NOTIFICATIONS_DATA: join(folder, "notifications"),
      SW_SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
      SW_CONSOLE_ADDRESS: `http://{host}:${consolePort}`,
      SW_NOTIFICATIONS_QUIET: "1",
      SW_MAIL_FIRST_WAIT: "5",
      PORT: String(port),
      HOSTNAME: "127.0.0.1",
    },
  });
  running.push(notifications);
  await waitFor(`http://127.0.0.1:${port}/health`, notifications);
  say("Notifications run.");
  return `http://127.0.0.1:${mailPort}`;
}

async function startEmbedded(folder, wished, models, say) {
  const port = await freePort(wished, "the embedded backend", say);
  say("Starting the embedded backend…");
  const server = startServer(
    process.execPath,
    [
      ...tsx,
      join(root, "services/embedded-drupal/main.ts"),
      "--port",
      String(port),
      "--data",
      join(folder, "database"),
      ...models.flatMap((file) => ["--model", file]),
    ],
    { cwd: root },
  );
  const url = `http://127.0.0.1:${port}`;
  await waitFor(`${url}/jsonapi`, server);
  return { url, server };
}

async function startDrupal(folder, wished, reset, say) {
  process.env.SW_DRUPAL_VAR = folder;
  const { installDrupal } = await import("../drupal/install.mjs");
  const { serveDrupal } = await import("../drupal/serve.mjs");
  await installDrupal({ reset, log: say });
  const port = await freePort(wished, "Drupal", say);
  const { url, stop } = await serveDrupal({ port, log: say });
  return { url, server: { stop, exited: new Promise(() => {}) } };
}

async function seed(url, marker, say) {
  if (existsSync(marker)) return;
  say("Creating the demo brands through JSON:API…");
  const { code, output } = await run(process.execPath, [...tsx, join(root, "scripts/seed/main.ts"), url], {
    cwd: root,
  });
  if (code !== 0) throw new Error(`The demo could not be created:\n${output.trim().split("\n").slice(-6).join("\n")}`);
  say(output.trim().split("\n").at(-1) ?? "");
  writeFileSync(marker, new Date().toISOString());
}

function startConsole({ port, host, backendUrl, servicesUrl, searchUrl, importUrl, secret }) {
  const standalone = join(root, "frontend/.next/standalone/frontend");
  // A standalone build leaves its static files behind.
  rmSync(join(standalone, ".next/static"), { recursive: true, force: true });
  cpSync(join(root, "frontend/.next/static"), join(standalone, ".next/static"), { recursive: true });
  return startServer(
    process.execPath,
    ["--import", join(root, "frontend/server/trust-proxy.mjs"), join(standalone, "server.js")],
    {
      cwd: standalone,
      env: {
        NODE_ENV: "production",
        PORT: String(port),
        HOSTNAME: host,
        SW_BACKEND_URL: backendUrl,
        SW_SERVICES_URL: servicesUrl,
        SW_SEARCH_URL: searchUrl,
        SW_DATA_IMPORT_URL: importUrl,
        SW_SESSION_SECRET: secret,
      },
    },
  );
}

/** Kept between starts, so that people stay signed in. */
function secretOf(folder, name) {
  const file = join(folder, name);
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString("hex"), { mode: 0o600 });
  return readFileSync(file, "utf8");
}

/** A user of its own for the services of a role in each demo brand, with a password nobody chose: the path of the file that says so. */
async function ensureServiceAccounts(url, folder, say, role = "service") {
  const file = join(folder, `${role}-accounts.json`);
  if (existsSync(file)) return file;
  const { code, output } = await run(
    process.execPath,
    [...tsx, join(root, "scripts/seed/service-accounts.ts"), url, file, role],
    { cwd: root },
  );
  if (code !== 0)
    throw new Error(`The services' accounts could not be created:\n${output.trim().split("\n").slice(-6).join("\n")}`);
  say(`The ${role} has users of its own.`);
  return file;
}
