import {
  listChallenges,
  mintId,
  problemOf,
  readCalendar,
  requestLink,
  signInWithLink,
} from '@butinerie/contracts';
import { afterEach, expect, expectTypeOf, test, vi } from 'vitest';
import { call } from './call.ts';

const network = vi.fn<typeof fetch>();
vi.stubGlobal('fetch', network);
afterEach(() => network.mockReset());

const json = (body: unknown, status = 200, type = 'application/json'): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': type } });
const problem = (body: Parameters<typeof problemOf>[0]): Response =>
  json(problemOf(body, '/requests/1'), 410, 'application/problem+json');
const token = 'a-token-of-more-than-twenty-signs';

test('an answer is parsed by the contract and sent as the contract says', async () => {
  network.mockResolvedValueOnce(json({ sent: 'if-known', more: 1 }));
  expect(await call(requestLink, { body: { mail: 'a@b.fr' } })).toEqual({
    ok: true,
    value: { sent: 'if-known' },
  });
  const [address, request] = network.mock.calls[0] ?? [];
  expect(address).toBe('/api/sign-in/request');
  expect(request).toMatchObject({ method: 'POST', body: '{"mail":"a@b.fr"}', credentials: 'same-origin' });
});

test('a declared refusal comes back with its facts, narrowed to the codes of the route', async () => {
  network.mockResolvedValueOnce(problem({ code: 'link-unknown', reason: 'spent' }));
  const result = await call(signInWithLink, { body: { token } });
  expect(result).toEqual({ ok: false, failure: { code: 'link-unknown', reason: 'spent' } });
  if (!result.ok && result.failure.code === 'link-unknown')
    expectTypeOf(result.failure.reason).toEqualTypeOf<string>();
  if (!result.ok) expectTypeOf<'idea-sealed'>().not.toExtend<typeof result.failure.code>();
});

test.each([
  ['a refusal that the route does not declare', () => problem({ code: 'already-adopted', directorate: 'x' })],
  ['an answer of another shape', () => json({ sent: 'perhaps' })],
  ['a refusal that is no problem of ours', () => new Response('<h1>Bad request</h1>', { status: 400 })],
  [
    'a problem without its facts',
    () => json({ code: 'too-large', type: '', title: '', status: 413, instance: '' }, 413),
  ],
])('%s is a fault of ours, told and not thrown', async (_name, answer) => {
  const told = vi.spyOn(console, 'error').mockReturnValue();
  network.mockResolvedValueOnce(answer());
  expect(await call(requestLink, { body: { mail: 'a@b.fr' } })).toEqual({
    ok: false,
    failure: { code: 'unexpected', incident: 'undeclared answer of requestLink' },
  });
  expect(told).toHaveBeenCalledOnce();
  told.mockRestore();
});

test.each([
  ['a network that fails', () => Promise.reject(new TypeError('failed to fetch'))],
  ['a proxy whose server is starting', () => Promise.resolve(new Response('Bad gateway', { status: 502 }))],
])('%s is offline', async (_name, answer) => {
  network.mockImplementationOnce(answer);
  expect(await call(listChallenges)).toEqual({ ok: false, failure: { code: 'offline' } });
});

test('a failure of the server that is a problem is not taken for the network', async () => {
  network.mockResolvedValueOnce(
    json(problemOf({ code: 'unexpected', incident: 'i-1' }, '/'), 503, 'application/problem+json'),
  );
  expect(await call(listChallenges)).toEqual({ ok: false, failure: { code: 'unexpected', incident: 'i-1' } });
});

test('what is not JSON is handed over as it is', async () => {
  network.mockResolvedValueOnce(
    new Response('BEGIN:VCALENDAR', { headers: { 'content-type': 'text/calendar' } }),
  );
  expect(await call(readCalendar, { params: { challenge: mintId('challenge') } })).toEqual({
    ok: true,
    value: 'BEGIN:VCALENDAR',
  });
});
