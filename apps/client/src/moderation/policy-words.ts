/** The moderation policy: what the product does, no more. */
import { catalogue } from '../platform/i18n.ts';

export const policy = catalogue(
  {
    title: 'Règles de modération',
    now: 'Ce qui est masqué, par qui, et comment chaque personne est entendue.',
    sections: {
      hidden: {
        title: 'Ce qui est masqué',
        first:
          'Les données personnelles d’une autre personne, les insultes et ce qui n’a aucun rapport avec la question du défi.',
        second: 'Une critique n’est jamais un motif. Rien n’est relu avant d’être publié.',
      },
      deciding: {
        title: 'Qui décide',
        first:
          'L’équipe d’animation du défi. Une personne qui est autrice, coautrice ou qui a rebondi sur une idée ne décide rien à son sujet : le serveur le refuse.',
        second:
          'Une idée masquée est relue par une seconde personne de l’équipe, sous deux jours ouvrés. Elle confirme ou rend l’idée visible.',
      },
      learning: {
        title: 'Ce que vous apprenez',
        first:
          'Si l’un de vos textes est masqué, vous recevez la raison. Vous lisez encore votre texte, et votre nom y reste attaché.',
        second:
          'Si vous avez signalé un contenu qui reste visible, vous recevez une réponse. Votre signalement n’est lu que par l’équipe d’animation.',
      },
      kept: {
        title: 'Ce qui est gardé',
        first:
          'Chaque décision est écrite dans un journal qui ne fait que s’allonger, avec sa raison. Une annulation s’y ajoute ; elle n’efface rien.',
        second: 'Un acte peut être annulé pendant dix secondes. La personne concernée est avertie ensuite.',
      },
    },
  },
  {
    title: 'Moderation policy',
    now: 'What is hidden, by whom, and how each person is heard.',
    sections: {
      hidden: {
        title: 'What is hidden',
        first:
          'Personal data of somebody else, insults, and what has nothing to do with the question of the challenge.',
        second: 'Criticism is never a motive. Nothing is read before it is published.',
      },
      deciding: {
        title: 'Who decides',
        first:
          'The facilitation team of the challenge. Whoever is author, co-author or rebounded on an idea decides nothing about it: the server refuses.',
        second:
          'A hidden idea is read again by a second person of the team, within two working days, who confirms or shows it again.',
      },
      learning: {
        title: 'What you learn',
        first:
          'If a text of yours is hidden, you receive the reason. You still read your text, and your name stays attached to it.',
        second:
          'If you reported something that stays visible, you receive an answer. Your report is read by the facilitation team alone.',
      },
      kept: {
        title: 'What is kept',
        first:
          'Every decision is written with its reason in a log that only grows. Undoing is added to it and erases nothing.',
        second: 'An act can be undone for ten seconds. The person concerned is told after them.',
      },
    },
  },
);
