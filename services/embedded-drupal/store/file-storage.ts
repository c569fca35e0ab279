import { createReadStream, type ReadStream } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Contents of uploaded files by their UUID: names from outside never reach the file system. */
export class FileStorage {
  readonly #directory: string;

  constructor(directory: string) {
    this.#directory = directory;
  }

  async write(uuid: string, content: Uint8Array): Promise<void> {
    await mkdir(this.#directory, { recursive: true });
    await writeFile(join(this.#directory, uuid), content, { flush: true });
  }

  read(uuid: string): ReadStream {
    return createReadStream(join(this.#directory, uuid));
  }

  async remove(uuid: string): Promise<void> {
    await rm(join(this.#directory, uuid), { force: true });
  }
}
