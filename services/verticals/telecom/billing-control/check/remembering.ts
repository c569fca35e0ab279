/** Answers that are kept: more than a document has, and no more than a process can hold. */
const usual = 20_000;

/** The same function, which computes an answer once. What it answers must not be changed. */
export function remembering<Key extends string | number, Answer>(
  answer: (key: Key) => Answer,
  most = usual,
): (key: Key) => Answer {
  const kept = new Map<Key, Answer>();
  return (key) => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    if (kept.size >= most) kept.clear();
    const found = answer(key);
    kept.set(key, found);
    return found;
  };
}
