import { type ReactNode, useId } from "react";

interface CellProps {
  readonly label: string;
  readonly problem: string | undefined;
  readonly children: (given: { "aria-invalid": true | undefined; "aria-describedby": string | undefined }) => ReactNode;
}

/** A field of a row with its name and what is wrong with it. */
export function Cell({ label, problem, children }: CellProps) {
  const id = useId();
  return (
    <div className="new-line-cell">
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the control is what the children draw */}
      <label className="field-label">
        <span className="new-line-label">{label}</span>
        {children({ "aria-invalid": problem ? true : undefined, "aria-describedby": problem ? id : undefined })}
      </label>
      {problem && (
        <small id={id} className="bad">
          {problem}
        </small>
      )}
    </div>
  );
}
