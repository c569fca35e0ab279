import type { FuzzRequest } from "./requests.ts";

export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
}

/** Words that only the inside of a server says. Nothing that the requests themselves contain. */
const inside: readonly (readonly [string, RegExp])[] = [
  [
    "SQL",
    /SQLSTATE|syntax error at or near|\bSELECT\b[^<]{1,200}\bFROM\b|\bINSERT INTO\b|\bUPDATE\b.{1,80}\bSET\b|invalid input syntax|base_table|UNIQUE constraint failed|violates|numeric field overflow|out of range for type/,
  ],
  [
    "a class",
    /Drupal\\|Symfony\\|\bPDO|\\\\[A-Z]\w+\\\\[A-Z]|[A-Z]\w+(Exception|Error)\b(?!s)|Argument #\d|must be of type|Call to a member function|Undefined (array|index|variable|offset)|Cannot read propert|is not a function|is not iterable|array_\w+\(|Maximum call stack/,
  ],
  [
    "a path",
    /\/(home|usr|var|tmp|work|opt|root)\/[\w.-]+\/|node_modules|[\w/]+\.(php|ts|mjs)\b(:\d+|\(\d+\)| on line)|(?<!\/core\/assets\/)vendor\/\w+/,
  ],
  ["a trace", /"trace"|Stack trace|#\d+ [\w\\/.]+\(|\bat [\w.<>]+ \(|source"?: ?\{"?file/],
];

/** What is wrong with an answer, or nothing. */
export function judge(request: FuzzRequest, answer: Answer): string | undefined {
  const versioned = answer.status === 501 && /resourceVersion|resource%56ersion/i.test(request.path);
  if (answer.status >= 500 && !versioned) return `status ${answer.status}`;
  const sent = `${request.path} ${typeof request.body === "string" ? request.body : ""} ${JSON.stringify(request.headers)}`;
  for (const [what, pattern] of inside) {
    const found = pattern.exec(answer.text)?.[0];
    if (found && !sent.includes(found)) return `${what} in the answer: ${found.slice(0, 120)}`;
  }
  return undefined;
}
