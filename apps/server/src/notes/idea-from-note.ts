/** What a note becomes: an idea of its author, and rebounds of those whose words come along, with their credits. */
import { mintId } from '@butinerie/contracts';
import type { CreditAct } from '../attribution/index.ts';
import type { CommentRecord } from '../discussion/index.ts';
import type { IdeaRecord } from '../ideas/index.ts';
import type { ReboundRecord } from '../rebounds/index.ts';
import type { NotesDeps } from './deps.ts';
import type { NoteRecord, WishRecord } from './index.ts';

/** Of others, and where everybody reads it. */
export async function saidUnder(
  { discussion }: Pick<NotesDeps, 'discussion'>,
  note: NoteRecord,
): Promise<CommentRecord[]> {
  const said = await discussion.ofNote(note.id);
  return said.filter(
    ({ person, withdrawnAt, hiddenAt }) =>
      person !== note.author && withdrawnAt === null && hiddenAt === null,
  );
}

export interface FromNote {
  readonly idea: IdeaRecord;
  readonly rebounds: readonly ReboundRecord[];
  readonly acts: readonly CreditAct[];
}

export async function ideaFrom(deps: NotesDeps, note: NoteRecord, wish: WishRecord): Promise<FromNote> {
  const now = deps.clock.now();
  const { title, text, author } = note;
  // What was taken back since she agreed stays back.
  const said = (await saidUnder(deps, note)).filter(({ id }) => wish.credited.includes(id));
  const rebounds = said.map((comment): ReboundRecord => ({
    id: mintId('rebound'),
    idea: wish.idea,
    person: comment.person,
    text: comment.text,
    at: now,
    answer: 'open',
    answeredAt: null,
    grownInto: null,
    instead: null,
    reason: '',
  }));
  return {
    rebounds,
    idea: {
      id: wish.idea,
      challenge: wish.challenge,
      state: 'published',
      title,
      text,
      originators: [author],
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
      source: note.id,
      theme: null,
      answers: [],
      importedSupports: 0,
    },
    acts: [
      {
        act: 'idea.proposed',
        idea: wish.idea,
        by: author,
        title,
        text,
        directorate: wish.directorate,
        via: 'note',
      },
      ...rebounds.map(({ id, person, text: words }): CreditAct => ({
        act: 'rebound.made',
        idea: wish.idea,
        rebound: id,
        by: person,
        text: words,
        via: 'note',
      })),
    ],
  };
}
