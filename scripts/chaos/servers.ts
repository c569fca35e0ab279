/** Servers of ours that are killed in the middle of their work and started again where they were. */
import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const patience = 120_000;

/** A server that comes back on the same port with the same data. */
export class Mortal {
  #child: ChildProcess | undefined;
  url = "";

  constructor(
    readonly name: string,
    /** Its program and arguments, once it is known on which port it was first. */
    private readonly program: (port: number | undefined) => readonly string[],
    private readonly env: () => Readonly<Record<string, string>>,
  ) {}

  async start(): Promise<void> {
    const child = spawn(process.execPath, [...this.program(this.url ? Number(new URL(this.url).port) : undefined)], {
      cwd: root,
      env: { ...process.env, SW_LOG_LEVEL: "fatal", ...this.env() },
      stdio: ["ignore", "pipe", "pipe"],
      // With a group of its own: what it started dies with it.
      detached: true,
    });
    this.#child = child;
    let told = "";
    this.url = await new Promise<string>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`${this.name} does not start:\n${told.slice(-2_000)}`)), patience);
      const hear = (chunk: Buffer) => {
        told = (told + String(chunk)).slice(-10_000);
        const address = /answers (?:on|at) (http:\/\/[^/\s]+)/.exec(told)?.[1];
        if (!address) return;
        clearTimeout(late);
        resolve(address);
      };
      child.stdout.on("data", hear);
      child.stderr.on("data", hear);
      child.once("exit", (code) => {
        clearTimeout(late);
        reject(new Error(`${this.name} ended with ${code}:\n${told.slice(-2_000)}`));
      });
    });
  }

  /** As a machine dies: nothing is written any more. */
  async kill(): Promise<void> {
    const child = this.#child;
    if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once("exit", resolve));
    process.kill(-child.pid, "SIGKILL");
    await gone;
  }
}
