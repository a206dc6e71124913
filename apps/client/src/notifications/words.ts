/** What the inbox says: one sentence for every kind of notice, in both languages. */
import type { NoticeKind } from '@butinerie/contracts';
import { enFormats as en, frFormats as fr } from '../platform/formats.ts';
import { catalogue } from '../platform/i18n.ts';
import { deliveryLinesEn, deliveryLinesFr } from './delivery-words.ts';

/** `about` is a title or a question, `who` the name of who acted, or « quelqu'un ». */
type NoticeSentence = (about: string, who: string, said: Said) => string;
/** Somebody's reason, and the hour something moved to, in words; or nothing. */
interface Said {
  readonly reason: string;
  readonly until: string;
}
export type NoticeSentences = Readonly<Record<NoticeKind, NoticeSentence>>;

const linesFr: NoticeSentences = {
  ...deliveryLinesFr,
  invited: (about) => `Vous êtes invité ou invitée à répondre à « ${about} ».`,
  'challenge-opened': (about) => `Le défi « ${about} » est ouvert.`,
  'challenge-cancelled': (about, _who, { reason }) => `Le défi « ${about} » est annulé. Raison : ${reason}`,
  'challenge-paused': (about, _who, { reason, until }) =>
    `Le défi « ${about} » est suspendu, jusqu’au ${until} au plus tard. Raison : ${reason}`,
  'challenge-resumed': (about, _who, { until }) =>
    until === ''
      ? `Le défi « ${about} » reprend.`
      : `Le défi « ${about} » reprend. Prochaine échéance : ${until}.`,
  'challenge-extended': (about, _who, { reason, until }) =>
    `Le défi « ${about} » est prolongé : il ferme ${until}. Raison : ${reason}`,
  'challenge-archived': (about) => `Le défi « ${about} » est archivé : lisez ce qu’il a donné.`,
  'extension-asked': (about, who, { reason, until }) =>
    `${who} demande de prolonger « ${about} » jusqu’au ${until}. Votre accord est attendu. Raison : ${reason}`,
  'cancellation-asked': (about, who, { reason }) =>
    `${who} demande d’annuler « ${about} ». Votre accord est attendu. Raison : ${reason}`,
  'closing-soon': (about, _who, { until }) => `Le défi « ${about} » ferme ${until}.`,
  'followed-idea': (about) => `Il y a du nouveau sur « ${about} », que vous suivez.`,
  'idea-commented': (about, who) => `${who} vous écrit au sujet de « ${about} ».`,
  'comment-answered': (about, who) => `${who} vous répond au sujet de « ${about} ».`,
  mentioned: (about, who) => `${who} vous cite au sujet de « ${about} ».`,
  'question-asked': (about, who) =>
    `${who} pose une question aux directions engagées, au sujet de « ${about} ».`,
  thanked: (about, who) => `${who} vous remercie pour « ${about} ».`,
  'idea-welcomed': (about, who, { reason }) => `${who} a lu « ${about} ». ${reason}`,
  'content-reported': (about) => `Un contenu de « ${about} » est signalé. Sa lecture vous attend.`,
  'report-answered': (about, _who, { reason }) => `Votre signalement sur « ${about} » a été lu. ${reason}`,
  'theme-changed': (about, who, { reason }) =>
    `${who} range « ${about} » sous le thème « ${reason} ». Vous pouvez en choisir un autre sur sa page.`,
  'idea-hidden': (about, _who, { reason }) =>
    `« ${about} » n’est plus visible des autres. Raison : ${reason} Une seconde personne la relit sous deux jours ouvrés.`,
  'comment-hidden': (about, _who, { reason }) =>
    `Votre message au sujet de « ${about} » n’est plus visible des autres. Raison : ${reason}`,
  'file-hidden': (about, _who, { reason }) =>
    `Un fichier joint à « ${about} » n’est plus visible des autres. Raison : ${reason}`,
  'review-asked': (about, who, { reason }) =>
    `${who} a masqué « ${about} ». Raison : ${reason} Votre relecture est attendue sous deux jours ouvrés.`,
  'file-review-asked': (about, who, { reason }) =>
    `${who} a masqué un fichier joint à « ${about} ». Raison : ${reason} Votre regard est attendu sous deux jours ouvrés.`,
  'idea-restored': (about, _who, { reason }) => `« ${about} » est de nouveau visible. ${reason}`,
  'comment-restored': (about, _who, { reason }) =>
    `Votre message au sujet de « ${about} » est de nouveau visible. ${reason}`,
  'file-restored': (about, _who, { reason }) =>
    `Un fichier joint à « ${about} » est de nouveau visible. ${reason}`,
  'late-decided': (about, _who, { reason }) =>
    `Votre texte arrivé après la fermeture, dans « ${about} », est conservé. ${reason}`,
  'item-handed': (about, who) =>
    `${who} a un lien avec « ${about} » et ne décide plus rien à son sujet. Ce qui attend vous revient.`,
  'decision-reopened': (about, _who, { reason }) =>
    `L’équipe d’animation examine de nouveau sa décision au sujet de « ${about} ». ${reason}`,
  'carrier-reminded': (about) =>
    `Vous pouvez encore dire quelle part prendre dans « ${about} ». Ne pas répondre n’est pas refuser.`,
  'carrier-silent': (about) =>
    `La personne à qui porter « ${about} » est proposé n’a pas répondu. La proposition reste ouverte.`,
  'idea-rebounded': (about, who) => `${who} a rebondi sur « ${about} ».`,
  'lineage-selected': (about, _who, { reason }) =>
    `« ${about} », qui part de « ${reason} » où figure votre nom, est retenue.`,
  'lineage-adopted': (about, _who, { reason }) =>
    `« ${about} », qui part de « ${reason} » où figure votre nom, est adoptée par une direction.`,
  'contribution-credited': (about, who, { reason }) =>
    `${who} dit ce que vous avez apporté à « ${about} » : « ${reason} » Votre nom figure maintenant parmi les contributions.`,
  'quotation-found': (about, _who, { reason }) =>
    `Un passage de « ${about} » se lit aussi dans « ${reason} », plus ancienne. Rien n’est crédité sans vous.`,
  'change-suggested': (about, who) =>
    `${who} propose de dire autrement un passage de « ${about} ». Le texte ne change pas sans vous.`,
  'suggestion-taken': (about, _who, { reason }) =>
    `La modification que vous proposiez est dans le texte de « ${about} ».${reason && ` Ce qu’elle apporte : « ${reason} »`} Les mots nouveaux sont les vôtres.`,
  'suggestion-declined': (about, _who, { reason }) =>
    `La modification que vous proposiez pour « ${about} » n’est pas reprise.${reason && ` Raison : « ${reason} »`} Elle reste lisible, avec votre nom.`,
  'text-restored': (about, who) =>
    `${who} a remis dans « ${about} » ce qui s’y lisait avant. Le texte d’entre-temps reste dans l’historique.`,
  'words-removed': (about, who) =>
    `${who} a retiré de « ${about} » des mots que vous aviez écrits. Ils sont gardés, et une touche les remet.`,
  'words-restored': (about, who) =>
    `${who} a remis dans « ${about} » des mots que vous aviez écrits. Ils sont toujours les vôtres.`,
  'rebound-taken': (about, _who, { reason }) =>
    `Votre rebond est repris dans « ${about} ».${reason && ` Ce qu’il apporte : « ${reason} »`} Votre nom figure maintenant parmi les contributions.`,
  'rebound-declined': (about, _who, { reason }) =>
    `Votre rebond n’est pas repris dans « ${about} ».${reason && ` Raison : « ${reason} »`} Il reste lisible, avec votre nom, et vous pouvez en faire une idée.`,
  'coauthor-asked': (about, who) => `${who} demande à coécrire « ${about} ».`,
  'coauthor-accepted': (about) => `Vous coécrivez maintenant « ${about} ». Votre nom y est attaché.`,
  'coauthor-declined': (about) =>
    `Votre demande de coécrire « ${about} » n’est pas acceptée. Vous pouvez rebondir sur cette idée.`,
  'merge-proposed': (about, who, { reason }) =>
    `${who} propose de regrouper « ${about} » avec une autre idée. Votre accord est attendu. Raison : ${reason}`,
  'merge-refused': (about, who) => `${who} préfère que « ${about} » reste à part. Rien ne change.`,
  'ideas-merged': (about) =>
    `Tout le monde est d’accord : « ${about} » regroupe deux idées, avec toutes leurs autrices et tous leurs auteurs.`,
  'supported-merged': (about) =>
    `Une idée que vous soutenez a rejoint « ${about} ». Votre soutien reste où il est : vous seul ou vous seule pouvez soutenir celle-ci.`,
  'merge-undone': (about, who) =>
    `${who} a défait le regroupement de « ${about} ». Les deux textes sont tels qu’avant.`,
  'idea-sealed': (about) => `Le défi est fermé. Le texte et les noms de « ${about} » sont scellés.`,
  'dispute-moved': (about, who) => `${who} a écrit à propos des noms de « ${about} ».`,
  'correction-asked': (about) =>
    `On vous demande votre accord pour ajouter un nom à « ${about} ». Rien ne change sans vous.`,
  'late-kept': (about) =>
    `Un texte est arrivé après la fermeture dans « ${about} ». Il est conservé ; l’équipe d’animation décide de la suite.`,
  'idea-answered': (about) => `La réponse à « ${about} » est là, avec ses raisons.`,
  'results-to-confirm': (about, who) =>
    `${who} propose les résultats de « ${about} ». Une seconde personne doit les confirmer.`,
  'idea-adopted': (about) => `Une direction adopte « ${about} ». Les noms qui y sont attachés y restent.`,
  'adoption-declined': (about) =>
    `Une direction n’adopte pas « ${about} ». Sa raison se lit sur la page de l’idée ; les noms restent attachés.`,
  'adoption-moved': (about, _who, { until }) =>
    `Le défi était suspendu : la date promise pour « ${about} » devient ${until}.`,
  'adoption-asked': (about) => `« ${about} » est retenue et attend la réponse de votre direction.`,
  'carrier-offered': (about) =>
    `Quelle part voulez-vous prendre dans « ${about} » ? Ne pas répondre n’est pas refuser.`,
  'carrier-answered': (about, who) => `${who} a dit quelle part prendre dans « ${about} ».`,
  'pilot-named': (about) => `Vous pilotez la mise en œuvre de « ${about} ».`,
  'commitment-asked': (about, who) =>
    `${who} vous demande de signer l’engagement de votre direction pour « ${about} ».`,
  'note-commented': (about, who) => `${who} a écrit sous votre note « ${about} ».`,
  'note-thanked': (about, who) => `${who} vous remercie pour votre note « ${about} ».`,
  'followed-note': (about) => `Il y a du nouveau sur la note « ${about} », que vous suivez.`,
  'practice-taken-up': (about, who) => `${who} reprend votre pratique « ${about} ». Votre nom y reste.`,
  'note-wanted': (about, who, { reason }) =>
    `${who} vous propose d’apporter votre note « ${about} » dans un défi. Votre accord est attendu. ${reason}`,
  'note-declined': (about, who) => `${who} préfère que la note « ${about} » reste où elle est.`,
  'note-brought': (about) => `La note « ${about} » est devenue une idée, au nom de qui l’a écrite.`,
  'note-reported': (about) => `Un contenu de la note « ${about} » est signalé. Sa lecture vous attend.`,
  'note-hidden': (about, _who, { reason }) =>
    `Votre note « ${about} » n’est plus visible des autres. Raison : ${reason}`,
  'note-restored': (about, _who, { reason }) => `Votre note « ${about} » est de nouveau visible. ${reason}`,
};
const linesEn: NoticeSentences = {
  ...deliveryLinesEn,
  invited: (about) => `You are invited to answer “${about}”.`,
  'challenge-opened': (about) => `The challenge “${about}” is open.`,
  'challenge-cancelled': (about, _who, { reason }) =>
    `The challenge “${about}” is cancelled. Reason: ${reason}`,
  'challenge-paused': (about, _who, { reason, until }) =>
    `The challenge “${about}” is paused, until ${until} at the latest. Reason: ${reason}`,
  'challenge-resumed': (about, _who, { until }) =>
    until === ''
      ? `The challenge “${about}” goes on.`
      : `The challenge “${about}” goes on. Next deadline: ${until}.`,
  'challenge-extended': (about, _who, { reason, until }) =>
    `The challenge “${about}” lasts longer: it closes ${until}. Reason: ${reason}`,
  'challenge-archived': (about) => `The challenge “${about}” is archived: read what it gave.`,
  'extension-asked': (about, who, { reason, until }) =>
    `${who} asks to extend “${about}” until ${until}. Your agreement is awaited. Reason: ${reason}`,
  'cancellation-asked': (about, who, { reason }) =>
    `${who} asks to cancel “${about}”. Your agreement is awaited. Reason: ${reason}`,
  'closing-soon': (about, _who, { until }) => `The challenge “${about}” closes ${until}.`,
  'followed-idea': (about) => `There is something new on “${about}”, which you follow.`,
  'idea-commented': (about, who) => `${who} wrote about “${about}”.`,
  'comment-answered': (about, who) => `${who} answered you about “${about}”.`,
  mentioned: (about, who) => `${who} mentions you about “${about}”.`,
  'question-asked': (about, who) => `${who} asks the committed directorates a question about “${about}”.`,
  thanked: (about, who) => `${who} thanks you for “${about}”.`,
  'idea-welcomed': (about, who, { reason }) => `${who} has read “${about}”. ${reason}`,
  'content-reported': (about) => `Something on “${about}” is reported and awaits your reading.`,
  'report-answered': (about, _who, { reason }) => `Your report on “${about}” has been read. ${reason}`,
  'theme-changed': (about, who, { reason }) =>
    `${who} puts “${about}” under the theme “${reason}”. You may choose another one on its page.`,
  'idea-hidden': (about, _who, { reason }) =>
    `“${about}” is not visible to others any more. Reason: ${reason} A second person reads it again within two working days.`,
  'comment-hidden': (about, _who, { reason }) =>
    `Your message about “${about}” is not visible to others any more. Reason: ${reason}`,
  'file-hidden': (about, _who, { reason }) =>
    `A file attached to “${about}” is not visible to others any more. Reason: ${reason}`,
  'review-asked': (about, who, { reason }) =>
    `${who} hid “${about}”. Reason: ${reason} Your reading is awaited within two working days.`,
  'file-review-asked': (about, who, { reason }) =>
    `${who} hid a file attached to “${about}”. Reason: ${reason} Your look is awaited within two working days.`,
  'idea-restored': (about, _who, { reason }) => `“${about}” is visible again. ${reason}`,
  'comment-restored': (about, _who, { reason }) =>
    `Your message about “${about}” is visible again. ${reason}`,
  'file-restored': (about, _who, { reason }) => `A file attached to “${about}” is visible again. ${reason}`,
  'late-decided': (about, _who, { reason }) =>
    `Your text that arrived after the closing, in “${about}”, is kept. ${reason}`,
  'item-handed': (about, who) =>
    `${who} has a link with “${about}” and decides nothing more about it. What waits there is yours.`,
  'decision-reopened': (about, _who, { reason }) =>
    `The facilitation team looks again at its decision about “${about}”. ${reason}`,
  'carrier-reminded': (about) =>
    `You can still say which part you take in “${about}”. Not answering is not refusing.`,
  'carrier-silent': (about) => `The person who may carry “${about}” has not answered. The offer stays open.`,
  'idea-rebounded': (about, who) => `${who} rebounded on “${about}”.`,
  'lineage-selected': (about, _who, { reason }) =>
    `“${about}”, which grew from “${reason}” where your name is, is selected.`,
  'lineage-adopted': (about, _who, { reason }) =>
    `“${about}”, which grew from “${reason}” where your name is, is adopted by a directorate.`,
  'contribution-credited': (about, who, { reason }) =>
    `${who} says what you brought to “${about}”: “${reason}” Your name is now among the contributions.`,
  'quotation-found': (about, _who, { reason }) =>
    `A passage of “${about}” stands in “${reason}” too, which is older. Nothing is credited without you.`,
  'change-suggested': (about, who) =>
    `${who} suggests saying a passage of “${about}” differently. The text does not change without you.`,
  'suggestion-taken': (about, _who, { reason }) =>
    `The change you suggested is in the text of “${about}”.${reason && ` What it brings: “${reason}”`} The new words are yours.`,
  'suggestion-declined': (about, _who, { reason }) =>
    `The change you suggested to “${about}” is not taken.${reason && ` Reason: “${reason}”`} It stays readable, with your name.`,
  'text-restored': (about, who) =>
    `${who} put back into “${about}” what it said before. The text of meanwhile stays in the history.`,
  'words-removed': (about, who) =>
    `${who} took words that you had written out of “${about}”. They are kept, and one press puts them back.`,
  'words-restored': (about, who) =>
    `${who} put words that you had written back into “${about}”. They are still yours.`,
  'rebound-taken': (about, _who, { reason }) =>
    `Your rebound is taken into “${about}”.${reason && ` What it brings: “${reason}”`} Your name is now among the contributions.`,
  'rebound-declined': (about, _who, { reason }) =>
    `Your rebound is not taken into “${about}”.${reason && ` Reason: “${reason}”`} It stays readable, with your name, and you can grow it into an idea.`,
  'coauthor-asked': (about, who) => `${who} asks to co-write “${about}”.`,
  'coauthor-accepted': (about) => `You now co-write “${about}”. Your name is attached to it.`,
  'coauthor-declined': (about) =>
    `Your request to co-write “${about}” is not accepted. You can rebound on this idea.`,
  'merge-proposed': (about, who, { reason }) =>
    `${who} proposes to merge “${about}” with another idea. Your agreement is awaited. Reason: ${reason}`,
  'merge-refused': (about, who) => `${who} prefers “${about}” to stand alone. Nothing changes.`,
  'ideas-merged': (about) => `Everybody agrees: “${about}” merges two ideas, with all their authors.`,
  'supported-merged': (about) =>
    `An idea you support has joined “${about}”. Your support stays where it is: you alone may support this one.`,
  'merge-undone': (about, who) => `${who} undid the merge of “${about}”. Both texts are as before.`,
  'idea-sealed': (about) => `The challenge is closed. Text and names of “${about}” are sealed.`,
  'dispute-moved': (about, who) => `${who} wrote about the names of “${about}”.`,
  'correction-asked': (about) =>
    `Your consent is asked to add a name to “${about}”. Nothing changes without you.`,
  'late-kept': (about) =>
    `A text arrived after the closing in “${about}”. It is kept; the facilitation team decides what follows.`,
  'idea-answered': (about) => `The answer to “${about}” is here, with its reasons.`,
  'results-to-confirm': (about, who) =>
    `${who} proposes the results of “${about}”. Another person has to confirm them.`,
  'idea-adopted': (about) => `A directorate adopts “${about}”. The names attached to it stay.`,
  'adoption-declined': (about) =>
    `A directorate does not adopt “${about}”. Its reason is on the idea’s page; the names stay attached.`,
  'adoption-moved': (about, _who, { until }) =>
    `The challenge was paused: the date promised for “${about}” becomes ${until}.`,
  'adoption-asked': (about) => `“${about}” is selected and awaits your directorate’s answer.`,
  'carrier-offered': (about) =>
    `Which part would you like to take in “${about}”? Not answering is not refusing.`,
  'carrier-answered': (about, who) => `${who} said which part to take in “${about}”.`,
  'pilot-named': (about) => `You lead the work on “${about}”.`,
  'commitment-asked': (about, who) =>
    `${who} asks you to sign the commitment of your directorate for “${about}”.`,
  'note-commented': (about, who) => `${who} wrote under your note “${about}”.`,
  'note-thanked': (about, who) => `${who} thanks you for your note “${about}”.`,
  'followed-note': (about) => `There is something new on the note “${about}”, which you follow.`,
  'practice-taken-up': (about, who) => `${who} takes up your practice “${about}”. Your name stays on it.`,
  'note-wanted': (about, who, { reason }) =>
    `${who} proposes to bring your note “${about}” into a challenge. Your agreement is awaited. ${reason}`,
  'note-declined': (about, who) => `${who} prefers the note “${about}” to stay where it is.`,
  'note-brought': (about) => `The note “${about}” has become an idea, in the name of whoever wrote it.`,
  'note-reported': (about) => `Something on the note “${about}” is reported and awaits your reading.`,
  'note-hidden': (about, _who, { reason }) =>
    `Your note “${about}” is not visible to others any more. Reason: ${reason}`,
  'note-restored': (about, _who, { reason }) => `Your note “${about}” is visible again. ${reason}`,
};

export const words = catalogue(
  {
    bell: (unread: number) =>
      unread === 0
        ? 'Avis : aucun non lu'
        : `Avis : ${fr.counted(unread, { one: 'non lu', other: 'non lus' })}`,
    title: 'Vos avis',
    unreadLine: (unread: number) =>
      unread === 0
        ? 'Vous avez tout lu.'
        : `${fr.counted(unread, { one: 'avis que vous n’avez pas lu', other: 'avis que vous n’avez pas lus' })}.`,
    readAll: 'Tout marquer comme lu',
    unread: 'Non lu :',
    none: 'Aucun avis pour le moment',
    noneWhat:
      'Ce qui vous concerne paraîtra ici : un rebond sur votre idée, une demande de coécriture, une réponse, une adoption.',
    somebody: 'Une personne',
    lines: linesFr,
  },
  {
    bell: (unread) => (unread === 0 ? 'Notices: none unread' : `Notices: ${en.count(unread)} unread`),
    title: 'Your notices',
    unreadLine: (unread) =>
      unread === 0
        ? 'You have read everything.'
        : `${en.counted(unread, { one: 'notice you have not read', other: 'notices you have not read' })}.`,
    readAll: 'Mark all as read',
    unread: 'Unread:',
    none: 'No notice at the moment',
    noneWhat:
      'What concerns you will appear here: a rebound on your idea, a request to co-write, an answer, an adoption.',
    somebody: 'Somebody',
    lines: linesEn,
  },
);
