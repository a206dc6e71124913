/** What « mes idées, mes rebonds » says: where each stands and who has the ball. */
import type { IdeaState } from '@butinerie/contracts';
import { withArticle } from '../platform/french.ts';
import { catalogue } from '../platform/i18n.ts';
import type { Ball } from './ball.ts';

type Balls = Readonly<Record<Ball['say'], string>>;
type States = Readonly<Record<IdeaState, string>>;

const ballsFr: Balls = {
  'publish-soon': 'La balle est chez vous : vous pourrez publier à l’ouverture du défi.',
  publish: 'La balle est chez vous : publiez quand vous êtes prêt ou prête.',
  'too-late': 'Le défi ne reçoit plus d’idées. Votre brouillon est gardé ; vous seul ou seule le lisez.',
  'answer-rebounds':
    'La balle est chez tout le monde : on peut rebondir, et vous pouvez répondre et coécrire.',
  closing: 'Le défi ferme : le texte et les noms vont être scellés.',
  moderators: 'La balle est chez l’équipe d’animation : elle doit à chaque idée une réponse motivée.',
  directorates: 'La balle est chez les directions : l’une d’elles peut l’adopter.',
  offer: 'La balle est chez vous : quelle part voulez-vous prendre ? Ne pas répondre n’est pas refuser.',
  pilot: 'La balle est chez la direction et son ou sa pilote, qui doivent dire ce qui a changé.',
  'moderators-again': 'La balle est chez l’équipe d’animation.',
  followed: 'Elle suit l’idée qu’elle a rejointe.',
  nobody: 'Rien n’est attendu de vous.',
  authors:
    'La balle est chez les auteurs et autrices de l’idée : reprendre votre rebond, ou le laisser à côté.',
  taken: 'Votre nom figure parmi les contributions.',
  grow: 'La balle est chez vous : vous pouvez en faire une idée.',
  grown: 'Vous en avez fait une idée.',
};
const ballsEn: Balls = {
  'publish-soon': 'The ball is with you: you can publish once the challenge opens.',
  publish: 'The ball is with you: publish when you are ready.',
  'too-late': 'The challenge no longer takes ideas. Your draft is kept; only you read it.',
  'answer-rebounds': 'The ball is with everybody: people may rebound, and you may answer and co-write.',
  closing: 'The challenge is closing: text and names are about to be sealed.',
  moderators: 'The ball is with the facilitation team: it owes each idea a reasoned answer.',
  directorates: 'The ball is with the directorates: one of them may adopt it.',
  offer: 'The ball is with you: which part would you like to take? Not answering is not refusing.',
  pilot: 'The ball is with the directorate and its pilot, who are to say what has changed.',
  'moderators-again': 'The ball is with the facilitation team.',
  followed: 'It follows the idea it joined.',
  nobody: 'Nothing is expected of you.',
  authors: 'The ball is with the authors of the idea: to take your rebound, or to leave it.',
  taken: 'Your name is among the contributions.',
  grow: 'The ball is with you: you may grow it into an idea.',
  grown: 'You have grown it into an idea.',
};

const statesFr: States = {
  draft: 'Brouillon',
  published: 'Publiée',
  merged: 'Regroupée',
  submitted: 'Scellée',
  shortlisted: 'Présélectionnée',
  selected: 'Retenue',
  not_selected: 'Non retenue cette fois',
  out_of_scope: 'Hors du sujet',
  adopted: 'Adoptée',
  declined: 'Déclinée par les directions',
  in_progress: 'En cours',
  delivered: 'Livrée',
  measured: 'Mesurée',
  abandoned: 'Abandonnée',
  withdrawn: 'Retirée',
  hidden: 'Masquée',
};
const statesEn: States = {
  draft: 'Draft',
  published: 'Published',
  merged: 'Merged',
  submitted: 'Sealed',
  shortlisted: 'Shortlisted',
  selected: 'Selected',
  not_selected: 'Not selected this time',
  out_of_scope: 'Out of scope',
  adopted: 'Adopted',
  declined: 'Declined by the directorates',
  in_progress: 'Under way',
  delivered: 'Delivered',
  measured: 'Measured',
  abandoned: 'Abandoned',
  withdrawn: 'Withdrawn',
  hidden: 'Hidden',
};

export const words = catalogue(
  {
    title: 'Mes idées, mes rebonds',
    none: 'Rien encore à votre nom',
    noneWhat: 'Vos brouillons, vos idées et vos rebonds seront ici, avec ce qui est attendu et de qui.',
    home: 'Voir le défi en cours',
    drafts: 'Brouillons',
    ideas: 'Idées',
    rebounds: 'Rebonds',
    untitled: 'Sans titre',
    savedOn: (day: string) => `Enregistré le ${day}`,
    coauthor: 'Vous coécrivez',
    until: (date: string) => `D’ici au ${date}.`,
    adoptedBy: (directorate: string) => `Adoptée par ${withArticle(directorate)}`,
    reboundOn: (title: string) => `Sur « ${title} »`,
    reboundOfDay: (day: string) => `Rebond du ${day}`,
    answers: { open: 'Sans réponse', taken: 'Repris dans le texte', declined: 'Non repris' },
    answerOffer: 'Répondre',
    receipts: 'Mes mentions et mes reçus',
    states: statesFr,
    balls: ballsFr,
  },
  {
    title: 'My ideas, my rebounds',
    none: 'Nothing in your name yet',
    noneWhat: 'Your drafts, ideas and rebounds will be here, with what is awaited and from whom.',
    home: 'See the challenge under way',
    drafts: 'Drafts',
    ideas: 'Ideas',
    rebounds: 'Rebounds',
    untitled: 'Untitled',
    savedOn: (day) => `Saved on ${day}`,
    coauthor: 'You co-write it',
    until: (date) => `By ${date}.`,
    adoptedBy: (directorate) => `Adopted by ${directorate}`,
    reboundOn: (title) => `On “${title}”`,
    reboundOfDay: (day) => `Rebound of ${day}`,
    answers: { open: 'Unanswered', taken: 'Taken into the text', declined: 'Not taken' },
    answerOffer: 'Answer',
    receipts: 'My mentions and receipts',
    states: statesEn,
    balls: ballsEn,
  },
);
