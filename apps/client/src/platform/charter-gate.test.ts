import { acceptCharter, commentOnNote, mintId, publishIdea, type ArgsOf } from '@butinerie/contracts';
import { afterEach, expect, test, vi } from 'vitest';
import { call } from './call.ts';
import { onCharterAsked } from './charter-gate.ts';

const refused = {
  type: '/problems/charter-not-accepted',
  title: 'The charter is accepted first',
  status: 428,
  instance: '/',
  code: 'charter-not-accepted',
  version: 3,
};
/** A server that refuses whatever comes, until the charter is accepted. */
function server() {
  const sent: { path: string; body: unknown }[] = [];
  const state = { accepted: false };
  vi.stubGlobal('fetch', async (path: string, { body }: { body?: string } = {}) => {
    sent.push({ path, body: JSON.parse(body ?? 'null') });
    if (path.endsWith('/acceptance')) {
      state.accepted = true;
      return Response.json({ version: 3, at: '2026-10-12T07:00:00.000Z' });
    }
    return state.accepted
      ? Response.json({ published: true })
      : Response.json(refused, { status: 428, headers: { 'content-type': 'application/problem+json' } });
  });
  return sent;
}
afterEach(() => vi.unstubAllGlobals());

const saying: ArgsOf<typeof commentOnNote> = {
  params: { note: mintId('note') },
  body: { id: mintId('comment'), parent: null, kind: 'comment', text: 'Chez nous aussi.', mentions: [] },
};

test('[CR2] what was refused for want of the charter leaves again, the same words, once it is accepted', async () => {
  const sent = server();
  const shown = vi.fn<() => Promise<boolean>>(
    async () => (await call(acceptCharter, { body: { version: 3 } })).ok,
  );
  const stop = onCharterAsked(shown);
  // Two at once are one question.
  await Promise.all([call(commentOnNote, saying), call(publishIdea, { params: { idea: mintId('idea') } })]);
  stop();
  expect(shown).toHaveBeenCalledTimes(1);
  const said = sent.filter(({ path }) => path.endsWith('/comments'));
  expect(said.map(({ body }) => body)).toEqual([saying.body, saying.body]);
});

test('[CR2] not accepted, or with nothing to show it, the form is answered with the refusal and nothing is sent again', async () => {
  const sent = server();
  for (const shows of [async () => false, null]) {
    const stop = shows && onCharterAsked(shows);
    expect(await call(commentOnNote, saying)).toEqual({
      ok: false,
      failure: { code: 'charter-not-accepted', version: 3 },
    });
    stop?.();
  }
  expect(sent).toHaveLength(2);
});
