/** What is said of the ninety days of an adopted idea: where it stands, what may be done, what was done and said. */
import type { DeliveryEventType, DeliveryPart, DeliveryStep } from '@butinerie/contracts';
import { enFormats as en, frFormats as fr } from '../platform/formats.ts';
import { catalogue } from '../platform/i18n.ts';

const frDays = { one: 'jour', other: 'jours' };
const enDays = { one: 'day', other: 'days' };

const stepsFr: Readonly<Record<DeliveryStep, string>> = {
  to_start: 'La mise en œuvre est à commencer',
  under_way: 'La mise en œuvre est en cours',
  to_confirm: 'Réalisée, dit la personne qui pilote',
  hearing: 'On propose d’y renoncer',
  delivered: 'Réalisée',
  abandoned: 'Abandonnée',
};
const stepsEn: Readonly<Record<DeliveryStep, string>> = {
  to_start: 'The work is about to begin',
  under_way: 'The work is under way',
  to_confirm: 'Done, says whoever leads it',
  hearing: 'Somebody proposes to give it up',
  delivered: 'Done',
  abandoned: 'Given up',
};

const partsFr: Readonly<Record<DeliveryPart, string>> = {
  pilot: 'pilote',
  sponsor: 'pour la direction',
  author: 'à l’origine de l’idée',
  carrier: 'qui porte le projet',
  moderator: 'équipe d’animation',
};
const partsEn: Readonly<Record<DeliveryPart, string>> = {
  pilot: 'leading the work',
  sponsor: 'for the directorate',
  author: 'who had the idea',
  carrier: 'carrying the project',
  moderator: 'facilitation team',
};

type Happened = Readonly<Record<DeliveryEventType, (who: string, until: string) => string>>;
const eventsFr: Happened = {
  started: (who) => `${who} commence la mise en œuvre.`,
  started_unmeasured: (who) => `${who} commence la mise en œuvre, sans mesure.`,
  delivered_proposed: (who) => `${who} dit que l’idée est réalisée.`,
  delivered_refused: (who) => `${who} dit ce qui manque.`,
  delivered: (who) => `${who} confirme que l’idée est réalisée.`,
  abandonment_proposed: (who) => `${who} propose de renoncer à l’idée.`,
  abandonment_dropped: (who) => `${who} poursuit la mise en œuvre.`,
  abandonment_answered: (who) => `${who} répond.`,
  abandoned: () => 'L’idée est abandonnée, les personnes concernées ayant été entendues.',
  offered_again: (who) => `${who} propose de nouveau l’idée aux autres directions.`,
  carried_on: (who, until) => `${who} porte l’idée et dira ce qui a changé au plus tard le ${until}.`,
  term_moved: (_who, until) => `Le défi était suspendu : la réponse est attendue jusqu’au ${until}.`,
};
const eventsEn: Happened = {
  started: (who) => `${who} begins the work.`,
  started_unmeasured: (who) => `${who} begins the work, without measuring.`,
  delivered_proposed: (who) => `${who} says that the idea is done.`,
  delivered_refused: (who) => `${who} says what lacks.`,
  delivered: (who) => `${who} confirms that the idea is done.`,
  abandonment_proposed: (who) => `${who} proposes to give the idea up.`,
  abandonment_dropped: (who) => `${who} goes on with the work.`,
  abandonment_answered: (who) => `${who} answers.`,
  abandoned: () => 'The idea is given up, once those concerned were heard.',
  offered_again: (who) => `${who} offers the idea to the other directorates again.`,
  carried_on: (who, until) => `${who} carries the idea and will tell what has changed by ${until}.`,
  term_moved: (_who, until) => `The challenge was paused: the answer is awaited until ${until}.`,
};

export const words = catalogue(
  {
    steps: stepsFr,
    parts: partsFr,
    events: eventsFr,
    given: 'Rendue par sa direction',
    due: (day: string, left: number) =>
      left === 0
        ? `Ce qui a changé est à dire aujourd’hui, ${day}.`
        : `Ce qui a changé est à dire le ${day} : encore ${fr.counted(left, frDays)}.`,
    late: (day: string) => `La date du ${day} est passée`,
    lateBy: (days: number) => `Depuis ${fr.counted(days, frDays)}. Que se passe-t-il ?`,
    unmeasured:
      'Commencée sans mesure : ce qu’elle change peut être mesuré ensuite, mais jamais comparé à avant ni additionné.',
    confirmBy: (names: string, day: string) =>
      `La balle est chez ${names} : confirmer, ou dire ce qui manque, jusqu’au ${day}. Sans réponse, l’équipe d’animation le fait.`,
    hearingBy: (day: string) =>
      `Les auteurs, les autrices et l’équipe d’animation sont entendus jusqu’au ${day}. L’idée est ensuite abandonnée, sauf si la direction poursuit. Les noms restent.`,
    abandonedWhat:
      'Son auteur ou son autrice peut répondre, la proposer aux autres directions, ou la porter. Les noms restent.',

    start: 'Commencer, avec un indicateur',
    startUnmeasured: 'Commencer sans mesure',
    startWhat:
      'Vous pilotez cette idée. Commencer fixe l’indicateur et son point de départ. Commencer sans mesure se dit sur la page : on saura ce qui a été fait, pas de combien cela a changé. Les 90 jours courent depuis l’adoption.',
    propose: 'Dire que c’est réalisé',
    proposeField: 'Ce qui a été fait',
    proposeHint: 'En quelques phrases : quoi, où, depuis quand. Tout le monde le lira.',
    linkField: 'Une page qui le montre',
    linkHint: 'Une adresse qui commence par https://',
    linkWrong: 'Cette adresse ne commence pas par https:// ou n’est pas entière.',
    confirm: 'Confirmer : c’est réalisé',
    refuse: 'Dire ce qui manque',
    refuseField: 'Ce qui manque, s’il manque quelque chose',
    refuseMissing: 'Écrivez ce qui manque : une phrase suffit.',
    abandonTitle: 'Renoncer à cette idée',
    abandonWhat:
      'Votre raison est lue par tout le monde. Les auteurs, les autrices et l’équipe d’animation ont cinq jours ouvrés pour répondre ; vous pouvez poursuivre jusque-là.',
    abandonField: 'Pourquoi y renoncer',
    abandon: 'Proposer d’y renoncer',
    keep: 'Poursuivre la mise en œuvre',
    answerField: 'Votre réponse',
    answerHint: 'Tout le monde la lira, à côté de la raison donnée.',
    answer: 'Répondre',
    textMissing: 'Écrivez quelques mots d’abord.',
    offer: 'La proposer aux autres directions',
    offerWhat:
      'Elle redevient une idée retenue ; les directions du défi qui n’ont rien dit en sont averties.',
    carry: 'La porter moi-même',
    carryWhat: 'Vous la pilotez, avec 90 jours à partir d’aujourd’hui.',
    done: 'C’est enregistré. Les personnes concernées en sont averties.',
    history: (count: number) =>
      `Ce qui a été fait et dit (${fr.counted(count, { one: 'acte', other: 'actes' })})`,
    link: 'Voir la page qui le montre',
    somebody: 'Quelqu’un',
  },
  {
    steps: stepsEn,
    parts: partsEn,
    events: eventsEn,
    given: 'Given back by its directorate',
    due: (day, left) =>
      left === 0
        ? `What has changed is to be told today, ${day}.`
        : `What has changed is to be told on ${day}: ${en.counted(left, enDays)} left.`,
    late: (day) => `The day of ${day} is over`,
    lateBy: (days) => `For ${en.counted(days, enDays)}. What is happening?`,
    unmeasured:
      'Begun without measuring: what it changes may be measured later, but never compared with before nor added up.',
    confirmBy: (names, day) =>
      `The ball is with ${names}: confirm, or say what lacks, until ${day}. Without an answer, the facilitation team does.`,
    hearingBy: (day) =>
      `Its authors and the facilitation team are heard until ${day}. The idea is then given up, unless the directorate goes on. The names stay.`,
    abandonedWhat:
      'Its author may answer, offer it to the other directorates, or carry it herself. The names stay.',

    start: 'Begin, with an indicator',
    startUnmeasured: 'Begin without measuring',
    startWhat:
      'You lead the work on this idea. Beginning fixes the indicator and its starting point. Beginning without measuring is said on the page: people will know what was done, not how much it changed. The 90 days run from adoption.',
    propose: 'Say that it is done',
    proposeField: 'What was done',
    proposeHint: 'In a few sentences: what, where, since when. Everybody will read it.',
    linkField: 'A page that shows it',
    linkHint: 'An address that begins with https://',
    linkWrong: 'This address does not begin with https:// or is not whole.',
    confirm: 'Confirm: it is done',
    refuse: 'Say what lacks',
    refuseField: 'What lacks, if something does',
    refuseMissing: 'Write what lacks: one sentence will do.',
    abandonTitle: 'Give this idea up',
    abandonWhat:
      'Your reason is read by everybody. Its authors and the facilitation team have five working days to answer; you may go on until then.',
    abandonField: 'Why give it up',
    abandon: 'Propose to give it up',
    keep: 'Go on with the work',
    answerField: 'Your answer',
    answerHint: 'Everybody will read it, beside the reason that was given.',
    answer: 'Answer',
    textMissing: 'Write a few words first.',
    offer: 'Offer it to the other directorates',
    offerWhat: 'It is a selected idea again; the directorates of the challenge that said nothing are told.',
    carry: 'Carry it myself',
    carryWhat: 'You lead it, with 90 days from today.',
    done: 'Saved. Those concerned are told.',
    history: (count) => `What was done and said (${en.counted(count, { one: 'act', other: 'acts' })})`,
    link: 'See the page that shows it',
    somebody: 'Somebody',
  },
);
