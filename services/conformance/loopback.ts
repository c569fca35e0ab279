/** The base address of a server on this machine; nothing else may be attacked. */
export function loopbackBase(text: string | undefined): string | undefined {
  if (text === undefined || !URL.canParse(text)) return undefined;
  const { protocol, hostname, origin } = new URL(text);
  const local = hostname === "localhost" || hostname === "[::1]" || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(hostname);
  return protocol === "http:" && local ? origin : undefined;
}

/** Runs a task for each item, a few at a time. */
export async function each<Item>(items: readonly Item[], run: (item: Item) => Promise<void>, width = 3): Promise<void> {
  const queue = items.values();
  const worker = async () => {
    for (const item of queue) await run(item);
  };
  await Promise.all(Array.from({ length: width }, worker));
}
