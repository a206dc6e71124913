/** What a verification found wrong: the leaf it concerns where there is one, a code, and one sentence. */
export interface Finding {
  readonly n: number | null;
  readonly problem: string;
  readonly detail: string;
}
