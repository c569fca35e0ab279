import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

const algorithm = "aes-256-gcm";
const keyBytes = 32;
const nonceBytes = 12;

/** What sealing a text gave, and the name of the key that opens it. */
export interface Sealed {
  readonly key: string;
  readonly nonce: Buffer;
  readonly text: Buffer;
  readonly tag: Buffer;
}

/** The key that sealed it is not among those given, or it was not sealed for this place. */
export class Unopened extends Error {}

/**
 * The keys of an installation, read from `name:base64` entries separated by commas, 32 bytes each. The first seals; all of them open, so that
 * a new one is put first, what older ones sealed is sealed anew, and the old one taken away, with every host at work.
 */
export class SealingKeys {
  readonly #keys: ReadonlyMap<string, Buffer>;
  readonly current: string;

  constructor(text: string) {
    const entries = text.split(",").map((entry) => {
      const [name = "", value = ""] = entry.trim().split(":");
      const key = Buffer.from(value, "base64");
      if (!/^[\w-]{1,32}$/.test(name) || key.length !== keyBytes)
        throw new Error(`Each key has a name and ${keyBytes} bytes in Base64: name:base64`);
      return [name, key] as const;
    });
    this.#keys = new Map(entries);
    if (this.#keys.size < entries.length) throw new Error("Two keys have one name.");
    this.current = entries[0]?.[0] ?? "";
  }

  /** `place` says where the text belongs: moved elsewhere it doesn't open. */
  seal(place: string, text: string): Sealed {
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv(algorithm, this.#key(this.current), nonce).setAAD(Buffer.from(place));
    const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
    return { key: this.current, nonce, text: sealed, tag: cipher.getAuthTag() };
  }

  open(place: string, { key, nonce, text, tag }: Sealed): string {
    const decipher = createDecipheriv(algorithm, this.#key(key), nonce, { authTagLength: 16 });
    decipher.setAAD(Buffer.from(place)).setAuthTag(tag);
    try {
      return Buffer.concat([decipher.update(text), decipher.final()]).toString("utf8");
    } catch {
      throw new Unopened(`What key "${key}" sealed does not open here.`);
    }
  }

  #key(name: string): Buffer {
    const key = this.#keys.get(name);
    if (!key) throw new Unopened(`The key "${name}" is not among those of this host.`);
    return key;
  }
}
