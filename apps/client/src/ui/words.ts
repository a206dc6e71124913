/** What our own components say. */
import { enFormats, frFormats } from '../platform/formats.ts';
import { withArticle, elided } from '../platform/french.ts';
import { catalogue } from '../platform/i18n.ts';

const fr = frFormats;
const en = enFormats;

export const words = catalogue(
  {
    removedWords: 'Retiré : ',
    addedWords: 'Ajouté : ',
    notFound: 'Cette page n’existe pas',
    notFoundWhat: 'L’adresse est peut-être incomplète, ou la page ne vous est pas ouverte.',
    notOpenPage: 'Cette page ne vous est pas ouverte',
    notOpen: 'Ceci ne vous est pas ouvert',
    notOpenWhat: 'Votre rôle ne permet pas de le lire. L’équipe d’animation peut vous dire qui le peut.',
    theme: 'Thème',
    optional: 'facultatif',
    counter: (length: number, limit: number) => `${fr.count(length)} / ${fr.count(limit)}`,
    tooLong: (over: number) =>
      `${fr.counted(over, { one: 'signe', other: 'signes' })} de trop pour publier. Tout votre texte est gardé.`,
    length: (length: number) => fr.counted(length, { one: 'signe', other: 'signes' }),
    stillToWrite: (left: number, minimum: number) =>
      `Encore ${fr.counted(left, { one: 'signe', other: 'signes' })}, sur ${fr.count(minimum)} au moins.`,
    personalData: (n: number) =>
      n === 1
        ? 'Un passage parle peut-être de quelqu’un'
        : `${fr.count(n)} passages parlent peut-être de quelqu’un`,
    personalDataWhat:
      'Tout le monde lira ce que vous publiez. Masquez ce qui désigne une personne, ou publiez tel quel si elle en est d’accord. Rien n’a été envoyé.',
    personalKinds: {
      phone: ': un numéro de téléphone',
      mail: ': une adresse de courriel',
      nir: ': un numéro de sécurité sociale',
      iban: ': un numéro de compte',
      person: ': le nom d’une personne',
      address: ': une adresse',
    },
    masks: {
      phone: '[téléphone]',
      mail: '[courriel]',
      nir: '[numéro de sécurité sociale]',
      iban: '[IBAN]',
      address: '[adresse]',
    },
    maskAs: (mask: string) => `Écrire « ${mask} »`,
    maskAll: 'Tout masquer',
    publishAsIs: 'Publier tel quel',
    close: 'Fermer',
    retry: 'Réessayer',
    undo: 'Annuler',
    loading: 'Chargement…',
    stale: 'Le serveur ne répond pas : ceci date de votre dernière visite.',
    ideaOf: (first: string) => `Idée ${elided('de', first)}`,
    with: 'avec',
    adoptedBy: 'adoptée par',
    adopter: withArticle,
    authorToConfirm: 'auteur ou autrice à confirmer',
    carriedBy: 'portée par',
    creditLocked: (day: string) => `Crédit verrouillé le ${day}.`,
    today: "Aujourd'hui",
    saving: 'Enregistrement…',
    saved: 'Enregistré',
    offline: 'Hors ligne. Vous pouvez continuer à écrire.',
    notSent: 'Pas encore envoyé. Votre texte est gardé sur cet appareil.',
    sealed: 'Texte scellé',
    connectionLost:
      'Connexion coupée. Ce que vous écrivez est gardé sur cet appareil ; il partira au retour du réseau.',
    skip: 'Aller au contenu',
    pages: 'Pages',
    about: 'À propos de ce site',
    brokenTitle: "Cette page n'a pas pu s'afficher",
    brokenWhat: 'Quelque chose a cassé dans la page. Ce qui était enregistré le reste.',
    missingTitle: 'Cette page n’est pas arrivée',
    missingWhat:
      'Le réseau a coupé pendant le chargement, ou une nouvelle version vient d’être installée. Rien de ce que vous avez écrit n’est perdu.',
    missingStill: 'Le serveur ne répond pas encore. Réessayez dans un moment.',
    reload: 'Recharger la page',
    home: "Revenir à l'accueil",
  },
  {
    removedWords: 'Removed: ',
    addedWords: 'Added: ',
    notFound: 'There is no such page',
    notFoundWhat: 'The address may be incomplete, or the page is not open to you.',
    notOpenPage: 'This page is not open to you',
    notOpen: 'This is not open to you',
    notOpenWhat: 'Your role does not allow you to read it. The facilitation team can tell you who may.',
    theme: 'Theme',
    optional: 'optional',
    counter: (length, limit) => `${en.count(length)} / ${en.count(limit)}`,
    tooLong: (over) =>
      `${en.counted(over, { one: 'character', other: 'characters' })} too many to publish. All your text is kept.`,
    length: (length) => en.counted(length, { one: 'character', other: 'characters' }),
    stillToWrite: (left, minimum) =>
      `${en.counted(left, { one: 'more character', other: 'more characters' })}, ${en.count(minimum)} at least.`,
    personalData: (n) =>
      n === 1 ? 'A passage may speak of somebody' : `${en.count(n)} passages may speak of somebody`,
    personalDataWhat:
      'Everybody will read what you publish. Mask what points to a person, or publish as it is if they agree. Nothing was sent.',
    personalKinds: {
      phone: ': a telephone number',
      mail: ': an e-mail address',
      nir: ': a social security number',
      iban: ': an account number',
      person: ': the name of a person',
      address: ': an address',
    },
    masks: {
      phone: '[telephone]',
      mail: '[e-mail]',
      nir: '[social security number]',
      iban: '[IBAN]',
      address: '[address]',
    },
    maskAs: (mask) => `Write “${mask}”`,
    maskAll: 'Mask all of them',
    publishAsIs: 'Publish as it is',
    close: 'Close',
    retry: 'Try again',
    undo: 'Undo',
    loading: 'Loading…',
    stale: 'The server does not answer: this is from your last visit.',
    ideaOf: () => 'An idea by ',
    with: 'with',
    adoptedBy: 'adopted by',
    adopter: (directorate) => directorate,
    authorToConfirm: 'author to confirm',
    carriedBy: 'carried by',
    creditLocked: (day) => `Credit locked on ${day}.`,
    today: 'Today',
    saving: 'Saving…',
    saved: 'Saved',
    offline: 'Offline. You can go on writing.',
    notSent: 'Not sent yet. Your text is kept on this device.',
    sealed: 'Text sealed',
    connectionLost:
      'Connection lost. What you write is kept on this device; it leaves when the network is back.',
    skip: 'Skip to content',
    pages: 'Pages',
    about: 'About this site',
    brokenTitle: 'This page could not be shown',
    brokenWhat: 'Something broke in the page. What was saved stays saved.',
    missingTitle: 'This page did not arrive',
    missingWhat:
      'The network failed while it was loading, or a new version was just installed. Nothing you wrote is lost.',
    missingStill: 'The server does not answer yet. Try again in a moment.',
    reload: 'Reload the page',
    home: 'Back to the home page',
  },
);
