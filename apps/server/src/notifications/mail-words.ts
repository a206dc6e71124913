/**
 * What the mails say, in both languages, for every kind of notice. A subject states the fact and never quotes an idea:
 * subjects show on locked telephones and in other people's sight.
 */
import type { Language, NoticeKind } from '@butinerie/contracts';
import { FRAME_WORDS } from './frame-words.ts';
import { COURSE_WORDS, type CourseNoticeKind } from './mail-words-course.ts';
import { DELIVERY_WORDS, type DeliveryKind } from './mail-words-delivery.ts';
import { NOTE_WORDS, type NoteNoticeKind } from './mail-words-notes.ts';
import { TALK_WORDS, type TalkKind } from './mail-words-talk.ts';
import { TEXT_WORDS, type TextKind } from './mail-words-text.ts';

export interface NoticeWords {
  /** `count` notices of this kind and no other. */
  readonly subject: (count: number) => string;
  /** One sentence or two; `about` is quoted already, `who` is one name or several. */
  readonly line: (about: string, who: Who, said: Said) => string;
  readonly label: string;
}
/** What a notice carries besides: somebody's reason, and the hour something moved to, in words; or nothing. */
export interface Said {
  readonly reason: string;
  readonly until: string;
}
export interface Who {
  readonly names: string;
  readonly several: boolean;
}

const LIST: Readonly<Record<Language, Intl.ListFormat>> = {
  fr: new Intl.ListFormat('fr'),
  en: new Intl.ListFormat('en'),
};

/** At most two names, then a number. */
export function whoDid(names: readonly string[], language: Language): Who {
  const { somebody, others } = FRAME_WORDS[language];
  const distinct = [...new Set(names)];
  if (distinct.length === 0) return { names: somebody, several: false };
  const shown = distinct.length <= 2 ? distinct : [distinct[0] ?? '', others(distinct.length - 1)];
  return { names: LIST[language].format(shown), several: distinct.length > 1 };
}

const always = (subject: string) => (): string => subject;

const FRENCH: Readonly<
  Record<
    Exclude<NoticeKind, CourseNoticeKind | DeliveryKind | TalkKind | TextKind | NoteNoticeKind>,
    NoticeWords
  >
> = {
  invited: {
    subject: always('Un défi vous attend'),
    line: (about) => `Vous êtes invité ou invitée à participer à ${about}.`,
    label: 'Voir le défi',
  },
  'challenge-opened': {
    subject: (count) => (count === 1 ? 'Un défi vient d’ouvrir' : `${count} défis viennent d’ouvrir`),
    line: (about) => `Le défi ${about} est ouvert. Deux phrases suffisent pour proposer ou rebondir.`,
    label: 'Voir le défi',
  },
  'idea-rebounded': {
    subject: (count) => (count === 1 ? 'Un rebond sur votre idée' : `${count} rebonds sur vos idées`),
    line: (about, { names, several }) => `${names} ${several ? 'ont' : 'a'} rebondi sur ${about}.`,
    label: 'Lire et répondre',
  },
  'rebound-taken': {
    subject: (count) =>
      count === 1 ? 'Votre rebond est repris dans l’idée' : `${count} de vos rebonds sont repris`,
    line: (about, _who, { reason }) =>
      `Votre rebond est repris dans ${about}.${reason && ` Ce qu’il apporte : « ${reason} »`} Votre nom figure maintenant parmi les contributions.`,
    label: 'Lire l’idée',
  },
  'rebound-declined': {
    subject: always('Une réponse à votre rebond'),
    line: (about, _who, { reason }) =>
      `Votre rebond sur ${about} n’est pas repris dans le texte.${reason && ` Raison : « ${reason} »`} Il reste lisible, avec votre nom, et vous pouvez en faire une idée.`,
    label: 'Lire l’idée',
  },
  'coauthor-asked': {
    subject: (count) =>
      count === 1 ? 'Une personne veut écrire avec vous' : `${count} demandes pour écrire avec vous`,
    line: (about, { names, several }) =>
      `${names} ${several ? 'demandent' : 'demande'} à coécrire ${about}. Une touche suffit pour accepter.`,
    label: 'Répondre',
  },
  'coauthor-accepted': {
    subject: always('Vous pouvez coécrire une idée'),
    line: (about) => `Vous coécrivez maintenant ${about}. Votre nom y est attaché.`,
    label: 'Écrire',
  },
  'coauthor-declined': {
    subject: always('Une réponse à votre demande de coécriture'),
    line: (about) =>
      `Votre demande de coécrire ${about} n’est pas acceptée. Vous pouvez rebondir sur cette idée.`,
    label: 'Lire l’idée',
  },
  'merge-proposed': {
    subject: always('On vous propose de regrouper deux idées'),
    line: (about, { names }, { reason }) =>
      `${names} propose de regrouper ${about} avec une autre idée. Raison\u00a0: ${reason} Rien ne change sans l’accord de toutes les personnes qui ont eu ces idées.`,
    label: 'Lire et répondre',
  },
  'merge-refused': {
    subject: always('Un regroupement n’aura pas lieu'),
    line: (about, { names }) => `${names} préfère que ${about} reste à part. Rien ne change.`,
    label: 'Lire l’idée',
  },
  'ideas-merged': {
    subject: always('Deux idées n’en font plus qu’une'),
    line: (about) =>
      `Tout le monde est d’accord\u00a0: ${about} regroupe deux idées, avec toutes leurs autrices et tous leurs auteurs.`,
    label: 'Lire l’idée',
  },
  'supported-merged': {
    subject: always('Une idée que vous soutenez en a rejoint une autre'),
    line: (about) =>
      `Une idée que vous soutenez a rejoint ${about}. Votre soutien reste où il est\u00a0; vous seul ou vous seule pouvez soutenir celle-ci.`,
    label: 'Lire l’idée',
  },
  'merge-undone': {
    subject: always('Un regroupement est défait'),
    line: (about, { names }) =>
      `${names} a défait le regroupement de ${about}. Les deux textes sont tels qu’avant.`,
    label: 'Lire l’idée',
  },
  'idea-sealed': {
    subject: always('Le défi est fermé, votre texte est scellé'),
    line: (about) =>
      `Le texte et les noms de ${about} sont scellés\u00a0: personne ne peut plus les changer.`,
    label: 'Voir l’idée et son reçu',
  },
  'dispute-moved': {
    subject: always('Les noms d’une idée sont en discussion'),
    line: (about, { names }, { reason }) => `${names} a écrit à propos des noms de ${about}\u00a0: ${reason}`,
    label: 'Lire et répondre',
  },
  'correction-asked': {
    subject: always('Votre accord pour ajouter un nom'),
    line: (about, { names }, { reason }) =>
      `${names} et une autre personne de l’équipe d’animation proposent d’ajouter un nom à ${about}. Raison\u00a0: ${reason} Rien ne change sans votre accord.`,
    label: 'Répondre',
  },
  'late-kept': {
    subject: always('Un texte est arrivé après la fermeture'),
    line: (about) =>
      `Un texte écrit dans ${about} est arrivé après la fermeture. Il est conservé\u00a0; l’équipe d’animation décide de la suite.`,
    label: 'Voir l’idée',
  },
  'idea-answered': {
    subject: (count) => (count === 1 ? 'La réponse à votre idée' : `Les réponses à ${count} de vos idées`),
    line: (about) => `La réponse à ${about} est là, avec ses raisons.`,
    label: 'Lire la réponse',
  },
  'results-to-confirm': {
    subject: always('Des résultats attendent votre confirmation'),
    line: (about, { names }) =>
      `${names} propose les résultats de ${about}. Une seconde personne doit les confirmer.`,
    label: 'Relire et confirmer',
  },
  'idea-adopted': {
    subject: always('Une direction adopte votre idée'),
    line: (about) => `Une direction adopte ${about}. Les noms qui y sont attachés y restent.`,
    label: 'Voir l’engagement',
  },
  'adoption-declined': {
    subject: (count) =>
      count === 1 ? 'Une direction n’adopte pas une idée' : `${count} réponses de directions sur des idées`,
    line: (about) =>
      `Une direction n’adopte pas ${about}. Elle dit pourquoi\u00a0; les noms restent attachés.`,
    label: 'Lire sa raison',
  },
  'adoption-moved': {
    subject: always('Une date promise est repoussée'),
    line: (about, _who, { until }) =>
      `Le défi était suspendu\u00a0: la date promise pour ${about} devient ${until}.`,
    label: 'Voir l’engagement',
  },
  'adoption-asked': {
    subject: (count) =>
      count === 1
        ? 'Une idée retenue attend votre direction'
        : `${count} idées retenues attendent votre direction`,
    line: (about) => `${about} est retenue et attend la réponse de votre direction.`,
    label: 'Répondre',
  },
  'carrier-offered': {
    subject: always('Voulez-vous porter votre idée\u00a0?'),
    line: (about) =>
      `Vous pouvez porter ${about}. Vous avez 15 jours ouvrés pour répondre\u00a0; ne pas répondre n’est pas refuser.`,
    label: 'Répondre',
  },
  'carrier-answered': {
    subject: always('Une réponse sur le portage d’une idée'),
    line: (about, { names }) => `${names} a répondu à la proposition de porter ${about}.`,
    label: 'Voir l’idée',
  },
  'pilot-named': {
    subject: always('Vous êtes pilote d’une idée adoptée'),
    line: (about) => `Vous pilotez la mise en œuvre de ${about}.`,
    label: 'Voir l’engagement',
  },
};

const ENGLISH: Readonly<
  Record<
    Exclude<NoticeKind, CourseNoticeKind | DeliveryKind | TalkKind | TextKind | NoteNoticeKind>,
    NoticeWords
  >
> = {
  invited: {
    subject: always('A challenge awaits you'),
    line: (about) => `You are invited to take part in ${about}.`,
    label: 'See the challenge',
  },
  'challenge-opened': {
    subject: (count) =>
      count === 1 ? 'A challenge has just opened' : `${count} challenges have just opened`,
    line: (about) => `The challenge ${about} is open. Two sentences are enough to propose or rebound.`,
    label: 'See the challenge',
  },
  'idea-rebounded': {
    subject: (count) => (count === 1 ? 'A rebound on your idea' : `${count} rebounds on your ideas`),
    line: (about, { names }) => `${names} rebounded on ${about}.`,
    label: 'Read and answer',
  },
  'rebound-taken': {
    subject: (count) =>
      count === 1 ? 'Your rebound is taken into the idea' : `${count} of your rebounds are taken`,
    line: (about, _who, { reason }) =>
      `Your rebound is taken into ${about}.${reason && ` What it brings: “${reason}”`} Your name is now among the contributions.`,
    label: 'Read the idea',
  },
  'rebound-declined': {
    subject: always('An answer to your rebound'),
    line: (about, _who, { reason }) =>
      `Your rebound on ${about} is not taken into the text.${reason && ` Reason: “${reason}”`} It stays readable, with your name, and you can grow it into an idea.`,
    label: 'Read the idea',
  },
  'coauthor-asked': {
    subject: (count) =>
      count === 1 ? 'Somebody wants to write with you' : `${count} requests to write with you`,
    line: (about, { names, several }) =>
      `${names} ${several ? 'ask' : 'asks'} to co-write ${about}. One tap is enough to accept.`,
    label: 'Answer',
  },
  'coauthor-accepted': {
    subject: always('You can co-write an idea'),
    line: (about) => `You now co-write ${about}. Your name is attached to it.`,
    label: 'Write',
  },
  'coauthor-declined': {
    subject: always('An answer to your request to co-write'),
    line: (about) => `Your request to co-write ${about} is not accepted. You can rebound on this idea.`,
    label: 'Read the idea',
  },
  'merge-proposed': {
    subject: always('Two ideas could become one'),
    line: (about, { names }, { reason }) =>
      `${names} proposes to merge ${about} with another idea. Reason: ${reason} Nothing changes without the agreement of everybody who had these ideas.`,
    label: 'Read and answer',
  },
  'merge-refused': {
    subject: always('A merge will not take place'),
    line: (about, { names }) => `${names} prefers ${about} to stand alone. Nothing changes.`,
    label: 'Read the idea',
  },
  'ideas-merged': {
    subject: always('Two ideas are now one'),
    line: (about) => `Everybody agrees: ${about} merges two ideas, with all their authors.`,
    label: 'Read the idea',
  },
  'supported-merged': {
    subject: always('An idea you support has joined another one'),
    line: (about) =>
      `An idea you support has joined ${about}. Your support stays where it is; you alone may support this one.`,
    label: 'Read the idea',
  },
  'merge-undone': {
    subject: always('A merge is undone'),
    line: (about, { names }) => `${names} undid the merge of ${about}. Both texts are as before.`,
    label: 'Read the idea',
  },
  'idea-sealed': {
    subject: always('The challenge is closed, your text is sealed'),
    line: (about) => `The text and the names of ${about} are sealed: nobody can change them any more.`,
    label: 'See the idea and its receipt',
  },
  'dispute-moved': {
    subject: always('The names of an idea are under discussion'),
    line: (about, { names }, { reason }) => `${names} wrote about the names of ${about}: ${reason}`,
    label: 'Read and answer',
  },
  'correction-asked': {
    subject: always('Your consent to add a name'),
    line: (about, { names }, { reason }) =>
      `${names} and another moderator propose to add a name to ${about}. Reason: ${reason} Nothing changes without your consent.`,
    label: 'Answer',
  },
  'late-kept': {
    subject: always('A text arrived after the closing'),
    line: (about) =>
      `A text written in ${about} arrived after the closing. It is kept; the moderators decide what follows.`,
    label: 'See the idea',
  },
  'idea-answered': {
    subject: (count) => (count === 1 ? 'The answer to your idea' : `The answers to ${count} of your ideas`),
    line: (about) => `The answer to ${about} is here, with its reasons.`,
    label: 'Read the answer',
  },
  'results-to-confirm': {
    subject: always('Results await your confirmation'),
    line: (about, { names }) =>
      `${names} proposes the results of ${about}. A second person has to confirm them.`,
    label: 'Review and confirm',
  },
  'idea-adopted': {
    subject: always('A directorate adopts your idea'),
    line: (about) => `A directorate adopts ${about}. The names attached to it stay.`,
    label: 'See the commitment',
  },
  'adoption-declined': {
    subject: (count) =>
      count === 1 ? 'A directorate does not adopt an idea' : `${count} answers of directorates on ideas`,
    line: (about) => `A directorate does not adopt ${about}. It says why; the names stay attached.`,
    label: 'Read its reason',
  },
  'adoption-moved': {
    subject: always('A promised date goes later'),
    line: (about, _who, { until }) =>
      `The challenge was paused: the date promised for ${about} becomes ${until}.`,
    label: 'See the commitment',
  },
  'adoption-asked': {
    subject: (count) =>
      count === 1
        ? 'A selected idea awaits your directorate'
        : `${count} selected ideas await your directorate`,
    line: (about) => `${about} is selected and awaits the answer of your directorate.`,
    label: 'Answer',
  },
  'carrier-offered': {
    subject: always('Would you like to carry your idea?'),
    line: (about) =>
      `You may carry ${about}. You have 15 working days to answer; not answering is not refusing.`,
    label: 'Answer',
  },
  'carrier-answered': {
    subject: always('An answer about carrying an idea'),
    line: (about, { names }) => `${names} answered the offer to carry ${about}.`,
    label: 'See the idea',
  },
  'pilot-named': {
    subject: always('You are the pilot of an adopted idea'),
    line: (about) => `You lead the work on ${about}.`,
    label: 'See the commitment',
  },
};

export const NOTICE_WORDS: Readonly<Record<Language, Readonly<Record<NoticeKind, NoticeWords>>>> = {
  fr: {
    ...FRENCH,
    ...COURSE_WORDS.fr,
    ...DELIVERY_WORDS.fr,
    ...TALK_WORDS.fr,
    ...TEXT_WORDS.fr,
    ...NOTE_WORDS.fr,
  },
  en: {
    ...ENGLISH,
    ...COURSE_WORDS.en,
    ...DELIVERY_WORDS.en,
    ...TALK_WORDS.en,
    ...TEXT_WORDS.en,
    ...NOTE_WORDS.en,
  },
};
