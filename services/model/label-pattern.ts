const placeholder = /\{([a-z][a-z0-9_]*)\}/g;

/** The fields that a pattern such as `{first_name} {last_name}` names, in their order. */
export function patternFields(pattern: string): string[] {
  return [...pattern.matchAll(placeholder)].map((match) => match[1] ?? "");
}

/** The pattern with its fields' values. An empty one vanishes with the blanks around it; nothing where all are empty. */
export function filledPattern(pattern: string, valueAt: (field: string) => unknown): string {
  const text = (field: string) => {
    const value = valueAt(field);
    return value === null || value === undefined ? "" : String(value);
  };
  if (patternFields(pattern).every((field) => text(field) === "")) return "";
  const said = pattern.split(/(\{[a-z][a-z0-9_]*\})/).map((part) => {
    const field = patternFields(part)[0];
    return field === undefined ? part : text(field) || undefined;
  });
  let label = "";
  let gap = false;
  for (const part of said) {
    if (part === undefined) {
      label = label.trimEnd();
      gap = label !== "";
    } else {
      const rest = gap || label === "" ? part.trimStart() : part;
      if (rest === "") continue;
      label += `${gap ? " " : ""}${rest}`;
      gap = false;
    }
  }
  return label.trimEnd();
}
