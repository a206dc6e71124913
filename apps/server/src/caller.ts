/** Calls a running server as a program does: typed by the contract, with its own session. For scripts and tests. */
import {
  acceptCharter,
  addressOf,
  FILE,
  resultOf,
  type Failure,
  type Given,
  type ResultOf,
  type Route,
} from '@butinerie/contracts';

export interface Caller {
  readonly base: string;
  call<R extends Route>(route: R, ...given: Given<R>): Promise<ResultOf<R>>;
  /** The answer, or an error that names the refusal: where none is expected. */
  expect<R extends Route>(route: R, ...given: Given<R>): Promise<Extract<ResultOf<R>, { ok: true }>['value']>;
  /** What to send as `Cookie` elsewhere: at the handshake of a socket. */
  cookie(): string;
}

export interface CallerOptions {
  /** Of a local task, sent once with each call. */
  readonly token?: () => string;
  /**
   * Asked for the charter, it accepts for whom it speaks and sends the same words again: the people whom scripts and
   * tests play. `asked`: the refusal is answered, as a browser gets it.
   */
  readonly charter?: 'accepted' | 'asked';
  /** The cookie of somebody who is signed in already. */
  readonly session?: string;
}

export function createCaller(
  base: string,
  { token, charter = 'accepted', session = '' }: CallerOptions = {},
): Caller {
  let cookie = session;

  async function call<R extends Route>(route: R, ...given: Given<R>): Promise<ResultOf<R>> {
    const result = await send(route, ...given);
    // The generic answer hides its codes from the compiler.
    const failure: Failure | null = result.ok ? null : (result.failure as Failure);
    if (charter === 'asked' || failure?.code !== 'charter-not-accepted') return result;
    const { version } = failure;
    return (await send(acceptCharter, { body: { version } })).ok ? send(route, ...given) : result;
  }

  async function send<R extends Route>(route: R, ...given: Given<R>): Promise<ResultOf<R>> {
    const args: { params?: unknown; query?: unknown; body?: unknown } = given[0] ?? {};
    const hasBody = route.method !== 'GET';
    const response = await fetch(base + addressOf(route, args), {
      method: route.method,
      headers: {
        accept: route.produces,
        ...(cookie === '' ? {} : { cookie }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token()}` }),
        ...(hasBody ? { 'content-type': route.consumes } : {}),
      },
      ...(hasBody ? { body: bodyOf(route, args.body) } : {}),
    });
    for (const set of response.headers.getSetCookie()) cookie = set.split(';', 1)[0] ?? '';
    return resultOf(route, { ok: response.ok, text: await response.text() });
  }

  return {
    base,
    call,
    async expect(route, ...given) {
      const result = await call(route, ...given);
      if (!result.ok) throw new Error(`${route.name} was refused: ${JSON.stringify(result.failure)}`);
      return result.value as never;
    },
    cookie: () => cookie,
  };
}

function bodyOf(route: Route, body: unknown): NonNullable<RequestInit['body']> {
  if (route.consumes !== FILE) return JSON.stringify(body ?? {});
  // A route that takes a file declares bytes.
  return new Blob([body as Uint8Array<ArrayBuffer>]);
}
