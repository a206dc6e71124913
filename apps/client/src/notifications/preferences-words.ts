/** What the page of mail preferences and the follow button say. */
import { catalogue } from '../platform/i18n.ts';

export const words = catalogue(
  {
    title: 'Vos courriels',
    now: 'Un message par jour au plus, cinq par semaine, jamais le soir ni le week-end. Tout se lit aussi dans vos avis.',
    back: 'Voir mes avis',
    topics: {
      conversation: 'Rebonds, commentaires et réponses',
      followed: 'Les idées, les notes et les défis que je suis',
      reminders: 'Rappels avant une échéance',
      receipts: 'Mes reçus du registre des crédits',
    },
    rhythms: {
      daily: 'Dans le message du jour',
      weekly: 'Une fois par semaine, le lundi matin',
      never: 'Jamais par courriel',
    },
    alwaysTitle: 'Ce qui arrive toujours',
    always:
      'La réponse à votre idée, votre crédit, la fermeture, un changement de date et ce que votre rôle attend de vous : cela ne se désactive pas, et reste groupé une fois par jour.',
    kept: 'C’est noté.',
    link: 'Choisir mes courriels',
    follow: 'Suivre',
    followed: 'Suivi',
    followsIdea: 'Vous serez averti ou avertie de ce qui change sur cette idée.',
    followsNote: 'Vous serez averti ou avertie de ce qui s’y écrit et de ce qu’elle devient.',
    followsChallenge: 'Vous recevrez un rappel trois jours, un jour et deux heures avant la fermeture.',
    unfollowed: 'Vous ne suivez plus.',
  },
  {
    title: 'Your e-mails',
    now: 'One message a day at most, five a week, never in the evening or at the week-end. Everything is among your notices too.',
    back: 'See my notices',
    topics: {
      conversation: 'Rebounds, comments and answers',
      followed: 'Ideas, notes and challenges that I follow',
      reminders: 'Reminders before a deadline',
      receipts: 'My receipts from the register of credits',
    },
    rhythms: {
      daily: 'In the message of the day',
      weekly: 'Once a week, on Monday morning',
      never: 'Never by e-mail',
    },
    alwaysTitle: 'What always comes',
    always:
      'The answer to your idea, your credit, the closing, a date that changes and what your role is asked for: these cannot be switched off, and stay grouped once a day.',
    kept: 'Noted.',
    link: 'Choose my e-mails',
    follow: 'Follow',
    followed: 'Followed',
    followsIdea: 'You will hear of what changes on this idea.',
    followsNote: 'You will hear of what is written there and of what becomes of it.',
    followsChallenge: 'You will be reminded three days, one day and two hours before the closing.',
    unfollowed: 'You do not follow any more.',
  },
);
