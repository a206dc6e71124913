/** A three-week challenge and what is in it, brought to the moment where a journey begins, through the server's door. */
import {
  answerCoauthor,
  answerIdea,
  askToCoauthor,
  confirmResults,
  draftChallenge,
  mintId,
  proposeResults,
  publishIdea,
  readSelection,
  saveDraft,
  scheduleChallenge,
  type ChallengeId,
  type IdeaId,
} from '@butinerie/contracts';
import type { Caller } from '@butinerie/server';
import { setTimeout } from 'node:timers/promises';
import type { Person } from './team.ts';

const paris = (local: string) => ({ local, timeZone: 'Europe/Paris' });
const timeBox = {
  opensAt: paris('2026-10-12T09:00'),
  ideasUntil: paris('2026-10-23T17:00'),
  closesAt: paris('2026-10-30T17:00'),
  decisionDueAt: paris('2026-11-13T17:00'),
};

/** Moments of that challenge. Paris leaves summer time between its opening and its closing. */
export const AT = {
  dayBefore: new Date('2026-10-11T16:00:00Z'),
  minuteBefore: new Date('2026-10-12T06:59:00Z'),
  opening: new Date('2026-10-12T07:00:00Z'),
  open: new Date('2026-10-14T08:00:00Z'),
  minuteBeforeClosing: new Date('2026-10-30T15:59:00Z'),
  closing: new Date('2026-10-30T16:00:00Z'),
  sealed: new Date('2026-10-30T16:02:01Z'),
  deliberation: new Date('2026-11-02T09:00:00Z'),
  decided: new Date('2026-11-03T09:00:00Z'),
} as const;

export const QUESTION = 'Que gaspillons-nous sans le voir ?';
const BRIEF =
  'Chauffage, papier, trajets, minutes d’attente : ce qui se perd chaque jour se voit de près.\n\nPendant trois semaines, dites ce que vous voyez et ce que vous feriez.';
export const REASON =
  'L’équipe y voit un effet visible en quatre-vingt-dix jours, sans dépense nouvelle, et facile à vérifier.';

export async function scheduledChallenge(moderator: Caller, question = QUESTION): Promise<ChallengeId> {
  const challenge = mintId('challenge');
  const params = { challenge };
  const { version } = await moderator.expect(draftChallenge, {
    params,
    body: { question, brief: BRIEF, timeBox, version: 0 },
  });
  await moderator.expect(scheduleChallenge, { params, body: { version, protectionChecked: true } });
  return challenge;
}

export interface Words {
  readonly title: string;
  readonly text: string;
}

export async function publishedIdea(author: Caller, challenge: ChallengeId, words: Words): Promise<IdeaId> {
  const idea = mintId('idea');
  const params = { idea };
  await author.expect(saveDraft, { params, body: { challenge, ...words, parents: [], grownFrom: null } });
  await author.expect(publishIdea, { params });
  return idea;
}

/** The colleague asks to write in the author's idea, and may. */
export async function writesWith(
  { author, colleague }: { readonly author: Caller; readonly colleague: Person },
  idea: IdeaId,
): Promise<void> {
  await colleague.expect(askToCoauthor, { params: { idea } });
  const body = { answer: 'accept' } as const;
  await author.expect(answerCoauthor, { params: { idea, person: colleague.id }, body });
}

/** Once the clock has passed the closing: every text has its seal, the challenge knows it, and answers may be written. */
export async function readyToAnswer(moderator: Caller, challenge: ChallengeId): Promise<void> {
  const at = { params: { challenge } };
  for (let tries = 0; tries < 600; tries++) {
    if ((await moderator.expect(readSelection, at)).acts.includes('answerIdea')) return;
    await setTimeout(50);
  }
  throw new Error('the challenge was not sealed in half a minute');
}

/** Every idea answered, the named ones selected; published by a second person. */
export async function publishedResults(
  moderators: readonly [Caller, Caller],
  challenge: ChallengeId,
  selected: readonly IdeaId[],
): Promise<void> {
  const [first, second] = moderators;
  const params = { challenge };
  let board = await first.expect(readSelection, { params });
  for (const idea of board.missing)
    board = await first.expect(answerIdea, {
      params: { challenge, idea },
      body: selected.includes(idea)
        ? { outcome: 'selected', motive: null, reason: REASON, version: board.version }
        : { outcome: 'not_selected', motive: 'uncertain_effect', reason: REASON, version: board.version },
    });
  board = await first.expect(proposeResults, { params, body: { version: board.version } });
  await second.expect(confirmResults, { params, body: { version: board.version } });
}
