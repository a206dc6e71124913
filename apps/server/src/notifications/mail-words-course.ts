/** What mails say of a challenge that stops, goes on or moves, in both languages. */
import type { Language, NoticeKind } from '@butinerie/contracts';
import type { NoticeWords } from './mail-words.ts';

export type CourseNoticeKind = Extract<
  NoticeKind,
  | 'challenge-cancelled'
  | 'challenge-paused'
  | 'challenge-resumed'
  | 'challenge-extended'
  | 'challenge-archived'
  | 'extension-asked'
  | 'cancellation-asked'
>;

const always = (subject: string) => (): string => subject;

const FRENCH: Readonly<Record<CourseNoticeKind, NoticeWords>> = {
  'challenge-cancelled': {
    subject: always('Un défi est annulé'),
    line: (about, _who, { reason }) =>
      `Le défi ${about} est annulé. Raison\u00a0: ${reason} Les textes et les noms restent lisibles par leurs auteurs et autrices.`,
    label: 'Voir le défi',
  },
  'challenge-paused': {
    subject: always('Un défi est suspendu'),
    line: (about, _who, { reason, until }) =>
      `Le défi ${about} est suspendu, jusqu’au ${until} au plus tard. Raison\u00a0: ${reason} Vos brouillons sont gardés.`,
    label: 'Voir le défi',
  },
  'challenge-resumed': {
    subject: always('Un défi reprend'),
    line: (about, _who, { until }) =>
      until === ''
        ? `Le défi ${about} reprend.`
        : `Le défi ${about} reprend. Prochaine échéance\u00a0: ${until}.`,
    label: 'Voir le défi',
  },
  'challenge-extended': {
    subject: always('Un défi est prolongé'),
    line: (about, _who, { reason, until }) =>
      `Le défi ${about} est prolongé\u00a0: il ferme ${until}. Raison\u00a0: ${reason}`,
    label: 'Voir le défi',
  },
  'challenge-archived': {
    subject: always('Ce qu’un défi a donné'),
    line: (about) =>
      `Le défi ${about} est archivé\u00a0: lisez ce qu’il a donné. Chaque idée, chaque réponse et chaque nom restent lisibles. Merci.`,
    label: 'Lire le bilan',
  },
  'extension-asked': {
    subject: always('Votre accord pour prolonger un défi'),
    line: (about, { names }, { reason, until }) =>
      `${names} demande de prolonger ${about} jusqu’au ${until}. Raison\u00a0: ${reason} Sans votre accord, rien ne change.`,
    label: 'Répondre',
  },
  'cancellation-asked': {
    subject: always('Votre accord pour annuler un défi'),
    line: (about, { names }, { reason }) =>
      `${names} demande d’annuler ${about}. Raison\u00a0: ${reason} Sans votre accord, rien ne change.`,
    label: 'Répondre',
  },
};

const ENGLISH: Readonly<Record<CourseNoticeKind, NoticeWords>> = {
  'challenge-cancelled': {
    subject: always('A challenge is cancelled'),
    line: (about, _who, { reason }) =>
      `The challenge ${about} is cancelled. Reason: ${reason} Texts and names stay readable by their authors.`,
    label: 'See the challenge',
  },
  'challenge-paused': {
    subject: always('A challenge is paused'),
    line: (about, _who, { reason, until }) =>
      `The challenge ${about} is paused, until ${until} at the latest. Reason: ${reason} Your drafts are kept.`,
    label: 'See the challenge',
  },
  'challenge-resumed': {
    subject: always('A challenge goes on'),
    line: (about, _who, { until }) =>
      until === ''
        ? `The challenge ${about} goes on.`
        : `The challenge ${about} goes on. Next deadline: ${until}.`,
    label: 'See the challenge',
  },
  'challenge-extended': {
    subject: always('A challenge lasts longer'),
    line: (about, _who, { reason, until }) =>
      `The challenge ${about} lasts longer: it closes ${until}. Reason: ${reason}`,
    label: 'See the challenge',
  },
  'challenge-archived': {
    subject: always('What a challenge gave'),
    line: (about) =>
      `The challenge ${about} is archived: read what it gave. Every idea, answer and name stays readable. Thank you.`,
    label: 'Read the review',
  },
  'extension-asked': {
    subject: always('Your agreement to extend a challenge'),
    line: (about, { names }, { reason, until }) =>
      `${names} asks to extend ${about} until ${until}. Reason: ${reason} Without your agreement nothing changes.`,
    label: 'Answer',
  },
  'cancellation-asked': {
    subject: always('Your agreement to cancel a challenge'),
    line: (about, { names }, { reason }) =>
      `${names} asks to cancel ${about}. Reason: ${reason} Without your agreement nothing changes.`,
    label: 'Answer',
  },
};

export const COURSE_WORDS: Readonly<Record<Language, Readonly<Record<CourseNoticeKind, NoticeWords>>>> = {
  fr: FRENCH,
  en: ENGLISH,
};
