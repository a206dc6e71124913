import { mintId, type PersonId } from '@butinerie/contracts';
import { expect, test } from 'vitest';
import {
  actsOnDispute,
  answerDispute,
  closeDispute,
  consentToCorrection,
  openDispute,
  proposeCorrection,
  secondCorrection,
  type CorrectionFacts,
} from './disputes.ts';

const [author, colleague, missing, mediator, second] = Array.from({ length: 5 }, () => mintId('person')) as [
  PersonId,
  PersonId,
  PersonId,
  PersonId,
  PersonId,
];
const idea = {
  id: mintId('idea'),
  challenge: mintId('challenge'),
  originators: [author],
  coauthors: [colleague],
  rebounders: [],
  declared: [] as readonly PersonId[],
};
const by = (person: PersonId, moderates = false) => ({
  person,
  directorate: null,
  grants: moderates ? [{ role: 'moderator' as const, challenge: idea.challenge, directorate: null }] : [],
});
const proposed: CorrectionFacts = {
  add: missing,
  by: mediator,
  second: null,
  consented: [],
  refusedBy: null,
  added: false,
};
const dispute = (correction: CorrectionFacts | null = null, closed = false) => ({
  openedBy: missing,
  closed,
  correction,
});
const code = (result: { ok: boolean; failure?: { code: string } }) => result.failure?.code ?? 'ok';

test('[DS1] anybody opens one dispute at a time about an idea; those concerned answer, until it is closed', () => {
  expect(code(openDispute([], by(missing)))).toBe('ok');
  expect(code(openDispute([dispute()], by(missing)))).toBe('already-answered');
  expect(code(openDispute([dispute(null, true)], by(missing)))).toBe('ok');
  for (const person of [missing, author, colleague])
    expect(code(answerDispute(dispute(), idea, by(person)))).toBe('ok');
  expect(code(answerDispute(dispute(), idea, by(mediator, true)))).toBe('ok');
  expect(code(answerDispute(dispute(), idea, by(second)))).toBe('not-allowed');
  expect(code(answerDispute(dispute(null, true), idea, by(author)))).toBe('already-answered');
});

test('[DS2] a name is proposed by a moderator without part and confirmed by another one', () => {
  const propose = (who: PersonId, moderates = true, add = missing) =>
    code(proposeCorrection(dispute(), idea, { by: by(who, moderates), add }));
  expect(propose(mediator)).toBe('ok');
  expect(propose(mediator, false)).toBe('not-allowed');
  expect([propose(author), propose(colleague), propose(mediator, true, mediator)]).toEqual(
    Array.from({ length: 3 }, () => 'own-idea'),
  );
  const linked = { ...idea, declared: [mediator] };
  expect(code(proposeCorrection(dispute(), linked, { by: by(mediator, true), add: missing }))).toBe(
    'own-idea',
  );
  expect(propose(mediator, true, author)).toBe('already-answered');
  expect(code(proposeCorrection(dispute(proposed), idea, { by: by(second, true), add: missing }))).toBe(
    'already-answered',
  );
  const confirm = (who: PersonId) => code(secondCorrection(dispute(proposed), idea, by(who, true)));
  expect([confirm(mediator), confirm(second), confirm(missing)]).toEqual([
    'second-person-needed',
    'ok',
    'own-idea',
  ]);
});

test('[DS3] [T8b] the name joins with the consent of every originator, after the second moderator, and not before', () => {
  const both = { ...idea, originators: [author, colleague] };
  const seconded = { ...proposed, second };
  const consent = (who: PersonId, correction: CorrectionFacts, accept = true, of = both) =>
    consentToCorrection(dispute(correction), of, { by: by(who), accept });
  expect(code(consent(author, proposed))).toBe('already-answered');
  expect(code(consent(missing, seconded))).toBe('not-allowed');
  expect(consent(author, seconded)).toEqual({ ok: true, value: { complete: false } });
  expect(consent(colleague, { ...seconded, consented: [author] })).toEqual({
    ok: true,
    value: { complete: true },
  });
  expect(code(consent(author, { ...seconded, consented: [author] }))).toBe('already-answered');
  expect(code(consent(author, { ...seconded, refusedBy: colleague }))).toBe('already-answered');
  // Named meanwhile, or proposed by somebody who has become a party: it can only be refused, and proposed anew.
  for (const [person, refusal] of [
    [missing, 'already-answered'],
    [mediator, 'not-allowed'],
    [second, 'not-allowed'],
  ] as const) {
    const joined = { ...both, originators: [author, colleague, person] };
    expect(code(consent(author, seconded, true, joined))).toBe(refusal);
    expect(code(consent(author, seconded, false, joined))).toBe('ok');
  }
});

test('[DS4] a dispute is closed by a moderator without part; what is offered is what would be taken', () => {
  expect(code(closeDispute(dispute(), idea, by(mediator, true)))).toBe('ok');
  expect(code(closeDispute(dispute(), idea, by(author, true)))).toBe('own-idea');
  expect(code(closeDispute(dispute(), idea, by(missing, true)))).toBe('own-idea');
  expect(code(closeDispute(dispute(null, true), idea, by(mediator, true)))).toBe('already-answered');
  expect(actsOnDispute(dispute(), idea, { by: by(mediator, true) })).toEqual(['answer', 'propose', 'close']);
  expect(actsOnDispute(dispute({ ...proposed, second }), idea, { by: by(author) })).toEqual([
    'answer',
    'consent',
  ]);
  expect(actsOnDispute(dispute(null, true), idea, { by: by(mediator, true) })).toEqual([]);
});
