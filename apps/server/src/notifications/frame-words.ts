/** What stands around the news of a mail: its greeting, its links, why it came. French first. */
import type { Language } from '@butinerie/contracts';

export interface FrameWords {
  readonly greeting: (name: string) => string;
  readonly quote: (about: string) => string;
  /** How plain text shows a link. */
  readonly linkLine: (label: string, url: string) => string;
  readonly somebody: string;
  readonly others: (count: number) => string;
  /** After the subject of what matters most. */
  readonly andMore: (subject: string, count: number) => string;
  /** What a long mail leaves to the inbox. */
  readonly rest: (count: number) => string;
  /** `preferences`: the address where one says how often. */
  readonly digestFooter: (instance: string, preferences: string) => readonly string[];
  /** A mail that brings receipts and no news. */
  readonly receiptsSubject: string;
  readonly receiptsHere: (count: number, more: number) => string;
  readonly receiptsLink: string;
  readonly doorFooter: (instance: string) => readonly string[];
}

export const FRAME_WORDS: Readonly<Record<Language, FrameWords>> = {
  fr: {
    greeting: (name) => `Bonjour ${name},`,
    linkLine: (label, url) => `${label}\u00a0: ${url}`,
    quote: (about) => `«\u00a0${about}\u00a0»`,
    somebody: 'Une personne',
    others: (count) => `${count} autres personnes`,
    andMore: (subject, count) => `${subject} (+${count})`,
    rest: (count) => `Et ${count} autres nouvelles, à lire dans vos notifications.`,
    digestFooter: (instance, preferences) => [
      `Vous recevez ce message parce que vous participez à «\u00a0${instance}\u00a0». Un message par jour au plus, cinq par semaine.`,
      `Choisir ce que vous recevez, et à quel rythme\u00a0: ${preferences}`,
      'Les boutons ci-dessus vous connectent pendant sept jours\u00a0: ne transmettez pas ce message.',
    ],
    receiptsSubject: 'Vos reçus du registre des crédits',
    receiptsHere: (count, more) =>
      `${count === 1 ? 'Un reçu est joint' : `${count} reçus sont joints`} à ce message\u00a0: la preuve de ce qui a été inscrit à votre nom. Gardez ce message\u00a0: le fichier se vérifie sans nous.${more === 0 ? '' : ` ${more} autres sont sur la page de vos mentions.`}`,
    receiptsLink: 'Voir mes mentions',
    doorFooter: (instance) => [
      `Vous recevez ce message parce qu’un accès à «\u00a0${instance}\u00a0» porte votre adresse.`,
    ],
  },
  en: {
    greeting: (name) => `Hello ${name},`,
    linkLine: (label, url) => `${label}: ${url}`,
    quote: (about) => `“${about}”`,
    somebody: 'Somebody',
    others: (count) => `${count} others`,
    andMore: (subject, count) => `${subject} (+${count})`,
    rest: (count) => `And ${count} more, to be read among your notices.`,
    digestFooter: (instance, preferences) => [
      `You get this message because you take part in “${instance}”. One message a day at most, five a week.`,
      `Choose what you receive, and how often: ${preferences}`,
      'The buttons above sign you in for seven days: do not pass this message on.',
    ],
    receiptsSubject: 'Your receipts from the register of credits',
    receiptsHere: (count, more) =>
      `${count === 1 ? 'A receipt is enclosed' : `${count} receipts are enclosed`}: the proof of what was registered under your name. Keep this message: the file can be checked without us.${more === 0 ? '' : ` ${more} more are on the page of your mentions.`}`,
    receiptsLink: 'See my mentions',
    doorFooter: (instance) => [
      `You get this message because an access to “${instance}” carries your address.`,
    ],
  },
};
