/** Small deterministic generator (mulberry32): the demo is the same on every machine. */
export class Random {
  constructor(private state: number) {}

  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  integer(min: number, max: number): number {
    return min + Math.floor(this.next() * (max - min + 1));
  }

  pick<T>(values: readonly T[]): T {
    const value = values[this.integer(0, values.length - 1)];
    if (value === undefined) throw new Error("pick from an empty list");
    return value;
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** A day between two ISO days. */
  day(from: string, to: string): string {
    const start = Date.parse(from);
    const days = Math.round((Date.parse(to) - start) / 86_400_000);
    return new Date(start + this.integer(0, days) * 86_400_000).toISOString().slice(0, 10);
  }
}
