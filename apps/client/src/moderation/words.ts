/** What the queue of moderation and the report dialog say. */
import type { ModerationAct, ModerationItem, ReportMotive } from '@butinerie/contracts';
import { enFormats as en, frFormats as fr } from '../platform/formats.ts';
import { catalogue } from '../platform/i18n.ts';

type Kind = ModerationItem['kind'];
type ByKind<V> = Readonly<Record<Kind, V>>;
type ByAct = Readonly<Record<ModerationAct, string>>;
type ByMotive = Readonly<Record<ReportMotive, string>>;

const kindsFr: ByKind<string> = {
  welcome: 'À accueillir',
  report: 'Signalement',
  late: 'Arrivé après la fermeture',
  question: 'Question sans réponse',
  review: 'Idée masquée à relire',
};
const kindsEn: ByKind<string> = {
  welcome: 'To welcome',
  report: 'Report',
  late: 'Arrived after the closing',
  question: 'Unanswered question',
  review: 'Hidden idea to read again',
};
const dueFr: ByKind<(moment: string) => string> = {
  welcome: (moment) => `Avant ${moment}.`,
  report: (moment) => `Avant ${moment}.`,
  late: (moment) => `Sans décision, le texte rejoint l’annexe ${moment}.`,
  question: (moment) => `Avant ${moment}.`,
  review: (moment) => `À relire avant ${moment}, par une autre personne que celle qui l’a masquée.`,
};
const dueEn: ByKind<(moment: string) => string> = {
  welcome: (moment) => `Before ${moment}.`,
  report: (moment) => `Before ${moment}.`,
  late: (moment) => `Without a decision the text joins the annex ${moment}.`,
  question: (moment) => `Before ${moment}.`,
  review: (moment) => `To be read again before ${moment}, by another person than the one who hid it.`,
};
const actsFr: ByAct = {
  welcomeIdea: 'Accueillir',
  keepContent: 'Laisser visible',
  hideIdea: 'Masquer l’idée',
  hideComment: 'Masquer le message',
  confirmHidden: 'Confirmer',
  restoreIdea: 'Rendre visible',
  restoreComment: 'Rendre visible',
  annexLate: 'Joindre en annexe',
  refuseLate: 'Refuser avec une raison',
};
const actsEn: ByAct = {
  welcomeIdea: 'Welcome',
  keepContent: 'Leave visible',
  hideIdea: 'Hide the idea',
  hideComment: 'Hide the message',
  confirmHidden: 'Confirm',
  restoreIdea: 'Show again',
  restoreComment: 'Show again',
  annexLate: 'Join as an annex',
  refuseLate: 'Refuse with a reason',
};
const doneFr: ByAct = {
  welcomeIdea: 'Idée accueillie.',
  keepContent: 'Contenu laissé visible.',
  hideIdea: 'Idée masquée.',
  hideComment: 'Message masqué.',
  confirmHidden: 'Masquage confirmé.',
  restoreIdea: 'Idée rendue visible.',
  restoreComment: 'Message rendu visible.',
  annexLate: 'Texte joint en annexe.',
  refuseLate: 'Texte refusé, et gardé.',
};
const doneEn: ByAct = {
  welcomeIdea: 'Idea welcomed.',
  keepContent: 'Content left visible.',
  hideIdea: 'Idea hidden.',
  hideComment: 'Message hidden.',
  confirmHidden: 'Hiding confirmed.',
  restoreIdea: 'Idea visible again.',
  restoreComment: 'Message visible again.',
  annexLate: 'Text joined as an annex.',
  refuseLate: 'Text refused, and kept.',
};
const motivesFr: ByMotive = {
  'personal-data': 'Données personnelles de quelqu’un',
  insult: 'Insulte ou menace',
  'off-topic': 'Sans rapport avec la question',
  other: 'Autre chose',
};
const motivesEn: ByMotive = {
  'personal-data': 'Personal data of somebody',
  insult: 'Insult or threat',
  'off-topic': 'Nothing to do with the question',
  other: 'Something else',
};

export const words = catalogue(
  {
    title: 'Ce qui vous attend',
    waiting: (n: number) =>
      n === 0
        ? 'Rien n’attend.'
        : `${fr.counted(n, { one: 'chose attend', other: 'choses attendent' })} l’équipe.`,
    back: 'Voir le défi',
    none: 'Tout est à jour',
    noneWhat:
      'Une idée nouvelle, un signalement, un texte arrivé tard ou une question sans réponse paraîtra ici.',
    kinds: kindsFr,
    due: dueFr,
    acts: actsFr,
    done: doneFr,
    motives: motivesFr,
    untitled: 'Sans titre',
    quoted: (title: string) => `« ${title} »`,
    linked: 'Vous avez un lien avec cette idée : une autre personne de l’équipe s’en occupe.',
    reason: 'Votre raison',
    reasonHint: 'La personne concernée la lit, dix secondes après votre décision.',
    reasonMissing: 'Écrivez une raison que la personne puisse comprendre.',
    notUndone: 'Trop tard pour annuler : la personne est prévenue.',
    history: 'Ce qui a été fait',
    historyWhat: 'Le journal ne fait que s’allonger : une annulation s’y ajoute, sans rien effacer.',
    undone: 'annulé',
    policyLink: 'Lire les règles de modération',
    report: 'Signaler',
    reportComment: 'Signaler ce message',
    reportTitle: 'Signaler un contenu',
    reportWhat: 'Seule l’équipe d’animation lit votre signalement. Rien n’est masqué automatiquement.',
    reportWhy: 'Pourquoi ?',
    reportMissing: 'Choisissez un motif.',
    reportWords: 'Une précision',
    reportSend: 'Envoyer le signalement',
    reportNo: 'Ne rien signaler',
    reported: 'Merci. L’équipe d’animation lit votre signalement et vous répond.',
  },
  {
    title: 'What awaits you',
    waiting: (n) =>
      n === 0 ? 'Nothing waits.' : `${en.counted(n, { one: 'thing waits', other: 'things wait' })}.`,
    back: 'See the challenge',
    none: 'Everything is up to date',
    noneWhat: 'A new idea, a report, a late text or an unanswered question will appear here.',
    kinds: kindsEn,
    due: dueEn,
    acts: actsEn,
    done: doneEn,
    motives: motivesEn,
    untitled: 'Untitled',
    quoted: (title) => `“${title}”`,
    linked: 'You have a link with this idea: another person of the team handles it.',
    reason: 'Your reason',
    reasonHint: 'The person concerned reads it, ten seconds after your decision.',
    reasonMissing: 'Write a reason that the person can understand.',
    notUndone: 'Too late to undo: the person has been told.',
    history: 'What was done',
    historyWhat: 'The log only grows: undoing is added to it and erases nothing.',
    undone: 'undone',
    policyLink: 'Read the moderation policy',
    report: 'Report',
    reportComment: 'Report this message',
    reportTitle: 'Report something',
    reportWhat: 'The facilitation team alone reads your report. Nothing is hidden automatically.',
    reportWhy: 'Why?',
    reportMissing: 'Choose a motive.',
    reportWords: 'More words',
    reportSend: 'Send the report',
    reportNo: 'Report nothing',
    reported: 'Thank you. The facilitation team reads your report and answers you.',
  },
);
