/** Whether a failed read was one that the person has no right to: asking again would come to the same. */
export function isDenied(error: unknown): boolean {
  if (typeof error !== "object" || error === null || !("data" in error)) return false;
  const { data } = error;
  return typeof data === "object" && data !== null && "code" in data && data.code === "FORBIDDEN";
}
