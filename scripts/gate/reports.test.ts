import { expect, it } from "vitest";

interface Totals {
  passed: number;
  failed: number;
  skipped: number;
  failures: string[];
  reasons?: string[];
}

const { phpReport, printedReport, unitReport, walkReport } = (await import(
  new URL("./reports.mjs", import.meta.url).href
)) as Record<"phpReport" | "unitReport" | "walkReport", (report: unknown) => Totals> & {
  printedReport(output: string): Totals | undefined;
};

it("says of the unit tests what failed, a file that could not be loaded included", () => {
  const test = (status: string, fullName: string, ...failureMessages: string[]) => ({
    status,
    fullName,
    failureMessages,
  });
  const report = {
    numTotalTests: 3,
    numPassedTests: 1,
    numFailedTests: 1,
    numPendingTests: 1,
    testResults: [
      {
        status: "failed",
        name: "a.test.ts",
        assertionResults: [
          test("passed", "adds"),
          test("failed", "subtracts", "\u001b[31mexpected 1\u001b[39m\n  at a.ts"),
          test("skipped", "divides"),
        ],
      },
      { status: "failed", name: "b.test.ts", message: "Cannot find c.ts", assertionResults: [] },
    ],
  };
  expect(unitReport(report)).toEqual({
    passed: 1,
    failed: 2,
    skipped: 1,
    failures: ["subtracts: expected 1", "b.test.ts: Cannot find c.ts"],
    reasons: ['unit test "divides": not run, its condition is in its name'],
  });
  expect(
    unitReport({ numTotalTests: 0, numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, testResults: [] }).failed,
  ).toBe(1);
});

it("says of a suite what leaked, failed or was skipped", () => {
  const output = [
    "ok     downloads: 9 requests, 0 findings",
    "LEAKS  people: 3 requests, 1 findings",
    "    a-client GET /jsonapi/user/user → 200 shows the name of b",
    "FAILED account: keeps its name",
    "    request: GET /",
    "    expected: 200",
    "SKIPPED lines: no park",
    "3 passed, 2 failed, 1 skipped",
  ].join("\n");
  expect(printedReport(output)).toEqual({
    passed: 3,
    failed: 2,
    skipped: 1,
    failures: [
      "LEAKS  people: 3 requests, 1 findings | a-client GET /jsonapi/user/user → 200 shows the name of b",
      "FAILED account: keeps its name | request: GET / | expected: 200",
    ],
    reasons: ["lines: no park"],
  });
  expect(printedReport("it broke")).toBeUndefined();
});

it("takes over what a gate inside the gate said had failed", () => {
  const output =
    "Failed:\n  Walk: a.spec.ts › opens: timeout\n  Units: adds: expected 1\n\n4 passed, 2 failed, 0 skipped";
  expect(printedReport(output)?.failures).toEqual(["Walk: a.spec.ts › opens: timeout", "Units: adds: expected 1"]);
});

it("says of the walks which failed and which passed at the second try only", () => {
  const result = (ok: boolean, title: string, message?: string) => ({
    ok,
    title,
    file: "a.spec.ts",
    tests: [
      {
        status: !ok ? "unexpected" : message === undefined ? "expected" : "flaky",
        results: [{ error: message === undefined ? undefined : { message } }],
      },
    ],
  });
  const specs = [result(true, "opens"), result(true, "moves", "too late")];
  const suites = [{ specs, suites: [{ specs: [result(false, "closes", "timeout\nlater")] }] }];
  expect(walkReport({ stats: { expected: 1, flaky: 1, unexpected: 1, skipped: 0 }, suites })).toEqual({
    passed: 2,
    failed: 1,
    skipped: 0,
    failures: ["a.spec.ts › closes: timeout"],
    unsteady: ["a.spec.ts › moves: too late"],
  });
});

it("takes a walk whose only test passed at its second try for passed, and no walk at all for a failure", () => {
  const of = (flaky: number) => walkReport({ stats: { expected: 0, flaky, unexpected: 0, skipped: 0 }, suites: [] });
  expect(of(1)).toMatchObject({ passed: 1, failed: 0 });
  expect(of(0)).toMatchObject({ passed: 0, failed: 1 });
});

it("says of the PHP tests which failed", () => {
  const xml = `<testsuites><testsuite name="" tests="3" assertions="9" errors="0" failures="1" skipped="0" time="1">
    <testcase name="testScope" class="A"><failure type="F">A::testScope
Failed asserting that two strings are identical.</failure></testcase></testsuite></testsuites>`;
  expect(phpReport(xml)).toEqual({
    passed: 2,
    failed: 1,
    skipped: 0,
    failures: ["testScope: Failed asserting that two strings are identical."],
  });
});
