/** The port other slices write and seal through, over the live documents of this node. */
import { logRootOf } from '@butinerie/attribution';
import {
  becomeDocument,
  bringBack,
  copyDocument,
  newDocument,
  readDocument,
  replacePassage,
  writePlainText,
  writeTitle,
} from '@butinerie/collaboration/document';
import type { LiveDocument, Via } from '@butinerie/collaboration/server';
import { replayAuthorsInSlices, type UpdateFailure, type UpdateLog } from '@butinerie/collaboration/server';
import { ok, refuse, type Failure, type IdeaId, type PersonId, type Result } from '@butinerie/contracts';
import * as Y from 'yjs';
import type { SealedText, Writer } from './index.ts';

export type WriteFailure = Failure<'append-failed' | 'update-refused' | 'idea-sealed'>;
export type Rewritten = Result<{ title: string; text: string; changed: boolean }, WriteFailure>;
export type Written = Result<{ title: string; text: string }, WriteFailure>;

/** A refusal of the shared text as one of the catalogue. */
export function refusalOf(failure: UpdateFailure, closedAt: Date | null): WriteFailure {
  if (failure.code === 'append-failed') return refuse('append-failed', { epoch: 0 }).failure;
  if (failure.code === 'idea-sealed')
    return refuse('idea-sealed', { sealedAt: closedAt?.toISOString() ?? '' }).failure;
  return refuse('update-refused', { rule: failure.code, permanent: !failure.transient }).failure;
}

interface WritingDeps {
  readonly open: (idea: IdeaId) => Promise<LiveDocument>;
  readonly log: UpdateLog;
  /** The record follows what the server itself wrote before the writer is answered. */
  readonly written: (idea: IdeaId, text: { title: string; text: string; seq: number }) => Promise<void>;
}

export function createWriting({ open, log, written }: WritingDeps) {
  async function write(
    idea: IdeaId,
    by: { person: Writer; via: Via; ref?: string },
    mutate: (doc: Y.Doc) => void,
  ): Promise<Rewritten> {
    const document = await open(idea);
    const receipt = await document.writeFor(by, mutate);
    if (!receipt.ok) return { ok: false, failure: refusalOf(receipt.failure, null) };
    const { title, text, seq } = await document.read();
    await written(idea, { title, text, seq });
    return ok({ title, text, changed: receipt.value.fresh });
  }

  const adding = new Map<IdeaId, Promise<void>>();
  async function text(idea: IdeaId): Promise<{ title: string; text: string }> {
    const read = await (await open(idea)).read();
    return { title: read.title, text: read.text };
  }

  async function writeOnce(
    idea: IdeaId,
    by: { person: PersonId; via: Via; ref: string },
    mutate: (doc: Y.Doc) => void,
  ): Promise<Written> {
    const isThere = async (): Promise<boolean> => (await log.read(idea)).some((row) => row.ref === by.ref);
    // Done before, and only the answer was lost: the row says so.
    if (await isThere()) return ok(await text(idea));
    const added = await write(idea, by, mutate);
    // Refused by a database that had kept it all the same.
    return !added.ok && (await isThere()) ? ok(await text(idea)) : added;
  }

  /** One after the other: two of the same name must not both find that it is not there yet. */
  function inTurn<Answer>(idea: IdeaId, work: () => Promise<Answer>): Promise<Answer> {
    const mine = (adding.get(idea) ?? Promise.resolve()).then(work);
    const settled = mine.then(
      () => undefined,
      () => undefined,
    );
    adding.set(idea, settled);
    void settled.then(() => {
      if (adding.get(idea) === settled) adding.delete(idea);
    });
    return mine;
  }

  return {
    setText(idea: IdeaId, person: Writer, via: Via, text: { title: string; text: string }): Promise<Written> {
      return write(idea, { person, via }, (doc) => {
        writeTitle(doc, text.title);
        writePlainText(doc, text.text);
      });
    },
    addParagraph: (
      idea: IdeaId,
      by: { person: PersonId; via: Via; ref: string },
      paragraph: string,
    ): Promise<Written> =>
      inTurn(idea, () =>
        writeOnce(idea, by, (doc) => {
          const { text: before } = readDocument(doc);
          writePlainText(doc, before === '' ? paragraph : `${before}\n${paragraph}`);
        }),
      ),
    replacePassage: (
      idea: IdeaId,
      by: { person: PersonId; via: Via; ref: string },
      { passage, text: words }: { passage: string; text: string },
    ): Promise<Written | Result<never, Failure<'passage-changed'>>> =>
      inTurn(idea, async () => {
        let stands = true;
        const written = await writeOnce(idea, by, (doc) => {
          stands = replacePassage(doc, passage, words);
        });
        return stands ? written : refuse('passage-changed', { passage });
      }),
    passages: async (idea: IdeaId): Promise<readonly string[]> => (await open(idea)).passages(),
    text,
    async restore(idea: IdeaId, person: PersonId, version: number): Promise<Rewritten> {
      const before = newDocument();
      try {
        const rows = (await log.read(idea)).filter(({ seq }) => seq <= version);
        before.transact(() => {
          for (const { bytes } of rows) Y.applyUpdate(before, bytes);
        });
        return await write(idea, { person, via: 'restore' }, (doc) => becomeDocument(doc, before));
      } finally {
        before.destroy();
      }
    },
    async bringBack(
      idea: IdeaId,
      person: PersonId,
      { from, to }: { from: number; to: number },
    ): Promise<Rewritten> {
      const until = (await log.read(idea)).filter(({ seq }) => seq <= to);
      const { deletions } = await replayAuthorsInSlices(until);
      const taken = deletions.filter(({ seq }) => seq >= from);
      return write(idea, { person, via: 'restore' }, (doc) => bringBack(doc, taken));
    },
    /** What stands in one text, as it looks, into another that is empty: as if this person had written all of it. */
    async copy(from: IdeaId, { to, person }: { to: IdeaId; person: PersonId }): Promise<Written> {
      const source = newDocument();
      try {
        for (const row of await log.read(from)) Y.applyUpdate(source, row.bytes);
        return await write(to, { person, via: 'draft' }, (doc) => copyDocument(source, doc));
      } finally {
        source.destroy();
      }
    },
    async seal(idea: IdeaId): Promise<SealedText> {
      const document = await open(idea);
      const { title, text, logRows } = await document.seal();
      const rows = await log.read(idea);
      return { title, text, logRows, logRoot: logRootOf(rows), words: await wordsOf(rows) };
    },
  };
}

/** Letters and digits of the sealed text by the person who wrote them; blanks and punctuation earn nothing. */
async function wordsOf(rows: Awaited<ReturnType<UpdateLog['read']>>): Promise<ReadonlyMap<PersonId, number>> {
  const { title, text } = await replayAuthorsInSlices(rows);
  const counts = new Map<PersonId, number>();
  for (const span of [...title, ...text]) {
    if (span.person === null || span.person.startsWith('sys:')) continue;
    const letters = span.text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
    // Rows name people by the ids they were written with.
    const person = span.person as PersonId;
    if (letters > 0) counts.set(person, (counts.get(person) ?? 0) + letters);
  }
  return counts;
}
