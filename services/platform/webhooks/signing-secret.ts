import { randomBytes } from "node:crypto";
import { Secret } from "../secrets/secret.ts";
import type { SecretPlace, Vault } from "../secrets/vault.ts";

/** How long the secret before is good beside the new one, in milliseconds: whoever changes it has time to tell the other side. */
const overlap = 24 * 3_600_000;
const [current, before] = ["webhook", "webhook-before"];
type Owner = Omit<SecretPlace, "name">;

/** What messages are signed with, as Standard Webhooks writes it: made anew, while the one before is good for a day. */
export class SigningSecrets {
  constructor(private readonly vault: Vault) {}

  /** The secret is told here and never again. */
  async renew(owner: Owner): Promise<string> {
    const old = await this.vault.get({ ...owner, name: current });
    if (old) await this.vault.put({ ...owner, name: before }, old);
    const secret = `whsec_${randomBytes(24).toString("base64")}`;
    await this.vault.put({ ...owner, name: current }, new Secret(secret));
    return secret;
  }

  /** Those that are good now, of an owner whose newest is of `since`. */
  async of(owner: Owner, since: Date): Promise<readonly Secret[]> {
    const names = Date.now() - since.getTime() < overlap ? [current, before] : [current];
    const kept = await Promise.all(names.map((name) => this.vault.get({ ...owner, name })));
    return kept.flatMap((secret) => secret ?? []);
  }

  async forget({ brand, owner }: Owner): Promise<void> {
    await this.vault.forget(brand, owner);
  }
}
