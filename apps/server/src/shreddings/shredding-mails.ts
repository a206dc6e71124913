/** What the authors of a text that is to be destroyed are told, by mail: why, when, and what stays. */
import type { Language, ShreddingMotive } from '@butinerie/contracts';

interface Said {
  readonly title: string;
  readonly motive: ShreddingMotive;
  readonly reference: string;
  readonly day: string;
}

const MOTIVES: Readonly<Record<Language, Readonly<Record<ShreddingMotive, string>>>> = {
  fr: {
    'third-party': 'il contient des données personnelles d’une autre personne',
    unlawful: 'la loi interdit de le conserver',
    retention: 'sa durée de conservation est passée',
  },
  en: {
    'third-party': 'it holds personal data of somebody else',
    unlawful: 'the law forbids to keep it',
    retention: 'the time for which it is kept is over',
  },
};

export function noticeMail(language: Language, { title, motive, reference, day }: Said) {
  const why = MOTIVES[language][motive];
  return language === 'fr'
    ? {
        subject: `Le texte de «\u00a0${title}\u00a0» va être détruit`,
        paragraphs: [
          `La personne déléguée à la protection des données a demandé que le texte soit détruit\u00a0: ${why}. Référence «\u00a0${reference}\u00a0». Une deuxième personne l’a confirmé. Ce sera fait à partir du ${day}.`,
          'Votre nom, vos crédits, le scellé et toutes les preuves restent. Téléchargez vos reçus avant cette date\u00a0: ils contiennent votre texte et continueront de le prouver.',
          'Si vous n’êtes pas d’accord, répondez à ce message avant cette date\u00a0: la demande peut encore être annulée.',
        ],
        label: 'Voir l’idée',
      }
    : {
        subject: `The text of “${title}” is to be destroyed`,
        paragraphs: [
          `The data protection officer asked that the text be destroyed: ${why}. Reference “${reference}”. A second person confirmed it. It will be done from ${day} on.`,
          'Your name, your credits, the seal and all proofs stay. Download your receipts before that day: they hold your text and will go on proving it.',
          'If you disagree, answer this message before that day: it can still be cancelled.',
        ],
        label: 'See the idea',
      };
}

export function cancelledMail(language: Language, { title }: Pick<Said, 'title'>) {
  return language === 'fr'
    ? {
        subject: `Le texte de «\u00a0${title}\u00a0» ne sera pas détruit`,
        paragraphs: ['La demande est annulée\u00a0: rien ne change.'],
        label: 'Voir l’idée',
      }
    : {
        subject: `The text of “${title}” will not be destroyed`,
        paragraphs: ['The request is cancelled: nothing changes.'],
        label: 'See the idea',
      };
}
