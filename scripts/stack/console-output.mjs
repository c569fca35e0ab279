/** What the scripts print: short lines with the time since the start, so that a person sees that it goes on. */
const started = Date.now();

export function say(message) {
  const seconds = ((Date.now() - started) / 1000).toFixed(0).padStart(4);
  console.log(`${seconds} s  ${message}`);
}

/** Ends the process with one sentence a person can act on. */
export function fail(message) {
  console.error(`\n${message}`);
  process.exit(1);
}
