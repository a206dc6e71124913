/** What a receipt is about and what no receipt can prove, in plain words, wherever one is read. */
import type { EventKind } from './events.ts';

export interface ReceiptWords {
  /** The act, said to the person it names. */
  readonly kinds: Readonly<Partial<Record<EventKind, string>>>;
  readonly limits: readonly string[];
  readonly noRight: string;
}

export const receiptFr = {
  kinds: {
    'person.known': 'Votre entrée dans La Butinerie',
    'pseudonym.taken': 'Un pseudonyme pris pour une idée',
    'pseudonym.opened': 'Un pseudonyme ouvert',
    'idea.proposed': 'Vous avez proposé cette idée',
    'contribution.sealed': 'Le texte et les noms, scellés',
    'rebound.made': 'Vous avez rebondi',
    'rebound.taken': 'Un rebond repris dans le texte',
    'contributor.credited': 'Ce que vous avez apporté, dit par un auteur ou une autrice',
    'rebound.linked': 'D’où part cette idée',
    'coauthor.invited': 'Une invitation à coécrire',
    'coauthor.consented': 'Une coécriture acceptée',
    'coauthor.declined': 'Une coécriture déclinée',
    'idea.selected': 'L’idée retenue',
    'idea.adopted': 'L’idée adoptée',
    'carrier.offered': 'Une proposition de porter l’idée',
    'carrier.accepted': 'Un portage accepté',
    'carrier.declined': 'Un portage laissé à d’autres',
    'carrier.named': 'Un portage confirmé',
    'key.rotated': 'La clé du registre, remplacée par deux personnes',
    'key.lost': 'La perte de la clé du registre, constatée par deux personnes',
  },
  limits: [
    'Que l’idée est nouvelle, ni que la personne l’a eue la première ailleurs qu’ici.',
    'Qui était devant le clavier : le registre connaît des comptes.',
    'La date à elle seule : c’est celle de l’horloge du serveur. Ce qui la borne, c’est une copie de l’état signé gardée par quelqu’un d’autre.',
    'Que tout a été inscrit : le serveur pourrait omettre un acte. La personne concernée n’aurait alors pas de reçu, et peut le voir.',
    'Les noms en clair : le registre ne contient qu’un identifiant par personne. Le reçu d’une personne relie le sien à son nom.',
  ],
  noRight: 'Cette preuve ne confère ni ne transfère aucun droit de propriété intellectuelle.',
} satisfies ReceiptWords;

export const receiptEn: typeof receiptFr = {
  kinds: {
    'person.known': 'Your entry into La Butinerie',
    'pseudonym.taken': 'A pseudonym taken for an idea',
    'pseudonym.opened': 'A pseudonym opened',
    'idea.proposed': 'You proposed this idea',
    'contribution.sealed': 'Text and names, sealed',
    'rebound.made': 'You rebounded',
    'rebound.taken': 'A rebound taken into the text',
    'contributor.credited': 'What you brought, said by an author',
    'rebound.linked': 'Where this idea grew from',
    'coauthor.invited': 'An invitation to co-write',
    'coauthor.consented': 'Co-writing accepted',
    'coauthor.declined': 'Co-writing declined',
    'idea.selected': 'The idea selected',
    'idea.adopted': 'The idea adopted',
    'carrier.offered': 'An offer to carry the idea',
    'carrier.accepted': 'Carrying accepted',
    'carrier.declined': 'Carrying left to others',
    'carrier.named': 'Carrying confirmed',
    'key.rotated': 'The key of the register, replaced by two people',
    'key.lost': 'The loss of the key of the register, established by two people',
  },
  limits: [
    'That the idea is new, or that the person had it first somewhere else.',
    'Who was at the keyboard: the register knows accounts.',
    'The date by itself: it is that of the server’s clock. What bounds it is a copy of the signed state kept by somebody else.',
    'That everything was registered: the server could leave an act out. The person concerned would then have no receipt, and can see it.',
    'Names in clear: the register holds one identifier a person. A person’s receipt ties theirs to their name.',
  ],
  noRight: 'This proof neither confers nor transfers any intellectual property right.',
};
