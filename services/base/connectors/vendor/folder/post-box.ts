import { createHash, randomUUID } from "node:crypto";
import { access, constants, link, mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";

const sentFolder = "sent";
const waitingFolder = ".waiting";

/** A file's name holds what any reference holds: other signs than letters, digits, `_` and `-` by their bytes. */
export const nameOf = (template: string, reference: string): string =>
  template.replace("{reference}", () =>
    reference.replace(/[^A-Za-z0-9_-]/gu, (sign) =>
      [...Buffer.from(sign)].map((byte) => `.${byte.toString(16).padStart(2, "0")}`).join(""),
    ),
  );

/**
 * Puts files where the vendor takes them, each once for good. A copy stays in `sent`, which is ours: the vendor may take its file away at any time,
 * and what was sent is known. The file appears whole, by one renaming; what is interrupted before it is finished by the next call.
 */
export class PostBox {
  constructor(
    private readonly folder: string,
    private readonly out: string,
  ) {}

  async isThere(): Promise<void> {
    for (const name of [this.out, sentFolder, waitingFolder]) await mkdir(join(this.folder, name), { recursive: true });
    await access(join(this.folder, this.out), constants.W_OK);
  }

  async wasSent(name: string): Promise<boolean> {
    return (await this.#copy(name)) !== undefined;
  }

  /** False: a file of this name with something else in it was sent before. */
  async send(name: string, text: string): Promise<boolean> {
    await this.isThere();
    const waiting = join(this.folder, waitingFolder, name);
    const sent = join(this.folder, sentFolder, name);
    const copy = await this.#copy(name);
    if (copy !== undefined && digest(copy) !== digest(text)) return false;
    if (copy === undefined) {
      await this.#written(waiting, text);
      await link(waiting, sent).catch(unless("EEXIST"));
    }
    // Not there any more: it was put out already.
    await rename(waiting, join(this.folder, this.out, name)).catch(unless("ENOENT"));
    return true;
  }

  /** Whole and on the disk before it has its name. */
  async #written(place: string, text: string): Promise<void> {
    const part = `${place}.${randomUUID()}`;
    const file = await open(part, "wx");
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(part, place).catch(async (error: unknown) => {
      await rm(part, { force: true });
      throw error;
    });
  }

  async #copy(name: string): Promise<string | undefined> {
    return readFile(join(this.folder, sentFolder, name), "utf8").catch(unless("ENOENT"));
  }
}

const digest = (text: string) => createHash("sha256").update(text).digest("hex");

export const unless =
  (code: string) =>
  (error: unknown): undefined => {
    if (!(error instanceof Error && "code" in error && error.code === code)) throw error;
    return undefined;
  };
