/** Whoever follows an idea or a note hears of what is new on it, once, unless she hears of it already. */
import type { IdeaId, NoteId, NoticeKind } from '@butinerie/contracts';
import type { Transaction } from '../platform/mongo.ts';
import type { Kit } from './deps.ts';
import type { NoticeToTell } from './index.ts';

/** What everybody may read on the page of the idea from this moment. */
const NEW_ON_IDEA: ReadonlySet<NoticeKind> = new Set([
  'idea-rebounded',
  'idea-commented',
  'idea-answered',
  'idea-adopted',
  'adoption-declined',
  'delivery-started',
  'idea-delivered',
  'idea-measured',
  'abandonment-proposed',
  'abandonment-dropped',
  'idea-abandoned',
  'idea-offered-again',
  'idea-carried-on',
]);

const NEW_ON_NOTE: ReadonlySet<NoticeKind> = new Set(['note-commented', 'practice-taken-up', 'note-brought']);

export async function withFollowers(
  kit: Pick<Kit, 'follows'>,
  told: readonly NoticeToTell[],
  tx?: Transaction,
): Promise<readonly NoticeToTell[]> {
  const news = new Map<IdeaId, NoticeToTell>();
  for (const notice of told)
    if (notice.idea !== null && NEW_ON_IDEA.has(notice.kind) && !news.has(notice.idea))
      news.set(notice.idea, notice);
  const followers = await kit.follows.ofIdeas([...news.keys()], tx);
  const hears = new Set(told.map(({ to, idea }) => `${to} ${idea}`));
  const also = followers.flatMap(({ idea, person }): NoticeToTell[] => {
    const about = news.get(idea);
    if (about === undefined || hears.has(`${person} ${idea}`)) return [];
    const { challenge, about: title, actor } = about;
    return [{ to: person, kind: 'followed-idea', challenge, idea, about: title, actor }];
  });
  return [...told, ...also, ...(await followersOfNotes(kit, told, tx))];
}

async function followersOfNotes(
  kit: Pick<Kit, 'follows'>,
  told: readonly NoticeToTell[],
  tx?: Transaction,
): Promise<NoticeToTell[]> {
  const news = new Map<NoteId, NoticeToTell>();
  for (const notice of told)
    if (notice.note && NEW_ON_NOTE.has(notice.kind) && !news.has(notice.note)) news.set(notice.note, notice);
  const hears = new Set(told.map(({ to, note }) => `${to} ${note}`));
  return (await kit.follows.ofNotes([...news.keys()], tx)).flatMap(({ note, person }): NoticeToTell[] => {
    const about = news.get(note);
    if (about === undefined || hears.has(`${person} ${note}`)) return [];
    const { about: title, actor } = about;
    return [{ to: person, kind: 'followed-note', challenge: null, idea: null, note, about: title, actor }];
  });
}
