import { scaleOf } from "../steering/scale";
import "./sparkline.css";

/** How a figure went, without words, beside it. */
export function Sparkline({ values }: { readonly values: readonly number[] }) {
  const { share } = scaleOf(values);
  const x = (index: number) => 1 + (index / Math.max(1, values.length - 1)) * 56;
  const y = (value: number) => 14 - share(value) * 0.12;
  const last = values.at(-1) ?? 0;
  return (
    <svg className="sparkline" viewBox="0 0 60 16" aria-hidden>
      <polyline points={values.map((value, index) => `${x(index)} ${y(value)}`).join(" ")} />
      <circle cx={x(values.length - 1)} cy={y(last)} r="1.8" />
    </svg>
  );
}
