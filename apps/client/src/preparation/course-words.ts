/** What is said of a challenge's course: pause, extension, end. */
import { enFormats as en, frFormats as fr } from '../platform/formats.ts';
import { before } from '../platform/french.ts';
import { catalogue } from '../platform/i18n.ts';

const workingDaysFr = { one: 'jour ouvré', other: 'jours ouvrés' };
const workingDaysEn = { one: 'working day', other: 'working days' };
const daysFr = { one: 'jour', other: 'jours' };
const daysEn = { one: 'day', other: 'days' };

export const words = catalogue(
  {
    courseTitle: 'Le cours du défi',
    courseNow:
      'Suspendre, reprendre ou arrêter le défi. Chaque décision est dite à tout le monde, avec sa raison.',
    courseNothing: 'Rien à décider pour le moment.',
    back: 'Revenir au défi',
    pausedUntil: (moment: string) => `Suspendu jusqu’au ${moment} au plus tard`,
    extendedBy: (name: string, moment: string) =>
      `Prolongé avec l’accord ${before('de', name)} : fermeture ${moment}`,
    extensionWaits: (moment: string) =>
      `Prolongation demandée : fermeture ${moment}. L’accord d’une direction engagée est attendu.`,
    pause: 'Suspendre',
    pauseAsk: 'Suspendre le défi ?',
    lengthen: 'Allonger la suspension',
    pauseFollows:
      'Plus rien ne s’écrit pendant ce temps ; les brouillons sont gardés. À la reprise, chaque échéance recule d’autant de jours ouvrés, à la même heure. Tout le monde reçoit votre raison.',
    pauseLength: 'Jusqu’à quand, au plus tard ?',
    pauseLengthHint: 'Au-delà de deux jours ouvrés, la direction générale décide.',
    workingDays: (days: number, moment: string) => `${fr.counted(days, workingDaysFr)} : ${moment}`,
    pausedToast: 'Le défi est suspendu. Tout le monde en est averti.',
    resume: 'Reprendre maintenant',
    resumedToast: 'Le défi reprend. Tout le monde reçoit la nouvelle échéance.',
    extend: 'Prolonger',
    extendAsk: 'Demander une prolongation ?',
    extendYes: 'Demander l’accord',
    extendFollows:
      'Une seule fois, sept jours au plus, et au moins 48 heures avant la fermeture. Une direction engagée donne son accord ; ensuite tout le monde reçoit la nouvelle date.',
    tooLateToExtend: (hours: number) =>
      `Prolonger n’est plus possible : cela se décide au moins ${fr.count(hours)} heures avant la fermeture.`,
    extendBy: 'Nouvelle fermeture',
    calendarDays: (days: number, moment: string) => `${fr.counted(days, daysFr)} de plus : ${moment}`,
    extensionAsked: 'Les directions engagées sont prévenues.',
    goBack: 'Ne rien changer',
    archiveNow: 'Le temps promis pour réaliser les idées est passé : il reste à dire ce que le défi a donné.',
    archive: 'Archiver le défi',
    archiveFollows:
      'Tout reste lisible : chaque idée, chaque réponse, chaque nom et chaque preuve. Plus rien n’y change ensuite, et rien ne rouvre un défi archivé. Celles et ceux qui y ont pris part reçoivent le bilan.',
    seeAnswers: 'Voir les réponses',
    archiveStory: 'Ce que le défi a donné',
    archiveStoryHint: 'Quelques phrases que tout le monde lit : ce qui a changé, ce qui n’a pas marché.',
    archiveStoryMissing: 'Écrivez ce que le défi a donné.',
    archiveReason: (title: string) => `« ${title} » : pourquoi l’effet n’a-t-il pas été mesuré ?`,
    archiveReasonMissing: 'Écrivez pourquoi, en une phrase.',
    archivedToast: 'Le défi est archivé. Celles et ceux qui y ont pris part sont avertis.',
  },
  {
    courseTitle: 'The course of the challenge',
    courseNow: 'Pause, resume or end the challenge. Everybody is told of each decision, with its reason.',
    courseNothing: 'Nothing to decide at the moment.',
    back: 'Back to the challenge',
    pausedUntil: (moment) => `Paused until ${moment} at the latest`,
    extendedBy: (name, moment) => `Extended with the agreement of ${name}: closes ${moment}`,
    extensionWaits: (moment) =>
      `Extension asked for: closes ${moment}. A committed directorate has to agree.`,
    pause: 'Pause',
    pauseAsk: 'Pause the challenge?',
    lengthen: 'Make the pause longer',
    pauseFollows:
      'Nothing is written meanwhile; drafts are kept. When it goes on, every deadline moves back by as many working days, to the same hour. Everybody receives your reason.',
    pauseLength: 'Until when, at the latest?',
    pauseLengthHint: 'Beyond two working days, the general direction decides.',
    workingDays: (days, moment) => `${en.counted(days, workingDaysEn)}: ${moment}`,
    pausedToast: 'The challenge is paused. Everybody is told.',
    resume: 'Resume now',
    resumedToast: 'The challenge goes on. Everybody receives the new deadline.',
    extend: 'Extend',
    extendAsk: 'Ask for an extension?',
    extendYes: 'Ask for agreement',
    extendFollows:
      'Once only, seven days at most, and at least 48 hours before the closing. A committed directorate agrees; then everybody receives the new date.',
    tooLateToExtend: (hours) =>
      `It is too late to extend: that is decided at least ${en.count(hours)} hours before the closing.`,
    extendBy: 'New closing',
    calendarDays: (days, moment) => `${en.counted(days, daysEn)} more: ${moment}`,
    extensionAsked: 'The committed directorates are told.',
    goBack: 'Change nothing',
    archiveNow: 'The time promised for the ideas has passed: what the challenge gave is still to be told.',
    archive: 'Archive the challenge',
    archiveFollows:
      'Everything stays readable: every idea, every answer, every name and every proof. Nothing changes there afterwards, and nothing reopens an archived challenge. Those who took part receive the review.',
    seeAnswers: 'See the answers',
    archiveStory: 'What the challenge gave',
    archiveStoryHint: 'A few sentences that everybody reads: what changed, what did not work.',
    archiveStoryMissing: 'Write what the challenge gave.',
    archiveReason: (title) => `“${title}”: why was its effect not measured?`,
    archiveReasonMissing: 'Write why, in one sentence.',
    archivedToast: 'The challenge is archived. Those who took part are told.',
  },
);
