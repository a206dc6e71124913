/** Performs one act of the scenario through the product's own routes and messages, as the person whose act it is. */
import {
  adoptIdea,
  answerCarrierOffer,
  answerCoauthor,
  answerIdea,
  askToCoauthor,
  confirmResults,
  declineAdoption,
  draftChallenge,
  listIdeas,
  patchIdea,
  proposeResults,
  publishIdea,
  readSelection,
  reboundOnIdea,
  saveDraft,
  scheduleChallenge,
  supportIdea,
  takeRebound,
  type ChallengeId,
} from '@butinerie/contracts';
import { setTimeout } from 'node:timers/promises';
import type { Caller } from '../../src/caller.ts';
import type { Act } from '../../src/demonstration/acts.ts';
import { writeTogether } from './pen.ts';
import type { Troupe } from './troupe.ts';

export async function perform(
  act: Act,
  troupe: Troupe,
  { keyMilliseconds }: { keyMilliseconds: number },
): Promise<void> {
  if (act.do === 'write') {
    const hands = [];
    for (const { by, text } of act.hands) hands.push({ caller: await troupe.as(by), text });
    await writeTogether(act.idea, hands, keyMilliseconds);
    return;
  }
  const caller = await troupe.as(act.by);
  switch (act.do) {
    case 'schedule':
      return schedule(caller, act);
    case 'propose':
      return propose(caller, act);
    case 'open':
      await caller.expect(patchIdea, { params: { idea: act.idea }, body: { openTo: 'everyone' } });
      return;
    case 'rebound': {
      const body = { id: act.rebound, text: act.text };
      await caller.expect(reboundOnIdea, { params: { idea: act.idea }, body });
      return;
    }
    case 'take':
      await caller.expect(takeRebound, { params: { rebound: act.rebound } });
      return;
    case 'ask':
      await caller.expect(askToCoauthor, { params: { idea: act.idea } });
      return;
    case 'accept': {
      const params = { idea: act.idea, person: act.person };
      await caller.expect(answerCoauthor, { params, body: { answer: 'accept' } });
      return;
    }
    case 'support':
      await caller.expect(supportIdea, { params: { idea: act.idea }, body: { supported: true } });
      return;
    case 'seal':
      return sealed(caller, act.challenge);
    case 'answer':
    case 'propose-results':
    case 'confirm-results':
      return decide(caller, act);
    case 'adopt':
      return adopt(caller, act, troupe);
    case 'decline': {
      const body = { directorate: troupe.directorate(act.directorate), reason: act.reason };
      await caller.expect(declineAdoption, { params: { idea: act.idea }, body });
      return;
    }
    case 'carry':
      await caller.expect(answerCarrierOffer, { params: { idea: act.idea }, body: { choice: act.choice } });
      return;
  }
}

type Doing<D extends Act['do']> = Extract<Act, { do: D }>;

async function schedule(caller: Caller, act: Doing<'schedule'>): Promise<void> {
  const params = { challenge: act.challenge };
  const { question, brief, timeBox } = act;
  const drafted = await caller.expect(draftChallenge, {
    params,
    body: { question, brief, timeBox, version: 0 },
  });
  await caller.expect(scheduleChallenge, {
    params,
    body: { version: drafted.version, protectionChecked: true },
  });
}

async function propose(caller: Caller, act: Doing<'propose'>): Promise<void> {
  const { challenge, title, text } = act;
  const params = { idea: act.idea };
  const body = { challenge, title, text, parents: [], grownFrom: null };
  await caller.expect(saveDraft, { params, body });
  await caller.expect(publishIdea, { params });
}

/** Who visits a challenge that is being played may propose in it, and no results come out while one answer is missing. */
const TO_A_VISITOR =
  'Merci de cette idée, venue d’une personne en visite. Dans une démonstration personne ne peut la juger sérieusement : proposez-la dans un vrai défi, elle y gardera votre nom.';

const PATIENCE_MS = 60_000;

/** Closing is the server's own act; the story goes on when every idea has its seal. */
async function sealed(caller: Caller, challenge: ChallengeId): Promise<void> {
  const giveUpAt = performance.now() + PATIENCE_MS;
  for (;;) {
    const query = { state: 'published', count: '1' } as const;
    const { total } = await caller.expect(listIdeas, { params: { challenge }, query });
    if (total === 0) return;
    if (performance.now() > giveUpAt) throw new Error('the ideas were not sealed at closing');
    await setTimeout(100);
  }
}

async function decide(
  caller: Caller,
  act: Doing<'answer' | 'propose-results' | 'confirm-results'>,
): Promise<void> {
  const { challenge } = act;
  const params = { challenge };
  const { version, missing } = await caller.expect(readSelection, { params });
  if (act.do === 'propose-results') {
    let current = version;
    for (const idea of missing) {
      const body = {
        outcome: 'not_selected',
        motive: 'other',
        reason: TO_A_VISITOR,
        version: current,
      } as const;
      current = (await caller.expect(answerIdea, { params: { challenge, idea }, body })).version;
    }
    await caller.expect(proposeResults, { params, body: { version: current } });
  }
  if (act.do === 'confirm-results') await caller.expect(confirmResults, { params, body: { version } });
  if (act.do === 'answer') {
    const { outcome, reason } = act.verdict;
    const motive = act.verdict.outcome === 'not_selected' ? act.verdict.motive : null;
    const body = { outcome, motive, reason, version };
    await caller.expect(answerIdea, { params: { challenge, idea: act.idea }, body });
  }
}

async function adopt(caller: Caller, act: Doing<'adopt'>, troupe: Troupe): Promise<void> {
  const { by, promise, milestone, halfDays } = act.adoption;
  await caller.expect(adoptIdea, {
    params: { idea: act.idea },
    body: {
      directorate: troupe.directorate(by),
      pilot: act.pilot,
      promise,
      milestone: { title: milestone, dueOn: act.milestoneOn },
      halfDays,
    },
  });
}
