/** What the test of the worker pool runs apart. */
export async function work(task: "answer" | "fail" | "memory" | "time"): Promise<string> {
  if (task === "fail") throw new Error("refused");
  if (task === "time") for (;;);
  if (task === "memory") {
    const kept: unknown[] = [];
    for (;;) kept.push(new Array(100_000).fill(Math.random()));
  }
  return "answer";
}
