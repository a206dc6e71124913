/** Whoever does whatever in whatever order: names are added, never taken away, and the first stays first. */
import {
  adoptIdea,
  answerCarrierOffer,
  answerCoauthor,
  askToCoauthor,
  declineAdoption,
  declineRebound,
  listDirectorates,
  mintId,
  patchIdea,
  publishIdea,
  readIdea,
  reboundOnIdea,
  saveDraft,
  takeRebound,
  withdrawIdea,
  type Credits,
  type DirectorateId,
  type IdeaId,
  type ReboundId,
} from '@butinerie/contracts';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Caller } from '../src/caller.ts';
import type { TestPerson } from './support/test-server.ts';
import { openWritingHouse, type OpenChallenge, type WritingHouse } from './support/writing-house.ts';

const SEED = Number(process.env['CREDIT_SEED'] ?? 20_261_122);
const STEPS = 60;

let house: WritingHouse;
let open: OpenChallenge;
let directorate: DirectorateId;

beforeAll(async () => {
  house = await openWritingHouse();
  open = await house.openChallenge();
  const { directorates } = await house.server.administrator.expect(listDirectorates);
  const [first] = directorates;
  if (first === undefined) throw new Error('no directorate');
  directorate = first.id;
});
afterAll(() => house.server.stop());

function randomFrom(seed: number) {
  let state = seed;
  const below = (most: number): number => (state = (state * 48_271) % 2_147_483_647) % most;
  return <const Item>(items: readonly [Item, ...Item[]]): Item => items[below(items.length)] ?? items[0];
}

/** Every name the page gives, role by role. */
const namesOf = ({ originators, coauthors, rebounders }: Credits) =>
  Object.fromEntries(
    Object.entries({ originators, coauthors, rebounders }).map(([role, people]) => [
      role,
      people.map(({ id }) => id),
    ]),
  );
const everybody = ({ originators, coauthors, rebounders }: Credits): Set<string> =>
  new Set([...originators, ...coauthors, ...rebounders].map(({ id }) => id));

test('[T5] [T6] credits never shrink under any sequence of commands by any roles (seed printed)', async () => {
  console.log(`seed ${SEED}`);
  const pick = randomFrom(SEED);
  const { author, colleague, reader, moderator, sponsor, server } = house;
  const people: [Caller, ...Caller[]] = [author, colleague, reader, moderator, sponsor, server.administrator];
  const named: [TestPerson, ...TestPerson[]] = [author, colleague, reader, sponsor];
  const ideas: [IdeaId, IdeaId, IdeaId] = [
    await house.idea(open.challenge),
    await house.idea(open.challenge, { shared: true }),
    await house.idea(open.challenge),
  ];
  const rebounds: [ReboundId, ...ReboundId[]] = [mintId('rebound')];
  const step = async (): Promise<boolean> => {
    const by = pick(people);
    const params = { idea: pick(ideas) };
    const rebound = { rebound: pick(rebounds) };
    const acts: [() => Promise<{ ok: boolean }>, ...(() => Promise<{ ok: boolean }>)[]] = [
      () => {
        const id = mintId('rebound');
        rebounds.push(id);
        return by.call(reboundOnIdea, { params, body: { id, text: 'Chez nous aussi.' } });
      },
      () => by.call(takeRebound, { params: rebound }),
      () => by.call(declineRebound, { params: rebound }),
      () => by.call(askToCoauthor, { params }),
      () => {
        const answer = pick(['accept', 'decline']);
        return by.call(answerCoauthor, { params: { ...params, person: pick(named).id }, body: { answer } });
      },
      () => by.call(patchIdea, { params, body: { openTo: pick(['invited', 'everyone']) } }),
      () => by.call(publishIdea, { params }),
      () => {
        const body = {
          challenge: open.challenge,
          title: 'À moi',
          text: 'À moi seul.',
          parents: [],
          grownFrom: null,
        };
        return by.call(saveDraft, { params, body });
      },
      () => by.call(withdrawIdea, { params, body: { reason: '', askedBySomebody: pick(['no', 'unsaid']) } }),
      () =>
        by.call(adoptIdea, {
          params,
          body: {
            directorate,
            pilot: pick(named).id,
            promise: 'Nous la ferons nôtre.',
            milestone: { title: 'Un premier pas', dueOn: '2027-03-01' },
            halfDays: 4,
          },
        }),
      () => by.call(declineAdoption, { params, body: { directorate, reason: 'Pas nous.' } }),
      () => by.call(answerCarrierOffer, { params, body: { choice: 'carry' } }),
    ];
    const act = pick(acts);
    return (await act()).ok;
  };

  let done = 0;
  const credits = async (idea: IdeaId): Promise<Credits> =>
    (await server.administrator.expect(readIdea, { params: { idea } })).credits;
  let before = await Promise.all(ideas.map(credits));
  for (let at = 0; at < STEPS; at += 1) {
    if (at === Math.floor(STEPS * 0.7)) {
      server.clock.set(new Date(open.closesAt.getTime() + 130_000));
      await vi.waitUntil(
        async () => (await author.expect(readIdea, { params: { idea: ideas[1] } })).seal !== null,
        { timeout: 30_000 },
      );
    }
    // What was refused is looked at with the next act that was not: nothing may have changed meanwhile either.
    if (!(await step()) && at < STEPS - 1) continue;
    done += 1;
    const after = await Promise.all(ideas.map(credits));
    for (const [i, was] of before.entries()) {
      const now = after[i];
      if (now === undefined) throw new Error('an idea is gone');
      expect([...everybody(now)]).toEqual(expect.arrayContaining([...everybody(was)]));
      expect(namesOf(now)['originators']?.[0]).toBe(namesOf(was)['originators']?.[0]);
      expect(namesOf(now)['originators']).toEqual(expect.arrayContaining(namesOf(was)['originators'] ?? []));
    }
    before = after;
  }
  // A run in which everything was refused would show nothing.
  expect(done).toBeGreaterThan(STEPS / 10);
}, 180_000);
