/**
 * `npm run trial:pilot`: a whole pilot of twenty people on a fresh instance, through HTTP, sockets and the mail page
 * only; then kill -9, a second start, and everything looked at again.
 * Keys: people, ideas, answers, mailsSent, receiptsValid, afterRestartEqual, seconds.
 */
import { verifyReceipt } from '@butinerie/attribution';
import { IdeaSession } from '@butinerie/collaboration/client';
import { readDocument, writePlainText } from '@butinerie/collaboration/document';
import {
  adoptIdea,
  answerCarrierOffer,
  answerCoauthor,
  answerIdea,
  askToCoauthor,
  confirmResults,
  listDirectorates,
  listIdeas,
  listMails,
  listReceipts,
  mintId,
  proposeResults,
  publishIdea,
  readIdea,
  readReceipt,
  readSelection,
  readVerificationKeys,
  reboundOnIdea,
  saveDraft,
  supportIdea,
  takeRebound,
  type ChallengeId,
  type IdeaId,
} from '@butinerie/contracts';
import { setTimeout } from 'node:timers/promises';
import type { Caller } from '../src/caller.ts';
import {
  administratorOf,
  grant,
  inviteFromList,
  scheduledChallenge,
  type TrialPerson,
} from './support/pilot-people.ts';
import { newPlace, startServer } from './support/server-process.ts';
import { openSocket, textTransport } from './support/socket.ts';

const OPENS = new Date('2026-10-12T07:00:00Z');
const CLOSES = new Date('2026-10-30T16:00:00Z');
const SELECTED = 3;
const REASON =
  'Le sujet touche chaque service, l’effet se voit en moins de quatre-vingt-dix jours et se mesure avec les relevés.';
const startedAt = performance.now();
const say = (step: string): void =>
  console.log(`${((performance.now() - startedAt) / 1_000).toFixed(1).padStart(6)} s  ${step}`);

const place = await newPlace();
try {
  let server = await startServer(place, new Date(OPENS.getTime() - 3_600_000));
  const administrator = await administratorOf(server.base, server.link);
  const people = await inviteFromList(administrator, twenty());
  const [moderator, second, sponsor, otherSponsor, ...agents] = people;
  if (!moderator || !second || !sponsor || !otherSponsor) throw new Error('the list was too short');
  for (const person of [moderator, second]) await grant(administrator, person, 'moderator');
  for (const person of [sponsor, otherSponsor]) await grant(administrator, person, 'sponsor');
  say(`${people.length} people invited from a list, signed in by their links`);

  const challenge = await scheduledChallenge(moderator, 'Que gaspillons-nous sans le voir ?', {
    opensAt: OPENS,
    ideasUntil: new Date('2026-10-23T15:00:00Z'),
    closesAt: CLOSES,
    decisionDueAt: new Date('2026-11-13T16:00:00Z'),
  });
  await server.moveClock(OPENS);
  const ideas = await proposeAndRebound(agents, challenge);
  say(`${ideas.length} ideas proposed, each rebounded on`);
  const written = await writeTogether(agents, ideas);
  say(`three people wrote one text at once: ${written} characters`);

  await server.moveClock(new Date(CLOSES.getTime() + 121_000));
  await sealed(moderator, ideas);
  say('the clock closed the challenge; every idea has its seal');
  const answers = await choose({ moderator, second, challenge, ideas });
  say(`${answers} reasoned answers published by two people`);
  await adopt({ sponsor, otherSponsor, pilot: second, ideas, agents });
  say('two ideas adopted, their authors offered to carry them');

  const everybody = [...people];
  const before = { receipts: await receiptsOf(everybody), texts: await textsOf(moderator, challenge) };
  const mailsSent = (await administrator.expect(listMails)).mails.length;
  say(`${before.receipts.valid} receipts verify; kill -9`);
  await server.kill();
  server = await startServer(place, new Date(CLOSES.getTime() + 10 * 86_400_000));
  const after = { receipts: await receiptsOf(everybody), texts: await textsOf(moderator, challenge) };
  await server.kill();
  say('started again on the same data');

  console.log(
    JSON.stringify({
      people: people.length,
      ideas: ideas.length,
      answers,
      mailsSent,
      receiptsValid: after.receipts.valid,
      receipts: before.receipts.all,
      afterRestartEqual:
        before.texts === after.texts &&
        before.receipts.all === after.receipts.all &&
        after.receipts.valid === before.receipts.valid,
      seconds: Math.round((performance.now() - startedAt) / 1_000),
    }),
  );
} finally {
  place.remove();
}
process.exit(0);

function twenty() {
  const directorates = ['Routes', 'Solidarités', 'Bâtiments', 'Collèges', 'Archives'];
  return Array.from({ length: 20 }, (_, i) => ({
    name: `Prénom Essaié ${i + 1}`,
    directorate: directorates[i % directorates.length] ?? 'Routes',
    mail: `agent${i + 1}@agents.example.org`,
  }));
}

interface Proposed {
  readonly id: IdeaId;
  readonly author: TrialPerson;
}

async function proposeAndRebound(
  agents: readonly TrialPerson[],
  challenge: ChallengeId,
): Promise<Proposed[]> {
  const ideas: Proposed[] = [];
  for (const [at, author] of agents.slice(0, 8).entries()) {
    const id = mintId('idea');
    const title = `Idée ${at + 1} : éteindre ce qui tourne pour rien`;
    const text = `Au bureau ${at + 1}, l’écran reste allumé la nuit. Posons une minuterie.`;
    const body = { challenge, title, text, parents: [], grownFrom: null };
    await author.expect(saveDraft, { params: { idea: id }, body });
    await author.expect(publishIdea, { params: { idea: id } });
    ideas.push({ id, author });
  }
  for (const [at, person] of agents.entries()) {
    const target = ideas[(at + 1) % ideas.length];
    if (target === undefined) continue;
    const rebound = mintId('rebound');
    const text = `Chez nous, ${person.directorate}, nous le faisons déjà : ${at + 1}.`;
    await person.expect(reboundOnIdea, { params: { idea: target.id }, body: { id: rebound, text } });
    if (at % 2 === 0) await target.author.expect(takeRebound, { params: { rebound } });
    await person.expect(supportIdea, { params: { idea: target.id }, body: { supported: true } });
  }
  return ideas;
}

async function writeTogether(agents: readonly TrialPerson[], ideas: readonly Proposed[]): Promise<number> {
  const [first] = ideas;
  const guests = agents.filter(({ id }) => id !== first?.author.id).slice(0, 2);
  if (first === undefined) throw new Error('no idea was proposed');
  for (const guest of guests) {
    await guest.expect(askToCoauthor, { params: { idea: first.id } });
    await first.author.expect(answerCoauthor, {
      params: { idea: first.id, person: guest.id },
      body: { answer: 'accept' },
    });
  }
  const writers = [first.author, ...guests];
  const sessions = await Promise.all(
    writers.map(async (person, at) => {
      // The last one sits behind a proxy that refuses WebSockets.
      const socket = await openSocket(person, at === 2 ? ['polling'] : ['websocket']);
      return new IdeaSession({ transport: textTransport(socket, first.id), write: true });
    }),
  );
  await until(() => sessions.every((session) => session.status.state === 'live'));
  for (let round = 1; round <= 20; round++) {
    for (const [at, session] of sessions.entries()) {
      const { text } = readDocument(session.doc);
      writePlainText(session.doc, `${text}\nLigne ${round} de la personne ${at + 1}.`);
    }
    await setTimeout(20);
  }
  const texts = (): string[] => sessions.map((session) => readDocument(session.doc).text);
  await until(() => sessions.every(({ status }) => status.unsent === 0) && new Set(texts()).size === 1);
  const [text = ''] = texts();
  for (let at = 1; at <= 3; at++)
    if (!text.includes(`Ligne 20 de la personne ${at}.`))
      throw new Error(`words of person ${at} are missing`);
  await Promise.all(sessions.map((session) => session.destroy()));
  return text.length;
}

async function sealed(reader: Caller, ideas: readonly Proposed[]): Promise<void> {
  for (const { id } of ideas)
    await until(async () => (await reader.expect(readIdea, { params: { idea: id } })).state === 'submitted');
}

interface Choosing {
  readonly moderator: Caller;
  readonly second: Caller;
  readonly challenge: ChallengeId;
  readonly ideas: readonly Proposed[];
}

async function choose({ moderator, second, challenge, ideas }: Choosing): Promise<number> {
  const params = { challenge };
  let board = await moderator.expect(readSelection, { params });
  for (const [at, { id }] of ideas.entries()) {
    const verdict =
      at < SELECTED
        ? { outcome: 'selected' as const, motive: null }
        : { outcome: 'not_selected' as const, motive: 'to_rework' as const };
    const body = { ...verdict, reason: REASON, version: board.version };
    board = await moderator.expect(answerIdea, { params: { challenge, idea: id }, body });
  }
  board = await moderator.expect(proposeResults, { params, body: { version: board.version } });
  board = await second.expect(confirmResults, { params, body: { version: board.version } });
  return board.entries.filter(({ answer }) => answer !== null && answer.reason.length >= 80).length;
}

interface Adopting {
  readonly sponsor: TrialPerson;
  readonly otherSponsor: TrialPerson;
  readonly pilot: TrialPerson;
  readonly ideas: readonly Proposed[];
  readonly agents: readonly TrialPerson[];
}

async function adopt({ sponsor, otherSponsor, pilot, ideas }: Adopting): Promise<void> {
  const { directorates } = await sponsor.expect(listDirectorates);
  for (const [at, person] of [sponsor, otherSponsor].entries()) {
    const own = directorates.find(({ name }) => name === person.directorate);
    const adopted = ideas[at];
    if (own === undefined || adopted === undefined) throw new Error('nothing to adopt');
    await person.expect(adoptIdea, {
      params: { idea: adopted.id },
      body: {
        directorate: own.id,
        pilot: pilot.id,
        promise: 'Une minuterie par étage, et un relevé avant, un relevé après.',
        milestone: { title: 'Premier étage', dueOn: '2026-12-01' },
        halfDays: 4,
      },
    });
    const choice = at === 0 ? 'carry' : 'contribute';
    await adopted.author.expect(answerCarrierOffer, { params: { idea: adopted.id }, body: { choice } });
  }
}

/** Every receipt of every person, verified by the published verifier with the instance's keys alone. */
async function receiptsOf(people: readonly Caller[]): Promise<{ all: number; valid: number }> {
  let all = 0;
  let valid = 0;
  for (const person of people) {
    const keys = (await person.expect(readVerificationKeys)).trim().split('\n');
    for (const { n } of (await person.expect(listReceipts)).receipts) {
      const file = await person.expect(readReceipt, { params: { n } });
      all += 1;
      if (verifyReceipt(file, { vkeys: keys.map((vkey) => ({ vkey })) }).valid) valid += 1;
    }
  }
  return { all, valid };
}

async function textsOf(reader: Caller, challenge: ChallengeId): Promise<string> {
  const { ideas } = await reader.expect(listIdeas, { params: { challenge } });
  const shown = ideas.map(({ id, state, title, text, credits }) => ({ id, state, title, text, credits }));
  return JSON.stringify(shown.sort((a, b) => (a.id < b.id ? -1 : 1)));
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 1_200; tries++) {
    if (await holds()) return;
    await setTimeout(50);
  }
  throw new Error('it did not come to pass within a minute');
}
