import { IDEA_STATES, mintId, PHASES, type Grant, type PersonId } from '@butinerie/contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  answersForRoads,
  asked,
  author,
  buildings,
  coauthor,
  codeOf,
  colleague,
  grantOf,
  moderates,
  moderator1,
  pilot,
  roads,
  sponsor,
} from '../testing/cast.ts';
import { abandonDelivery, answerAbandonment, endHearing, keepDelivering } from './abandon-delivery.ts';
import { carryOnDelivery, offerAgain } from './after-abandonment.ts';
import { confirmDelivered, proposeDelivered } from './confirm-delivered.ts';
import { actsOnDelivery } from './delivery-acts.ts';
import { deliveryOf, deliveryStep, type DeliverableIdea, type DeliveryEvent } from './delivery-state.ts';
import { startDelivery } from './start-delivery.ts';

const carrier = colleague;
const adopted: DeliverableIdea = {
  id: mintId('idea'),
  state: 'adopted',
  originators: [author],
  coauthors: [coauthor],
  rebounders: [],
  declared: [],
  carrier: null,
  adoption: { pilot, directorate: roads },
  delivery: deliveryOf([]),
};
const begun: DeliverableIdea = { ...adopted, state: 'in_progress' };
/** A Monday. */
const day = new Date('2027-01-18T10:00:00.000Z');
const by = (person: PersonId, ...grants: Grant[]) => ({
  ...asked('delivery', person, ...grants),
  now: day,
});
const reason =
  'Le marché public des guichets est annulé ; rien ne peut être installé avant l’an prochain, et l’essai perd son sens.';
const said = (
  result: { ok: true; value: DeliveryEvent } | { ok: false; failure: unknown },
): DeliveryEvent => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};
/** The idea once this was done. */
const after = (idea: DeliverableIdea, ...events: DeliveryEvent[]): DeliverableIdea => ({
  ...idea,
  state: events.at(-1)?.to ?? idea.state,
  delivery: deliveryOf(events),
});
const proposed = after(
  begun,
  said(proposeDelivered(begun, { note: ' Deux guichets ouverts. ', link: null }, by(pilot))),
);
const hearing = after(begun, said(abandonDelivery(begun, { reason }, by(sponsor, answersForRoads))));
const friday = new Date('2027-01-25T22:59:59.999Z');
const afterwards = new Date('2027-01-25T23:00:00.000Z');

test('[DL1] its pilot starts it, with a fixed indicator or by saying that nothing will be measured', () => {
  const start = (unmeasured: boolean, indicator: boolean) =>
    startDelivery(adopted, { unmeasured, indicator }, by(pilot));
  expect(start(true, false)).toMatchObject({
    value: { type: 'started_unmeasured', by: pilot, as: 'pilot', from: 'adopted', to: 'in_progress' },
  });
  expect(start(false, true)).toMatchObject({ value: { type: 'started' } });
  expect(start(false, false)).toEqual({
    ok: false,
    failure: { code: 'indicator-missing', idea: adopted.id },
  });
  const unmeasured = { unmeasured: true, indicator: false };
  expect(codeOf(startDelivery(adopted, unmeasured, by(sponsor, answersForRoads)))).toBe('not-allowed');
  expect(codeOf(startDelivery(begun, unmeasured, by(pilot)))).toBe('delivery-step');
});

test('[DL2] the pilot says that it is done; an author or who carries it confirms, and says what lacks otherwise', () => {
  expect(proposed.delivery.proposed).toMatchObject({ words: 'Deux guichets ouverts.', until: '2027-01-25' });
  const confirm = (person: PersonId, confirmed = true, words = '') =>
    confirmDelivered({ ...proposed, carrier }, { confirmed, reason: words }, by(person));
  expect(confirm(author)).toMatchObject({ value: { type: 'delivered', as: 'author', to: 'delivered' } });
  expect(confirm(carrier)).toMatchObject({ value: { as: 'carrier' } });
  expect(codeOf(confirm(coauthor))).toBe('not-allowed');
  expect(codeOf(confirm(author, false, ' '))).toBe('text-missing');
  const lacking = said(confirm(author, false, 'Le second n’ouvre pas.'));
  expect(lacking).toMatchObject({ type: 'delivered_refused', to: 'in_progress' });
  expect(deliveryStep({ ...begun, delivery: deliveryOf([lacking]) })).toBe('under_way');
  expect(codeOf(proposeDelivered(begun, { note: 'Fait.', link: null }, by(author)))).toBe('not-allowed');
});

test('[DL2] [DL3] whoever says that it is done does not confirm it; where she is alone a moderator does at once', () => {
  const hers = { ...proposed, adoption: { pilot: author, directorate: roads } };
  const own = after(
    hers,
    said(proposeDelivered({ ...begun, adoption: hers.adoption }, { note: 'Fait.', link: null }, by(author))),
  );
  const confirm = { confirmed: true, reason: '' };
  expect(confirmDelivered(own, confirm, by(author))).toEqual({
    ok: false,
    failure: { code: 'second-person-needed', proposedBy: author },
  });
  expect(codeOf(confirmDelivered(own, confirm, by(moderator1, moderates)))).toBe('ok');
});

test('[DL3] after five working days of silence a moderator who has no part in it confirms, and not before', () => {
  const confirm = (now: Date, idea = proposed) =>
    confirmDelivered(idea, { confirmed: true, reason: '' }, { ...by(moderator1, moderates), now });
  expect(confirm(friday)).toEqual({ ok: false, failure: { code: 'author-first', lastDay: '2027-01-25' } });
  expect(confirm(afterwards)).toMatchObject({ value: { as: 'moderator', to: 'delivered' } });
  expect(codeOf(confirm(afterwards, { ...proposed, declared: [moderator1] }))).toBe('own-idea');
});

test('[DL4] giving up is proposed by the pilot or its sponsor, with a reason of eighty characters', () => {
  const give = (idea: DeliverableIdea, who = by(pilot), words = reason) =>
    codeOf(abandonDelivery(idea, { reason: words }, who));
  expect([give(adopted), give(begun), give(begun, by(sponsor, answersForRoads))]).toEqual(['ok', 'ok', 'ok']);
  expect(give(begun, by(pilot), 'Trop tard.')).toBe('reason-too-short');
  expect(give(begun, by(sponsor, grantOf('sponsor', { directorate: buildings })))).toBe('not-allowed');
  expect(give(begun, by(author))).toBe('not-allowed');
  expect([give(proposed), give(hearing)]).toEqual(['delivery-step', 'delivery-step']);
});

test('[DL4] it is given up by the clock once people were heard, unless who leads it goes on', () => {
  const at = (now: Date, phase: 'delivery' | 'paused' | 'archived' = 'delivery') =>
    endHearing(hearing, { phase, now });
  expect(at(friday)).toBeNull();
  expect(at(afterwards)).toMatchObject({ type: 'abandoned', by: null, words: reason, to: 'abandoned' });
  expect([at(afterwards, 'paused'), at(afterwards, 'archived')]).toEqual([null, null]);
  const kept = after(begun, said(keepDelivering(hearing, by(pilot))));
  expect(deliveryStep(kept)).toBe('under_way');
  expect(endHearing(kept, { phase: 'delivery', now: afterwards })).toBeNull();
  expect(codeOf(keepDelivering(hearing, by(author)))).toBe('not-allowed');
});

const gone: DeliverableIdea = { ...hearing, state: 'abandoned', delivery: deliveryOf([]) };

test('[DL5] authors, who carries it and moderators apart from it answer for everybody to read, before and after', () => {
  const answer = (idea: DeliverableIdea, who = by(author)) =>
    answerAbandonment(idea, { text: ' Un seul guichet suffirait. ' }, who);
  for (const idea of [hearing, gone])
    expect(answer(idea)).toMatchObject({
      value: { type: 'abandonment_answered', as: 'author', words: 'Un seul guichet suffirait.' },
    });
  expect(answer({ ...hearing, carrier }, by(carrier))).toMatchObject({ value: { as: 'carrier' } });
  expect(answer(hearing, by(moderator1, moderates))).toMatchObject({ value: { as: 'moderator' } });
  expect(codeOf(answer(hearing, by(colleague)))).toBe('not-allowed');
  expect(codeOf(answer(begun))).toBe('delivery-step');
});

test('[DL6] her idea is offered to the directorates that have said nothing yet, or carried out by herself', () => {
  const offer = (directorates = [roads, buildings], saidNo: (typeof roads)[] = []) =>
    offerAgain(gone, { asked: directorates, saidNo }, by(author));
  expect(offer()).toMatchObject({ value: { type: 'offered_again', to: 'selected' } });
  expect(codeOf(offer([roads]))).toBe('nobody-to-ask');
  expect(codeOf(offer([roads, buildings], [buildings]))).toBe('nobody-to-ask');
  expect(carryOnDelivery(gone, by(author))).toMatchObject({
    value: { dueOn: '2027-04-18', event: { type: 'carried_on', to: 'adopted', until: '2027-04-18' } },
  });
  expect(codeOf(carryOnDelivery(gone, by(coauthor)))).toBe('not-allowed');
  expect(codeOf(carryOnDelivery(hearing, by(author)))).toBe('idea-state');
});

test('[DL8] acts are open until the archive, and their buttons are those that would not be refused', () => {
  const none = { asked: [roads, buildings], saidNo: [] };
  const acts = (idea: DeliverableIdea, who = by(pilot)) => actsOnDelivery(idea, none, who);
  expect(acts(adopted)).toEqual(['startDelivery', 'abandonDelivery']);
  expect(acts(begun)).toEqual(['proposeDelivered', 'abandonDelivery']);
  expect(acts(hearing, by(sponsor, answersForRoads))).toEqual(['keepDelivering']);
  expect(acts(gone, by(author))).toEqual(['answerAbandonment', 'offerAgain', 'carryOnDelivery']);
  expect(acts(proposed, by(author))).toEqual(['confirmDelivered']);
  const phases = PHASES.filter((phase) => acts(begun, { ...by(pilot), phase }).length > 0);
  expect(phases).toEqual(['decided', 'delivery', 'impact_review']);
  for (const state of IDEA_STATES.filter((each) => each !== 'adopted' && each !== 'in_progress'))
    expect([state, acts({ ...adopted, state })]).toEqual([state, []]);
});

test('[DL8] [DL9] where a delivery stands follows from its events, whatever was said in between', () => {
  const moved = {
    ...said(keepDelivering(hearing, by(pilot))),
    type: 'term_moved',
    until: '2027-01-28',
  } as const;
  const first = said(abandonDelivery(begun, { reason }, by(pilot)));
  expect(deliveryOf([first, moved]).abandonment?.until).toBe('2027-01-28');
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('abandonment_answered' as const, 'term_moved' as const)),
      (types) => {
        const between = types.map((type) => ({ ...moved, type, until: null }));
        expect(deliveryOf([first, ...between]).abandonment?.until).toBe('2027-01-25');
      },
    ),
  );
  const again = { ...moved, type: 'carried_on' } as const;
  expect(deliveryOf([first, again])).toEqual(deliveryOf([]));
});
