/** What mails say of notes between two challenges and of the commitment to sign, in both languages. */
import type { Language, NoticeKind } from '@butinerie/contracts';
import type { NoticeWords } from './mail-words.ts';

export type NoteNoticeKind = Extract<
  NoticeKind,
  | 'commitment-asked'
  | 'note-commented'
  | 'note-thanked'
  | 'followed-note'
  | 'practice-taken-up'
  | 'note-wanted'
  | 'note-declined'
  | 'note-brought'
  | 'note-reported'
  | 'note-hidden'
  | 'note-restored'
>;

const always = (subject: string) => (): string => subject;

const FRENCH: Readonly<Record<NoteNoticeKind, NoticeWords>> = {
  'commitment-asked': {
    subject: always('Un engagement attend votre signature'),
    line: (about, { names }) =>
      `${names} vous demande de lire et de signer l’engagement de votre direction pour ${about}.`,
    label: 'Lire et signer',
  },
  'note-commented': {
    subject: (count) => (count === 1 ? 'Un message sous votre note' : `${count} messages sous vos notes`),
    line: (about, { names }) => `${names} vous écrit sous votre note ${about}.`,
    label: 'Lire et répondre',
  },
  'note-thanked': {
    subject: always('Un merci pour votre note'),
    line: (about, { names }) => `${names} vous remercie pour votre note ${about}.`,
    label: 'Lire',
  },
  'followed-note': {
    subject: always('Du nouveau sur une note que vous suivez'),
    line: (about) => `Il y a du nouveau sur la note ${about}, que vous suivez.`,
    label: 'Voir la note',
  },
  'practice-taken-up': {
    subject: always('Votre pratique est reprise ailleurs'),
    line: (about, { names, several }) =>
      `${names} ${several ? 'reprennent' : 'reprend'} votre pratique ${about}. Votre nom y reste.`,
    label: 'Voir qui la reprend',
  },
  'note-wanted': {
    subject: always('Votre note est attendue dans un défi'),
    line: (about, { names }, { reason }) =>
      `${names} vous propose d’apporter votre note ${about} dans un défi, comme votre idée. ${reason} Sans votre accord, rien ne change.`,
    label: 'Répondre',
  },
  'note-declined': {
    subject: always('Une note reste où elle est'),
    line: (about, { names }) => `${names} préfère que la note ${about} reste où elle est.`,
    label: 'Voir la note',
  },
  'note-brought': {
    subject: always('Une note devient une idée'),
    line: (about) =>
      `La note ${about} est maintenant une idée d’un défi, au nom de la personne qui l’a écrite. Ce que d’autres y avaient apporté reste à leur nom.`,
    label: 'Voir la note et l’idée',
  },
  'note-reported': {
    subject: always('Une note est signalée'),
    line: (about) => `Un contenu de la note ${about} est signalé. Sa lecture vous attend.`,
    label: 'Lire le signalement',
  },
  'note-hidden': {
    subject: always('Votre note n’est plus visible des autres'),
    line: (about, _who, { reason }) =>
      `Votre note ${about} n’est plus visible des autres. Raison\u00a0: ${reason} Le texte est conservé et reste le vôtre.`,
    label: 'Voir la note',
  },
  'note-restored': {
    subject: always('Votre note est de nouveau visible'),
    line: (about, _who, { reason }) => `Votre note ${about} est de nouveau visible. ${reason}`,
    label: 'Voir la note',
  },
};

const ENGLISH: Readonly<Record<NoteNoticeKind, NoticeWords>> = {
  'commitment-asked': {
    subject: always('A commitment awaits your signature'),
    line: (about, { names }) =>
      `${names} asks you to read and sign the commitment of your directorate for ${about}.`,
    label: 'Read and sign',
  },
  'note-commented': {
    subject: (count) => (count === 1 ? 'A message under your note' : `${count} messages under your notes`),
    line: (about, { names }) => `${names} wrote under your note ${about}.`,
    label: 'Read and answer',
  },
  'note-thanked': {
    subject: always('Thanks for your note'),
    line: (about, { names }) => `${names} thanks you for your note ${about}.`,
    label: 'Read',
  },
  'followed-note': {
    subject: always('Something new on a note you follow'),
    line: (about) => `There is something new on the note ${about}, which you follow.`,
    label: 'See the note',
  },
  'practice-taken-up': {
    subject: always('Your practice is taken up elsewhere'),
    line: (about, { names, several }) =>
      `${names} ${several ? 'take' : 'takes'} up your practice ${about}. Your name stays on it.`,
    label: 'See who takes it up',
  },
  'note-wanted': {
    subject: always('Your note is wanted in a challenge'),
    line: (about, { names }, { reason }) =>
      `${names} proposes to bring your note ${about} into a challenge, as your idea. ${reason} Nothing changes unless you agree.`,
    label: 'Answer',
  },
  'note-declined': {
    subject: always('A note stays where it is'),
    line: (about, { names }) => `${names} prefers the note ${about} to stay where it is.`,
    label: 'See the note',
  },
  'note-brought': {
    subject: always('A note becomes an idea'),
    line: (about) =>
      `The note ${about} is now an idea of a challenge, in the name of whoever wrote it. What others brought to it stays in theirs.`,
    label: 'See the note and the idea',
  },
  'note-reported': {
    subject: always('A note is reported'),
    line: (about) => `Something on the note ${about} is reported and awaits your reading.`,
    label: 'Read the report',
  },
  'note-hidden': {
    subject: always('Your note is not visible to others any more'),
    line: (about, _who, { reason }) =>
      `Your note ${about} is not visible to others any more. Reason: ${reason} The text is kept and stays yours.`,
    label: 'See the note',
  },
  'note-restored': {
    subject: always('Your note is visible again'),
    line: (about, _who, { reason }) => `Your note ${about} is visible again. ${reason}`,
    label: 'See the note',
  },
};

export const NOTE_WORDS: Readonly<Record<Language, Readonly<Record<NoteNoticeKind, NoticeWords>>>> = {
  fr: FRENCH,
  en: ENGLISH,
};
