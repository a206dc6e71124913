/** Which rows of the log this client has, so that one that never arrived is noticed. */

export interface HeardRows {
  /** A join answers everything up to `seq`. */
  joined(seq: number): void;
  /** `rows` of them arrived together, the last of them `seq`. */
  add(seq: number, rows?: number): void;
  /** Rows are missing before one that arrived. */
  readonly hole: boolean;
  /** Everything up to here has arrived. */
  readonly seq: number;
}

export const createHeardRows = (): HeardRows => {
  let upTo = 0;
  const beyond = new Set<number>();
  const settle = (): void => {
    while (beyond.delete(upTo + 1)) upTo++;
  };
  return {
    joined(seq) {
      upTo = Math.max(upTo, seq);
      for (const row of beyond) if (row <= upTo) beyond.delete(row);
      settle();
    },
    add(seq, rows = 1) {
      for (let row = Math.max(upTo, seq - rows) + 1; row <= seq; row++) beyond.add(row);
      settle();
    },
    get hole() {
      return beyond.size > 0;
    },
    get seq() {
      return upTo;
    },
  };
};
