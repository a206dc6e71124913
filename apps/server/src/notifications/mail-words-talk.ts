/** What mails say of conversations, moderation and reminders, in both languages. */
import type { Language, NoticeKind } from '@butinerie/contracts';
import type { NoticeWords } from './mail-words.ts';

export type TalkKind = Extract<
  NoticeKind,
  | 'closing-soon'
  | 'followed-idea'
  | 'idea-commented'
  | 'comment-answered'
  | 'mentioned'
  | 'question-asked'
  | 'thanked'
  | 'contribution-credited'
  | 'quotation-found'
  | 'lineage-selected'
  | 'lineage-adopted'
  | 'idea-welcomed'
  | 'content-reported'
  | 'report-answered'
  | 'theme-changed'
  | 'idea-hidden'
  | 'comment-hidden'
  | 'file-hidden'
  | 'review-asked'
  | 'file-review-asked'
  | 'idea-restored'
  | 'comment-restored'
  | 'file-restored'
  | 'late-decided'
  | 'item-handed'
  | 'decision-reopened'
  | 'carrier-reminded'
  | 'carrier-silent'
>;

const always = (subject: string) => (): string => subject;

const FRENCH: Readonly<Record<TalkKind, NoticeWords>> = {
  'closing-soon': {
    subject: always('Un défi ferme bientôt'),
    line: (about, _who, { until }) =>
      `Le défi ${about} ferme ${until}. Relisez votre texte, répondez aux rebonds.`,
    label: 'Voir le défi',
  },
  'followed-idea': {
    subject: always('Du nouveau sur ce que vous suivez'),
    line: (about) => `Il y a du nouveau sur ${about}, que vous suivez.`,
    label: 'Voir l’idée',
  },
  'idea-commented': {
    subject: always('Un commentaire sur votre idée'),
    line: (about, { names }) => `${names} vous écrit au sujet de ${about}.`,
    label: 'Lire et répondre',
  },
  'comment-answered': {
    subject: always('Une réponse à votre commentaire'),
    line: (about, { names }) => `${names} vous répond au sujet de ${about}.`,
    label: 'Lire la réponse',
  },
  mentioned: {
    subject: always('Quelqu’un vous cite'),
    line: (about, { names }) => `${names} vous cite au sujet de ${about}.`,
    label: 'Lire',
  },
  'question-asked': {
    subject: always('Une question attend votre direction'),
    line: (about, { names }) => `${names} pose une question aux directions engagées, au sujet de ${about}.`,
    label: 'Lire et répondre',
  },
  'lineage-selected': {
    subject: always('Une idée née de la vôtre est retenue'),
    line: (about, _who, { reason }) =>
      `${about}, qui part de « ${reason} » où figure votre nom, est retenue.`,
    label: 'Voir le chemin',
  },
  'lineage-adopted': {
    subject: always('Une idée née de la vôtre est adoptée'),
    line: (about, _who, { reason }) =>
      `${about}, qui part de « ${reason} » où figure votre nom, est adoptée par une direction.`,
    label: 'Voir le chemin',
  },
  'contribution-credited': {
    subject: always('Vous êtes parmi les contributions d’une idée'),
    line: (about, { names }, { reason }) =>
      `${names} dit ce que vous avez apporté à ${about} : « ${reason} » Votre nom figure maintenant parmi les contributions.`,
    label: 'Lire l’idée',
  },
  'quotation-found': {
    subject: always('Un passage se lit aussi dans une autre idée'),
    line: (about, _who, { reason }) =>
      `Un passage de ${about} se lit aussi dans une idée plus ancienne, « ${reason} ». Vous pouvez en créditer les personnes à l’origine, ou dire que non. Rien n’est crédité sans vous.`,
    label: 'Lire et répondre',
  },
  thanked: {
    subject: always('Un merci pour votre idée'),
    line: (about, { names }) => `${names} vous remercie pour ${about}.`,
    label: 'Lire',
  },
  'idea-welcomed': {
    subject: always('L’équipe d’animation a lu votre idée'),
    line: (about, { names }, { reason }) => `${names} a lu ${about}. ${reason}`,
    label: 'Voir l’idée',
  },
  'content-reported': {
    subject: always('Un contenu est signalé'),
    line: (about) => `Un contenu de ${about} est signalé. Sa lecture vous attend.`,
    label: 'Lire le signalement',
  },
  'report-answered': {
    subject: always('Une suite à votre signalement'),
    line: (about, _who, { reason }) => `Votre signalement sur ${about} a été lu. ${reason}`,
    label: 'Voir',
  },
  'theme-changed': {
    subject: always('Votre idée change de thème'),
    line: (about, { names }, { reason }) =>
      `${names} range ${about} sous le thème «\u00a0${reason}\u00a0». Vous pouvez en choisir un autre sur sa page.`,
    label: 'Voir l’idée',
  },
  'idea-hidden': {
    subject: always('Votre idée n’est plus visible pour l’instant'),
    line: (about, _who, { reason }) =>
      `${about} n’est plus visible des autres. Raison\u00a0: ${reason} Une seconde personne de l’équipe la relit sous deux jours ouvrés\u00a0; vos noms y restent attachés.`,
    label: 'Voir l’idée',
  },
  'comment-hidden': {
    subject: always('Un de vos messages n’est plus visible'),
    line: (about, _who, { reason }) =>
      `Votre message au sujet de ${about} n’est plus visible des autres. Raison\u00a0: ${reason}`,
    label: 'Voir l’idée',
  },
  'file-hidden': {
    subject: always('Un fichier de votre idée n’est plus visible'),
    line: (about, _who, { reason }) =>
      `Un fichier joint à ${about} n’est plus visible des autres. Raison\u00a0: ${reason} Une seconde personne de l’équipe le regarde sous deux jours ouvrés.`,
    label: 'Voir l’idée',
  },
  'review-asked': {
    subject: always('Une idée masquée attend votre lecture'),
    line: (about, { names }, { reason }) =>
      `${names} a masqué ${about}. Raison\u00a0: ${reason} Une seconde personne doit la relire sous deux jours ouvrés.`,
    label: 'Relire',
  },
  'file-review-asked': {
    subject: always('Un fichier masqué attend votre regard'),
    line: (about, { names }, { reason }) =>
      `${names} a masqué un fichier joint à ${about}. Raison\u00a0: ${reason} Une seconde personne doit le regarder sous deux jours ouvrés.`,
    label: 'Le regarder',
  },
  'idea-restored': {
    subject: always('Votre idée est de nouveau visible'),
    line: (about, _who, { reason }) => `${about} est de nouveau visible. ${reason}`,
    label: 'Voir l’idée',
  },
  'comment-restored': {
    subject: always('Votre message est de nouveau visible'),
    line: (about, _who, { reason }) => `Votre message au sujet de ${about} est de nouveau visible. ${reason}`,
    label: 'Voir l’idée',
  },
  'file-restored': {
    subject: always('Un fichier de votre idée est de nouveau visible'),
    line: (about, _who, { reason }) => `Un fichier joint à ${about} est de nouveau visible. ${reason}`,
    label: 'Voir l’idée',
  },
  'late-decided': {
    subject: always('La suite donnée à votre texte arrivé tard'),
    line: (about, _who, { reason }) =>
      `Votre texte arrivé après la fermeture, dans ${about}, est conservé. ${reason}`,
    label: 'Voir l’idée',
  },
  'item-handed': {
    subject: always('Une idée vous revient, dans l’équipe d’animation'),
    line: (about, { names }) =>
      `${names} a un lien avec ${about} et ne décide plus rien à son sujet. Ce qui attend vous revient.`,
    label: 'Voir ce qui attend',
  },
  'decision-reopened': {
    subject: always('Une décision est examinée de nouveau'),
    line: (about, _who, { reason }) =>
      `L’équipe d’animation examine de nouveau sa décision au sujet de ${about}. ${reason}`,
    label: 'Voir l’idée',
  },
  'carrier-reminded': {
    subject: always('Voulez-vous porter votre idée\u00a0? Un rappel'),
    line: (about) =>
      `Vous pouvez encore dire quelle part prendre dans ${about}. Ne pas répondre n’est pas refuser.`,
    label: 'Répondre',
  },
  'carrier-silent': {
    subject: always('Une proposition de porter reste sans réponse'),
    line: (about) =>
      `La personne à qui ${about} est proposée n’a pas répondu. La proposition reste ouverte\u00a0; un appel de votre part aiderait.`,
    label: 'Voir l’engagement',
  },
};

const ENGLISH: Readonly<Record<TalkKind, NoticeWords>> = {
  'closing-soon': {
    subject: always('A challenge closes soon'),
    line: (about, _who, { until }) =>
      `The challenge ${about} closes ${until}. Read your text again, answer the rebounds.`,
    label: 'See the challenge',
  },
  'followed-idea': {
    subject: always('News on what you follow'),
    line: (about) => `There is something new on ${about}, which you follow.`,
    label: 'See the idea',
  },
  'idea-commented': {
    subject: always('A comment on your idea'),
    line: (about, { names }) => `${names} wrote about ${about}.`,
    label: 'Read and answer',
  },
  'comment-answered': {
    subject: always('An answer to your comment'),
    line: (about, { names }) => `${names} answered you about ${about}.`,
    label: 'Read the answer',
  },
  mentioned: {
    subject: always('Somebody mentions you'),
    line: (about, { names }) => `${names} mentions you about ${about}.`,
    label: 'Read',
  },
  'question-asked': {
    subject: always('A question awaits your directorate'),
    line: (about, { names }) => `${names} asks the committed directorates a question about ${about}.`,
    label: 'Read and answer',
  },
  'lineage-selected': {
    subject: always('An idea that grew from yours is selected'),
    line: (about, _who, { reason }) =>
      `${about}, which grew from “${reason}” where your name is, is selected.`,
    label: 'See the way',
  },
  'lineage-adopted': {
    subject: always('An idea that grew from yours is adopted'),
    line: (about, _who, { reason }) =>
      `${about}, which grew from “${reason}” where your name is, is adopted by a directorate.`,
    label: 'See the way',
  },
  'contribution-credited': {
    subject: always('You are among the contributions of an idea'),
    line: (about, { names }, { reason }) =>
      `${names} says what you brought to ${about}: “${reason}” Your name is now among the contributions.`,
    label: 'Read the idea',
  },
  'quotation-found': {
    subject: always('A passage stands in another idea too'),
    line: (about, _who, { reason }) =>
      `A passage of ${about} stands in an older idea too, “${reason}”. You may credit those who originated it, or say no. Nothing is credited without you.`,
    label: 'Read and answer',
  },
  thanked: {
    subject: always('Thanks for your idea'),
    line: (about, { names }) => `${names} thanks you for ${about}.`,
    label: 'Read',
  },
  'idea-welcomed': {
    subject: always('The facilitation team read your idea'),
    line: (about, { names }, { reason }) => `${names} has read ${about}. ${reason}`,
    label: 'See the idea',
  },
  'content-reported': {
    subject: always('A content is reported'),
    line: (about) => `Something on ${about} is reported and awaits your reading.`,
    label: 'Read the report',
  },
  'report-answered': {
    subject: always('An answer to your report'),
    line: (about, _who, { reason }) => `Your report on ${about} has been read. ${reason}`,
    label: 'See',
  },
  'theme-changed': {
    subject: always('Your idea goes under another theme'),
    line: (about, { names }, { reason }) =>
      `${names} puts ${about} under the theme “${reason}”. You may choose another one on its page.`,
    label: 'See the idea',
  },
  'idea-hidden': {
    subject: always('Your idea is not visible for now'),
    line: (about, _who, { reason }) =>
      `${about} is not visible to others any more. Reason: ${reason} A second person of the team reads it again within two working days; your names stay attached.`,
    label: 'See the idea',
  },
  'comment-hidden': {
    subject: always('One of your messages is not visible'),
    line: (about, _who, { reason }) =>
      `Your message about ${about} is not visible to others any more. Reason: ${reason}`,
    label: 'See the idea',
  },
  'file-hidden': {
    subject: always('A file of your idea is not visible'),
    line: (about, _who, { reason }) =>
      `A file attached to ${about} is not visible to others any more. Reason: ${reason} A second person of the team looks at it within two working days.`,
    label: 'See the idea',
  },
  'review-asked': {
    subject: always('A hidden idea awaits your reading'),
    line: (about, { names }, { reason }) =>
      `${names} hid ${about}. Reason: ${reason} A second person reads it again within two working days.`,
    label: 'Read it again',
  },
  'file-review-asked': {
    subject: always('A hidden file awaits your look'),
    line: (about, { names }, { reason }) =>
      `${names} hid a file attached to ${about}. Reason: ${reason} A second person looks at it within two working days.`,
    label: 'Look at it',
  },
  'idea-restored': {
    subject: always('Your idea is visible again'),
    line: (about, _who, { reason }) => `${about} is visible again. ${reason}`,
    label: 'See the idea',
  },
  'comment-restored': {
    subject: always('Your message is visible again'),
    line: (about, _who, { reason }) => `Your message about ${about} is visible again. ${reason}`,
    label: 'See the idea',
  },
  'file-restored': {
    subject: always('A file of your idea is visible again'),
    line: (about, _who, { reason }) => `A file attached to ${about} is visible again. ${reason}`,
    label: 'See the idea',
  },
  'late-decided': {
    subject: always('What follows your late text'),
    line: (about, _who, { reason }) =>
      `Your text that arrived after the closing, in ${about}, is kept. ${reason}`,
    label: 'See the idea',
  },
  'item-handed': {
    subject: always('An idea comes to you, in the facilitation team'),
    line: (about, { names }) =>
      `${names} has a link with ${about} and decides nothing more about it. What waits there is yours.`,
    label: 'See what waits',
  },
  'decision-reopened': {
    subject: always('A decision is being looked at again'),
    line: (about, _who, { reason }) =>
      `The facilitation team looks again at its decision about ${about}. ${reason}`,
    label: 'See the idea',
  },
  'carrier-reminded': {
    subject: always('Would you carry your idea? A reminder'),
    line: (about) => `You can still say which part you take in ${about}. Not answering is not refusing.`,
    label: 'Answer',
  },
  'carrier-silent': {
    subject: always('An offer to carry is unanswered'),
    line: (about) =>
      `The person who may carry ${about} has not answered. The offer stays open; a call from you would help.`,
    label: 'See the commitment',
  },
};

export const TALK_WORDS: Readonly<Record<Language, Readonly<Record<TalkKind, NoticeWords>>>> = {
  fr: FRENCH,
  en: ENGLISH,
};
