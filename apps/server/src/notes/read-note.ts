/** A note as its reader sees it: its words where they are hers to read, who took it up, what it became. */
import type {
  AnswerOf,
  ChallengeId,
  Failure,
  IdeaId,
  Note,
  NoteId,
  NotePage,
  readNoteOfIdea as ofIdeaContract,
  Result,
  Wish,
} from '@butinerie/contracts';
import { ok } from '@butinerie/contracts';
import {
  actsOnNote,
  bringNote,
  mayModerate,
  mayModerateNote,
  mayReadNote,
  noteState,
} from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import type { ChallengeRecord } from '../challenges/index.ts';
import { loadNote, maySee, type NotesDeps } from './deps.ts';
import type { NoteRecord } from './index.ts';

export const readNote =
  (deps: NotesDeps) =>
  async (id: NoteId, by: Speaker): Promise<Result<NotePage, Failure<'not-found'>>> => {
    const loaded = await loadNote(deps, id, by);
    return loaded.ok ? ok(await pageOf(deps, loaded.value, by)) : loaded;
  };

export const readNoteOfIdea =
  (deps: NotesDeps) =>
  async (id: IdeaId, by: Speaker): Promise<Result<AnswerOf<typeof ofIdeaContract>, never>> => {
    const note = await deps.store.ofIdea(id);
    // Only wanted so far: the identifier is kept for an idea that may never be.
    if (!maySee(note, by) || !note.wishes.some(({ idea, state }) => idea === id && state === 'brought'))
      return ok({ note: null });
    const { id: noteId, kind, author, title } = note;
    return ok({ note: { id: noteId, kind, author, title: mayReadNote(note, by) ? title : null } });
  };

export async function cardsOf(
  { people, within }: Pick<NotesDeps, 'people' | 'within'>,
  notes: readonly NoteRecord[],
  by: Speaker,
): Promise<Note[]> {
  const refs = await people.refs(
    notes.flatMap(({ author, takeUps }) => [author, ...takeUps.map(({ person }) => person)]),
  );
  const hers = await within(
    by,
    notes.flatMap(({ wishes }) => wishes.map(({ challenge }) => challenge)),
  );
  return notes.flatMap((note): Note[] => {
    const author = refs.get(note.author);
    if (author === undefined) return [];
    const read = mayReadNote(note, by);
    const directorates = note.takeUps.flatMap(({ person }) => refs.get(person)?.directorate ?? []);
    return [
      {
        id: note.id,
        kind: note.kind,
        state: noteState(note),
        author,
        title: read ? note.title : null,
        text: read ? note.text : null,
        publishedAt: note.publishedAt?.toISOString() ?? null,
        savedAt: note.savedAt.toISOString(),
        version: note.version,
        mine: note.author === by.person,
        takenUpBy: [...new Set(directorates)],
        ideas: note.wishes.flatMap(({ state, idea, challenge }) =>
          state === 'brought' && hers.has(challenge) ? [idea] : [],
        ),
      },
    ];
  });
}

export async function pageOf(deps: NotesDeps, note: NoteRecord, by: Speaker): Promise<NotePage> {
  const [card] = await cardsOf(deps, [note], by);
  if (card === undefined) throw new Error(`${note.id} has an author whom nobody knows`);
  const all = await deps.challenges.all();
  const hers = await deps.within(
    by,
    all.map(({ id }) => id),
  );
  // Of a challenge that is not for her she does not learn that it exists, here either.
  const challenges = new Map(all.filter(({ id }) => hers.has(id)).map((record) => [record.id, record]));
  const own = note.author === by.person;
  const moderated = mayModerateNote(note, by);
  const refs = await deps.people.refs([
    ...note.takeUps.map(({ person }) => person),
    ...note.wishes.flatMap((wish) => wish.by ?? []),
  ]);
  const toWishes = note.wishes.flatMap((wish): Wish[] => {
    const challenge = challenges.get(wish.challenge);
    const concerns = own || mayModerate(by, wish.challenge) || wish.state === 'brought';
    if (challenge === undefined || !concerns) return [];
    const { words, at, state, idea } = wish;
    return [
      {
        challenge: { id: challenge.id, question: challenge.question },
        by: (wish.by && refs.get(wish.by)) ?? null,
        words: own || mayModerate(by, wish.challenge) ? words : '',
        at: at.toISOString(),
        state,
        idea: state === 'brought' ? idea : null,
      },
    ];
  });
  return {
    ...card,
    versions:
      card.text === null
        ? []
        : note.versions.map(({ title, text, at }) => ({ title, text, at: at.toISOString() })),
    takeUps: note.takeUps.flatMap(({ person, words, at }) => {
      const ref = refs.get(person);
      return ref === undefined ? [] : [{ person: ref, words, at: at.toISOString() }];
    }),
    wishes: toWishes,
    challenges: into(deps, note, by, [...challenges.values()]),
    reports: moderated
      ? note.reports.flatMap(({ id, comment, motive, words, at, answeredAt }) =>
          answeredAt === null ? [{ id, comment, motive, words, at: at.toISOString() }] : [],
        )
      : [],
    hiddenFor: own || moderated ? note.hiddenFor : null,
    acts: [...actsOnNote(note, by, card.state)],
  };
}

/** As the decision itself would say of each challenge. */
function into(
  { challenges, clock }: Pick<NotesDeps, 'challenges' | 'clock'>,
  note: NoteRecord,
  by: Speaker,
  among: readonly ChallengeRecord[],
): { id: ChallengeId; question: string }[] {
  const now = clock.now();
  return among
    .filter((record) => {
      const wish = note.wishes.find(({ challenge }) => challenge === record.id);
      const asked = { by, now, challenge: record.id, phase: challenges.standing(record) };
      return bringNote(note, wish, asked).ok;
    })
    .map(({ id, question }) => ({ id, question }));
}
