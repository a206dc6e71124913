/**
 * One call of each route that keeps somebody's words, in an order in which each is accepted. The words here are nothing:
 * whoever makes the calls puts others in their place, wherever the contract takes words.
 */
import {
  acceptCharter,
  answerDispute,
  answerMerge,
  askExtension,
  askNameChange,
  attachFile,
  bringNote,
  cancelChallenge,
  changeBanner,
  chooseWitnesses,
  closeDispute,
  commentOnIdea,
  commentOnNote,
  creditComment,
  declineRebound,
  describeAttachment,
  draftChallenge,
  enterAtKiosk,
  enterIdea,
  importChallenge,
  inviteOutsiders,
  invitePeople,
  mintId,
  moderate,
  moderateNote,
  openDispute,
  openKiosk,
  orderNameChange,
  pauseChallenge,
  proposeCorrection,
  proposeMerge,
  publishIdea,
  publishNote,
  readChallenge,
  readCharter,
  reboundOnIdea,
  reportContent,
  renameFormat,
  reportNote,
  rewriteNote,
  saveCharter,
  saveDraft,
  saveFormat,
  saveKitText,
  saveNoteDraft,
  scheduleChallenge,
  setBanner,
  setFields,
  setLabels,
  setParticulars,
  setThemes,
  takeRebound,
  takeUpPractice,
  withdrawIdea,
  type AttachmentId,
  type ChallengeId,
  type Given,
  type IdeaId,
  type NoteId,
  type NoteKind,
  type Route,
  type ThemeRef,
} from '@butinerie/contracts';
import type { Caller } from '../../src/caller.ts';
import { PIXEL } from './small-file.ts';
import type { TestPerson } from './test-server.ts';
import type { WritingHouse } from './writing-house.ts';

export interface Call {
  readonly route: Route;
  readonly by: Caller;
  readonly given: { readonly params?: unknown; readonly query?: unknown; readonly body?: unknown };
}

export interface Cast extends Pick<WritingHouse, 'server' | 'author' | 'colleague' | 'reader' | 'moderator'> {
  readonly second: TestPerson;
  /** A data protection officer. */
  readonly officer: TestPerson;
}

/** What all of it is about. */
export interface Scene {
  readonly challenge: ChallengeId;
  readonly ideas: IdeaId[];
  readonly notes: NoteId[];
  readonly attachments: AttachmentId[];
  /** Brought in from elsewhere. */
  readonly imported: ChallengeId;
  /** Of its challenge, so that ideas are published under it. */
  readonly theme: ThemeRef['id'];
}
export const newScene = (): Scene => ({
  challenge: mintId('challenge'),
  ideas: [],
  notes: [],
  attachments: [],
  imported: mintId('challenge'),
  theme: mintId('theme'),
});

const HOUR = 3_600_000;
const call = <R extends Route>(route: R, by: Caller, ...given: Given<R>): Call => ({
  route,
  by,
  given: given[0] ?? {},
});

export async function* hostileCalls(cast: Cast, scene: Scene): AsyncGenerator<Call> {
  const { administrator } = cast.server;
  const { version } = await administrator.expect(readCharter, {});
  for (const by of [cast.author, cast.colleague, cast.reader, cast.moderator, cast.second, cast.officer])
    await by.expect(acceptCharter, { body: { version } });
  yield* preparing(cast, scene);
  yield* writing(cast, scene);
  yield* betweenChallenges(cast, scene);
  yield* namesAndPeople(cast, scene);
  yield* ending(cast, scene);
  // Last: another charter is accepted anew before anything else.
  yield call(saveCharter, administrator, { body: { fr: 'x', en: 'x', version } });
}

const versionOf = async ({ moderator }: Cast, { challenge }: Scene): Promise<number> =>
  (await moderator.expect(readChallenge, { params: { challenge } })).version;

const called = (fr: string) => ({ fr, en: fr, helpFr: fr, helpEn: fr });

async function* preparing(cast: Cast, scene: Scene): AsyncGenerator<Call> {
  const { moderator, second, server } = cast;
  const params = { challenge: scene.challenge };
  const hour = Math.ceil(server.clock.now().getTime() / HOUR) * HOUR;
  const after = (days: number) => ({
    local: new Date(hour + HOUR + days * 24 * HOUR).toISOString().slice(0, 16),
    timeZone: 'UTC',
  });
  const timeBox = { opensAt: after(0), ideasUntil: after(8), closesAt: after(12), decisionDueAt: after(30) };
  yield call(draftChallenge, moderator, { params, body: { question: 'x', brief: 'x', timeBox, version: 0 } });
  const theme = { id: scene.theme, fr: 'x', en: 'x', retired: false, moderators: [second.id] };
  const themes = { themes: [theme], version: await versionOf(cast, scene) };
  yield call(setThemes, moderator, { params, body: themes });
  const asks = { fr: 'x', en: 'x', helpFr: 'x', helpEn: 'x', required: false, limit: null, retired: false };
  const long = { ...asks, id: mintId('field'), kind: 'long' as const, options: [] };
  const one = {
    ...asks,
    id: mintId('field'),
    kind: 'one' as const,
    options: [
      { fr: 'x', en: 'x' },
      { fr: 'x', en: 'x' },
    ],
  };
  const fields = { fields: [long, one], version: await versionOf(cast, scene) };
  yield call(setFields, moderator, { params, body: fields });
  const labels = { title: called('x'), text: called('y') };
  yield call(setLabels, moderator, { params, body: { labels, version: await versionOf(cast, scene) } });
  const said = { alt: 'x', decorative: 'no' as const };
  const query = { ...said, version: await versionOf(cast, scene) };
  yield call(setBanner, moderator, { params, query, body: PIXEL });
  const again = { ...said, shown: true, version: await versionOf(cast, scene) };
  yield call(changeBanner, moderator, { params, body: again });
  const format = mintId('format');
  const kept = { challenge: scene.challenge, name: 'x' };
  yield call(saveFormat, moderator, { params: { format }, body: kept });
  yield call(renameFormat, moderator, { params: { format }, body: { name: 'x', version: 1 } });
  yield call(saveKitText, moderator, { params, body: { name: 'announcement', text: 'x', version: 0 } });
  await moderator.expect(scheduleChallenge, {
    params,
    body: { version: await versionOf(cast, scene), protectionChecked: true },
  });
  server.clock.set(new Date(hour + HOUR));

  const idea = mintId('idea');
  scene.ideas.push(idea);
  const answers = [{ field: long.id, values: ['x'] }];
  const draft = { challenge: scene.challenge, title: 'x', text: 'x', parents: [], grownFrom: null };
  yield call(saveDraft, cast.author, {
    params: { idea },
    body: { ...draft, particulars: { theme: theme.id, answers } },
  });
  const published = await publish(cast.author, scene, 'Éteindre les écrans');
  yield call(setParticulars, cast.author, {
    params: { idea: published },
    body: { theme: theme.id, answers },
  });
}

async function publish(by: Caller, { challenge, ideas, theme }: Scene, title: string): Promise<IdeaId> {
  const idea = mintId('idea');
  const draft = { challenge, title, text: 'Deux phrases.', parents: [], grownFrom: null };
  await by.expect(saveDraft, {
    params: { idea },
    body: { ...draft, particulars: { theme, answers: [] } },
  });
  await by.expect(publishIdea, { params: { idea } });
  ideas.push(idea);
  return idea;
}

async function* writing(cast: Cast, scene: Scene): AsyncGenerator<Call> {
  const { author, colleague, reader, moderator, server } = cast;
  const idea = await publish(author, scene, 'Un verger partagé');
  const into = await publish(colleague, scene, 'Des arbres dans la cour');
  const params = { idea };
  const rebound = mintId('rebound');
  yield call(reboundOnIdea, reader, { params, body: { id: rebound, text: 'x' } });
  yield call(takeRebound, author, { params: { rebound }, body: { brought: 'x' } });
  const declined = mintId('rebound');
  await reader.expect(reboundOnIdea, { params, body: { id: declined, text: 'Et les imprimantes ?' } });
  yield call(declineRebound, author, { params: { rebound: declined }, body: { reason: 'x' } });
  const comment = mintId('comment');
  const said = { id: comment, parent: null, kind: 'comment' as const, text: 'x', mentions: [] };
  yield call(commentOnIdea, reader, { params, body: said });
  yield call(creditComment, author, { params: { comment }, body: { brought: 'x' } });
  const reported = { comment, motive: 'other' as const, words: 'x' };
  await colleague.expect(reportContent, { params, body: { id: mintId('report'), ...reported } });
  const kept = { id: mintId('moderation'), act: 'keepContent' as const, idea, comment, late: null };
  yield call(moderate, moderator, {
    params: { challenge: scene.challenge },
    body: { ...kept, reason: 'x' },
  });
  // This one waits, and is read in the queue.
  const waits = { id: mintId('report'), ...reported, comment: null };
  yield call(reportContent, reader, { params, body: waits });
  const merge = mintId('merge');
  yield call(proposeMerge, moderator, { params, body: { id: merge, into, reason: 'x' } });
  yield call(answerMerge, author, { params: { merge }, body: { answer: 'refuse', reason: 'x' } });
  const attachment = mintId('attachment');
  scene.attachments.push(attachment);
  const file = { params: { attachment }, query: { idea, name: 'x', alt: 'x' }, body: PIXEL };
  yield call(attachFile, author, file);
  yield call(describeAttachment, author, { params: { attachment }, body: { alt: 'x' } });

  const { fields } = await moderator.expect(readChallenge, { params: { challenge: scene.challenge } });
  const answers = fields.flatMap(({ id, kind }) => (kind === 'long' ? [{ field: id, values: ['x'] }] : []));
  const particulars = { theme: scene.theme, answers };
  const agent = { name: 'x', directorate: 'x' };
  const entered = { author: agent, title: 'x', text: 'x', charter: 1, particulars };
  const forSomebody = mintId('idea');
  scene.ideas.push(forSomebody);
  yield call(enterIdea, moderator, {
    params: { challenge: scene.challenge },
    body: { idea: forSomebody, ...entered },
  });
  const { url } = await moderator.expect(openKiosk, { params: { challenge: scene.challenge } });
  const atKiosk = mintId('idea');
  scene.ideas.push(atKiosk);
  const token = new URL(url).hash.slice(1);
  yield call(enterAtKiosk, reader, { body: { token, idea: atKiosk, ...entered } });

  const dispute = mintId('dispute');
  const at = { idea, dispute };
  yield call(openDispute, colleague, { params, body: { id: dispute, text: 'x' } });
  yield call(answerDispute, author, { params: at, body: { text: 'x' } });
  yield call(proposeCorrection, moderator, { params: at, body: { add: colleague.id, why: 'x' } });
  yield call(closeDispute, cast.second, { params: at, body: { text: 'x' } });
  const withdrawn = await publish(author, scene, 'Un essai');
  yield call(withdrawIdea, author, {
    params: { idea: withdrawn },
    body: { reason: 'x', askedBySomebody: 'no' },
  });
  server.clock.advance(HOUR);
}

async function* betweenChallenges(cast: Cast, scene: Scene): AsyncGenerator<Call> {
  const { author, colleague, reader, moderator } = cast;
  const drafted = mintId('note');
  scene.notes.push(drafted);
  yield call(saveNoteDraft, author, {
    params: { note: drafted },
    body: { kind: 'pollen', title: 'x', text: 'x' },
  });
  const [note, practice] = [
    await publishedNote(author, scene, 'pollen'),
    await publishedNote(author, scene, 'practice'),
  ];
  const comment = mintId('comment');
  const said = { id: comment, parent: null, kind: 'comment' as const, text: 'x', mentions: [] };
  yield call(commentOnNote, reader, { params: { note }, body: said });
  yield call(rewriteNote, author, { params: { note }, body: { title: 'x', text: 'x', version: 1 } });
  const report = { id: mintId('report'), comment, motive: 'other' as const, words: 'x' };
  yield call(moderateNote, moderator, { params: { note }, body: { act: 'hide', comment, reason: 'x' } });
  yield call(reportNote, colleague, { params: { note }, body: { ...report, comment: null } });
  yield call(takeUpPractice, colleague, { params: { note: practice }, body: { words: 'x' } });
  const wish = { challenge: scene.challenge, words: 'x', credited: [] };
  yield call(bringNote, moderator, { params: { note: practice }, body: wish });
}

async function publishedNote(by: Caller, { notes }: Scene, kind: NoteKind): Promise<NoteId> {
  const note = mintId('note');
  const body = { kind, title: 'Un jardin', text: 'Le toit est plat.' };
  await by.expect(saveNoteDraft, { params: { note }, body });
  await by.expect(publishNote, { params: { note } });
  notes.push(note);
  return note;
}

async function* namesAndPeople(cast: Cast, { challenge }: Scene): AsyncGenerator<Call> {
  const { colleague, reader, moderator, officer, server } = cast;
  const { administrator } = server;
  const mail = (): string => `${mintId('person')}@agents.example.org`;
  const row = { id: mintId('person'), name: 'x', directorate: 'x', mail: mail() };
  yield call(invitePeople, administrator, { body: { rows: [row], send: true } });
  const outsider = { id: mintId('person'), name: 'x', organisation: 'x', mail: mail() };
  yield call(inviteOutsiders, moderator, { params: { challenge }, body: { rows: [outsider] } });
  const witness = { name: 'x', mail: mail(), language: 'fr' as const };
  yield call(chooseWitnesses, administrator, { body: { witnesses: [witness] } });
  const change = { kind: 'pseudonym' as const, name: 'x' };
  yield call(askNameChange, reader, { body: { id: mintId('nameRequest'), change } });
  const order = { id: mintId('nameRequest'), person: colleague.id, change, reference: 'xxx' };
  yield call(orderNameChange, officer, { body: order });
}

async function* ending(cast: Cast, scene: Scene): AsyncGenerator<Call> {
  const { moderator, server } = cast;
  const params = { challenge: scene.challenge };
  const about = async () => ({ reason: 'x', version: await versionOf(cast, scene) });
  yield call(askExtension, moderator, { params, body: { days: 2, ...(await about()) } });
  yield call(cancelChallenge, moderator, { params, body: await about() });
  yield call(pauseChallenge, moderator, { params, body: { workingDays: 1, ...(await about()) } });

  const paris = (local: string) => ({ local, timeZone: 'Europe/Paris' });
  const past = {
    opensAt: paris('2024-10-14T09:00'),
    ideasUntil: paris('2024-10-25T17:00'),
    closesAt: paris('2024-11-04T17:00'),
    decisionDueAt: paris('2024-11-20T17:00'),
  };
  const author = { name: 'x', mail: null, directorate: 'x', source: 'x' };
  const answers = [{ question: 'x', values: ['x'] }];
  const ideas = [{ title: 'x', text: 'x', author, supports: 0, source: 'x', theme: 'x', answers }];
  const labels = { title: called('x'), text: called('y') };
  const banner = { alt: 'x', base64: Buffer.from(PIXEL).toString('base64') };
  const imported = { preview: false, challenge: scene.imported, question: 'x', brief: 'x', labels, banner };
  yield call(importChallenge, server.administrator, { body: { ...imported, timeBox: past, ideas } });
}
