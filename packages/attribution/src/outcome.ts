/** Answers for the one shape of a refusal here: a value with a code, never an exception. */
export interface Refused<Code extends string> {
  readonly ok: false;
  readonly failure: { readonly code: Code; readonly detail: string };
}

export type Outcome<Value, Code extends string> =
  { readonly ok: true; readonly value: Value } | Refused<Code>;

export function accepted<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

export function refused<Code extends string>(code: Code, detail: string): Refused<Code> {
  return { ok: false, failure: { code, detail } };
}
