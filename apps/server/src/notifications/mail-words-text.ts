/** What mails say of the living text: going back to a version, words taken out and put back. */
import type { Language, NoticeKind } from '@butinerie/contracts';
import type { NoticeWords } from './mail-words.ts';

export type TextKind = Extract<NoticeKind, 'text-restored' | 'words-removed' | 'words-restored'>;

const always = (subject: string) => (): string => subject;

const FRENCH: Readonly<Record<TextKind, NoticeWords>> = {
  'text-restored': {
    subject: always('Un texte revient à une version d’avant'),
    line: (about, { names, several }) =>
      `${names} ${several ? 'ont' : 'a'} remis dans ${about} ce qui s’y lisait avant. Le texte d’entre-temps reste dans l’historique, et chaque mot à son auteur.`,
    label: 'Lire l’historique',
  },
  'words-removed': {
    subject: always('Des mots que vous aviez écrits sont retirés'),
    line: (about, { names, several }) =>
      `${names} ${several ? 'ont' : 'a'} retiré de ${about} des mots que vous aviez écrits. Ils sont gardés, et une touche les remet.`,
    label: 'Voir ce qui est retiré',
  },
  'words-restored': {
    subject: always('Vos mots sont de nouveau dans le texte'),
    line: (about, { names, several }) =>
      `${names} ${several ? 'ont' : 'a'} remis dans ${about} des mots que vous aviez écrits. Ils sont toujours les vôtres.`,
    label: 'Lire l’historique',
  },
};

const ENGLISH: Readonly<Record<TextKind, NoticeWords>> = {
  'text-restored': {
    subject: always('A text you co-write is back at an earlier version'),
    line: (about, { names, several }) =>
      `${names} ${several ? 'have' : 'has'} put back into ${about} what it said before. The text of meanwhile stays in the history, and each word stays its author’s.`,
    label: 'Read the history',
  },
  'words-removed': {
    subject: always('Words you had written were taken out'),
    line: (about, { names, several }) =>
      `${names} ${several ? 'have' : 'has'} taken words that you had written out of ${about}. They are kept, and one press puts them back.`,
    label: 'See what was taken out',
  },
  'words-restored': {
    subject: always('Your words are in the text again'),
    line: (about, { names, several }) =>
      `${names} ${several ? 'have' : 'has'} put words that you had written back into ${about}. They are still yours.`,
    label: 'Read the history',
  },
};

export const TEXT_WORDS: Readonly<Record<Language, Readonly<Record<TextKind, NoticeWords>>>> = {
  fr: FRENCH,
  en: ENGLISH,
};
