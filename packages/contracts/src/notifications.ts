/** The inbox, and the mail page of an instance that has no mail server. */
import * as z from 'zod';
import { moment } from './challenges.ts';
import { instant, news, route } from './define.ts';
import { challengeId, ideaId, mailId, noticeId } from './ids.ts';
import { personRef } from './people.ts';

export const NOTICE_KINDS = [
  'invited',
  'challenge-opened',
  'challenge-cancelled',
  'challenge-paused',
  'challenge-resumed',
  'challenge-extended',
  'extension-asked',
  'idea-rebounded',
  'rebound-taken',
  'rebound-declined',
  'coauthor-asked',
  'coauthor-accepted',
  'coauthor-declined',
  'idea-sealed',
  'late-kept',
  'idea-answered',
  'results-to-confirm',
  'idea-adopted',
  'adoption-declined',
  'adoption-asked',
  'carrier-offered',
  'carrier-answered',
  'pilot-named',
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
  /** Title of the idea or question of the challenge, as it stood. */
  about: z.string(),
  /** Somebody's reason, in their own words; empty where there is none. */
  reason: z.string(),
  /** The hour it moves something to. */
  until: moment.nullable(),
  actor: personRef.nullable(),
});
export type Notice = z.infer<typeof notice>;

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
  at: instant,
  /** `shown`: no mail server is set, it is read on the mail page. */
  state: z.enum(['waiting', 'sent', 'shown', 'failed']),
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
