/** The server cannot start as it is set up. Its message is one sentence for the person who starts it; exit code 1. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';

  constructor(sentence: string, cause?: unknown) {
    super(sentence, { cause });
  }
}
