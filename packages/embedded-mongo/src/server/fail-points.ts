/**
 * Answers for the faults a test asks for: `failCommand` before a command runs, `onPrimaryTransactionalWrite` when a
 * retryable write is about to be recorded. They exist only when the server was started with test commands.
 */
import { toNumber } from '../bson/numbers.ts';
import { doc, isDoc, isNumber } from '../bson/value.ts';
import type { Doc, Maybe } from '../bson/value.ts';
import { codeName, CommandFailure, fail } from '../failure.ts';

interface Armed {
  data: Doc;
  times: number;
  skip: number;
}

/** Thrown to make the connection close without an answer. */
export class CloseConnection extends Error {}

const KNOWN: Record<string, readonly string[]> = {
  failCommand: [
    'failCommands',
    'errorCode',
    'errorLabels',
    'closeConnection',
    'writeConcernError',
    'blockConnection',
    'blockTimeMS',
  ],
  onPrimaryTransactionalWrite: ['failBeforeCommitExceptionCode', 'closeConnection'],
};

export class FailPoints {
  private readonly armed = new Map<string, Armed>();

  configure(given: Maybe, mode: Maybe, data: Doc): void {
    const name = typeof given === 'string' ? given : '';
    const known = KNOWN[name] ?? fail(115, `the fail point '${name}' is not supported by this server`);
    if (mode === 'off') {
      this.armed.delete(name);
      return;
    }
    for (const key of data.keys())
      if (!known.includes(key)) fail(115, `the option ${key} of ${name} is not supported by this server`);
    if (mode !== 'alwaysOn' && !isDoc(mode)) fail(2, 'a fail point needs a mode');
    const number = (key: string, otherwise: number): number => {
      const value = isDoc(mode) ? mode.get(key) : undefined;
      return isNumber(value) ? toNumber(value) : otherwise;
    };
    this.armed.set(name, { data, times: number('times', Infinity), skip: number('skip', 0) });
  }

  private take(name: string, concerns: (data: Doc) => boolean): Doc | undefined {
    const armed = this.armed.get(name);
    if (!armed || !concerns(armed.data)) return undefined;
    if (armed.skip > 0) {
      armed.skip -= 1;
      return undefined;
    }
    armed.times -= 1;
    if (armed.times <= 0) this.armed.delete(name);
    return armed.data;
  }

  /** Before a command runs: may delay it, refuse it or drop the connection; else gives a write concern error to add. */
  async before(command: string): Promise<Doc | undefined> {
    const data = this.take('failCommand', (one) => {
      const commands = one.get('failCommands');
      return Array.isArray(commands) && commands.includes(command);
    });
    if (!data) return undefined;
    const delay = data.get('blockTimeMS');
    if (data.get('blockConnection') === true && isNumber(delay))
      await new Promise((resolve) => setTimeout(resolve, toNumber(delay)));
    if (data.get('closeConnection') === true) throw new CloseConnection('by fail point');
    const labels = data.get('errorLabels');
    const facts = Array.isArray(labels)
      ? doc({ errorLabels: labels.length > 0 ? labels : undefined })
      : undefined;
    const code = data.get('errorCode');
    if (isNumber(code)) {
      const given = Array.isArray(labels) ? labels.map(String) : undefined;
      throw new CommandFailure(toNumber(code), "Failing command via 'failCommand' failpoint", [], given);
    }
    const concern = data.get('writeConcernError');
    if (!isDoc(concern)) return undefined;
    const number = concern.get('code');
    const named = new Map([['codeName', codeName(isNumber(number) ? toNumber(number) : 0)], ...concern]);
    return new Map([...doc({ writeConcernError: named }), ...(facts ?? [])]);
  }

  /** When a retryable write is recorded: may have the connection dropped instead of a reply, and refuse the write. */
  onRetryableWrite(dropConnection: () => void): void {
    const data = this.take('onPrimaryTransactionalWrite', () => true);
    if (!data) return;
    if (data.get('closeConnection') !== false) dropConnection();
    const code = data.get('failBeforeCommitExceptionCode');
    if (isNumber(code)) fail(toNumber(code), 'Failing write for onPrimaryTransactionalWrite');
  }
}
