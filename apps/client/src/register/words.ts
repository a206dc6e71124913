/** What the page of the register's keeping says. */
import { catalogue } from '../platform/i18n.ts';

export const words = catalogue(
  {
    title: 'Tenir le registre',
    lead: 'Le registre des crédits ne fait que s’allonger. Ces réglages permettent à d’autres que vous de le prouver.',
    notYours: 'Cette page est celle de l’administration',
    notYoursWhat: 'Demandez à une personne qui administre la plateforme.',
    home: 'Revenir à l’accueil',

    witnesses: 'Les témoins',
    witnessesWhat:
      'Chaque jour, chaque témoin reçoit par courriel l’état signé du registre. Choisissez au moins une personne hors de l’équipe technique : archives, délégué à la protection des données, représentant du personnel.',
    none: 'Personne ne garde encore l’état du registre ailleurs.',
    mailedOn: (day: string) => `Dernier envoi : ${day}.`,
    notMailed: 'Aucun envoi pour le moment.',
    name: 'Nom ou service',
    mail: 'Adresse électronique',
    language: 'Langue du courriel',
    languages: { fr: 'Français', en: 'Anglais' },
    add: 'Ajouter ce témoin',
    remove: 'Retirer',
    removeWhom: (name: string) => `le témoin ${name}`,
    nameMissing: 'Indiquez un nom.',
    mailMissing: 'Indiquez une adresse, par exemple archives@exemple.fr.',
    alreadyThere: 'Cette adresse est déjà dans la liste.',
    kept: 'La liste des témoins est enregistrée.',
    firstLeaves: 'Le premier état part tout de suite, puis un chaque jour.',
  },
  {
    title: 'Keeping the register',
    lead: 'The register of credits only grows. These settings let others than you prove it.',
    notYours: 'This page belongs to administrators',
    notYoursWhat: 'Ask somebody who administers the platform.',
    home: 'Back to the start',

    witnesses: 'Witnesses',
    witnessesWhat:
      'Every day each witness is mailed the signed state of the register. Choose at least somebody outside the technical team: archives, data protection officer, staff representative.',
    none: 'Nobody keeps the state of the register elsewhere yet.',
    mailedOn: (day: string) => `Last sent: ${day}.`,
    notMailed: 'Nothing sent yet.',
    name: 'Name or service',
    mail: 'E-mail address',
    language: 'Language of the e-mail',
    languages: { fr: 'French', en: 'English' },
    add: 'Add this witness',
    remove: 'Remove',
    removeWhom: (name: string) => `the witness ${name}`,
    nameMissing: 'Give a name.',
    mailMissing: 'Give an address, as archives@example.org.',
    alreadyThere: 'This address is in the list already.',
    kept: 'The list of witnesses is kept.',
    firstLeaves: 'The first state leaves at once, then one every day.',
  },
);
