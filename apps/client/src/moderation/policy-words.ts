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
          'L’équipe d’animation du défi. Une personne qui est autrice ou coautrice d’une idée, ou qui y a rebondi, ne décide rien à son sujet : le serveur le refuse. Il le refuse aussi à une personne qui a déclaré un lien (de famille, de hiérarchie, de service), qui a écrit ou signalé le message en cause, qui a joint ou signalé le fichier en cause, ou à qui ce message s’adresse. Une autre personne de l’équipe s’en occupe.',
        second:
          'Ce qui est masqué, idée ou fichier, est relu par une seconde personne de l’équipe, sous deux jours ouvrés. Elle confirme, ou rend l’idée ou le fichier visible. Passé ce délai, la demande lui est faite de nouveau ; rien ne redevient visible d’ici là.',
      },
      learning: {
        title: 'Ce que vous apprenez',
        first:
          'Si l’un de vos textes ou de vos fichiers est masqué, vous recevez la raison. Vous lisez encore votre texte, et votre nom y reste attaché.',
        second:
          'Si vous avez signalé un contenu qui reste visible, vous recevez une réponse. Votre signalement n’est lu que par l’équipe d’animation. Un texte arrivé après la fermeture est joint en annexe, ou laissé à part avec une raison ; sans décision sous 48 heures, il rejoint l’annexe. La page de l’idée vous le dit.',
      },
      kept: {
        title: 'Ce qui est gardé',
        first:
          'Chaque décision est écrite dans un journal qui ne fait que s’allonger, avec sa raison. Annuler ou rouvrir une décision s’y ajoute, et n’efface rien.',
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
          'The facilitation team of the challenge. Whoever is author or co-author of an idea, or rebounded on it, decides nothing about it: the server refuses. It also refuses whoever declared a link (of family, of hierarchy, of service), whoever wrote or reported the message or attached or reported the file in question, and whoever it addresses. Another person of the team handles it.',
        second:
          'A hidden idea or file is looked at again by a second person of the team, within two working days, who confirms or shows it again. After that time the request is made once more; it stays hidden meanwhile.',
      },
      learning: {
        title: 'What you learn',
        first:
          'If a text or a file of yours is hidden, you receive the reason. You still read your text, and your name stays attached to it.',
        second:
          'If you reported something that stays visible, you receive an answer. Your report is read by the facilitation team alone. A text that arrived after the closing is joined as an annex, or left apart with a reason; without a decision within 48 hours it joins the annex. The idea’s page tells you.',
      },
      kept: {
        title: 'What is kept',
        first:
          'Every decision is written with its reason in a log that only grows. Undoing or opening a decision again is added to it and erases nothing.',
        second: 'An act can be undone for ten seconds. The person concerned is told after them.',
      },
    },
  },
);
