/** What the texts of a kit begin with: the catalogue's words, filled from the challenge as it is set. */
import type { KitTextName } from '@butinerie/contracts';
import { catalogue } from '../platform/i18n.ts';

export interface KitFacts {
  readonly question: string;
  readonly opens: string;
  readonly ideasUntil: string;
  readonly closes: string;
  readonly answers: string;
  readonly sponsors: string;
  readonly moderators: string;
  readonly jury: boolean;
  readonly url: string;
}
type Texts = Record<KitTextName, (facts: KitFacts) => string>;

const fr: Texts = {
  commitment: ({ question, answers }) =>
    `Pour le défi « ${question} », notre direction s’engage à :\n\n1. répondre à chaque idée qui la concerne, par écrit et avec une raison, au plus tard le ${answers} ;\n2. répondre sous dix jours ouvrés à chaque idée retenue : l’adopter, la partager ou la décliner avec un motif ;\n3. nommer un ou une pilote pour chaque idée adoptée, et dire au bout de quatre-vingt-dix jours ce qui a changé ;\n4. libérer du temps pour la personne qui a eu l’idée : … demi-journées ;\n5. ne jamais retirer ni remplacer le nom de qui a proposé ou aidé.`,
  council: ({ question, opens, closes, moderators, jury }) =>
    `Objet : information sur le défi « ${question} »\n\nCe que c’est. Pendant la durée du défi, les agents et les agentes peuvent proposer des idées, rebondir sur celles des autres et écrire ensemble. La participation est libre. Ne pas participer n’a aucune conséquence.\n\nDates. Du ${opens} au ${closes}.\n\nQui choisit. ${jury ? 'Un jury, dont les raisons sont écrites pour chaque idée.' : 'L’équipe d’animation, à deux personnes au moins, avec une raison écrite pour chaque idée.'} Animation : ${moderators}.\n\nCe qui est exclu. Aucune évaluation des personnes, aucun classement nominatif, aucun suivi de l’activité. Aucune hiérarchie ne voit qui soutient quoi ni les brouillons. L’historique d’écriture montre des jours, jamais des heures.\n\nConsultation. Une idée retenue qui toucherait l’organisation du travail est soumise à l’avis de l’instance avant d’être mise en œuvre.\n\nContact : …`,
  protection: ({ question, closes, answers, sponsors }) =>
    `Traitement : défi « ${question} »\n\nFinalités. Organiser la participation à l’innovation entre agents, créditer les personnes qui proposent et qui aident, suivre les idées adoptées. Exclu : évaluation, classement, discipline, surveillance de l’activité.\n\nBase légale. Mission d’intérêt public (article 6.1.e du RGPD). Ce n’est pas le consentement : le droit d’opposition existe.\n\nDonnées. Nom, direction, adresse professionnelle ou lien remis sur papier, textes, rebonds, soutiens, journal des actes. Aucune donnée d’usagers.\n\nQui voit quoi. Les textes publiés et leurs noms : tous les agents invités. Les brouillons : leurs auteurs. Qui soutient quoi : la personne seule. Les signalements : l’équipe d’animation. Destinataires : agents, équipe d’animation, directions engagées (${sponsors}).\n\nDurées proposées. Brouillons : trois mois après la fermeture, le ${closes}. Soutiens nominatifs : jusqu’à la publication des réponses, le ${answers} au plus tard. Crédits et idées adoptées : la durée du dossier. Journaux de sécurité : six à douze mois.\n\nDroits. Accès et export sur la page « Mes mentions » ; rectification, opposition et pseudonyme auprès de : …\n\nÀ compléter et à valider par la personne déléguée à la protection des données.`,
  announcement: ({ question, opens, ideasUntil, closes, url }) =>
    `Objet : ${question}\n\nBonjour,\n\nUn défi s’ouvre le ${opens} : « ${question} »\n\nDeux phrases suffisent pour proposer, une seule pour rebondir. Nouvelles idées jusqu’au ${ideasUntil}, rebonds jusqu’au ${closes}. Chaque idée reçoit une réponse avec ses raisons, et votre nom reste attaché à ce que vous apportez.\n\n${url}`,
  midway: ({ question, ideasUntil, url }) =>
    `Objet : à mi-chemin\n\nBonjour,\n\nLe défi « ${question} » est à mi-chemin. Certaines idées n’ont encore aucun rebond : une phrase de votre métier peut tout changer.\n\nNouvelles idées jusqu’au ${ideasUntil}.\n\n${url}`,
  lastDays: ({ question, closes, answers, url }) =>
    `Objet : derniers jours\n\nBonjour,\n\nLe défi « ${question} » ferme le ${closes}. Relisez votre texte, répondez aux rebonds, ajoutez ce qui manque aux idées des autres.\n\nLes réponses, avec leurs raisons, sont attendues au plus tard le ${answers}.\n\n${url}`,
  poster: () => 'Deux phrases suffisent.\nVotre nom y reste.',
};

const en: Texts = {
  commitment: ({ question, answers }) =>
    `For the challenge “${question}”, our directorate commits itself:\n\n1. to answer every idea that concerns it, in writing and with a reason, by ${answers};\n2. to answer every selected idea within ten working days: adopt it, share it, or decline it with a reason;\n3. to name somebody who leads the work on each adopted idea, and to say after ninety days what has changed;\n4. to free time for whoever had the idea: … half-days;\n5. never to take away or replace the name of whoever proposed or helped.`,
  council: ({ question, opens, closes, moderators, jury }) =>
    `Subject: information about the challenge “${question}”\n\nWhat it is. While the challenge is open, agents may propose ideas, rebound on those of others and write together. Taking part is free. Not taking part has no consequence.\n\nDates. From ${opens} to ${closes}.\n\nWho chooses. ${jury ? 'A jury, with written reasons for every idea.' : 'The facilitation team, two people at least, with a written reason for every idea.'} Facilitation: ${moderators}.\n\nWhat is excluded. No appraisal of people, no ranking by name, no monitoring of activity. No manager sees who supports what, nor drafts. The history of writing shows days, never hours.\n\nConsultation. A selected idea that would touch the organisation of work is submitted to the body’s opinion before it is carried out.\n\nContact: …`,
  protection: ({ question, closes, answers, sponsors }) =>
    `Processing: challenge “${question}”\n\nPurposes. Organise participatory innovation among agents, credit those who propose and help, follow adopted ideas. Excluded: appraisal, ranking, discipline, monitoring of activity.\n\nLegal basis. Mission of public interest (article 6.1.e GDPR). Not consent: the right to object exists.\n\nData. Name, directorate, professional address or link handed on paper, texts, rebounds, supports, log of acts. No data about users of services.\n\nWho sees what. Published texts and their names: all invited agents. Drafts: their authors. Who supports what: that person alone. Reports: the facilitation team. Recipients: agents, facilitation team, committed directorates (${sponsors}).\n\nProposed durations. Drafts: three months after closing, on ${closes}. Supports by name: until the answers are published, by ${answers}. Credits and adopted ideas: as long as the record. Security logs: six to twelve months.\n\nRights. Access and export on the page “My mentions”; rectification, objection and pseudonym from: …\n\nTo be completed and validated by the data-protection officer.`,
  announcement: ({ question, opens, ideasUntil, closes, url }) =>
    `Subject: ${question}\n\nHello,\n\nA challenge opens on ${opens}: “${question}”\n\nTwo sentences are enough to propose, one to rebound. New ideas until ${ideasUntil}, rebounds until ${closes}. Every idea gets an answer with its reasons, and your name stays on what you bring.\n\n${url}`,
  midway: ({ question, ideasUntil, url }) =>
    `Subject: half-way\n\nHello,\n\nThe challenge “${question}” is half-way. Some ideas have no rebound yet: one sentence from your work can change everything.\n\nNew ideas until ${ideasUntil}.\n\n${url}`,
  lastDays: ({ question, closes, answers, url }) =>
    `Subject: last days\n\nHello,\n\nThe challenge “${question}” closes on ${closes}. Read your text again, answer rebounds, add what is missing to the ideas of others.\n\nThe answers, with their reasons, are expected by ${answers}.\n\n${url}`,
  poster: () => 'Two sentences are enough.\nYour name stays.',
};

export const DEFAULT_TEXTS = catalogue(fr, en);
