/** What is known of a thing: what each fact is called, the fact, and whether it is one to look at. */
export type Fact = readonly [label: string, value: string, warn?: boolean];

/** Rows of a list of fields, for what is told and not edited. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return facts.map(([label, value, warn]) => (
    <div className="field" key={label}>
      <dt>{label}</dt>
      <dd>
        <span className={warn ? "field-value warn" : "field-value"}>{value}</span>
      </dd>
    </div>
  ));
}
