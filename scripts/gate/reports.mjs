/** What the reports of the gate's parts say: totals, what failed in a line each, and why something was skipped. */
import { stripVTControlCharacters } from "node:util";

const longest = 400;

/** A line of a summary: without colours, cut where it gets long. */
function line(text) {
  return stripVTControlCharacters(text).split("\n")[0].slice(0, longest);
}

/** Vitest's JSON report. */
export function unitReport(report) {
  const tests = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && !assertionResults.some((test) => test.status === "failed"),
  );
  const failures = [
    ...tests
      .filter(({ status }) => status === "failed")
      .map(({ fullName, failureMessages }) => line(`${fullName}: ${failureMessages[0] ?? ""}`)),
    ...broken.map(({ name, message }) => line(`${name}: ${message}`)),
  ];
  return {
    passed: report.numPassedTests,
    failed: Math.max(report.numFailedTests, failures.length, report.numTotalTests === 0 ? 1 : 0),
    skipped: report.numPendingTests,
    failures,
    reasons: tests
      .filter(({ status }) => !["passed", "failed"].includes(status))
      .map(({ fullName }) => `unit test "${fullName}": not run, its condition is in its name`),
  };
}

/** PHPUnit's JUnit report. */
export function phpReport(xml) {
  const totals = /<testsuite [^>]*>/.exec(xml)?.[0];
  if (!totals) throw new Error("PHPUnit ended without its report.");
  const [tests, failures, errors, skipped] = ["tests", "failures", "errors", "skipped"].map((key) =>
    Number(new RegExp(` ${key}="(\\d+)"`).exec(totals)?.[1] ?? 0),
  );
  return {
    passed: tests - failures - errors - skipped,
    failed: tests === 0 ? 1 : failures + errors,
    skipped,
    failures: [...xml.matchAll(/<testcase name="([^"]*)"[^>]*>\s*<(?:failure|error)[^>]*>([^<]*)/g)].map(
      ([, name, message]) => line(`${name}: ${message.trim().split("\n")[1] ?? message}`),
    ),
  };
}

/** Playwright's JSON report: a test that passed when it was tried again counts as passed, and is named with what it failed by at first. */
export function walkReport({ stats, suites }) {
  const failures = [];
  const unsteady = [];
  const visit = (suite) => {
    for (const spec of suite.specs ?? []) {
      const { status, results = [] } = spec.tests[0] ?? {};
      const said = (result) => line(`${spec.file} › ${spec.title}: ${result?.error?.message ?? "no result"}`);
      if (!spec.ok) failures.push(said(results.at(-1)));
      else if (status === "flaky") unsteady.push(said(results[0]));
    }
    for (const inner of suite.suites ?? []) visit(inner);
  };
  for (const suite of suites ?? []) visit(suite);
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + (stats.expected + stats.flaky + stats.unexpected === 0 ? 1 : 0),
    skipped: stats.skipped,
    failures,
    unsteady,
  };
}

/** What a suite of services/conformance, a check of scripts/drupal or a gate printed: its totals stand alone on a line. */
export function printedReport(output) {
  const match = /^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/m.exec(output);
  if (!match) return undefined;
  const lines = output.split("\n");
  const starts = /^(?:FAILED|LEAKS|case \d+:|not ok|wrong)/;
  return {
    passed: Number(match[1]),
    failed: Number(match[2]),
    skipped: Number(match[3] ?? 0),
    failures: lines.flatMap((text, index) =>
      text === "Failed:"
        ? following(lines, index + 1)
        : starts.test(text)
          ? [[text, ...following(lines, index + 1, 4)].join(" | ")]
          : [],
    ),
    reasons: [...output.matchAll(/^SKIPPED (.*)$/gm)].map(([, reason]) => reason),
  };
}

/** The indented lines that belong to one, at most so many. */
function following(lines, from, most = lines.length) {
  const end = lines.findIndex((text, index) => index >= from && !/^\s+\S/.test(text));
  return lines
    .slice(from, end === -1 ? undefined : end)
    .slice(0, most)
    .map((text) => line(text.trim()));
}
