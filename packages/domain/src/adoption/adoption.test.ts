import { mintId, PHASES, IDEA_STATES, type Grant, type PersonId } from '@butinerie/contracts';
import { expect, test } from 'vitest';
import {
  admin,
  answersForRoads,
  asked,
  author,
  buildings,
  coauthor,
  codeOf,
  grantOf,
  moderates,
  moderator1,
  otherChallenge,
  pilot,
  roads,
  sponsor,
} from '../testing/cast.ts';
import { PARIS } from '../time/calendar.ts';
import { adoptIdea, type AdoptableIdea, type AdoptionPromise } from './adopt-idea.ts';
import {
  answerCarrierOffer,
  carrierReminders,
  carrierStepDue,
  isOfferSilent,
  nextCarrierStep,
  type CarrierOfferState,
} from './answer-carrier-offer.ts';
import { declineAdoption, type DeclinableIdea } from './decline-adoption.ts';

const chosen: AdoptableIdea = {
  id: mintId('idea'),
  state: 'selected',
  originators: [author, coauthor],
  sealedAt: new Date('2026-10-30T16:02:00.001Z'),
  adoptedBy: null,
};
const promise: AdoptionPromise = {
  directorate: roads,
  pilot,
  promise: 'Un formulaire unique dans tous les centres.',
  milestone: { title: 'Essai à Argenteuil', dueOn: '2027-02-15' },
  halfDays: 6,
  timeZone: 'Europe/Paris',
};
const day = new Date('2027-01-15T10:00:00.000Z');
const sponsoring = { ...asked('decided', sponsor, answersForRoads), now: day };
const reason =
  'La direction refait ce circuit cette année ; l’idée arriverait trop tard pour y trouver place.';
const declinable: DeclinableIdea = { ...chosen, asked: [roads, buildings], declinedBy: [] };

test('[AD1] the sponsor of the directorate adopts', () => {
  expect(adoptIdea(chosen, promise, sponsoring)).toMatchObject({
    ok: true,
    value: { type: 'IdeaAdopted', directorate: roads, sponsor, pilot, adoptedAt: day },
  });
});

test('[AD1] neither another directorate, nor another challenge, nor any other role', () => {
  const by = (...grants: Grant[]) =>
    codeOf(adoptIdea(chosen, promise, { ...asked('decided', sponsor, ...grants), now: day }));
  expect(by(grantOf('sponsor', { directorate: buildings }))).toBe('not-allowed');
  expect(by(grantOf('sponsor', { directorate: roads, challenge: otherChallenge }))).toBe('not-allowed');
  expect(by(grantOf('admin'), grantOf('dgs'), moderates, grantOf('moderator_lead'))).toBe('not-allowed');
  expect(by(grantOf('sponsor', { directorate: roads }))).toBe('ok');
});

test('[AD2] only what is selected, once, after the results', () => {
  const states = IDEA_STATES.filter((state) => adoptIdea({ ...chosen, state }, promise, sponsoring).ok);
  expect(states).toEqual(['selected']);
  expect(adoptIdea({ ...chosen, state: 'adopted', adoptedBy: buildings }, promise, sponsoring)).toEqual({
    ok: false,
    failure: { code: 'already-adopted', directorate: buildings },
  });
  const phases = PHASES.filter((phase) => adoptIdea(chosen, promise, { ...sponsoring, phase }).ok);
  expect(phases).toEqual(['decided', 'delivery']);
});

test('[AD3] without a seal there is nothing to cite', () => {
  expect(adoptIdea({ ...chosen, sealedAt: null }, promise, sponsoring)).toEqual({
    ok: false,
    failure: { code: 'not-sealed', idea: chosen.id },
  });
});

test('[AD4] due ninety calendar dates later, in the last second of the day', () => {
  expect(adoptIdea(chosen, promise, sponsoring)).toMatchObject({
    value: { dueOn: '2027-04-15', dueAt: new Date('2027-04-15T21:59:59.000Z') },
  });
});

test.each([
  ['2027-01-14', 'in-the-past'],
  ['2027-01-15', null],
  ['2027-04-15', null],
  ['2027-04-16', 'after-due'],
])('[AD4] a first milestone on %s: %s', (dueOn, problem) => {
  const adopted = adoptIdea(chosen, { ...promise, milestone: { title: 'Essai', dueOn } }, sponsoring);
  expect(adopted.ok ? null : adopted.failure).toEqual(
    problem === null ? null : { code: 'invalid-dates', problems: [{ field: 'milestone.dueOn', problem }] },
  );
});

test('[AD5] the carrier is offered to the first originator, for fifteen working days', () => {
  expect(adoptIdea(chosen, promise, sponsoring)).toMatchObject({
    value: { carrierOffer: { to: author, offeredAt: day, answerBy: '2027-02-05' } },
  });
});

test('[AD5] an idea whose author is to be confirmed waits', () => {
  expect(adoptIdea({ ...chosen, originators: [] }, promise, sponsoring)).toMatchObject({
    failure: { code: 'not-allowed', why: 'author-to-confirm' },
  });
});

test('[AD6] a directorate declines for itself; the last one leaves the idea declined', () => {
  const decline = (idea: DeclinableIdea) =>
    declineAdoption(idea, { directorate: roads, reason: ` ${reason} ` }, sponsoring);
  expect(decline(declinable)).toMatchObject({
    value: { type: 'AdoptionDeclined', by: sponsor, reason, becomes: 'selected' },
  });
  expect(decline({ ...declinable, declinedBy: [buildings] })).toMatchObject({
    value: { becomes: 'declined' },
  });
  expect(decline({ ...declinable, asked: [roads] })).toMatchObject({ value: { becomes: 'declined' } });
});

test('[AD6] with a reason, for its own directorate, and not once adopted', () => {
  const decline = (idea: DeclinableIdea, directorate = roads, why = reason) =>
    codeOf(declineAdoption(idea, { directorate, reason: why }, sponsoring));
  expect(decline(declinable, roads, 'Non.')).toBe('reason-too-short');
  expect(decline(declinable, buildings)).toBe('not-allowed');
  expect(decline({ ...declinable, state: 'adopted', adoptedBy: buildings })).toBe('already-adopted');
  expect(decline({ ...declinable, state: 'not_selected' })).toBe('idea-state');
  expect(
    codeOf(declineAdoption(declinable, { directorate: roads, reason }, { ...sponsoring, phase: 'archived' })),
  ).toBe('challenge-phase');
});

const offer: CarrierOfferState = { idea: chosen.id, state: 'adopted', to: author, choice: null };

test('[AD7] only the person it was offered to answers, and may change her mind', () => {
  const answer = (person: PersonId, choice: CarrierOfferState['choice'] = null) =>
    answerCarrierOffer(
      { ...offer, choice },
      { choice: 'contribute' },
      asked('delivery', person, grantOf('admin')),
    );
  expect(answer(author)).toMatchObject({ value: { person: author, choice: 'contribute', changed: true } });
  expect(answer(author, 'informed')).toMatchObject({ value: { choice: 'contribute', changed: true } });
  for (const person of [coauthor, pilot, moderator1, admin]) {
    expect(answer(person)).toEqual({ ok: false, failure: { code: 'originator-first', originator: author } });
  }
});

test('[AD7] while the project runs', () => {
  const states = IDEA_STATES.filter(
    (state) => answerCarrierOffer({ ...offer, state }, { choice: 'carry' }, asked('delivery', author)).ok,
  );
  expect(states).toEqual(['adopted', 'in_progress']);
});

test('[AD8] choosing to carry names the carrier; saying it again changes nothing', () => {
  const carry = (choice: CarrierOfferState['choice']) =>
    answerCarrierOffer({ ...offer, choice }, { choice: 'carry' }, asked('delivery', author));
  expect(carry(null)).toMatchObject({ value: { changed: true, named: true } });
  expect(carry('informed')).toMatchObject({ value: { changed: true, named: true } });
  expect(carry('carry')).toMatchObject({ value: { changed: false, named: false } });
});

test('[AD9] two reminders before the day, then the silence is seen, and the offer still open', () => {
  expect(carrierReminders(day, 'Europe/Paris')).toEqual(['2027-01-22', '2027-01-29']);
  const silent = { choice: null, answerBy: '2027-02-05' };
  expect(isOfferSilent(silent, new Date('2027-02-05T22:59:59.999Z'), 'Europe/Paris')).toBe(false);
  const after = new Date('2027-02-05T23:00:00.000Z');
  expect(isOfferSilent(silent, after, 'Europe/Paris')).toBe(true);
  expect(isOfferSilent({ ...silent, choice: 'informed' }, after, 'Europe/Paris')).toBe(false);
  expect(
    answerCarrierOffer(offer, { choice: 'carry' }, { ...asked('delivery', author), now: after }).ok,
  ).toBe(true);
});

test('[AD9] each step of silence is taken on its day, and a late server takes the last one only', () => {
  const offer = { offeredAt: new Date('2026-11-16T10:00:00Z'), answerBy: '2026-12-07', choice: null };
  const due = (at: string) => carrierStepDue(offer, new Date(at), PARIS);
  expect(due('2026-11-20T10:00:00Z')).toBeNull();
  expect(due('2026-11-23T10:00:00Z')).toBe('first-reminder');
  expect(due('2026-11-30T10:00:00Z')).toBe('second-reminder');
  expect(due('2026-12-07T22:00:00Z')).toBe('second-reminder');
  expect(due('2026-12-08T10:00:00Z')).toBe('silent');
  expect(
    carrierStepDue({ ...offer, choice: 'informed' }, new Date('2026-12-08T10:00:00Z'), PARIS),
  ).toBeNull();
  expect(nextCarrierStep(offer, new Date('2026-11-23T10:00:00Z'), PARIS)).toEqual(
    new Date('2026-11-30T07:00:00.000Z'),
  );
  expect(nextCarrierStep(offer, new Date('2026-12-09T10:00:00Z'), PARIS)).toBeNull();
});
