import { type BulkheadPolicy, bulkhead } from "cockatiel";

/**
 * So many at once, and the others in their order: per brand where the backend is read, per connection where a vendor is asked. After a start all that
 * was left begins anew; without this each step of a thousand would wait for that step of all the others, and the first vendor be asked last.
 */
export class Bulkheads {
  readonly #policies = new Map<string, BulkheadPolicy>();

  constructor(private readonly atOnce: number) {}

  run<Value>(key: readonly unknown[], work: () => Promise<Value>): Promise<Value> {
    const name = JSON.stringify(key);
    const policy = this.#policies.get(name) ?? bulkhead(this.atOnce, Number.POSITIVE_INFINITY);
    this.#policies.set(name, policy);
    return policy.execute(work);
  }
}
