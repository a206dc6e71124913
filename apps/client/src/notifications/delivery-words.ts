/** What the inbox says of the delivery of an adopted idea, in both languages. */
import type { NoticeSentences } from './words.ts';

type Kind =
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
  | 'idea-carried-on';
type Sentences = Pick<NoticeSentences, Kind>;

export const deliveryLinesFr: Sentences = {
  'delivery-started': (about, who) => `${who} commence la mise en œuvre de « ${about} ».`,
  'delivery-to-confirm': (about, who, { until }) =>
    `${who} dit que « ${about} » est réalisée. Les auteurs et les autrices le confirment jusqu’au ${until}.`,
  'delivery-refused': (about, who, { reason }) => `${who} dit ce qui manque à « ${about} » : ${reason}`,
  'delivery-silent': (about) =>
    `Personne n’a confirmé que « ${about} » est réalisée. L’équipe d’animation peut le faire.`,
  'delivery-late': (about, _who, { until }) =>
    `La date promise pour « ${about} » est passée (${until}). Que se passe-t-il ?`,
  'idea-delivered': (about) => `« ${about} » est réalisée. Les noms y restent attachés.`,
  'idea-measured': (about, who, { reason }) =>
    `${who} a conclu la mesure de ce que « ${about} » a changé. Ce que l’on ne sait pas : ${reason}`,
  'abandonment-proposed': (about, who, { reason, until }) =>
    `${who} propose de renoncer à « ${about} ». Votre avis est attendu jusqu’au ${until}. Raison : ${reason}`,
  'abandonment-dropped': (about, who) => `${who} poursuit la mise en œuvre de « ${about} ».`,
  'abandonment-answered': (about, who) => `${who} a répondu sur l’abandon de « ${about} ».`,
  'idea-abandoned': (about, _who, { reason }) =>
    `« ${about} » est abandonnée ; les noms y restent attachés. Raison : ${reason}`,
  'idea-offered-again': (about, who) => `${who} propose de nouveau « ${about} » aux directions du défi.`,
  'idea-carried-on': (about, who, { until }) =>
    `${who} porte maintenant « ${about} ». Ce qui a changé est à dire au plus tard ${until}.`,
};

export const deliveryLinesEn: Sentences = {
  'delivery-started': (about, who) => `${who} has begun the work on “${about}”.`,
  'delivery-to-confirm': (about, who, { until }) =>
    `${who} says that “${about}” is done. Its authors confirm it until ${until}.`,
  'delivery-refused': (about, who, { reason }) => `${who} says what “${about}” lacks: ${reason}`,
  'delivery-silent': (about) =>
    `Nobody has confirmed that “${about}” is done. The facilitation team may do so.`,
  'delivery-late': (about, _who, { until }) =>
    `The day promised for “${about}” is over (${until}). What is happening?`,
  'idea-delivered': (about) => `“${about}” is done. The names stay attached.`,
  'idea-measured': (about, who, { reason }) =>
    `${who} has concluded the measure of what “${about}” changed. What is not known: ${reason}`,
  'abandonment-proposed': (about, who, { reason, until }) =>
    `${who} proposes to give up “${about}”. Your word is awaited until ${until}. Reason: ${reason}`,
  'abandonment-dropped': (about, who) => `${who} goes on with “${about}”.`,
  'abandonment-answered': (about, who) => `${who} has answered about giving up “${about}”.`,
  'idea-abandoned': (about, _who, { reason }) =>
    `“${about}” is given up; the names stay attached. Reason: ${reason}`,
  'idea-offered-again': (about, who) =>
    `${who} offers “${about}” to the directorates of the challenge again.`,
  'idea-carried-on': (about, who, { until }) =>
    `${who} now carries “${about}”. What has changed is to be told by ${until} at the latest.`,
};
