/** The waiting notices of one person as one mail: what matters most names it, what belongs together stands together. */
import { PRODUCT_WORDS, type OwnWords } from '../platform/own-words.ts';
import type { Language, NoticeKind, PersonId } from '@butinerie/contracts';
import { clipped, SUBJECT_LIMIT, type MailBlock } from './compose-mail.ts';
import { FRAME_WORDS } from './frame-words.ts';
import { NOTICE_WORDS, whoDid, type Said } from './mail-words.ts';
import type { NoticeStored } from './notices.store.ts';
import { sayMoment } from './say-moment.ts';

/** Which kind gives a mail its subject, the first one present. */
const BY_WEIGHT: readonly NoticeKind[] = [
  'idea-answered',
  'idea-adopted',
  'adoption-declined',
  'adoption-moved',
  'carrier-offered',
  'abandonment-proposed',
  'idea-abandoned',
  'idea-offered-again',
  'idea-carried-on',
  'abandonment-dropped',
  'idea-measured',
  'idea-delivered',
  'delivery-to-confirm',
  'delivery-silent',
  'delivery-late',
  'delivery-refused',
  'challenge-cancelled',
  'challenge-paused',
  'challenge-resumed',
  'challenge-extended',
  'challenge-archived',
  'adoption-asked',
  'extension-asked',
  'cancellation-asked',
  'results-to-confirm',
  'pilot-named',
  'carrier-silent',
  'review-asked',
  'file-review-asked',
  'item-handed',
  'content-reported',
  'question-asked',
  'commitment-asked',
  'note-wanted',
  'note-reported',
  'theme-changed',
  'idea-hidden',
  'comment-hidden',
  'file-hidden',
  'note-hidden',
  'note-restored',
  'idea-restored',
  'comment-restored',
  'file-restored',
  'late-decided',
  'decision-reopened',
  'carrier-reminded',
  'closing-soon',
  'coauthor-asked',
  'merge-proposed',
  'ideas-merged',
  'merge-undone',
  'merge-refused',
  'correction-asked',
  'dispute-moved',
  'late-kept',
  'carrier-answered',
  'abandonment-answered',
  'delivery-started',
  'words-removed',
  'suggestion-taken',
  'rebound-taken',
  'contribution-credited',
  'quotation-found',
  'lineage-adopted',
  'lineage-selected',
  'change-suggested',
  'idea-rebounded',
  'note-brought',
  'practice-taken-up',
  'comment-answered',
  'mentioned',
  'idea-commented',
  'note-commented',
  'thanked',
  'note-thanked',
  'idea-welcomed',
  'coauthor-accepted',
  'followed-idea',
  'followed-note',
  'supported-merged',
  'text-restored',
  'words-restored',
  'idea-sealed',
  'coauthor-declined',
  'suggestion-declined',
  'rebound-declined',
  'report-answered',
  'note-declined',
  'challenge-opened',
  'invited',
];
/** A mail is read in a minute; the inbox has the rest. */
const MOST_BLOCKS = 30;
const ABOUT_LIMIT = 140;
const REASON_LIMIT = 600;

type Told = Pick<NoticeStored, 'kind' | 'challenge' | 'idea' | 'about' | 'actor'> &
  Partial<Pick<NoticeStored, 'note' | 'reason' | 'until'>>;

function saidOf({ reason = '', until = null }: Told, language: Language): Said {
  return {
    reason: clipped(reason, REASON_LIMIT),
    until: until === null ? '' : sayMoment(until, language),
  };
}

export function subjectOf(
  notices: readonly Told[],
  language: Language,
  ownWords: Pick<OwnWords, 'say'> = PRODUCT_WORDS,
): string {
  const lead = BY_WEIGHT.find((kind) => notices.some((notice) => notice.kind === kind));
  if (lead === undefined) throw new Error('a mail without notices');
  const count = notices.filter(({ kind }) => kind === lead).length;
  const subject = ownWords.say(NOTICE_WORDS[language][lead], language).subject(count);
  const others = notices.length - count;
  const whole = others === 0 ? subject : FRAME_WORDS[language].andMore(subject, others);
  return clipped(whole, SUBJECT_LIMIT);
}

export function blocksOf(
  notices: readonly Told[],
  told: {
    language: Language;
    ownWords?: Pick<OwnWords, 'say'>;
    names: ReadonlyMap<PersonId, string>;
    linkTo: (path: string) => string;
  },
): MailBlock[] {
  const groups = new Map<string, Told[]>();
  for (const notice of notices) {
    const key = JSON.stringify([notice.kind, notice.challenge, notice.idea, notice.note ?? null]);
    groups.set(key, [...(groups.get(key) ?? []), notice]);
  }
  const left = [...groups.values()].slice(MOST_BLOCKS).flat().length;
  const blocks = [...groups.values()].slice(0, MOST_BLOCKS).flatMap((group): MailBlock[] => {
    const [newest] = group;
    if (newest === undefined) return [];
    const words = (told.ownWords ?? PRODUCT_WORDS).say(
      NOTICE_WORDS[told.language][newest.kind],
      told.language,
    );
    const names = group.flatMap(({ actor }) => (actor === null ? [] : [told.names.get(actor) ?? '']));
    const about = FRAME_WORDS[told.language].quote(clipped(newest.about, ABOUT_LIMIT));
    const who = whoDid(
      names.filter((name) => name !== ''),
      told.language,
    );
    return [
      {
        text: words.line(about, who, saidOf(newest, told.language)),
        link: { url: told.linkTo(landingPath(newest)), label: words.label },
      },
    ];
  });
  return left === 0 ? blocks : [...blocks, { text: FRAME_WORDS[told.language].rest(left), link: null }];
}

/** The screen a notice is about: the one where it is answered, when somebody waits for an answer. */
export function landingPath({
  kind,
  idea,
  note,
  challenge,
}: Pick<Told, 'kind' | 'idea' | 'note' | 'challenge'>): string {
  if (note) return `/notes/${note}`;
  if (challenge !== null && MODERATION_KINDS.has(kind)) return `/defis/${challenge}/moderation`;
  if (idea !== null) {
    if (kind === 'dispute-moved' || kind === 'correction-asked') return `/idees/${idea}/noms`;
    if (kind === 'carrier-offered' || kind === 'carrier-reminded') return `/idees/${idea}/porter`;
    if (kind === 'lineage-selected' || kind === 'lineage-adopted') return `/idees/${idea}/filiation`;
    if (HISTORY_KINDS.has(kind)) return `/idees/${idea}/historique`;
    return ADOPTION_KINDS.has(kind) ? `/idees/${idea}/adopter` : `/idees/${idea}`;
  }
  if (challenge === null) return '/';
  if (kind === 'commitment-asked') return `/defis/${challenge}/engagement`;
  if (kind === 'cancellation-asked') return `/defis/${challenge}/cours`;
  return kind === 'results-to-confirm' ? `/defis/${challenge}/choix` : `/defis/${challenge}`;
}
const MODERATION_KINDS: ReadonlySet<NoticeKind> = new Set([
  'content-reported',
  'review-asked',
  'file-review-asked',
  'item-handed',
]);
const HISTORY_KINDS: ReadonlySet<NoticeKind> = new Set(['text-restored', 'words-removed', 'words-restored']);
const ADOPTION_KINDS: ReadonlySet<NoticeKind> = new Set([
  'carrier-silent',
  'adoption-moved',
  'adoption-asked',
  'pilot-named',
  'carrier-answered',
]);
