/**
 * Answers for `failCommand`, the fault a test asks for. Exists only when the server was started with test commands.
 */
import { toNumber } from '../bson/numbers.ts';
import { isDoc, isNumber } from '../bson/value.ts';
import type { Doc, Maybe } from '../bson/value.ts';
import { codeName, CommandFailure, fail } from '../failure.ts';
import { doc } from '../bson/value.ts';

interface Armed {
  commands: Set<string>;
  data: Doc;
  times: number;
  skip: number;
}

/** Thrown to make the connection close without an answer. */
export class CloseConnection extends Error {}

const KNOWN = new Set([
  'failCommands',
  'errorCode',
  'errorLabels',
  'closeConnection',
  'writeConcernError',
  'blockConnection',
  'blockTimeMS',
  'appName',
]);

export class FailPoints {
  private armed: Armed | undefined;

  configure(name: Maybe, mode: Maybe, data: Doc): void {
    if (name !== 'failCommand') fail(115, `this fail point is not supported by this server`);
    if (mode === 'off') {
      this.armed = undefined;
      return;
    }
    for (const key of data.keys())
      if (!KNOWN.has(key)) fail(115, `failCommand option ${key} is not supported`);
    const commands = data.get('failCommands');
    const number = (key: string, otherwise: number): number => {
      const value = isDoc(mode) ? mode.get(key) : undefined;
      return isNumber(value) ? toNumber(value) : otherwise;
    };
    if (mode !== 'alwaysOn' && !isDoc(mode)) fail(2, 'a fail point needs a mode');
    this.armed = {
      commands: new Set(Array.isArray(commands) ? commands.map(String) : []),
      data,
      times: number('times', Infinity),
      skip: number('skip', 0),
    };
  }

  private take(command: string): Doc | undefined {
    const { armed } = this;
    if (!armed?.commands.has(command)) return undefined;
    if (armed.skip > 0) {
      armed.skip -= 1;
      return undefined;
    }
    armed.times -= 1;
    if (armed.times <= 0) this.armed = undefined;
    return armed.data;
  }

  /** Before a command runs: may delay it, refuse it or drop the connection; else gives a write concern error to add. */
  async before(command: string): Promise<Doc | undefined> {
    const data = this.take(command);
    if (!data) return undefined;
    const delay = data.get('blockTimeMS');
    if (data.get('blockConnection') === true && isNumber(delay))
      await new Promise((resolve) => setTimeout(resolve, toNumber(delay)));
    if (data.get('closeConnection') === true) throw new CloseConnection('by fail point');
    const labels = data.get('errorLabels');
    const given = Array.isArray(labels) ? labels.map(String) : [];
    const code = data.get('errorCode');
    if (isNumber(code))
      throw new CommandFailure(toNumber(code), "Failing command via 'failCommand' failpoint", [], given);
    const concern = data.get('writeConcernError');
    if (!isDoc(concern)) return undefined;
    const number = concern.get('code');
    const named = new Map([['codeName', codeName(isNumber(number) ? toNumber(number) : 0)], ...concern]);
    return doc({ writeConcernError: named, errorLabels: given.length > 0 ? given : undefined });
  }
}
