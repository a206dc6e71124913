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
    doorFooter: (instance) => [
      `You get this message because an access to “${instance}” carries your address.`,
    ],
  },
};
