/** Publishes an idea in the name of an agent who has no account, and makes the paper with its code. Once for each id. */
import type {
  ChallengeId,
  CodesOf,
  enterIdea as contract,
  EntryAuthor,
  EntrySlip,
  Failure,
  IdeaId,
  Particulars,
  PersonId,
  Result,
} from '@butinerie/contracts';
import { ok, refuse } from '@butinerie/contracts';
import {
  CODE_BYTES,
  enterIdea as decide,
  enterParticulars,
  NO_PARTICULARS,
  readCode,
  spellCode,
} from '@butinerie/domain';
import { randomBytes } from 'node:crypto';
import QRCode from 'qrcode';
import type { IdeaRecord } from '../ideas/index.ts';
import { hashToken } from '../platform/tokens.ts';
import { facilitating, type EntryDeps, type Facilitator } from './deps.ts';
import type { EntryRecord } from './entries.store.ts';

export interface Entering {
  readonly challenge: ChallengeId;
  readonly idea: IdeaId;
  readonly author: EntryAuthor;
  readonly title: string;
  readonly text: string;
  readonly particulars?: Particulars | undefined;
  readonly charter?: number | undefined;
}
type Answer = Result<EntrySlip, Failure<CodesOf<typeof contract>>>;

export const enterIdea =
  (deps: EntryDeps) =>
  async (entering: Entering, by: Facilitator): Promise<Answer> => {
    const facilitated = await facilitating(deps, entering.challenge, by);
    if (!facilitated.ok) return facilitated;
    const { challenge, asked } = facilitated.value;
    const decided = decide(entering, asked);
    if (!decided.ok) return decided;
    const code = spellCode(randomBytes(CODE_BYTES));
    const entered = await deps.store.ofIdea(entering.idea);
    if (entered !== null) {
      // Sent again, for want of the first answer: the paper that was never seen opens nothing.
      if (entered.facilitator !== by.person || entered.challenge !== challenge.id)
        return refuse('id-taken', { id: entering.idea });
      await deps.store.amend(entered._id, { codeHash: hashToken(code) });
      return slipOf(deps, entered, { code, question: challenge.question });
    }
    if ((await deps.ideas.record(entering.idea)) !== null) return refuse('id-taken', { id: entering.idea });
    const particulars = enterParticulars(challenge, entering.particulars ?? NO_PARTICULARS);
    if (!particulars.ok) return particulars;
    const known = await knownAgent(deps, entering.author);
    if (!known.ok) return known;
    const unasked = await deps.charters.askedOnPaper(known.value, entering.charter);
    if (unasked !== null) return { ok: false, failure: unasked };
    const entry: EntryRecord = {
      _id: entering.idea,
      challenge: challenge.id,
      agent: known.value ?? (await newAgent(deps, entering)),
      facilitator: by.person,
      at: asked.now,
      codeHash: hashToken(code),
      confirmedAt: null,
    };
    await publish(deps, { ...entering, particulars: particulars.value }, entry);
    deps.ideas.announcePublished({ id: entry._id, challenge: challenge.id });
    return slipOf(deps, entry, { code, question: challenge.question });
  };

/** The person of an earlier paper; null for somebody new. */
async function knownAgent(
  deps: EntryDeps,
  author: EntryAuthor,
): Promise<Result<PersonId | null, Failure<'code-unknown'>>> {
  if (!('code' in author)) return ok(null);
  const code = readCode(author.code);
  const earlier = code === null ? null : await deps.store.byCode(hashToken(code));
  return earlier === null ? refuse('code-unknown', { attempt: 'code' }) : ok(earlier.agent);
}

async function newAgent(deps: EntryDeps, { author, challenge, idea }: Entering): Promise<PersonId> {
  if ('code' in author) throw new Error('the agent of an earlier paper is not new');
  const named = { ...author, mail: null, source: `entry ${idea}`, challenge };
  return deps.database.transaction((tx) => deps.people.ensureAuthor(tx, named));
}

/** Text first: an idea that is there can be read. */
async function publish(
  deps: EntryDeps,
  { title, text, charter, particulars }: Entering & { readonly particulars: Particulars },
  entry: EntryRecord,
): Promise<void> {
  const { _id: idea, agent } = entry;
  const written = await deps.documents.setText(idea, agent, 'import', { title, text });
  if (!written.ok) throw new Error(`the text of an entry was not written: ${written.failure.code}`);
  await deps.database.transaction(async (tx) => {
    await deps.ideas.create(tx, ideaOf(entry, { title, text, ...particulars }));
    await deps.ledger.record(tx, [
      { act: 'idea.proposed', idea, by: agent, title, text, directorate: null, via: 'import' },
    ]);
    await deps.store.create(tx, entry);
    await deps.charters.acceptOnPaper(tx, agent, charter);
  });
}

function ideaOf(
  { _id, challenge, agent, at }: EntryRecord,
  words: Particulars & { readonly title: string; readonly text: string },
): IdeaRecord {
  return {
    id: _id,
    challenge,
    state: 'published',
    title: words.title,
    text: words.text,
    originators: [agent],
    coauthors: [],
    requests: [],
    openTo: 'invited',
    parents: [],
    grownFrom: null,
    theme: words.theme,
    answers: words.answers,
    savedAt: at,
    publishedAt: at,
    seal: null,
    answer: null,
    answerPublishedAt: null,
    withdrawal: null,
    source: null,
    importedSupports: 0,
  };
}

async function slipOf(
  deps: EntryDeps,
  { _id: idea, agent, facilitator }: EntryRecord,
  { code, question }: { code: string; question: string },
): Promise<Answer> {
  const refs = await deps.people.refs([agent, facilitator]);
  const [named, by] = [refs.get(agent), refs.get(facilitator)];
  const record = await deps.ideas.record(idea);
  if (!named || !by || !record) throw new Error('an entry without its people or its idea');
  const url = new URL('/suivre', deps.publicUrl);
  // In the fragment, which no server and no log ever sees.
  const withCode = `${url.href}#${code}`;
  const qr = await QRCode.toString(withCode, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 });
  return ok({ idea, title: record.title, question, agent: named, facilitator: by, code, url: url.href, qr });
}
