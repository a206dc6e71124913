/**
 * Brings a challenge in with its ideas, authors and supports. The texts go into their documents first, under ids leased
 * to their authors; then one commit makes the challenge and its ideas appear, all or none.
 */
import type {
  CodesOf,
  Failure,
  IdeaId,
  importChallenge as contract,
  ImportedIdea,
  ImportReport,
  PersonId,
  Result,
  Visual,
} from '@butinerie/contracts';
import { mintId, NO_LABELS, ok, refuse } from '@butinerie/contracts';
import { ALL_AGENTS, checkTimeBox, readTimeBox, sameLabel } from '@butinerie/domain';
import type * as z from 'zod';
import type { CreditAct } from '../attribution/index.ts';
import type { ChallengeRecord } from '../challenges/index.ts';
import type { IdeaRecord } from '../ideas/index.ts';
import { isDuplicateKey } from '../platform/mongo.ts';
import { bannerIn, type BannerIn } from './carried-banner.ts';
import { authorKey, checkImport, hasAuthor, titleOf } from './check-import.ts';
import { asksOf, asksTooMuch, type ImportedAsks } from './imported-asks.ts';
import type { TransferDeps } from './deps.ts';

type Import = z.infer<(typeof contract)['body']>;
type Answer = Result<ImportReport, Failure<CodesOf<typeof contract>>>;

/** One imported row, its id made and its author known. */
interface Row {
  readonly id: IdeaId;
  readonly imported: ImportedIdea;
  readonly title: string;
  readonly author: PersonId | null;
}

export const importChallenge =
  (deps: TransferDeps) =>
  async (wanted: Import, by: PersonId | null): Promise<Answer> => {
    const refused = checkImport(wanted.ideas);
    if (refused.length > 0) return refuse('invalid-import', { rows: refused });
    if (asksTooMuch(wanted.ideas))
      return refuse('invalid-input', {
        issues: [{ path: 'ideas', message: 'too many different themes or questions for one challenge' }],
      });
    const read = readTimeBox(wanted.timeBox);
    if (!read.ok) return read;
    const ordered = checkTimeBox(read.value);
    if (!ordered.ok) return ordered;
    const { labels } = wanted;
    if (labels !== undefined && sameLabel(labels))
      return refuse('invalid-input', {
        issues: [{ path: 'labels', message: 'the two fields are called differently' }],
      });
    const picture = bannerIn(deps, wanted.banner ?? null);
    if (!picture.ok) return picture;
    if (wanted.preview) return ok(reportOf(wanted, []));
    if ((await deps.challenges.record(wanted.challenge)) !== null)
      return refuse('id-taken', { id: wanted.challenge });

    const rows = await withAuthors(deps, wanted);
    for (const row of rows) await writeText(deps, row);
    try {
      await commit(deps, wanted, { rows, by, picture: picture.value });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      return refuse('id-taken', { id: wanted.challenge });
    }
    await deps.challenges.announce(wanted.challenge);
    return ok(reportOf(wanted, rows));
  };

async function withAuthors(deps: TransferDeps, { ideas, challenge }: Import): Promise<Row[]> {
  const known = new Map<string, PersonId>();
  const rows: Row[] = [];
  for (const imported of ideas) {
    const key = authorKey(imported);
    let author = key === null ? null : (known.get(key) ?? null);
    if (author === null && hasAuthor(imported)) {
      const named = { ...imported.author, challenge };
      author = await deps.database.transaction((tx) => deps.people.ensureAuthor(tx, named));
      if (key !== null) known.set(key, author);
    }
    rows.push({ id: mintId('idea'), imported, title: titleOf(imported).title, author });
  }
  return rows;
}

async function writeText(deps: TransferDeps, { id, author, title, imported }: Row): Promise<void> {
  const written = await deps.documents.setText(id, author ?? 'sys:import', 'import', {
    title,
    text: imported.text,
  });
  if (!written.ok) throw new Error(`an imported text was not written: ${written.failure.code}`);
}

async function commit(
  deps: TransferDeps,
  wanted: Import,
  { rows, by, picture }: { rows: readonly Row[]; by: PersonId | null; picture: BannerIn | null },
): Promise<void> {
  const now = deps.clock.now();
  const asks = asksOf(wanted.ideas);
  const acts = rows.flatMap(({ id, author, title, imported }): CreditAct[] =>
    author === null
      ? []
      : [
          {
            act: 'idea.proposed',
            idea: id,
            by: author,
            title,
            text: imported.text,
            directorate: null,
            via: 'import',
          },
        ],
  );
  await deps.database.transaction(async (tx) => {
    if (picture !== null) await deps.files.keep(tx, picture.bytes, now);
    const banner = picture?.banner ?? null;
    await deps.challenges.create(tx, challengeOf(wanted, asks, { by, now, banner }));
    for (const row of rows) await deps.ideas.create(tx, ideaOf(wanted, row, { asks, now }));
    if (acts.length > 0) await deps.ledger.record(tx, acts);
  });
}

function challengeOf(
  wanted: Import,
  asks: ImportedAsks,
  { by, now, banner }: By & { readonly banner: Visual['banner'] },
): ChallengeRecord {
  const { challenge: id, question, brief, timeBox, labels = NO_LABELS, colour = null } = wanted;
  return {
    id,
    version: 1,
    question,
    brief,
    ...timeBox,
    selectionMode: 'moderators',
    audience: ALL_AGENTS,
    themes: asks.themes,
    fields: asks.fields,
    labels,
    visual: { colour, banner },
    createdBy: by,
    scheduledAt: now,
    cancelled: null,
    paused: null,
    pausedIn: [],
    extension: null,
    cancellation: null,
    protection: null,
    sealedAt: null,
    results: { proposedBy: null, proposedAt: null, confirmedBy: null, publishedAt: null },
    firstAdoptionAt: null,
  };
}

function ideaOf(
  { challenge }: Import,
  { id, author, title, imported }: Row,
  { asks, now }: { asks: ImportedAsks; now: Date },
): IdeaRecord {
  return {
    id,
    challenge,
    state: 'published',
    title,
    text: imported.text,
    ...asks.of(imported),
    originators: author === null ? [] : [author],
    coauthors: [],
    requests: [],
    openTo: 'invited',
    parents: [],
    grownFrom: null,
    savedAt: now,
    publishedAt: now,
    seal: null,
    answer: null,
    answerPublishedAt: null,
    withdrawal: null,
    source: imported.source,
    importedSupports: imported.supports,
  };
}

interface By {
  readonly by: PersonId | null;
  readonly now: Date;
}

function reportOf(wanted: Import, rows: readonly Row[]): ImportReport {
  const named = wanted.ideas.filter(hasAuthor);
  return {
    challenge: wanted.preview ? null : wanted.challenge,
    ideas: wanted.ideas.length,
    // Each row that nothing tells from another one has an author of its own.
    authors: new Set(named.map((idea, row) => authorKey(idea) ?? row)).size,
    authorsToConfirm: wanted.ideas.length - named.length,
    titlesTaken: wanted.ideas.filter((idea) => titleOf(idea).taken).length,
    supports: wanted.ideas.reduce((total, idea) => total + idea.supports, 0),
    ideaIds: rows.map(({ id, imported }, index) => ({ row: index + 1, source: imported.source, idea: id })),
  };
}
