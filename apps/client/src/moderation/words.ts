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
  duplicate: 'Deux idées proches',
  report: 'Signalement',
  late: 'Arrivé après la fermeture',
  question: 'Question sans réponse',
  review: 'Masqué, à relire',
};
const kindsEn: ByKind<string> = {
  welcome: 'To welcome',
  duplicate: 'Two ideas alike',
  report: 'Report',
  late: 'Arrived after the closing',
  question: 'Unanswered question',
  review: 'Hidden, to read again',
};
const dueFr: ByKind<(moment: string) => string> = {
  welcome: (moment) => `Avant ${moment}.`,
  duplicate: (moment) => `Avant ${moment}.`,
  report: (moment) => `Avant ${moment}.`,
  late: (moment) => `Sans décision, le texte rejoint l’annexe ${moment}.`,
  question: (moment) => `Avant ${moment}.`,
  review: (moment) => `À relire avant ${moment}, par une autre personne que celle qui a masqué.`,
};
const dueEn: ByKind<(moment: string) => string> = {
  welcome: (moment) => `Before ${moment}.`,
  duplicate: (moment) => `Before ${moment}.`,
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
  hideFile: 'Masquer le fichier',
  confirmHidden: 'Confirmer',
  restoreIdea: 'Rendre visible',
  restoreComment: 'Rendre visible',
  restoreFile: 'Rendre le fichier visible',
  annexLate: 'Joindre en annexe',
  refuseLate: 'Refuser avec une raison',
  notDuplicates: 'Ce ne sont pas des doublons',
  declareLink: 'J’ai un lien avec cette idée',
  reopenItem: 'Rouvrir',
};
const actsEn: ByAct = {
  welcomeIdea: 'Welcome',
  keepContent: 'Leave visible',
  hideIdea: 'Hide the idea',
  hideComment: 'Hide the message',
  hideFile: 'Hide the file',
  confirmHidden: 'Confirm',
  restoreIdea: 'Show again',
  restoreComment: 'Show again',
  restoreFile: 'Show the file again',
  annexLate: 'Join as an annex',
  refuseLate: 'Refuse with a reason',
  notDuplicates: 'They are no doubles',
  declareLink: 'I have a link with this idea',
  reopenItem: 'Open again',
};
const doneFr: ByAct = {
  welcomeIdea: 'Idée accueillie.',
  keepContent: 'Contenu laissé visible.',
  hideIdea: 'Idée masquée.',
  hideComment: 'Message masqué.',
  hideFile: 'Fichier masqué.',
  confirmHidden: 'Masquage confirmé.',
  restoreIdea: 'Idée rendue visible.',
  restoreComment: 'Message rendu visible.',
  restoreFile: 'Fichier rendu visible.',
  annexLate: 'Texte joint en annexe.',
  refuseLate: 'Texte refusé, et gardé.',
  notDuplicates: 'Idées laissées à part.',
  declareLink: 'Lien déclaré, pour cette idée et toutes celles des mêmes auteurs.',
  reopenItem: 'Décision rouverte.',
};
const doneEn: ByAct = {
  welcomeIdea: 'Idea welcomed.',
  keepContent: 'Content left visible.',
  hideIdea: 'Idea hidden.',
  hideComment: 'Message hidden.',
  hideFile: 'File hidden.',
  confirmHidden: 'Hiding confirmed.',
  restoreIdea: 'Idea visible again.',
  restoreComment: 'Message visible again.',
  restoreFile: 'File visible again.',
  annexLate: 'Text joined as an annex.',
  refuseLate: 'Text refused, and kept.',
  notDuplicates: 'Ideas left apart.',
  declareLink: 'Link declared, for this idea and all those by the same authors.',
  reopenItem: 'Decision opened again.',
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
    mineOnly: 'Ne voir que ma part',
    othersToo: (n: number) => `Voir aussi ce qui est confié à d’autres par thème (${n})`,
    latePersonal:
      'En annexe, les auteurs et le jury liront ces mots. S’ils désignent une personne sans son accord, laissez-les hors de l’annexe.',
    noneWhat:
      'Une idée nouvelle, un signalement, un texte arrivé tard ou une question sans réponse paraîtra ici.',
    kinds: kindsFr,
    due: dueFr,
    acts: actsFr,
    done: doneFr,
    motives: motivesFr,
    untitled: 'Sans titre',
    quoted: (title: string) => `« ${title} »`,
    linked:
      'Lien déclaré : vous ne décidez rien de cette idée, ni des autres des mêmes auteurs. Rien de plus.',
    handledBy: (names: string) => `S’en occupe : ${names}.`,
    handledByNobody:
      'Personne de l’équipe ne peut s’en occuper : chaque personne a un lien. Nommez-en une autre dans « Personnes ».',
    overdue: 'Délai dépassé.',
    file: (name: string) => `Fichier : ${name}`,
    like: 'Ressemble à',
    reason: 'Votre raison',
    reasonHint: 'La personne concernée la lit, dix secondes après votre décision.',
    reasonMissing: 'Écrivez une raison que la personne puisse comprendre.',
    notUndone: 'Trop tard pour annuler : la personne est prévenue.',
    history: 'Ce qui a été fait',
    historyWhat: 'Le journal ne fait que s’allonger : annuler ou rouvrir s’y ajoute, sans rien effacer.',
    undone: 'n’a plus cours',
    policyLink: 'Lire les règles de modération',
    report: 'Signaler',
    reportComment: 'Signaler ce message',
    reportFile: 'Signaler ce fichier',
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
    mineOnly: 'See my share only',
    othersToo: (n: number) => `See also what themes send to others (${n})`,
    latePersonal:
      'In the annex the authors and the jury will read these words. If they point to a person who does not agree, leave them out of the annex.',
    noneWhat: 'A new idea, a report, a late text or an unanswered question will appear here.',
    kinds: kindsEn,
    due: dueEn,
    acts: actsEn,
    done: doneEn,
    motives: motivesEn,
    untitled: 'Untitled',
    quoted: (title) => `“${title}”`,
    linked:
      'Link declared: you decide nothing about this idea, nor about others by the same authors. Nothing more.',
    handledBy: (names) => `Handled by ${names}.`,
    handledByNobody: 'Nobody of the team may act: each has a link. Name somebody else under “People”.',
    overdue: 'Past its time.',
    file: (name) => `File: ${name}`,
    like: 'Resembles',
    reason: 'Your reason',
    reasonHint: 'The person concerned reads it, ten seconds after your decision.',
    reasonMissing: 'Write a reason that the person can understand.',
    notUndone: 'Too late to undo: the person has been told.',
    history: 'What was done',
    historyWhat: 'The log only grows: undoing or opening again is added to it and erases nothing.',
    undone: 'holds no more',
    policyLink: 'Read the moderation policy',
    report: 'Report',
    reportComment: 'Report this message',
    reportFile: 'Report this file',
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
