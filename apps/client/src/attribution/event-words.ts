/** What the register holds, one sentence an act. An act of a kind this version does not know is said to be one. */
import type { EventKind } from '@butinerie/attribution';
import { before } from '../platform/french.ts';

/** `by` acted, `person` is named; either may be missing. */
export type EventSentence = (by: string | null, person: string | null) => string;
export type EventWords = Readonly<Record<EventKind, EventSentence>>;

const somebodyFr = (name: string | null): string => name ?? 'Une personne dont l’identité est effacée';
const somebodyEn = (name: string | null): string => name ?? 'A person whose identity is erased';

export const eventsFr: EventWords = {
  'person.known': (_, person) => `${somebodyFr(person)} est entré ou entrée dans La Butinerie.`,
  'person.rectified': (_, person) => `${somebodyFr(person)} a fait corriger son identité.`,
  'person.erased': () => 'Une personne a fait effacer son identité. Ses crédits restent.',
  'pseudonym.taken': () =>
    'Quelqu’un a pris un pseudonyme pour cette idée. Le registre sait qui, sans le dire.',
  'pseudonym.opened': (by) => `${somebodyFr(by)} a ouvert son pseudonyme.`,
  'idea.proposed': (by) => `${somebodyFr(by)} a proposé l’idée.`,
  'contribution.sealed': () => 'Le texte et les noms ont été scellés à la fermeture du défi.',
  'content.hidden': () => 'L’équipe d’animation a masqué le texte. Les crédits restent.',
  'content.shredded': () => 'Un contenu a été détruit, avec son motif. Les crédits et les preuves restent.',
  'rebound.made': (by) => `${somebodyFr(by)} a rebondi.`,
  'rebound.taken': (by, person) =>
    `${somebodyFr(by)} a repris le rebond ${before('de', person ?? 'cette personne')} dans le texte.`,
  'contributor.credited': (by, person) =>
    `${somebodyFr(by)} a dit ce ${before('que', person ?? 'cette personne')} a apporté.`,
  'rebound.linked': (by) => `${somebodyFr(by)} a dit de quelle idée celle-ci est partie.`,
  'coauthor.invited': (by, person) =>
    `${somebodyFr(by)} a ouvert la coécriture à ${person ?? 'une personne'}.`,
  'coauthor.consented': (by, person) => `${somebodyFr(person ?? by)} coécrit l’idée.`,
  'coauthor.declined': (by, person) => `${somebodyFr(person ?? by)} n’a pas souhaité coécrire.`,
  'merge.consented': (by) => `${somebodyFr(by)} a accepté un regroupement d’idées.`,
  'idea.merged': () => 'Des idées ont été regroupées ; toutes leurs autrices et tous leurs auteurs restent.',
  'idea.unmerged': (by) =>
    `${somebodyFr(by)} a défait un regroupement ; chaque texte est de nouveau seul, les noms restent.`,
  'idea.selected': () => 'L’idée a été retenue.',
  'idea.adopted': (by) => `${somebodyFr(by)} l’a adoptée pour sa direction. Le crédit est verrouillé.`,
  'carrier.offered': (_, person) => `Il a été proposé à ${person ?? 'une personne'} de porter l’idée.`,
  'carrier.accepted': (by, person) => `${somebodyFr(person ?? by)} a accepté de porter l’idée.`,
  'carrier.declined': (by, person) =>
    `${somebodyFr(person ?? by)} laisse à quelqu’un d’autre le soin de la porter.`,
  'carrier.named': (by, person) => `${somebodyFr(person ?? by)} porte l’idée.`,
  'milestone.reached': () => 'Un jalon a été atteint.',
  'dispute.opened': () => 'Un désaccord sur les crédits a été ouvert.',
  'dispute.answered': () => 'Une partie a répondu au désaccord.',
  'dispute.closed': () => 'Le désaccord a été clos.',
  'correction.consented': (by) => `${somebodyFr(by)} a accepté l’ajout d’un nom.`,
  'correction.added': (_, person) => `${somebodyFr(person)} a été ajouté ou ajoutée par décision.`,
  'key.rotated': () => 'La clé qui signe le registre a été remplacée.',
  'key.lost': () => 'La clé qui signait le registre a été perdue ; une autre a commencé.',
};

export const eventsEn: EventWords = {
  'person.known': (_, person) => `${somebodyEn(person)} entered La Butinerie.`,
  'person.rectified': (_, person) => `${somebodyEn(person)} had an identity corrected.`,
  'person.erased': () => 'A person had an identity erased. The credits stay.',
  'pseudonym.taken': () =>
    'Somebody took a pseudonym for this idea. The register knows who, without saying it.',
  'pseudonym.opened': (by) => `${somebodyEn(by)} opened a pseudonym.`,
  'idea.proposed': (by) => `${somebodyEn(by)} proposed the idea.`,
  'contribution.sealed': () => 'Text and names were sealed when the challenge closed.',
  'content.hidden': () => 'The facilitation team hid the text. The credits stay.',
  'content.shredded': () => 'Content was destroyed, with a reason. Credits and proofs stay.',
  'rebound.made': (by) => `${somebodyEn(by)} rebounded.`,
  'rebound.taken': (by, person) =>
    `${somebodyEn(by)} took the rebound of ${person ?? 'this person'} into the text.`,
  'contributor.credited': (by, person) => `${somebodyEn(by)} said what ${person ?? 'this person'} brought.`,
  'rebound.linked': (by) => `${somebodyEn(by)} said which idea this one grew from.`,
  'coauthor.invited': (by, person) => `${somebodyEn(by)} opened co-writing to ${person ?? 'a person'}.`,
  'coauthor.consented': (by, person) => `${somebodyEn(person ?? by)} co-writes the idea.`,
  'coauthor.declined': (by, person) => `${somebodyEn(person ?? by)} did not wish to co-write.`,
  'merge.consented': (by) => `${somebodyEn(by)} agreed to merge ideas.`,
  'idea.merged': () => 'Ideas were merged; all their authors stay.',
  'idea.unmerged': (by) =>
    `${somebodyEn(by)} took merged ideas apart; each text stands alone again, the names stay.`,
  'idea.selected': () => 'The idea was selected.',
  'idea.adopted': (by) => `${somebodyEn(by)} adopted it for a directorate. The credit is locked.`,
  'carrier.offered': (_, person) => `${person ?? 'A person'} was offered to carry the idea.`,
  'carrier.accepted': (by, person) => `${somebodyEn(person ?? by)} agreed to carry the idea.`,
  'carrier.declined': (by, person) => `${somebodyEn(person ?? by)} leaves it to somebody else to carry it.`,
  'carrier.named': (by, person) => `${somebodyEn(person ?? by)} carries the idea.`,
  'milestone.reached': () => 'A milestone was reached.',
  'dispute.opened': () => 'A dispute about credit was opened.',
  'dispute.answered': () => 'A party answered the dispute.',
  'dispute.closed': () => 'The dispute was closed.',
  'correction.consented': (by) => `${somebodyEn(by)} agreed to a name being added.`,
  'correction.added': (_, person) => `${somebodyEn(person)} was added by decision.`,
  'key.rotated': () => 'The key that signs the register was replaced.',
  'key.lost': () => 'The key that signed the register was lost; another one began.',
};
