/** The inbox, and the mail page of an instance that has no mail server. */
import * as z from 'zod';
import { moment } from './challenges.ts';
import { instant, news, route } from './define.ts';
import { challengeId, ideaId, mailId, noteId, noticeId } from './ids.ts';
import { personRef } from './people.ts';

export const NOTICE_KINDS = [
  'invited',
  'challenge-opened',
  'challenge-cancelled',
  'challenge-paused',
  'challenge-resumed',
  'challenge-extended',
  'challenge-archived',
  'extension-asked',
  'cancellation-asked',
  'closing-soon',
  'followed-idea',
  'idea-commented',
  'comment-answered',
  'mentioned',
  'question-asked',
  'thanked',
  'idea-welcomed',
  'content-reported',
  'report-answered',
  'theme-changed',
  'idea-hidden',
  'comment-hidden',
  'file-hidden',
  'review-asked',
  'file-review-asked',
  'idea-restored',
  'comment-restored',
  'file-restored',
  'late-decided',
  'item-handed',
  'decision-reopened',
  'carrier-reminded',
  'carrier-silent',
  'idea-rebounded',
  'rebound-taken',
  'rebound-declined',
  'change-suggested',
  'suggestion-taken',
  'suggestion-declined',
  'contribution-credited',
  'quotation-found',
  'text-restored',
  'words-removed',
  'words-restored',
  'lineage-selected',
  'lineage-adopted',
  'coauthor-asked',
  'coauthor-accepted',
  'coauthor-declined',
  'merge-proposed',
  'merge-refused',
  'ideas-merged',
  'supported-merged',
  'merge-undone',
  'idea-sealed',
  'late-kept',
  'dispute-moved',
  'correction-asked',
  'idea-answered',
  'results-to-confirm',
  'idea-adopted',
  'adoption-declined',
  'adoption-moved',
  'adoption-asked',
  'carrier-offered',
  'carrier-answered',
  'pilot-named',
  'commitment-asked',
  'delivery-started',
  'delivery-to-confirm',
  'delivery-refused',
  'delivery-silent',
  'delivery-late',
  'idea-delivered',
  'idea-measured',
  'abandonment-proposed',
  'abandonment-dropped',
  'abandonment-answered',
  'idea-abandoned',
  'idea-offered-again',
  'idea-carried-on',
  'note-commented',
  'note-thanked',
  'followed-note',
  'practice-taken-up',
  'note-wanted',
  'note-declined',
  'note-brought',
  'note-reported',
  'note-hidden',
  'note-restored',
] as const;
export const noticeKind = z.enum(NOTICE_KINDS);
export type NoticeKind = z.infer<typeof noticeKind>;

export const notice = z.object({
  id: noticeId,
  kind: noticeKind,
  at: instant,
  readAt: instant.nullable(),
  challenge: challengeId.nullable(),
  idea: ideaId.nullable(),
  note: noteId.nullable(),
  /** Title of the idea or question of the challenge, as it stood. */
  about: z.string(),
  /** Somebody's reason, in their own words; empty where there is none. */
  reason: z.string(),
  /** The hour it moves something to. */
  until: moment.nullable(),
  actor: personRef.nullable(),
});
export type Notice = z.infer<typeof notice>;

/** What a person may have mailed less often, or never. The rest concerns her own ideas and acts, and is mailed daily. */
export const MAIL_TOPICS = ['conversation', 'followed', 'reminders', 'receipts'] as const;
export const mailTopic = z.enum(MAIL_TOPICS);
export type MailTopic = z.infer<typeof mailTopic>;
export const MAIL_RHYTHMS = ['daily', 'weekly', 'never'] as const;
export const mailRhythm = z.enum(MAIL_RHYTHMS);
export type MailRhythm = z.infer<typeof mailRhythm>;
export const mailPreferences = z.strictObject({
  conversation: mailRhythm,
  followed: mailRhythm,
  reminders: mailRhythm,
  /** What proves an act that names her, as files to keep. */
  receipts: mailRhythm,
});
export type MailPreferences = z.infer<typeof mailPreferences>;

export const readMailPreferences = route({
  name: 'readMailPreferences',
  method: 'GET',
  path: '/api/me/mail-preferences',
  answer: mailPreferences,
});
export const writeMailPreferences = route({
  name: 'writeMailPreferences',
  method: 'PUT',
  path: '/api/me/mail-preferences',
  body: mailPreferences,
  answer: mailPreferences,
});

/** « Suivre » : what is new on it comes to the inbox, and to the mail as preferred. */
export const follows = z.object({
  ideas: z.array(ideaId),
  challenges: z.array(challengeId),
  notes: z.array(noteId),
});
export const listFollows = route({
  name: 'listFollows',
  method: 'GET',
  path: '/api/me/follows',
  answer: follows,
});
const followed = z.strictObject({ followed: z.boolean() });
export const followIdea = route({
  name: 'followIdea',
  method: 'PUT',
  path: '/api/ideas/:idea/follow',
  params: z.strictObject({ idea: ideaId }),
  body: followed,
  answer: follows,
});
export const followNote = route({
  name: 'followNote',
  method: 'PUT',
  path: '/api/notes/:note/follow',
  params: z.strictObject({ note: noteId }),
  body: followed,
  answer: follows,
});
export const followChallenge = route({
  name: 'followChallenge',
  method: 'PUT',
  path: '/api/challenges/:challenge/follow',
  params: z.strictObject({ challenge: challengeId }),
  body: followed,
  answer: follows,
});

export const listNotices = route({
  name: 'listNotices',
  method: 'GET',
  path: '/api/me/notices',
  answer: z.object({ notices: z.array(notice), unread: z.number().int() }),
});
export const markNoticesRead = route({
  name: 'markNoticesRead',
  method: 'POST',
  path: '/api/me/notices/read',
  body: z.strictObject({ notices: z.array(noticeId).max(500) }),
  answer: z.object({ unread: z.number().int() }),
});

export const mail = z.object({
  id: mailId,
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  /** Names of what is enclosed. */
  files: z.array(z.string()),
  at: instant,
  /** `shown`: no mail server is set, it is read on the mail page. */
  state: z.enum(['waiting', 'sent', 'shown', 'failed']),
  /** Its sign-in link opens nothing any more: replaced, used, or past its day. */
  linkOver: z.boolean(),
});
export type Mail = z.infer<typeof mail>;
export const listMails = route({
  name: 'listMails',
  method: 'GET',
  path: '/api/mails',
  answer: z.object({ mails: z.array(mail) }),
});

export const noticeArrived = news({
  name: 'notice:arrived',
  payload: z.object({ notice }),
});
