/** What the preparation of a challenge says. */
import { enFormats as en, frFormats as fr } from '../platform/formats.ts';
import { catalogue } from '../platform/i18n.ts';

const frDays = { one: 'jour', other: 'jours' };
const enDays = { one: 'day', other: 'days' };

interface Follows {
  readonly opens: string;
  readonly ideasUntil: string;
  readonly closes: string;
}

export const words = catalogue(
  {
    deskTitle: 'Préparer un défi',
    deskNow: 'Une question, trois semaines, des dates qui s’ouvrent et se ferment d’elles-mêmes.',
    newChallenge: 'Nouveau défi',
    drafts: 'En préparation',
    others: 'Programmés et passés',
    noDraft: 'Aucun défi en préparation',
    noDraftWhat:
      'Un brouillon n’est visible que de l’équipe d’animation. Vous pouvez y revenir quand vous voulez.',
    choose: 'Répondre aux idées',
    forModerators: 'Préparer un défi revient à l’équipe d’animation',
    forModeratorsWhat: 'Une personne qui anime un défi, ou l’administration, peut vous donner ce rôle.',
    toPeople: 'Voir les personnes',
    phase: {
      draft: 'brouillon',
      scheduled: 'programmé',
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
    opensOn: (moment: string) => `Ouverture le ${moment}`,

    newTitle: 'Un nouveau défi',
    kicker: 'Défi en préparation',
    draftNow: 'Seule l’équipe d’animation le voit, tant qu’il n’est pas programmé.',
    question: 'La question',
    questionHint:
      'Une phrase, un verbe. Exemple : « Comment mieux accueillir les personnes sans rendez-vous ? »',
    questionEmpty: 'Écrivez la question.',
    questionLong: 'La question dépasse 160 signes. Raccourcissez-la.',
    brief: 'Ce qu’il faut savoir',
    briefHint: 'Pourquoi cette question, ce qui est attendu, ce qui ne l’est pas. Quelques lignes suffisent.',

    datesTitle: 'Les dates',
    datesWhat:
      'Trois semaines sont proposées d’abord. Une idée déposée le dernier soir ne peut pas recevoir de rebonds : les nouvelles idées s’arrêtent avant la fermeture.',
    formatsWhat:
      'Un format remplit les quatre dates, du lundi 9 h 00 au vendredi 17 h 00, hors jours fériés. Chacune peut encore changer.',
    formats: {
      threeWeeks: 'Trois semaines',
      flash: 'Une semaine, éclair',
      oneDirectorate: 'Deux semaines, une direction',
    },
    oneDirectorateWhat:
      'Une fois le brouillon enregistré, choisissez la direction dans ses réglages, « À qui ».',
    timeZone: 'Heure de',
    zone: {
      'Europe/Paris': 'Paris',
      'America/Guadeloupe': 'Guadeloupe',
      'America/Martinique': 'Martinique',
      'America/Cayenne': 'Guyane',
      'Indian/Reunion': 'La Réunion',
      'Indian/Mayotte': 'Mayotte',
      'America/Miquelon': 'Saint-Pierre-et-Miquelon',
      'Pacific/Noumea': 'Nouvelle-Calédonie',
      'Pacific/Tahiti': 'Tahiti',
      'Pacific/Wallis': 'Wallis-et-Futuna',
    },
    date: {
      opensAt: 'Ouverture',
      ideasUntil: 'Nouvelles idées jusqu’au',
      closesAt: 'Fermeture',
      decisionDueAt: 'Réponses au plus tard',
    },
    day: 'Jour',
    hour: 'Heure',
    problem: {
      empty: 'Indiquez un jour et une heure.',
      impossible:
        'Cette heure n’existe pas : ce jour-là, on passe à l’heure d’été. Choisissez une heure plus tôt ou plus tard.',
      ambiguous: 'Cette heure existe deux fois ce jour-là. Dites laquelle.',
      'not-after-opening': 'Cette date doit venir après l’ouverture.',
      'before-ideas-until': 'La fermeture ne peut pas précéder la fin des nouvelles idées.',
      'not-after-closing': 'Les réponses viennent après la fermeture.',
      'in-the-past': 'Cette date est passée. Changez-la avant de programmer.',
    },
    fold: 'Heure d’été ou d’hiver ?',
    summerTime: 'Heure d’été',
    summerTimeHint: 'La première des deux.',
    winterTime: 'Heure d’hiver',
    winterTimeHint: 'La seconde, une heure plus tard.',
    note: {
      holiday: 'C’est un jour férié.',
      weekend: 'C’est un jour de week-end.',
      'friday-evening': 'C’est un vendredi soir : peu de monde sera là.',
      'out-of-hours': 'C’est en dehors des heures de travail.',
    },
    durations: (toPropose: number, toRebound: number, toAnswer: number) =>
      `${fr.counted(toPropose, frDays)} pour proposer, ${fr.counted(toRebound, frDays)} de plus pour rebondir et coécrire, puis ${fr.counted(toAnswer, frDays)} pour répondre.`,
    propose: 'Proposer d’autres dates',

    teamTitle: 'L’équipe',
    sponsors: 'Répondent pour une direction',
    moderators: 'Animent le défi',
    nobody: 'Personne pour le moment.',
    addSponsor: 'Ajouter une direction qui répond',
    addModerator: 'Ajouter une personne à l’animation',
    settings: 'Réglages',
    settingsWhat:
      'À qui le défi s’adresse, sa couleur et son image, ses thèmes, le nom des deux champs et ce qu’il demande en plus.',
    toSettings: 'Voir les réglages',
    secondPerson: 'Prévoyez une deuxième personne : les résultats ne paraissent que si elle les confirme.',
    kit: 'Le dossier du défi',
    kitWhat:
      'L’engagement à signer, les lettres aux instances, les courriels, les affiches, la vue à projeter.',
    toKit: 'Ouvrir le dossier',
    saveFirst: 'Enregistrez le brouillon pour choisir l’équipe.',

    save: 'Enregistrer le brouillon',
    saved: 'Brouillon enregistré.',
    notSaved: 'Gardé sur cet appareil, pas encore enregistré.',
    mendFirst: 'Corrigez ce qui est signalé, puis enregistrez. Votre saisie est gardée sur cet appareil.',
    resumed: 'Voici ce que vous aviez commencé',
    resumedWhat: 'Ces changements étaient gardés sur cet appareil ; ils ne sont pas encore enregistrés.',
    dropMine: 'Revenir à ce qui est enregistré',

    conflict: 'Quelqu’un a enregistré ce défi pendant que vous y travailliez',
    conflictWhat: 'Votre saisie est intacte. Voici ce que l’autre version dit :',
    conflictSame: 'L’autre version dit la même chose que la vôtre.',
    keepMine: 'Garder ma saisie',
    takeTheirs: 'Reprendre l’autre version',

    checkTitle: 'Les notes à valider',
    checkNow: 'La note sur les données personnelles de chaque défi se lit et se valide dans son dossier.',
    checkNone: 'Aucune note n’attend votre validation',
    checkNoneWhat: 'Un défi qui se prépare paraîtra ici.',

    scheduleTitle: 'Programmer',
    missingTitle: (n: number) =>
      `Avant de programmer, il manque ${fr.counted(n, { one: 'élément', other: 'éléments' })} :`,
    missing: {
      question: 'La question.',
      sponsor: 'Une personne qui répond pour une direction.',
      moderator: 'Une personne qui anime le défi.',
      jurors: 'Trois personnes au jury.',
      protection: 'La note sur les données personnelles, validée.',
    },
    protectionChecked: 'La note sur les données personnelles est déjà validée : je le confirme.',
    protectionNote: 'Lire la note',
    protectionHeld: (how: 'officer' | 'said', name: string, day: string) =>
      how === 'officer'
        ? `La note sur les données personnelles est validée par ${name}, le ${day}.`
        : `${name} a confirmé le ${day} que la note sur les données personnelles était validée.`,
    commitmentBeside: 'L’engagement des directions : rien n’attend leur signature, mais elle rassure.',
    commitmentRead: 'Voir qui a signé',
    charterBeside: 'La charte est demandée à chaque personne à son premier envoi.',
    charterRead: 'Lire la charte',
    missingDates: 'Des dates qui tiennent ensemble et sont à venir.',
    giveRole: 'Donner ce rôle',
    ready: 'Tout est prêt.',
    schedule: 'Programmer le défi',
    scheduleAsk: 'Programmer ce défi ?',
    scheduleFollows: ({ opens, ideasUntil, closes }: Follows) =>
      `Sa page devient visible de toutes les personnes invitées. Le défi s’ouvre le ${opens}, prend de nouvelles idées jusqu’au ${ideasUntil} et se ferme le ${closes}, de lui-même.`,
    scheduleTold: 'Chaque personne invitée reçoit une nouvelle à l’ouverture.',
    scheduleFixed: 'La question et les dates ne changeront plus.',
    scheduleYes: 'Oui, programmer',
    back: 'Revenir au brouillon',
    scheduled: 'Le défi est programmé.',

    settledKicker: (state: string) => `Défi : ${state}`,
    pausedNow: 'Le défi est suspendu : les échéances reculent d’autant à la reprise.',
    settledNow: 'La question et les dates ne changent plus. L’équipe peut encore s’agrandir.',
    cancelledNow: (day: string) => `Annulé le ${day}.`,
    archivedNow: (day: string) => `Archivé le ${day}. Plus rien n’y change, tout reste lisible.`,
    duplicate: 'Dupliquer ce défi',
    likeTitle: (question: string) => `Comme « ${question} »`,
    likeWhat:
      'Le nouveau défi reprend à qui il s’adresse, les thèmes, les questions, la couleur, l’image, le jury et les textes du dossier. Jamais les idées ni ce que des personnes y ont écrit. Relisez les textes : ils peuvent citer d’anciennes dates.',
    seePage: 'Voir la page du défi',

    cancel: 'Annuler ce défi',
    cancelAsk: 'Annuler ce défi ?',
    cancelFollows:
      'Plus personne ne peut y proposer ni y écrire. Les textes et les noms restent, et votre raison est lue de tout le monde.',
    cancelReason: 'La raison',
    cancelReasonMissing: 'Écrivez la raison : elle est due à celles et ceux qui y ont travaillé.',
    cancelYes: 'Annuler le défi',
    cancelAskYes: 'Demander l’accord',
    cancelAskFollows:
      'La direction générale donne son accord ; rien ne change avant. Ensuite tout le monde lit votre raison ; les textes et les noms restent.',
    cancelAsked: 'La direction générale est prévenue.',
    cancelWaits: (name: string) => `${name} demande d’annuler ce défi`,
    cancelWaitsWhat: 'Rien ne change sans l’accord de la direction générale.',
    cancelAgree: 'Donner mon accord et annuler',
    cancelNo: 'Ne rien changer',
    cancelled: 'Le défi est annulé.',
  },
  {
    deskTitle: 'Prepare a challenge',
    deskNow: 'One question, three weeks, dates that open and close by themselves.',
    newChallenge: 'New challenge',
    drafts: 'In preparation',
    others: 'Scheduled and past',
    noDraft: 'No challenge in preparation',
    noDraftWhat: 'A draft is seen by the facilitation team only. You can come back to it whenever you like.',
    choose: 'Answer the ideas',
    forModerators: 'Challenges are prepared by the facilitation team',
    forModeratorsWhat: 'Somebody who runs a challenge, or the administration, can give you this role.',
    toPeople: 'See the people',
    phase: {
      draft: 'draft',
      scheduled: 'scheduled',
      ideation: 'open',
      rebound: 'open for rebounds',
      closing: 'closing',
      deliberation: 'answers in preparation',
      decided: 'results published',
      delivery: 'being carried out',
      impact_review: 'impact review',
      archived: 'archived',
      cancelled: 'cancelled',
    },
    opensOn: (moment) => `Opens on ${moment}`,

    newTitle: 'A new challenge',
    kicker: 'Challenge in preparation',
    draftNow: 'Only the facilitation team sees it until it is scheduled.',
    question: 'The question',
    questionHint:
      'One sentence, one verb. Example: “How do we better welcome people without an appointment?”',
    questionEmpty: 'Write the question.',
    questionLong: 'The question is longer than 160 characters. Shorten it.',
    brief: 'What people should know',
    briefHint: 'Why this question, what is expected, what is not. A few lines are enough.',

    datesTitle: 'The dates',
    datesWhat:
      'Three weeks are proposed first. An idea posted on the last evening cannot receive rebounds: new ideas stop before closing.',
    formatsWhat:
      'A format fills the four dates, from Monday 09:00 to Friday 17:00, public holidays avoided. Each may still change.',
    formats: {
      threeWeeks: 'Three weeks',
      flash: 'One week, flash',
      oneDirectorate: 'Two weeks, one directorate',
    },
    oneDirectorateWhat: 'Once the draft is saved, choose the directorate in its settings, “For whom”.',
    timeZone: 'Time of',
    zone: {
      'Europe/Paris': 'Paris',
      'America/Guadeloupe': 'Guadeloupe',
      'America/Martinique': 'Martinique',
      'America/Cayenne': 'French Guiana',
      'Indian/Reunion': 'Réunion',
      'Indian/Mayotte': 'Mayotte',
      'America/Miquelon': 'Saint Pierre and Miquelon',
      'Pacific/Noumea': 'New Caledonia',
      'Pacific/Tahiti': 'Tahiti',
      'Pacific/Wallis': 'Wallis and Futuna',
    },
    date: {
      opensAt: 'Opening',
      ideasUntil: 'New ideas until',
      closesAt: 'Closing',
      decisionDueAt: 'Answers at the latest',
    },
    day: 'Day',
    hour: 'Hour',
    problem: {
      empty: 'Give a day and an hour.',
      impossible: 'This hour does not exist: clocks go forward that day. Choose an earlier or a later one.',
      ambiguous: 'This hour comes twice that day. Say which one.',
      'not-after-opening': 'This date has to come after the opening.',
      'before-ideas-until': 'Closing cannot come before the end of new ideas.',
      'not-after-closing': 'Answers come after closing.',
      'in-the-past': 'This date has passed. Change it before scheduling.',
    },
    fold: 'Summer time or winter time?',
    summerTime: 'Summer time',
    summerTimeHint: 'The first of the two.',
    winterTime: 'Winter time',
    winterTimeHint: 'The second, an hour later.',
    note: {
      holiday: 'It is a public holiday in France.',
      weekend: 'It is a weekend day.',
      'friday-evening': 'It is a Friday evening: few people will be there.',
      'out-of-hours': 'It is outside working hours.',
    },
    durations: (toPropose, toRebound, toAnswer) =>
      `${en.counted(toPropose, enDays)} to propose, ${en.counted(toRebound, enDays)} more to rebound and co-write, then ${en.counted(toAnswer, enDays)} to answer.`,
    propose: 'Propose other dates',

    teamTitle: 'The team',
    sponsors: 'Answer for a directorate',
    moderators: 'Run the challenge',
    nobody: 'Nobody yet.',
    addSponsor: 'Add a directorate that answers',
    addModerator: 'Add somebody to the team',
    settings: 'Settings',
    settingsWhat:
      'Whom the challenge is for, its colour and picture, its themes, what its two fields are called and what it asks besides.',
    toSettings: 'See the settings',
    secondPerson: 'Plan for a second person: results are only published once they are confirmed.',
    kit: 'The kit of the challenge',
    kitWhat: 'The commitment to sign, letters to the council’s bodies, mails, posters, the view to project.',
    toKit: 'Open the kit',
    saveFirst: 'Save the draft to choose the team.',

    save: 'Save the draft',
    saved: 'Draft saved.',
    notSaved: 'Kept on this device, not saved yet.',
    mendFirst: 'Mend what is marked, then save. What you typed is kept on this device.',
    resumed: 'Here is what you had begun',
    resumedWhat: 'These changes were kept on this device; they are not saved yet.',
    dropMine: 'Back to what is saved',

    conflict: 'Somebody saved this challenge while you were working on it',
    conflictWhat: 'What you typed is intact. Here is what the other version says:',
    conflictSame: 'The other version says the same as yours.',
    keepMine: 'Keep mine',
    takeTheirs: 'Take the other version',

    checkTitle: 'Notes to validate',
    checkNow: 'The note on personal data of each challenge is read and validated in its kit.',
    checkNone: 'No note awaits your validation',
    checkNoneWhat: 'A challenge in preparation will appear here.',

    scheduleTitle: 'Schedule',
    missingTitle: (n) =>
      `Before scheduling, ${en.counted(n, { one: 'thing is', other: 'things are' })} missing:`,
    missing: {
      question: 'The question.',
      sponsor: 'Somebody who answers for a directorate.',
      moderator: 'Somebody who runs the challenge.',
      jurors: 'Three people on the jury.',
      protection: 'The note on personal data, validated.',
    },
    protectionChecked: 'The note on personal data was validated before: I confirm it.',
    protectionNote: 'Read the note',
    protectionHeld: (how, name, day) =>
      how === 'officer'
        ? `The note on personal data was validated by ${name} on ${day}.`
        : `${name} confirmed on ${day} that the note on personal data had been validated.`,
    commitmentBeside:
      'The commitment of the directorates: nothing waits for their signature, but it reassures.',
    commitmentRead: 'See who signed',
    charterBeside: 'The charter is asked of everybody when they first send something.',
    charterRead: 'Read the charter',
    missingDates: 'Dates that hold together and lie ahead.',
    giveRole: 'Give this role',
    ready: 'Everything is ready.',
    schedule: 'Schedule the challenge',
    scheduleAsk: 'Schedule this challenge?',
    scheduleFollows: ({ opens, ideasUntil, closes }) =>
      `Its page becomes visible to everybody invited. The challenge opens on ${opens}, takes new ideas until ${ideasUntil} and closes on ${closes}, by itself.`,
    scheduleTold: 'Everybody invited hears of it when it opens.',
    scheduleFixed: 'The question and the dates will not change any more.',
    scheduleYes: 'Yes, schedule',
    back: 'Back to the draft',
    scheduled: 'The challenge is scheduled.',

    settledKicker: (state) => `Challenge: ${state}`,
    pausedNow: 'The challenge is paused: deadlines move back by as much when it goes on.',
    settledNow: 'The question and the dates do not change any more. The team can still grow.',
    cancelledNow: (day) => `Cancelled on ${day}.`,
    archivedNow: (day) => `Archived on ${day}. Nothing changes there any more, everything stays readable.`,
    duplicate: 'Duplicate this challenge',
    likeTitle: (question) => `Like “${question}”`,
    likeWhat:
      'The new challenge takes over whom it is for, the themes, the questions, the colour, the picture, the jury and the texts of the kit. Never the ideas nor what people wrote in it. Read the texts again: they may name dates that have passed.',
    seePage: 'See the page of the challenge',

    cancel: 'Cancel this challenge',
    cancelAsk: 'Cancel this challenge?',
    cancelFollows:
      'Nobody can propose or write in it any more. Texts and names stay, and everybody reads your reason.',
    cancelReason: 'The reason',
    cancelReasonMissing: 'Write the reason: those who worked on it are owed one.',
    cancelYes: 'Cancel the challenge',
    cancelAskYes: 'Ask for agreement',
    cancelAskFollows:
      'The general direction agrees; nothing changes before. Then everybody reads your reason; texts and names stay.',
    cancelAsked: 'The general direction is told.',
    cancelWaits: (name) => `${name} asks to cancel this challenge`,
    cancelWaitsWhat: 'Nothing changes without the agreement of the general direction.',
    cancelAgree: 'Agree and cancel',
    cancelNo: 'Change nothing',
    cancelled: 'The challenge is cancelled.',
  },
);
