/** What mails say of the delivery of an adopted idea, in both languages. */
import type { Language, NoticeKind } from '@butinerie/contracts';
import type { NoticeWords } from './mail-words.ts';

export type DeliveryKind = Extract<
  NoticeKind,
  | 'delivery-started'
  | 'delivery-to-confirm'
  | 'delivery-refused'
  | 'delivery-silent'
  | 'delivery-late'
  | 'idea-delivered'
  | 'idea-measured'
  | 'abandonment-proposed'
  | 'abandonment-dropped'
  | 'abandonment-answered'
  | 'idea-abandoned'
  | 'idea-offered-again'
  | 'idea-carried-on'
>;

const always = (subject: string) => (): string => subject;

const FRENCH: Readonly<Record<DeliveryKind, NoticeWords>> = {
  'delivery-started': {
    subject: always('Une idée est en cours de réalisation'),
    line: (about, { names }) =>
      `${names} commence la mise en œuvre de ${about}. Ce qui a changé est à dire dans les 90 jours après l’adoption.`,
    label: 'Voir où elle en est',
  },
  'delivery-to-confirm': {
    subject: always('On dit une idée réalisée\u00a0: est-ce vrai\u00a0?'),
    line: (about, { names }, { reason, until }) =>
      `${names} dit que ${about} est réalisée\u00a0: ${reason} Les auteurs et les autrices le confirment, ou disent ce qui manque, jusqu’au ${until}.`,
    label: 'Lire et répondre',
  },
  'delivery-refused': {
    subject: always('Ce qui manque pour qu’une idée soit réalisée'),
    line: (about, { names }, { reason }) => `${names} dit ce qui manque à ${about}\u00a0: ${reason}`,
    label: 'Lire et continuer',
  },
  'delivery-silent': {
    subject: always('Une réalisation attend votre confirmation'),
    line: (about) =>
      `Personne n’a confirmé que ${about} est réalisée. L’équipe d’animation peut maintenant le faire, ou dire ce qui manque.`,
    label: 'Lire et confirmer',
  },
  'delivery-late': {
    subject: always('La date promise pour une idée est passée'),
    line: (about, _who, { until }) =>
      `La date promise pour ${about} est passée (${until}). Que se passe-t-il\u00a0? La suite se dit sur sa page\u00a0: elle est réalisée, ou l’on y renonce avec une raison.`,
    label: 'Voir où elle en est',
  },
  'idea-delivered': {
    subject: always('Une idée est réalisée'),
    line: (about) => `${about} est réalisée. Les noms de celles et ceux qui l’ont eue y restent attachés.`,
    label: 'Voir ce qui a été fait',
  },
  'idea-measured': {
    subject: always('Ce qu’une idée a changé est mesuré'),
    line: (about, { names }, { reason }) =>
      `${names} a conclu la mesure de ce que ${about} a changé. Ce que l’on ne sait pas\u00a0: ${reason}`,
    label: 'Voir ce qui a changé',
  },
  'abandonment-proposed': {
    subject: always('On propose de renoncer à une idée'),
    line: (about, { names }, { reason, until }) =>
      `${names} propose de renoncer à ${about}. Raison\u00a0: ${reason} Les auteurs, les autrices et l’équipe d’animation sont entendus jusqu’au ${until}. Les noms restent attachés.`,
    label: 'Lire et répondre',
  },
  'abandonment-dropped': {
    subject: always('Une direction ne renonce pas à une idée'),
    line: (about, { names }) => `${names} poursuit la mise en œuvre de ${about}.`,
    label: 'Voir où elle en est',
  },
  'abandonment-answered': {
    subject: always('Une réponse sur une idée abandonnée'),
    line: (about, { names, several }, { reason }) =>
      `${names} ${several ? 'ont' : 'a'} répondu sur l’abandon de ${about}\u00a0: ${reason}`,
    label: 'Lire les réponses',
  },
  'idea-abandoned': {
    subject: always('Une direction renonce à une idée'),
    line: (about, _who, { reason }) =>
      `${about} est abandonnée. Raison\u00a0: ${reason} Les noms restent attachés. Son auteur ou son autrice peut répondre, la proposer aux autres directions, ou la porter.`,
    label: 'Lire et choisir la suite',
  },
  'idea-offered-again': {
    subject: always('Une idée est proposée de nouveau aux directions'),
    line: (about, { names }) =>
      `${names} propose de nouveau ${about} aux directions du défi. Une direction y avait renoncé\u00a0; sa raison se lit sur la page.`,
    label: 'Lire l’idée',
  },
  'idea-carried-on': {
    subject: always('Une idée continue, portée par qui l’a eue'),
    line: (about, { names }, { until }) =>
      `${names} porte maintenant ${about}. Ce qui a changé est à dire au plus tard ${until}.`,
    label: 'Voir où elle en est',
  },
};

const ENGLISH: Readonly<Record<DeliveryKind, NoticeWords>> = {
  'delivery-started': {
    subject: always('Work on an idea has begun'),
    line: (about, { names }) =>
      `${names} has begun the work on ${about}. What has changed is to be told within 90 days of its adoption.`,
    label: 'See where it stands',
  },
  'delivery-to-confirm': {
    subject: always('An idea is said to be done: is it?'),
    line: (about, { names }, { reason, until }) =>
      `${names} says that ${about} is done: ${reason} Its authors confirm it, or say what lacks, until ${until}.`,
    label: 'Read and answer',
  },
  'delivery-refused': {
    subject: always('What an idea lacks to be done'),
    line: (about, { names }, { reason }) => `${names} says what ${about} lacks: ${reason}`,
    label: 'Read and go on',
  },
  'delivery-silent': {
    subject: always('Something done waits for your confirmation'),
    line: (about) =>
      `Nobody has confirmed that ${about} is done. The facilitation team may do so now, or say what lacks.`,
    label: 'Read and confirm',
  },
  'delivery-late': {
    subject: always('The day promised for an idea is over'),
    line: (about, _who, { until }) =>
      `The day promised for ${about} is over (${until}). What is happening? Its page takes the answer: it is done, or it is given up with a reason.`,
    label: 'See where it stands',
  },
  'idea-delivered': {
    subject: always('An idea is done'),
    line: (about) => `${about} is done. The names of those who had it stay attached.`,
    label: 'See what was done',
  },
  'idea-measured': {
    subject: always('What an idea changed is measured'),
    line: (about, { names }, { reason }) =>
      `${names} has concluded the measure of what ${about} changed. What is not known: ${reason}`,
    label: 'See what changed',
  },
  'abandonment-proposed': {
    subject: always('Somebody proposes to give up an idea'),
    line: (about, { names }, { reason, until }) =>
      `${names} proposes to give up ${about}. Reason: ${reason} Its authors and the facilitation team are heard until ${until}. The names stay attached.`,
    label: 'Read and answer',
  },
  'abandonment-dropped': {
    subject: always('A directorate does not give up an idea'),
    line: (about, { names }) => `${names} goes on with ${about}.`,
    label: 'See where it stands',
  },
  'abandonment-answered': {
    subject: always('An answer about an idea given up'),
    line: (about, { names, several }, { reason }) =>
      `${names} ${several ? 'have' : 'has'} answered about giving up ${about}: ${reason}`,
    label: 'Read the answers',
  },
  'idea-abandoned': {
    subject: always('A directorate gives up an idea'),
    line: (about, _who, { reason }) =>
      `${about} is given up. Reason: ${reason} The names stay attached. Its author may answer, offer it to the other directorates, or carry it.`,
    label: 'Read and choose what follows',
  },
  'idea-offered-again': {
    subject: always('An idea is offered to the directorates again'),
    line: (about, { names }) =>
      `${names} offers ${about} to the directorates of the challenge again. One had given it up; its reason is on the page.`,
    label: 'Read the idea',
  },
  'idea-carried-on': {
    subject: always('An idea goes on, carried by who had it'),
    line: (about, { names }, { until }) =>
      `${names} now carries ${about}. What has changed is to be told by ${until} at the latest.`,
    label: 'See where it stands',
  },
};

export const DELIVERY_WORDS: Readonly<Record<Language, Readonly<Record<DeliveryKind, NoticeWords>>>> = {
  fr: FRENCH,
  en: ENGLISH,
};
