/** The rules every screen keeps, by number. A test that shows one carries its tag, `@rule-4`; those of one run with `--grep @rule-4`. */
export const rules = {
  1: "One workspace, panels instead of pages; the address holds the whole arrangement",
  2: "Edit in place, saved as one leaves the field; nothing typed is lost",
  3: "Multi-select everywhere; preview, progress, result per row, retry, undo",
  4: "Adaptive sites",
  5: "The park reads like a person speaks",
  6: "Past and future on one timeline",
  7: "Search over everything",
  8: "The same customer looks different by role",
  9: "Brand from the host name, readable colours",
  10: "Long lists stay fast; designed states; accessible, by keyboard, at 375 px",
} as const;
