/** Whoever does whatever in whatever order: names are added, never taken away, and the first stays first. */
import {
  listDirectorates,
  mintId,
  publishIdea,
  readCheckpoint,
  readIdea,
  saveDraft,
  type Credits,
  type IdeaId,
  type PersonId,
} from '@butinerie/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { APART, commandsOnIdeas, CREDIT_COMMANDS, type Pick, type Stage } from './support/credit-commands.ts';
import type { TestPerson } from './support/test-server.ts';
import { audited } from './support/the-register.ts';
import { openWritingHouse, type OpenChallenge, type WritingHouse } from './support/writing-house.ts';

const SEED = Number(process.env['CREDIT_SEED'] ?? 20_261_122);
const PATIENCE = { timeout: 30_000 };
const { writing, talking, together, deciding } = CREDIT_COMMANDS;
const EVERY = { ...writing, ...talking, ...together, ...deciding };
/** So many accepted acts are looked at together: each look reads every idea. */
const TOGETHER = 6;
/** By those who might, with other words and about other ideas, once anybody was refused. */
const TRIES = 3;
const BY_MODERATORS = [
  'answerIdea',
  'closeDispute',
  'confirmResults',
  'enterIdea',
  'moderate',
  'proposeCorrection',
  'proposeMerge',
  'proposeResults',
  'secondCorrection',
  'undoModeration',
];

let house: WritingHouse;
let open: OpenChallenge;
let second: TestPerson;
let officer: TestPerson;
beforeAll(async () => {
  house = await openWritingHouse();
  second = await house.server.person({ name: 'Milo Exemple', roles: ['moderator'] });
  officer = await house.server.person({ name: 'Dalia Exemple', roles: ['dpo'] });
  open = await house.openChallenge();
});
afterAll(() => house.server.stop());

function randomFrom(seed: number): Pick {
  let state = seed;
  const below = (most: number): number => (state = (state * 48_271) % 2_147_483_647) % most;
  return (items) => items[below(items.length)] ?? items[0];
}

async function ideaBy(by: TestPerson): Promise<IdeaId> {
  const idea = mintId('idea');
  const words = { title: 'Un vélo par étage', text: 'Pour les tournées.', parents: [], grownFrom: null };
  await by.expect(saveDraft, { params: { idea }, body: { challenge: open.challenge, ...words } });
  await by.expect(publishIdea, { params: { idea } });
  return idea;
}

async function newStage(pick: Pick): Promise<Stage> {
  const { author, colleague, reader, moderator, sponsor, server } = house;
  const { directorates } = await server.administrator.expect(listDirectorates);
  const [directorate] = directorates;
  if (directorate === undefined) throw new Error('no directorate');
  return {
    pick,
    challenge: open.challenge,
    directorate: directorate.id,
    people: [author, colleague, reader, moderator, second, sponsor, officer],
    ideas: [
      await house.idea(open.challenge),
      await house.idea(open.challenge, { shared: true }),
      await ideaBy(colleague),
    ],
    drafts: [],
    asks: [],
    rebounds: [],
    comments: [],
    merges: [],
    disputes: [],
    decisions: [],
    shreddings: [],
    masks: new Map(),
  };
}

type Named = Readonly<Record<'originators' | 'coauthors' | 'everybody', readonly PersonId[]>>;

/** Every name the page gives; a pseudonym and who has opened it are one. */
async function namedIn(idea: IdeaId, { masks }: Stage): Promise<Named> {
  // A moderator reads what was hidden or withdrawn as well.
  const page = await second.expect(readIdea, { params: { idea } });
  const credits: Credits = page.credits;
  const ids = (people: Credits['originators']) => people.map(({ id }) => masks.get(id) ?? id);
  const [originators, coauthors] = [ids(credits.originators), ids(credits.coauthors)];
  return { originators, coauthors, everybody: [...originators, ...coauthors, ...ids(credits.rebounders)] };
}
const ledgerSize = async (): Promise<number> =>
  Number((await house.server.administrator.expect(readCheckpoint)).split('\n')[1]);

test('[T6] every command that names an idea, or what was said or asked about one, is in the sequences', () => {
  expect([...Object.keys(EVERY), ...Object.keys(APART)].toSorted()).toEqual(commandsOnIdeas().toSorted());
});

test('[T5] [T6] credits never shrink under any sequence of commands by any roles (seed printed)', async () => {
  const pick = randomFrom(SEED);
  const stage = await newStage(pick);
  // Nothing is sent about it: it is there when texts are sealed.
  const untouched = await house.idea(open.challenge);
  const accepted = new Map<string, number>();
  const before = new Map<IdeaId, Named>();
  let size = await ledgerSize();

  const nothingLess = async (after: string): Promise<void> => {
    for (const [idea, was] of before) {
      const now = await namedIn(idea, stage);
      for (const role of ['originators', 'coauthors', 'everybody'] as const)
        expect(now[role], `${role} after ${after}`).toEqual(expect.arrayContaining([...was[role]]));
      expect(now.originators[0], `the first originator after ${after}`).toBe(
        was.originators[0] ?? now.originators[0],
      );
    }
    for (const idea of stage.ideas) before.set(idea, await namedIn(idea, stage));
    const grown = await ledgerSize();
    expect(grown).toBeGreaterThanOrEqual(size);
    size = grown;
  };

  const { author, colleague, moderator, sponsor, server } = house;
  const everybody = [...stage.people, server.administrator] as const;
  const moderators = [moderator, second] as const;
  /** Who might, where it is not an author. */
  const likely: Readonly<Record<string, readonly [TestPerson, ...TestPerson[]]>> = {
    ...Object.fromEntries(BY_MODERATORS.map((name) => [name, moderators])),
    adoptIdea: [sponsor],
    declineAdoption: [sponsor],
    askShredding: [officer],
    confirmShredding: [moderator, officer],
  };
  const seasons = [
    { steps: 90, mostly: { ...writing, ...talking } },
    { steps: 70, mostly: together },
    { steps: 60, mostly: deciding },
  ] as const;
  const sent: string[] = [];

  await nothingLess('nothing');
  for (const [season, { steps, mostly }] of seasons.entries()) {
    for (let step = 0; step < steps; step += 1) {
      const [first, ...others] = Object.entries(pick([mostly, mostly, EVERY]));
      if (first === undefined) throw new Error('no command');
      const [name, send] = pick([first, ...others]);
      let said = await send(pick(everybody), stage);
      for (let tries = 0; !said.ok && tries < TRIES; tries += 1)
        said = await send(pick(likely[name] ?? [author, author, colleague]), stage);
      // What was refused is looked at with the next acts that were not: nothing may have changed meanwhile either.
      if (!said.ok) continue;
      accepted.set(name, (accepted.get(name) ?? 0) + 1);
      sent.push(name);
      if (sent.length % TOGETHER === 0) await nothingLess(sent.slice(-TOGETHER).join(', '));
    }
    if (season !== 1) continue;
    house.server.clock.set(new Date(open.closesAt.getTime() + 130_000));
    const sealed = async () => (await house.reader.expect(readIdea, { params: { idea: untouched } })).seal;
    await expect.poll(sealed, PATIENCE).not.toBeNull();
  }
  await nothingLess('everything');
  console.log(`seed ${SEED}, accepted: ${JSON.stringify(Object.fromEntries(accepted))}`);
  // A run in which everything was refused would show nothing.
  expect(accepted.size).toBeGreaterThan(Object.keys(EVERY).length / 3);
  // What the pages say is what the register gives, once nothing is being sealed any more.
  await expect.poll(() => audited(house.server), PATIENCE).toContain('"findings":0');
}, 180_000);
