/** What the choosing says. */
import { enFormats as en, frFormats as fr } from '../platform/formats.ts';
import { catalogue } from '../platform/i18n.ts';

/** « 2 soutiens · 1 rebond »: what there is, and nothing of what there is not. */
const someOf = (...counts: readonly (readonly [number, string])[]): string =>
  counts
    .filter(([count]) => count > 0)
    .map(([, said]) => said)
    .join(' · ');

const frSupports = { one: 'soutien', other: 'soutiens' };
const frRebounds = { one: 'rebond', other: 'rebonds' };
const enSupports = { one: 'support', other: 'supports' };
const enRebounds = { one: 'rebound', other: 'rebounds' };
const frIdeas = { one: 'idée', other: 'idées' };
const enIdeas = { one: 'idea', other: 'ideas' };

export const words = catalogue(
  {
    boardTitle: 'Répondre à chaque idée',
    progress: (answered: number, all: number) =>
      `${fr.count(answered)} sur ${fr.counted(all, frIdeas)} ont leur réponse. Rien n’est public avant la confirmation d’une deuxième personne.`,
    dueBy: (moment: string) => `Réponses attendues avant le ${moment}.`,
    noIdea: 'Aucune idée à laquelle répondre',
    noIdeaWhat: 'Personne n’a publié d’idée dans ce défi, ou toutes ont été retirées.',
    notYet: 'Les réponses ne peuvent pas encore s’écrire',
    notYetWhat:
      'Les textes se scellent dans les minutes qui suivent la fermeture. Cette page changera d’elle-même.',
    begin: 'Commencer par la première',
    goOn: 'Reprendre',

    missing: (n: number) => `Il manque ${fr.counted(n, { one: 'réponse', other: 'réponses' })}`,
    missingWhat: 'Les résultats se proposent quand chaque idée a la sienne.',
    allAnswered: 'Chaque idée a sa réponse',
    wouldBe: (selected: number, all: number) =>
      `${fr.counted(selected, { one: 'idée retenue', other: 'idées retenues' })} sur ${fr.count(all)}.`,
    propose: 'Proposer les résultats',
    proposeWhat: 'Une deuxième personne de l’équipe relit tout et confirme. Rien ne paraît avant.',
    proposed: 'Les résultats sont proposés.',
    proposedByMe: 'Vous avez proposé les résultats',
    proposedBy: (name: string) => `${name} a proposé les résultats`,
    proposedOn: (moment: string) => `Proposés le ${moment}. Changer une réponse retire la proposition.`,
    secondConfirms: 'Une deuxième personne confirme',
    secondAre: (names: string) => `${names} peut confirmer.`,
    secondAreSeveral: (names: string) => `${names} peuvent confirmer.`,
    secondNobody: 'Vous animez ce défi sans deuxième personne : il en faut une pour publier.',
    addSecond: 'Donner le rôle à quelqu’un',
    confirm: 'Confirmer et publier',
    confirmWhat: 'Relisez les réponses ci-dessous. Vous êtes la deuxième personne.',
    confirmAsk: 'Publier les résultats ?',
    confirmFollows: (selected: number, all: number) =>
      `${fr.counted(selected, { one: 'idée retenue', other: 'idées retenues' })} sur ${fr.count(all)}. Chaque réponse devient publique avec sa raison, toutes au même instant.`,
    confirmTold:
      'Les autrices et auteurs reçoivent leur réponse ; les directions qui répondent reçoivent les idées retenues.',
    confirmFixed: 'Une réponse publiée ne se change plus.',
    confirmYes: 'Oui, publier',
    confirmNo: 'Relire encore',
    published: 'Les résultats sont publiés.',

    unanswered: 'Sans réponse',
    answered: 'Avec une réponse',
    typedHere: 'Commencée sur cet appareil',
    linkedTag: 'Lien avec cette idée',
    counts: (supports: number, rebounds: number) =>
      someOf([supports, fr.counted(supports, frSupports)], [rebounds, fr.counted(rebounds, frRebounds)]),

    outcome: {
      selected: 'Retenue',
      not_selected: 'Non retenue cette fois',
      out_of_scope: 'Hors du sujet du défi',
    },
    outcomeHint: {
      selected: 'Elle est proposée aux directions qui répondent.',
      not_selected: 'Elle garde ses noms et peut être reprise dans un autre défi.',
      out_of_scope: 'Elle ne répond pas à la question posée.',
    },
    motive: {
      already_running: 'Déjà en cours ailleurs',
      over_90_days: 'Ne tient pas en 90 jours',
      cost: 'Coûte trop pour ce qu’elle apporte',
      uncertain_effect: 'Effet trop incertain',
      to_rework: 'À retravailler',
      other: 'Autre motif',
    },

    backToBoard: 'Toutes les idées',
    answeredOf: (answered: number, all: number) =>
      `${fr.count(answered)} sur ${fr.count(all)} ont leur réponse`,
    yourAnswer: 'Que répondez-vous ?',
    chooseOutcome: 'Choisissez une des trois réponses.',
    motiveLabel: 'Le motif',
    chooseMotive: 'Choisissez un motif.',
    reason: 'La raison',
    reasonHint: {
      selected: 'Ce qui vous a convaincus, et ce que vous en attendez.',
      not_selected: 'Ce que la personne doit comprendre, et ce qu’elle peut en faire. Elle le lira.',
      out_of_scope: 'Où cette idée aurait sa place. La personne le lira.',
    },
    reasonHintFirst: 'La personne qui a eu l’idée la lira.',
    reasonShort: (minimum: number) => `Écrivez au moins ${fr.count(minimum)} signes. Votre texte est gardé.`,
    save: 'Enregistrer la réponse',
    saveAndNext: 'Enregistrer et passer à la suivante',
    savedToast: 'Réponse enregistrée.',
    lastToast: 'Réponse enregistrée. C’était la dernière qui vous attendait.',
    keptHere: 'Gardée sur cet appareil, pas encore enregistrée.',
    savedBy: (name: string, moment: string) => `Enregistrée par ${name}, le ${moment}.`,
    drop: 'Revenir à la réponse enregistrée',
    takesBack: 'Les résultats sont proposés. Enregistrer une autre réponse retire la proposition.',

    overtaken: (name: string) => `${name} a répondu à cette idée pendant que vous écriviez`,
    overtakenWhat: 'Votre texte est intact. Voici sa réponse :',
    keepMine: 'Remplacer par la mienne',
    takeTheirs: 'Garder la sienne',
    chooseFirst: 'Choisissez d’abord laquelle des deux réponses garder, plus haut.',
    overtakenNone: 'Cette réponse a été retirée pendant que vous écriviez. Votre texte est intact.',

    linked: 'Vous avez un lien avec cette idée',
    linkedWhat:
      'Vous l’avez proposée, coécrite, ou vous y avez rebondi. Une autre personne de l’équipe y répond, et c’est tout.',
    previous: 'Idée précédente',
    next: 'Idée suivante',
    noSuchIdea: 'Cette idée n’attend pas de réponse',
    noSuchIdeaWhat: 'Elle a peut-être été retirée par la personne qui l’a eue.',

    resultsTitle: 'Les réponses sont publiées',
    results: (selected: number, all: number) =>
      `${fr.counted(selected, { one: 'idée retenue', other: 'idées retenues' })} sur ${fr.count(all)}.`,
    publishedBy: (proposer: string, confirmer: string, moment: string) =>
      `Proposées par ${proposer}, confirmées par ${confirmer}, le ${moment}.`,
    seeChallenge: 'Voir la page du défi',
    motiveSaid: (motive: string) => `Motif : ${motive}.`,
  },
  {
    boardTitle: 'Answer every idea',
    progress: (answered, all) =>
      `${en.count(answered)} of ${en.counted(all, enIdeas)} have their answer. Nothing is public before a second person confirms.`,
    dueBy: (moment) => `Answers are due before ${moment}.`,
    noIdea: 'No idea to answer',
    noIdeaWhat: 'Nobody published an idea in this challenge, or all were withdrawn.',
    notYet: 'Answers cannot be written yet',
    notYetWhat: 'Texts are sealed within minutes of closing. This page will change by itself.',
    begin: 'Begin with the first one',
    goOn: 'Go on',

    missing: (n) => `${en.counted(n, { one: 'answer is', other: 'answers are' })} missing`,
    missingWhat: 'Results are proposed once every idea has its answer.',
    allAnswered: 'Every idea has its answer',
    wouldBe: (selected, all) => `${en.counted(selected, enIdeas)} selected of ${en.count(all)}.`,
    propose: 'Propose the results',
    proposeWhat: 'A second person of the team reads everything again and confirms. Nothing is public before.',
    proposed: 'The results are proposed.',
    proposedByMe: 'You proposed the results',
    proposedBy: (name) => `${name} proposed the results`,
    proposedOn: (moment) => `Proposed on ${moment}. Changing an answer takes the proposal back.`,
    secondConfirms: 'A second person confirms',
    secondAre: (names) => `${names} can confirm.`,
    secondAreSeveral: (names) => `${names} can confirm.`,
    secondNobody: 'You run this challenge without a second person: publishing needs one.',
    addSecond: 'Give somebody the role',
    confirm: 'Confirm and publish',
    confirmWhat: 'Read the answers below again. You are the second person.',
    confirmAsk: 'Publish the results?',
    confirmFollows: (selected, all) =>
      `${en.counted(selected, enIdeas)} selected of ${en.count(all)}. Every answer becomes public with its reason, all at the same instant.`,
    confirmTold: 'Authors receive their answer; the directorates that answer receive the selected ideas.',
    confirmFixed: 'A published answer does not change any more.',
    confirmYes: 'Yes, publish',
    confirmNo: 'Read again',
    published: 'The results are published.',

    unanswered: 'Without an answer',
    answered: 'With an answer',
    typedHere: 'Begun on this device',
    linkedTag: 'Link with this idea',
    counts: (supports, rebounds) =>
      someOf([supports, en.counted(supports, enSupports)], [rebounds, en.counted(rebounds, enRebounds)]),

    outcome: {
      selected: 'Selected',
      not_selected: 'Not selected this time',
      out_of_scope: 'Outside the challenge',
    },
    outcomeHint: {
      selected: 'It goes to the directorates that answer.',
      not_selected: 'It keeps its names and can be taken up in another challenge.',
      out_of_scope: 'It does not answer the question.',
    },
    motive: {
      already_running: 'Already under way elsewhere',
      over_90_days: 'Does not fit in 90 days',
      cost: 'Costs too much for what it brings',
      uncertain_effect: 'Effect too uncertain',
      to_rework: 'To be reworked',
      other: 'Another reason',
    },

    backToBoard: 'All ideas',
    answeredOf: (answered, all) => `${en.count(answered)} of ${en.count(all)} have their answer`,
    yourAnswer: 'What do you answer?',
    chooseOutcome: 'Choose one of the three answers.',
    motiveLabel: 'Why not',
    chooseMotive: 'Choose a reason from the list.',
    reason: 'The reason',
    reasonHint: {
      selected: 'What convinced you, and what you expect of it.',
      not_selected: 'What the person should understand, and what to do with it. They will read it.',
      out_of_scope: 'Where this idea would have its place. The person will read it.',
    },
    reasonHintFirst: 'Whoever had the idea will read it.',
    reasonShort: (minimum) => `Write at least ${en.count(minimum)} characters. Your text is kept.`,
    save: 'Save the answer',
    saveAndNext: 'Save and go to the next one',
    savedToast: 'Answer saved.',
    lastToast: 'Answer saved. It was the last one waiting for you.',
    keptHere: 'Kept on this device, not saved yet.',
    savedBy: (name, moment) => `Saved by ${name} on ${moment}.`,
    drop: 'Back to the saved answer',
    takesBack: 'The results are proposed. Saving another answer takes the proposal back.',

    overtaken: (name) => `${name} answered this idea while you were writing`,
    overtakenWhat: 'Your text is intact. Here is their answer:',
    keepMine: 'Replace it with mine',
    takeTheirs: 'Keep theirs',
    chooseFirst: 'First choose above which of the two answers to keep.',
    overtakenNone: 'This answer was taken away while you were writing. Your text is intact.',

    linked: 'You have a link with this idea',
    linkedWhat:
      'You proposed it, co-wrote it, or rebounded on it. Somebody else of the team answers it, and that is all.',
    previous: 'Previous idea',
    next: 'Next idea',
    noSuchIdea: 'This idea awaits no answer',
    noSuchIdeaWhat: 'It may have been withdrawn by whoever had it.',

    resultsTitle: 'The answers are published',
    results: (selected, all) => `${en.counted(selected, enIdeas)} selected of ${en.count(all)}.`,
    publishedBy: (proposer, confirmer, moment) =>
      `Proposed by ${proposer}, confirmed by ${confirmer} on ${moment}.`,
    seeChallenge: 'See the page of the challenge',
    motiveSaid: (motive) => `Reason: ${motive}.`,
  },
);
