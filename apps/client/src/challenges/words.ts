/** What the page of a challenge says. */
import { enFormats as en, frFormats as fr } from '../platform/formats.ts';
import { catalogue } from '../platform/i18n.ts';

interface Outcome {
  readonly selected: number;
  readonly ideas: number;
}

export const words = catalogue(
  {
    kicker: {
      draft: 'Défi en préparation',
      scheduled: 'Défi à venir',
      ideation: 'Défi en cours',
      rebound: 'Défi en cours : les rebonds',
      closing: 'Défi en train de fermer',
      deliberation: 'Défi fermé : les réponses se préparent',
      decided: 'Résultats du défi',
      delivery: 'Les idées retenues se réalisent',
      impact_review: 'Bilan d’effets',
      archived: 'Défi archivé',
      cancelled: 'Défi annulé',
    },
    state: {
      draft: 'en préparation',
      scheduled: 'à venir',
      ideation: 'en cours',
      rebound: 'rebonds en cours',
      closing: 'en train de fermer',
      deliberation: 'réponses en préparation',
      decided: 'résultats publiés',
      delivery: 'en réalisation',
      impact_review: 'bilan d’effets',
      archived: 'archivé',
      cancelled: 'annulé',
    },
    draft: 'Visible de l’équipe d’animation seule, tant qu’il n’est pas programmé.',
    opens: (moment: string, left: string) => `Ouverture ${moment} — dans ${left}`,
    closes: (moment: string, left: string) => `Fermeture ${moment} — encore ${left}`,
    closing: (time: string) => `Le défi est fermé depuis ${time} (heure de Paris).`,
    closed: (moment: string) => `Fermé depuis le ${moment}.`,
    answersBy: (moment: string) => `L’équipe d’animation répond à chaque idée avant le ${moment}.`,
    published: (moment: string) => `Résultats publiés le ${moment}.`,
    selected: ({ selected, ideas }: Outcome) =>
      `${fr.counted(selected, { one: 'idée retenue', other: 'idées retenues' })} sur ${fr.count(ideas)}.`,
    tookPart: (people: number) =>
      `${fr.counted(people, { one: 'personne a', other: 'personnes ont' })} proposé, rebondi ou coécrit.`,
    cancelledOn: (day: string) => `Annulé le ${day}.`,
    pausedUntil: (moment: string) => `Suspendu jusqu’au ${moment} au plus tard.`,
    paused: {
      title: 'Le défi est suspendu',
      what: 'Rien ne s’écrit pendant la suspension. Vos brouillons sont gardés, et chaque échéance recule d’autant de jours ouvrés, à la même heure.',
      reason: (reason: string) => `Raison : ${reason}`,
    },
    extended: {
      title: 'Le défi est prolongé',
      what: (moment: string) => `Il ferme maintenant ${moment}.`,
      reason: (reason: string) => `Raison : ${reason}`,
      askedTitle: 'Une prolongation est demandée',
      asked: (name: string, moment: string) => `${name} propose de fermer ${moment}.`,
      somebody: 'L’équipe d’animation',
      waits: 'Une direction engagée doit donner son accord. D’ici là, aucune date ne change.',
      agree: 'Donner mon accord',
      agreed: 'Le défi est prolongé. Tout le monde en est averti.',
    },

    marks: {
      opens: 'Ouverture',
      ideasUntil: 'Nouvelles idées jusqu’au',
      closes: 'Fermeture',
      answers: 'Réponses',
    },
    haveIdea: 'J’ai une idée',
    rebound: 'Je rebondis',
    commitment: 'Lire l’engagement des directions',
    calendar: 'Ajouter les dates à mon agenda',
    proposeUntil: (moment: string, left: string) => `Nouvelles idées jusqu’au ${moment} — encore ${left}`,
    ideasUntil: (moment: string) =>
      `Nouvelles idées jusqu’au ${moment}. Les rebonds continuent jusqu’à la fermeture.`,

    notice: {
      scheduled: 'Le défi n’est pas encore ouvert',
      scheduledWhat:
        'À l’heure dite, vous pourrez proposer une idée et rebondir sur celles des autres. Cette page changera d’elle-même.',
      rebound: 'Les nouvelles idées sont toutes là',
      reboundWhat: 'Jusqu’à la fermeture, rebondissez sur elles et coécrivez-les.',
      closing: 'Le défi vient de fermer',
      closingWhat:
        'Les textes ne changent plus. Ce qui était déjà parti de votre appareil arrive encore pendant deux minutes.',
      deliberation: 'Les textes sont fermés',
      deliberationWhat:
        'Chaque idée reçoit une réponse écrite avec sa raison, retenue ou non. Les noms restent attachés.',
      decided: 'Chaque idée a sa réponse',
      decidedWhat:
        'Les directions ont dix jours ouvrés pour adopter les idées retenues, avec leurs auteurs et autrices.',
      cancelled: 'Ce défi n’aura pas lieu',
      cancelledWhat: 'Les textes et les noms restent lisibles par leurs auteurs et autrices.',
      reason: 'Raison :',
    },
    about: 'Le défi en détail',
    audience: 'Réservé à',
    invitedOnly: 'quelques personnes invitées par leur nom',
    sponsors: 'Directions engagées à répondre',
    moderators: 'Équipe d’animation',
    others: 'Autres défis',
    loading: 'Le défi',
  },
  {
    kicker: {
      draft: 'Challenge being prepared',
      scheduled: 'Challenge to come',
      ideation: 'Current challenge',
      rebound: 'Current challenge: rebounds',
      closing: 'Challenge closing',
      deliberation: 'Challenge closed: answers are being written',
      decided: 'Results of the challenge',
      delivery: 'The selected ideas are being carried out',
      impact_review: 'Impact review',
      archived: 'Archived challenge',
      cancelled: 'Cancelled challenge',
    },
    state: {
      draft: 'being prepared',
      scheduled: 'to come',
      ideation: 'open',
      rebound: 'open for rebounds',
      closing: 'closing',
      deliberation: 'answers being written',
      decided: 'results published',
      delivery: 'being carried out',
      impact_review: 'impact review',
      archived: 'archived',
      cancelled: 'cancelled',
    },
    draft: 'Only the facilitation team sees it, until it is scheduled.',
    opens: (moment, left) => `Opens ${moment} — in ${left}`,
    closes: (moment, left) => `Closes ${moment} — ${left} left`,
    closing: (time) => `The challenge has been closed since ${time} (Paris time).`,
    closed: (moment) => `Closed since ${moment}.`,
    answersBy: (moment) => `The facilitation team answers every idea before ${moment}.`,
    published: (moment) => `Results published on ${moment}.`,
    selected: ({ selected, ideas }) =>
      `${en.counted(selected, { one: 'idea selected', other: 'ideas selected' })} out of ${en.count(ideas)}.`,
    tookPart: (people) =>
      `${en.counted(people, { one: 'person', other: 'people' })} proposed, rebounded or co-wrote.`,
    cancelledOn: (day) => `Cancelled on ${day}.`,
    pausedUntil: (moment) => `Paused until ${moment} at the latest.`,
    paused: {
      title: 'The challenge is paused',
      what: 'Nothing is written during the pause. Your drafts are kept, and every deadline moves back by as many working days, to the same hour.',
      reason: (reason) => `Reason: ${reason}`,
    },
    extended: {
      title: 'The challenge lasts longer',
      what: (moment) => `It now closes ${moment}.`,
      reason: (reason) => `Reason: ${reason}`,
      askedTitle: 'An extension is asked for',
      asked: (name, moment) => `${name} proposes to close ${moment}.`,
      somebody: 'The facilitation team',
      waits: 'A committed directorate has to agree. Until then no date changes.',
      agree: 'Agree',
      agreed: 'The challenge lasts longer. Everybody is told.',
    },

    marks: { opens: 'Opens', ideasUntil: 'New ideas until', closes: 'Closes', answers: 'Answers' },
    haveIdea: 'I have an idea',
    rebound: 'I rebound',
    commitment: 'Read the commitment of the directorates',
    calendar: 'Add the dates to my calendar',
    proposeUntil: (moment, left) => `New ideas until ${moment} — ${left} left`,
    ideasUntil: (moment) => `New ideas until ${moment}. Rebounds go on until closing.`,

    notice: {
      scheduled: 'The challenge is not open yet',
      scheduledWhat:
        'From that hour you can propose an idea and rebound on those of others. This page will change by itself.',
      rebound: 'All the new ideas are here',
      reboundWhat: 'Until closing, rebound on them and co-write them.',
      closing: 'The challenge has just closed',
      closingWhat: 'Texts change no more. What had already left your device still arrives for two minutes.',
      deliberation: 'Texts are closed',
      deliberationWhat:
        'Every idea receives a written answer with its reason, selected or not. The names stay attached.',
      decided: 'Every idea has its answer',
      decidedWhat:
        'Directorates have ten working days to adopt the selected ideas, together with their authors.',
      cancelled: 'This challenge will not take place',
      cancelledWhat: 'Texts and names stay readable by their authors.',
      reason: 'Reason:',
    },
    about: 'The challenge in detail',
    audience: 'Only for',
    invitedOnly: 'a few people invited by name',
    sponsors: 'Directorates committed to answering',
    moderators: 'Facilitation team',
    others: 'Other challenges',
    loading: 'The challenge',
  },
);
