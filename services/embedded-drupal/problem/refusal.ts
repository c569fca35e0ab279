/** One error object of the JSON:API answer, before its links are known. */
export interface Problem {
  readonly status: number;
  readonly detail: string;
  readonly pointer?: string;
  readonly code?: string;
  readonly meta?: Readonly<Record<string, unknown>>;
  /** Validation problems carry no links, as in core. */
  readonly bare?: boolean;
  /** The resource an access problem is about, when it isn't the request's own. */
  readonly via?: string;
}

/** A request that can't be served; caught once, at the edge. */
export class Refusal extends Error {
  override name = "Refusal";
  readonly problems: readonly Problem[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(problems: readonly Problem[], headers: Readonly<Record<string, string>> = {}) {
    super(problems[0]?.detail ?? "refused");
    this.problems = problems;
    this.headers = headers;
  }

  get status(): number {
    return this.problems[0]?.status ?? 400;
  }
}

export function badRequest(detail: string, headers?: Readonly<Record<string, string>>): Refusal {
  return new Refusal([{ status: 400, detail }], headers);
}

export function forbidden(detail: string, pointer?: string): Refusal {
  return new Refusal([{ status: 403, detail, ...(pointer ? { pointer } : {}) }]);
}

export function notFound(detail: string): Refusal {
  return new Refusal([{ status: 404, detail }]);
}

export function unprocessable(detail: string): Refusal {
  return new Refusal([{ status: 422, detail }]);
}

/** What is wrong with a value, as programs recognise it: never by the sentence. */
export type ViolationCode =
  | "no_period"
  | "not_a_choice"
  | "not_a_number"
  | "not_email"
  | "not_referable"
  | "not_same_owner"
  | "not_unique"
  | "needs_approval"
  | "not_valid"
  | "password"
  | "required"
  | "same_person"
  | "sign_in_name"
  | "too_large"
  | "too_long"
  | "too_many"
  | "too_small"
  | "transition_not_allowed"
  | "transition_requires"
  | "value_not_of"
  | "wrong_shape"
  | "wrong_type";

/** `bound`: what the value may not pass. */
export function violation(detail: string, pointer: string, code: ViolationCode, bound?: string | number): Problem {
  return {
    status: 422,
    detail,
    pointer,
    bare: true,
    code,
    ...(bound !== undefined && { meta: { bound: String(bound) } }),
  };
}
