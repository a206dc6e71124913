/** What mails say of the living text: suggestions, going back to a version, words taken out and put back. */
import type { Language, NoticeKind } from '@butinerie/contracts';
import type { NoticeWords } from './mail-words.ts';

export type TextKind = Extract<
  NoticeKind,
  | 'text-restored'
  | 'words-removed'
  | 'words-restored'
  | 'change-suggested'
  | 'suggestion-taken'
  | 'suggestion-declined'
>;

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
  'change-suggested': {
    subject: (count) =>
      count === 1 ? 'Une modification proposée pour votre texte' : `${count} modifications proposées`,
    line: (about, { names, several }) =>
      `${names} ${several ? 'proposent' : 'propose'} de dire autrement un passage de ${about}. Le texte ne change pas sans vous.`,
    label: 'Lire et répondre',
  },
  'suggestion-taken': {
    subject: (count) =>
      count === 1
        ? 'Votre modification est dans le texte'
        : `${count} de vos modifications sont dans le texte`,
    line: (about, _who, { reason }) =>
      `La modification que vous proposiez est dans le texte de ${about}.${reason && ` Ce qu’elle apporte : « ${reason} »`} Les mots nouveaux sont les vôtres, et votre nom figure parmi les contributions.`,
    label: 'Lire l’idée',
  },
  'suggestion-declined': {
    subject: always('Une réponse à votre proposition'),
    line: (about, _who, { reason }) =>
      `La modification que vous proposiez pour ${about} n’est pas reprise.${reason && ` Raison : « ${reason} »`} Elle reste lisible, avec votre nom.`,
    label: 'Lire l’idée',
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
  'change-suggested': {
    subject: (count) =>
      count === 1 ? 'A change is suggested to your text' : `${count} changes are suggested`,
    line: (about, { names, several }) =>
      `${names} ${several ? 'suggest' : 'suggests'} saying a passage of ${about} differently. The text does not change without you.`,
    label: 'Read and answer',
  },
  'suggestion-taken': {
    subject: (count) =>
      count === 1 ? 'Your change is in the text' : `${count} of your changes are in the text`,
    line: (about, _who, { reason }) =>
      `The change you suggested is in the text of ${about}.${reason && ` What it brings: “${reason}”`} The new words are yours, and your name is among the contributions.`,
    label: 'Read the idea',
  },
  'suggestion-declined': {
    subject: always('An answer to your suggestion'),
    line: (about, _who, { reason }) =>
      `The change you suggested to ${about} is not taken.${reason && ` Reason: “${reason}”`} It stays readable, with your name.`,
    label: 'Read the idea',
  },
};

export const TEXT_WORDS: Readonly<Record<Language, Readonly<Record<TextKind, NoticeWords>>>> = {
  fr: FRENCH,
  en: ENGLISH,
};
