/** What the entrance and the bands of the instance say. */
import { enFormats as en, frFormats as fr } from '../platform/formats.ts';
import { catalogue } from '../platform/i18n.ts';

export const words = catalogue(
  {
    tagline: 'Les idées circulent, les noms restent.',
    welcomeWhat:
      'Pendant trois semaines, une question est posée à toutes les directions. Chacun et chacune peut proposer une idée, ou rebondir sur celle d’un ou d’une collègue.',
    welcomeCredit:
      'Qui a eu l’idée reste nommé, quoi qu’il arrive ensuite. Une direction qui adopte une idée peut en changer le contenu, jamais les noms.',
    welcomeBack: (name: string) => `Bonjour ${name}`,
    nothingYet: 'Aucun défi pour le moment',
    nothingYetWhat: 'La question du prochain défi paraîtra ici, avec ses dates.',

    title: 'Entrer dans La Butinerie',
    titleWithLink: 'Votre lien est prêt',
    withLinkWhat: 'Il vous est personnel. Un seul geste, sans mot de passe.',
    enter: 'Entrer',
    requestTitle: 'Recevoir un lien d’entrée',
    requestHint: 'L’adresse à laquelle vous avez été invité ou invitée.',
    mail: 'Adresse électronique',
    mailMalformed: 'Cette adresse n’est pas complète. Exemple : prenom.nom@collectivite.fr',
    request: 'Recevoir mon lien',
    requested: 'C’est noté.',
    requestedWhat:
      'Si cette adresse est celle d’une personne invitée, un lien d’entrée lui parvient dans quelques minutes.',
    requestedMailPage:
      'Cette instance n’envoie pas de courriels : si l’adresse est celle d’une personne invitée, l’équipe d’animation trouve le lien sur sa page de courriels et vous le remet.',
    slip: 'Vous avez un papier avec un carré à photographier ? Visez-le avec l’appareil photo de votre téléphone : il ouvre cette page avec votre lien.',
    passwordTitle: 'J’ai choisi un mot de passe',
    password: 'Mot de passe',
    enterWithPassword: 'Entrer avec mon mot de passe',
    passwordRefused: 'Cette adresse et ce mot de passe ne vont pas ensemble.',
    demonstrationTitle: 'Essayer un rôle',
    demonstrationWhat:
      'Ceci est une démonstration : les personnes et les idées sont fictives. Choisissez qui vous êtes.',
    parts: {
      agent: 'Agent ou agente',
      author: 'A eu une idée',
      coauthor: 'Coécrit une idée',
      colleague: 'Collègue d’une autre direction',
      moderator: 'Équipe d’animation',
      moderator_lead: 'Responsable de l’animation',
      sponsor: 'Répond pour une direction',
      pilot: 'Pilote d’une idée adoptée',
      juror: 'Jury',
      evaluator: 'Évaluation',
      admin: 'Administration de l’instance',
      dpo: 'Protection des données',
      dgs: 'Direction générale',
    },

    signOut: 'Sortir',
    signOutEverywhere: 'Sortir de tous mes appareils',
    signedOut: 'Vous êtes sorti ou sortie.',
    stillIn: 'Vous n’êtes pas sorti ou sortie.',
    unsentTitle: 'Des mots ne sont pas encore partis',
    unsentWhat: (texts: number) =>
      `Ce que vous avez écrit dans ${fr.counted(texts, { one: 'idée', other: 'idées' })} attend le réseau sur cet appareil. Personne d’autre ne le verra ; il partira quand vous reviendrez ici et rouvrirez l’idée.`,
    stay: 'Rester',
    signOutAnyway: 'Sortir quand même',
    language: 'Langue',
    otherLanguage: 'English',

    demonstrationBand: 'Démonstration.',
    demonstrationBandWhat: 'Personnes et idées fictives.',
    embeddedBand: 'Base de données intégrée, pour essayer.',
    embeddedBandWhat: 'Avant un vrai défi, branchez MongoDB (variable MONGODB_URI).',
  },
  {
    tagline: 'Ideas travel, names stay.',
    welcomeWhat:
      'For three weeks, one question is put to every directorate. Anybody may propose an idea, or rebound on a colleague’s.',
    welcomeCredit:
      'Whoever had the idea stays named, whatever happens next. A directorate that adopts an idea may change its content, never its names.',
    welcomeBack: (name) => `Hello ${name}`,
    nothingYet: 'No challenge at the moment',
    nothingYetWhat: 'The question of the next challenge will appear here, with its dates.',

    title: 'Come into La Butinerie',
    titleWithLink: 'Your link is ready',
    withLinkWhat: 'It is yours alone. One press, no password.',
    enter: 'Enter',
    requestTitle: 'Receive a sign-in link',
    requestHint: 'The address you were invited at.',
    mail: 'E-mail address',
    mailMalformed: 'This address is not complete. Example: first.last@council.org',
    request: 'Send me my link',
    requested: 'Noted.',
    requestedWhat:
      'If this address belongs to somebody invited, a sign-in link reaches it within a few minutes.',
    requestedMailPage:
      'This instance sends no e-mail: if the address belongs to somebody invited, the facilitation team finds the link on its mail page and hands it to you.',
    slip: 'Do you have a slip with a square to photograph? Point your phone’s camera at it: it opens this page with your link.',
    passwordTitle: 'I have chosen a password',
    password: 'Password',
    enterWithPassword: 'Enter with my password',
    passwordRefused: 'This address and this password do not go together.',
    demonstrationTitle: 'Try a role',
    demonstrationWhat: 'This is a demonstration: people and ideas are fictional. Choose who you are.',
    parts: {
      agent: 'Agent',
      author: 'Had an idea',
      coauthor: 'Co-writes an idea',
      colleague: 'Colleague in another directorate',
      moderator: 'Facilitation team',
      moderator_lead: 'Head of facilitation',
      sponsor: 'Answers for a directorate',
      pilot: 'Pilot of an adopted idea',
      juror: 'Jury',
      evaluator: 'Evaluation',
      admin: 'Administration of the instance',
      dpo: 'Data protection',
      dgs: 'General management',
    },

    signOut: 'Sign out',
    signOutEverywhere: 'Sign out of all my devices',
    signedOut: 'You are signed out.',
    stillIn: 'You are still signed in.',
    unsentTitle: 'Some words have not left yet',
    unsentWhat: (texts) =>
      `What you wrote in ${en.counted(texts, { one: 'idea', other: 'ideas' })} waits for the network on this device. Nobody else will see it; it leaves when you come back here and open the idea again.`,
    stay: 'Stay',
    signOutAnyway: 'Sign out anyway',
    language: 'Language',
    otherLanguage: 'Français',

    demonstrationBand: 'Demonstration.',
    demonstrationBandWhat: 'Fictional people and ideas.',
    embeddedBand: 'Embedded database, for trying out.',
    embeddedBandWhat: 'Before a real challenge, connect MongoDB (variable MONGODB_URI).',
  },
);
