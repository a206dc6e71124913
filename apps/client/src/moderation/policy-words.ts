/** The moderation policy: what the product does, no more. */
import { catalogue } from '../platform/i18n.ts';

export const policy = catalogue(
  {
    title: 'Règles de modération',
    now: 'Ce qui est masqué, par qui, et comment chaque personne est entendue.',
    sections: [
      {
        title: 'Ce qui est masqué',
        paragraphs: [
          'Les données personnelles d’une autre personne, les insultes et ce qui n’a aucun rapport avec la question du défi.',
          'Une critique n’est jamais un motif. Rien n’est relu avant d’être publié.',
        ],
      },
      {
        title: 'Qui décide',
        paragraphs: [
          'L’équipe d’animation du défi. Une personne qui est autrice, coautrice ou qui a rebondi sur une idée ne décide rien à son sujet : le serveur le refuse.',
          'Une idée masquée est relue par une seconde personne de l’équipe, sous deux jours ouvrés. Elle confirme ou rend l’idée visible.',
        ],
      },
      {
        title: 'Ce que vous apprenez',
        paragraphs: [
          'Si l’un de vos textes est masqué, vous recevez la raison. Vous lisez encore votre texte, et votre nom y reste attaché.',
          'Si vous avez signalé un contenu qui reste visible, vous recevez une réponse. Votre signalement n’est lu que par l’équipe d’animation.',
        ],
      },
      {
        title: 'Ce qui est gardé',
        paragraphs: [
          'Chaque décision est écrite dans un journal qui ne fait que s’allonger, avec sa raison. Une annulation s’y ajoute ; elle n’efface rien.',
        ],
      },
    ],
  },
  {
    title: 'Moderation policy',
    now: 'What is hidden, by whom, and how each person is heard.',
    sections: [
      {
        title: 'What is hidden',
        paragraphs: [
          'Personal data of somebody else, insults, and what has nothing to do with the question of the challenge.',
          'Criticism is never a motive. Nothing is read before it is published.',
        ],
      },
      {
        title: 'Who decides',
        paragraphs: [
          'The facilitation team of the challenge. Whoever is author, co-author or rebounded on an idea decides nothing about it: the server refuses.',
          'A hidden idea is read again by a second person of the team, within two working days, who confirms or shows it again.',
        ],
      },
      {
        title: 'What you learn',
        paragraphs: [
          'If a text of yours is hidden, you receive the reason. You still read your text, and your name stays attached to it.',
          'If you reported something that stays visible, you receive an answer. Your report is read by the facilitation team alone.',
        ],
      },
      {
        title: 'What is kept',
        paragraphs: [
          'Every decision is written with its reason in a log that only grows. Undoing is added to it and erases nothing.',
        ],
      },
    ],
  },
);
