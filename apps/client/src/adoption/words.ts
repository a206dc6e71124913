/** What adoption says: the desk, the signed page, the author's answer, the block on the idea. */
import { enFormats as en, frFormats as fr } from '../platform/formats.ts';
import { capitalised, ofName, withArticle } from '../platform/french.ts';
import { catalogue } from '../platform/i18n.ts';

const frHalfDays = { one: 'demi-journée', other: 'demi-journées' };
const enHalfDays = { one: 'half-day', other: 'half-days' };

export const words = catalogue(
  {
    desk: 'Les idées qui attendent une direction',
    deskFor: (names: readonly string[]) => `Vous répondez pour ${fr.list(names.map(withArticle))}.`,
    deskNobody: 'Ce bureau est celui des personnes qui répondent pour une direction.',
    deskNobodyWhat:
      "Votre compte ne répond pour aucune direction. Si vous devriez le pouvoir, l'équipe d'animation vous en donne le rôle.",
    waiting: (count: number) => `Elles attendent une réponse (${fr.count(count)})`,
    waitingNone: "Aucune idée n'attend votre réponse",
    waitingNoneWhat:
      "Les idées retenues paraîtront ici, avec la raison de ce choix, dès que l'équipe d'animation publie les résultats.",
    adopted: (count: number) => `Adoptées (${fr.count(count)})`,
    declined: (count: number) => `Déclinées par votre direction (${fr.count(count)})`,
    reason: 'Pourquoi elle est retenue',
    declinedBy: (names: string) => `A déjà décliné : ${names}`,
    dueLine: (day: string, count: string) => `Ce qui a changé est à dire le ${day} (${count})`,
    lateLine: (day: string, count: string) => `La date du ${day} est passée, depuis ${count}`,
    steps: {
      to_start: 'À commencer',
      under_way: 'En cours',
      to_confirm: 'Réalisée, à confirmer par son auteur ou son autrice',
      hearing: 'On propose d’y renoncer : les personnes concernées sont entendues',
      delivered: 'Réalisée',
      abandoned: 'Abandonnée',
    },
    gaveUpBy: (names: string) => `Y a renoncé : ${names}`,
    countLate: (count: number) => `${fr.count(count)} en retard`,
    countDelivered: (count: number) => fr.counted(count, { one: 'réalisée', other: 'réalisées' }),
    countAbandoned: (count: number) => fr.counted(count, { one: 'abandonnée', other: 'abandonnées' }),
    outOf: (parts: string, all: number) => `${capitalised(parts)}, sur ${fr.count(all)}.`,
    pilotedBy: (name: string) => `Pilote : ${name}`,
    readAndAnswer: 'Lire et répondre',

    adoptTitle: (title: string) => `Adopter « ${title} »`,
    adoptedTitle: (title: string) => `« ${title} » est adoptée`,
    kicker: 'Engagement d’une direction',
    theIdea: "L'idée",
    readText: 'Relire le texte scellé',
    readReason: 'Relire la raison du choix',
    promiseTitle: 'Ce que votre direction promet',
    promiseLead: 'En adoptant, votre direction s’engage à :',
    promiseAnswer: 'répondre aux questions ;',
    promisePilot: 'nommer un ou une pilote ;',
    promiseAssociate: (names: string) => `associer ${names} ;`,
    promiseSay: 'dire dans 90 jours ce qui a changé.',
    promiseField: 'Votre promesse, en quelques phrases',
    promiseHint:
      'Ce que vous allez essayer, où, et à quoi on verra que cela a changé. Tout le monde la lira.',
    directorate: 'Direction qui s’engage',
    pilotField: 'Pilote',
    pilotHint: 'La personne de votre direction qui mène la mise en œuvre. Commencez à écrire un nom.',
    nobodyFound: 'Personne de ce nom. Essayez le nom de famille, ou la direction.',
    found: (count: number) =>
      `${fr.counted(count, { one: 'personne', other: 'personnes' })} à choisir avec les flèches`,
    milestoneField: 'Premier jalon',
    milestoneHint: 'La première chose que l’on pourra voir.',
    milestoneDate: 'Date du premier jalon',
    milestoneDateHint: (day: string) => `Au plus tard le ${day}.`,
    halfDaysField: 'Demi-journées données à l’auteur ou à l’autrice',
    halfDaysHint: 'Du temps de travail sur ces 90 jours, pour porter l’idée ou y contribuer.',

    peopleTitle: 'Les noms qui restent',
    originators: 'À l’origine de l’idée',
    coauthors: 'Ont coécrit',
    rebounders: 'Ont rebondi',
    sponsor: 'S’engage pour la direction',
    pilot: 'Pilote',
    carrier: 'Porte le projet',
    nobodyYet: 'à nommer ci-dessous',
    datesTitle: 'Les dates',
    adoptionDate: 'Adoption',
    todayIf: (day: string) => `${day}, si vous adoptez aujourd’hui`,
    milestoneDue: 'Premier jalon',
    dueDate: 'Dire ce qui a changé',
    movedFrom: (day: string) => `(d’abord ${day} : le défi a été suspendu)`,
    days: (count: number) => fr.counted(count, { one: 'jour', other: 'jours' }),
    ninety: '90 jours après l’adoption',
    answerDate: 'Réponse de l’auteur ou de l’autrice',
    answerHint: (names: string) =>
      `${names} dit d’ici là quelle part prendre. Ne pas répondre n’est pas refuser.`,
    answerUntil: (day: string) => `d’ici au ${day}`,

    fixedTitle: 'Ce qui ne change plus',
    fixedNames: 'Les noms des auteurs ne peuvent pas être modifiés.',
    fixedText:
      'Le texte scellé à la fermeture du défi reste lisible tel quel. Votre direction travaille à côté, dans ses propres documents.',
    fixedOnce:
      'L’adoption ne s’annule pas ici. Elle est inscrite au registre des crédits, et tout le monde en est averti.',

    recapTitle: 'Votre engagement',
    recap: ({ directorate, title, pilot, milestone, dueOn, halfDays }: Recap) =>
      `${capitalised(withArticle(directorate))} adopte « ${title} ». ${pilot} la pilote. Premier jalon : ${milestone}, le ${dueOn}. Temps donné : ${fr.counted(halfDays, frHalfDays)}.`,
    recapIncomplete: 'Il manque encore :',
    missing: {
      directorate: 'la direction qui s’engage',
      pilot: 'le ou la pilote',
      promise: 'la promesse',
      milestone: 'le premier jalon',
      dueOn: 'une date de jalon entre aujourd’hui et la fin des 90 jours',
      halfDays: 'un nombre de demi-journées, de 0 à 120',
    },
    fieldMissing: {
      directorate: 'Choisissez la direction qui s’engage.',
      pilot: 'Choisissez une personne de la liste.',
      promise: 'Écrivez votre promesse : une phrase suffit.',
      milestone: 'Nommez ce que l’on pourra voir en premier.',
      dueOn: 'Choisissez une date entre aujourd’hui et la fin des 90 jours.',
      halfDays: 'Indiquez un nombre entier, de 0 à 120.',
    },
    adopt: 'Adopter cette idée',
    keptHere: 'Ce que vous écrivez est gardé sur cet appareil jusqu’à l’adoption.',
    otherWasFirst: 'Une autre direction vient d’adopter cette idée.',
    otherWasFirstWhat: 'Rien n’a été changé par vous. Ce que vous aviez écrit est encore ci-dessus.',
    whatYouWrote: 'Ce que vous aviez écrit',

    declineTitle: 'Décliner, avec un motif',
    declineWhat:
      'Le motif se lit sur la page de l’idée. Si toutes les directions déclinent, l’idée revient à l’équipe d’animation ; elle garde ses noms.',
    declineField: 'Motif',
    declineHint: 'Ce qui empêche votre direction de le faire, et ce qui pourrait aider l’idée ailleurs.',
    decline: (directorate: string) => `Décliner au nom ${ofName(directorate)}`,
    declinedTitle: 'Votre réponse est enregistrée.',
    declinedWhat:
      'Votre motif se lit sur la page de l’idée. Elle garde ses noms, et attend une autre direction s’il en reste.',
    alreadyDeclined: (directorate: string) =>
      `${capitalised(withArticle(directorate))} a décliné cette idée.`,

    doneTitle: 'C’est adopté.',
    doneWhat: (names: string) =>
      `${names} reçoit votre engagement et choisit quelle part prendre. Les personnes nommées et votre pilote sont prévenues.`,
    notOpen: 'Cette idée n’est pas à adopter maintenant.',
    notOpenWhat:
      'Une idée s’adopte quand elle a été retenue, par la personne qui répond pour une direction sollicitée dans ce défi.',
    backToIdea: 'Revenir à l’idée',
    toDesk: 'Voir les idées qui attendent',

    blockAdopted: (directorate: string) => `Adoptée par ${withArticle(directorate)}`,
    blockPromise: 'La promesse',
    blockPilot: 'Pilote',
    blockDue: 'Dire ce qui a changé',
    blockMilestone: 'Premier jalon',
    blockTime: 'Temps donné',
    halfDays: (count: number) => fr.counted(count, frHalfDays),
    lockedSince: (day: string) =>
      `Crédit verrouillé le ${day}. Les noms ne peuvent plus être retirés ni déplacés.`,
    seeCommitment: 'Lire l’engagement',
    waitsForYou: 'Cette idée est retenue. Elle attend la réponse de votre direction.',
    answerAsDirectorate: 'Adopter ou décliner',
    offerWaits: (day: string) =>
      `Quelle part voulez-vous prendre ? Vous avez jusqu’au ${day} ; ne pas répondre n’est pas refuser.`,
    answerOffer: 'Répondre',
    changeAnswer: 'Changer de réponse',

    carrierTitle: 'Quelle part voulez-vous prendre ?',
    carrierLead: (directorate: string, title: string) =>
      `${capitalised(withArticle(directorate))} a adopté votre idée « ${title} ».`,
    carrierLegend: 'Votre réponse',
    carry: 'Je porte',
    carryHint: (time: string) =>
      `Vous menez l’idée jusqu’au bout, avec le ou la pilote de la direction. Temps donné : ${time}.`,
    contribute: 'Je contribue',
    contributeHint: 'Vous aidez quand on vous sollicite. Quelqu’un d’autre mène le projet.',
    informedChoice: 'Je reste au courant',
    informedHint: 'Vous recevez les étapes et les résultats, rien de plus ne vous est demandé.',
    carrierKeep: 'Quelle que soit votre réponse, votre nom reste à l’origine de l’idée.',
    carrierSilence: (day: string) =>
      `Vous pouvez répondre jusqu’au ${day}, et changer d’avis ensuite. Ne pas répondre n’est pas refuser.`,
    carrierSend: 'Enregistrer ma réponse',
    carrierSaved: 'Votre réponse est enregistrée.',
    carrierSavedWhat: (sponsor: string, pilot: string) =>
      `${sponsor} et ${pilot} en sont avertis. Vous pouvez la changer ici à tout moment.`,
    carrierChosenOn: (day: string) => `Réponse donnée le ${day}. Elle peut être changée.`,
    carrierChoose: 'Choisissez une des trois réponses.',
    carrierNotYours: 'Cette question est posée à la personne à l’origine de l’idée.',
    carrierNotYet: 'Cette idée n’est pas encore adoptée : rien n’est à répondre.',
    carrierTheirs: {
      carry: (name: string) => `${name} porte le projet.`,
      contribute: (name: string) => `${name} contribue au projet.`,
      informed: (name: string) => `${name} suit le projet.`,
      open: (name: string) =>
        `${name} n’a pas encore dit quelle part prendre. Ne pas répondre n’est pas refuser.`,
    },
  },
  {
    desk: 'Ideas that await a directorate',
    deskFor: (names) => `You answer for ${en.list(names)}.`,
    deskNobody: 'This desk is for those who answer for a directorate.',
    deskNobodyWhat:
      'Your account answers for no directorate. If it should, the facilitation team can give you the role.',
    waiting: (count) => `Awaiting an answer (${en.count(count)})`,
    waitingNone: 'No idea awaits your answer',
    waitingNoneWhat:
      'Selected ideas will appear here, with the reason for the choice, as soon as the results are published.',
    adopted: (count) => `Adopted (${en.count(count)})`,
    declined: (count) => `Declined by your directorate (${en.count(count)})`,
    reason: 'Why it is selected',
    declinedBy: (names) => `Has already declined: ${names}`,
    dueLine: (day, count) => `To say what has changed on ${day} (${count})`,
    lateLine: (day, count) => `The day of ${day} is over, for ${count}`,
    steps: {
      to_start: 'About to begin',
      under_way: 'Under way',
      to_confirm: 'Done, to be confirmed by its author',
      hearing: 'Somebody proposes to give it up: those concerned are heard',
      delivered: 'Done',
      abandoned: 'Given up',
    },
    gaveUpBy: (names) => `Gave it up: ${names}`,
    countLate: (count) => `${en.count(count)} late`,
    countDelivered: (count) => `${en.count(count)} done`,
    countAbandoned: (count) => `${en.count(count)} given up`,
    outOf: (parts, all) => `${capitalised(parts)}, out of ${en.count(all)}.`,
    pilotedBy: (name) => `Pilot: ${name}`,
    readAndAnswer: 'Read and answer',

    adoptTitle: (title) => `Adopt “${title}”`,
    adoptedTitle: (title) => `“${title}” is adopted`,
    kicker: 'A directorate’s commitment',
    theIdea: 'The idea',
    readText: 'Read the sealed text again',
    readReason: 'Read the reason for the choice again',
    promiseTitle: 'What your directorate promises',
    promiseLead: 'By adopting, your directorate commits to:',
    promiseAnswer: 'answer questions;',
    promisePilot: 'name a pilot;',
    promiseAssociate: (names) => `involve ${names};`,
    promiseSay: 'say within 90 days what has changed.',
    promiseField: 'Your promise, in a few sentences',
    promiseHint: 'What you will try, where, and how people will see a change. Everybody will read it.',
    directorate: 'Directorate that commits',
    pilotField: 'Pilot',
    pilotHint: 'Who leads the work in your directorate. Begin to type a name.',
    nobodyFound: 'Nobody of that name. Try the last name, or the directorate.',
    found: (count) =>
      `${en.counted(count, { one: 'person', other: 'people' })} to choose from with the arrow keys`,
    milestoneField: 'First milestone',
    milestoneHint: 'The first thing people will be able to see.',
    milestoneDate: 'Date of the first milestone',
    milestoneDateHint: (day) => `On ${day} at the latest.`,
    halfDaysField: 'Half-days given to the author',
    halfDaysHint: 'Working time within these 90 days, to carry the idea or contribute to it.',

    peopleTitle: 'The names that stay',
    originators: 'Had the idea',
    coauthors: 'Co-wrote',
    rebounders: 'Rebounded',
    sponsor: 'Commits for the directorate',
    pilot: 'Pilot',
    carrier: 'Carries the project',
    nobodyYet: 'to be named below',
    datesTitle: 'The dates',
    adoptionDate: 'Adoption',
    todayIf: (day) => `${day}, if you adopt today`,
    milestoneDue: 'First milestone',
    dueDate: 'Say what has changed',
    movedFrom: (day) => `(first ${day}: the challenge was paused)`,
    days: (count) => en.counted(count, { one: 'day', other: 'days' }),
    ninety: '90 days after adoption',
    answerDate: 'The author’s answer',
    answerHint: (names) => `${names} says by then which part to take. Not answering is not refusing.`,
    answerUntil: (day) => `by ${day}`,

    fixedTitle: 'What no longer changes',
    fixedNames: 'The names of the authors cannot be changed.',
    fixedText:
      'The text sealed when the challenge closed stays readable as it is. Your directorate works beside it, in documents of its own.',
    fixedOnce:
      'An adoption is not undone here. It is written in the register of credits, and everybody is told.',

    recapTitle: 'Your commitment',
    recap: ({ directorate, title, pilot, milestone, dueOn, halfDays }) =>
      `${directorate} adopts “${title}”. ${pilot} leads the work. First milestone: ${milestone}, on ${dueOn}. Time given: ${en.counted(halfDays, enHalfDays)}.`,
    recapIncomplete: 'Still missing:',
    missing: {
      directorate: 'the directorate that commits',
      pilot: 'the pilot',
      promise: 'the promise',
      milestone: 'the first milestone',
      dueOn: 'a milestone date between today and the end of the 90 days',
      halfDays: 'a number of half-days, from 0 to 120',
    },
    fieldMissing: {
      directorate: 'Choose the directorate that commits.',
      pilot: 'Choose a person from the list.',
      promise: 'Write your promise: one sentence is enough.',
      milestone: 'Name what people will see first.',
      dueOn: 'Choose a date between today and the end of the 90 days.',
      halfDays: 'Give a whole number, from 0 to 120.',
    },
    adopt: 'Adopt this idea',
    keptHere: 'What you write is kept on this device until you adopt.',
    otherWasFirst: 'Another directorate has just adopted this idea.',
    otherWasFirstWhat: 'You changed nothing. What you wrote is still above.',
    whatYouWrote: 'What you had written',

    declineTitle: 'Decline, with a reason',
    declineWhat:
      'The reason is read on the idea’s page. If every directorate declines, the idea goes back to the facilitation team; it keeps its names.',
    declineField: 'Reason',
    declineHint: 'What prevents your directorate from doing it, and what could help the idea elsewhere.',
    decline: (directorate) => `Decline on behalf of ${directorate}`,
    declinedTitle: 'Your answer is saved.',
    declinedWhat:
      'Your reason is read on the idea’s page. It keeps its names, and awaits another directorate if one is left.',
    alreadyDeclined: (directorate) => `${directorate} has declined this idea.`,

    doneTitle: 'It is adopted.',
    doneWhat: (names) =>
      `${names} receives your commitment and chooses which part to take. Those named and your pilot are told.`,
    notOpen: 'This idea is not up for adoption now.',
    notOpenWhat:
      'An idea is adopted once it has been selected, by the person who answers for a directorate asked in this challenge.',
    backToIdea: 'Back to the idea',
    toDesk: 'See the ideas that wait',

    blockAdopted: (directorate) => `Adopted by ${directorate}`,
    blockPromise: 'The promise',
    blockPilot: 'Pilot',
    blockDue: 'Say what has changed',
    blockMilestone: 'First milestone',
    blockTime: 'Time given',
    halfDays: (count) => en.counted(count, enHalfDays),
    lockedSince: (day) => `Credit locked on ${day}. Names can no longer be removed or moved.`,
    seeCommitment: 'Read the commitment',
    waitsForYou: 'This idea is selected. It awaits your directorate’s answer.',
    answerAsDirectorate: 'Adopt or decline',
    offerWaits: (day) =>
      `Which part would you like to take? You have until ${day}; not answering is not refusing.`,
    answerOffer: 'Answer',
    changeAnswer: 'Change my answer',

    carrierTitle: 'Which part would you like to take?',
    carrierLead: (directorate, title) => `${directorate} has adopted your idea “${title}”.`,
    carrierLegend: 'Your answer',
    carry: 'I carry it',
    carryHint: (time) => `You take the idea to its end, with the directorate’s pilot. Time given: ${time}.`,
    contribute: 'I contribute',
    contributeHint: 'You help when asked. Somebody else leads the project.',
    informedChoice: 'I stay informed',
    informedHint: 'You hear of the steps and the results; nothing more is asked of you.',
    carrierKeep: 'Whatever you answer, your name stays at the origin of the idea.',
    carrierSilence: (day) =>
      `You can answer until ${day}, and change your mind later. Not answering is not refusing.`,
    carrierSend: 'Save my answer',
    carrierSaved: 'Your answer is saved.',
    carrierSavedWhat: (sponsor, pilot) =>
      `${sponsor} and ${pilot} are told. You can change it here at any time.`,
    carrierChosenOn: (day) => `Answered on ${day}. It can be changed.`,
    carrierChoose: 'Choose one of the three answers.',
    carrierNotYours: 'This question is for the person who had the idea.',
    carrierNotYet: 'This idea is not adopted yet: there is nothing to answer.',
    carrierTheirs: {
      carry: (name) => `${name} carries the project.`,
      contribute: (name) => `${name} contributes to the project.`,
      informed: (name) => `${name} follows the project.`,
      open: (name) => `${name} has not yet said which part to take. Not answering is not refusing.`,
    },
  },
);

export interface Recap {
  readonly directorate: string;
  readonly title: string;
  readonly pilot: string;
  readonly milestone: string;
  readonly dueOn: string;
  readonly halfDays: number;
}
