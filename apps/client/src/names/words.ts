/** What the pages about names say: never without saying what stays. */
import type { NameRequestState } from '@butinerie/contracts';
import { catalogue } from '../platform/i18n.ts';

const fr = {
  title: 'Mon nom',
  lead: 'Votre nom reste attaché à ce que vous apportez tant que vous le voulez. Vous seule ou vous seul pouvez demander qu’il change.',
  stays:
    'Dans tous les cas, vos crédits, les textes scellés et les preuves restent. Personne ne prend votre place.',
  nowTitle: 'Sous quel nom',
  shown: (name: string) => `Aujourd’hui, on lit : ${name}.`,
  choose: 'Ce que je demande',
  kinds: {
    pseudonym: 'Remplacer mon nom',
    erase: 'Effacer mon identité',
  },
  kindHints: {
    pseudonym: 'Par exemple vos initiales et votre service. Tout le monde lira ce nom-là, partout.',
    erase:
      'On lira « Auteur·rice dont l’identité a été effacée à sa demande ». Votre compte sera fermé. Gardez vos reçus : eux seuls pourront dire que c’était vous.',
  },
  newName: 'Le nom à afficher',
  newNameMissing: 'Indiquez le nom à afficher.',
  ask: 'Demander',
  askWhat:
    'Vous recevrez un code par courriel, pour être sûr que c’est vous. Rien ne change avant sept jours.',
  codeTitle: 'Confirmer que c’est vous',
  codeWhat:
    'Saisissez le code à huit chiffres que vous venez de recevoir par courriel. Il vaut trente minutes. Passé ce temps, annulez et demandez à nouveau.',
  code: 'Code',
  codeMissing: 'Saisissez le code du courriel.',
  confirm: 'Confirmer',
  waitingTitle: 'Votre demande est en attente',
  dueOn: (day: string) => `Elle sera faite le ${day}. Jusque-là vous pouvez l’annuler.`,
  ordered: (reference: string) => `Enregistrée sur votre demande signée, référence « ${reference} ».`,
  cancel: 'Annuler la demande',
  cancelled: 'C’est annulé : rien ne change.',
  earlier: 'Demandes passées',
  wishes: {
    erase: 'Effacer l’identité',
    pseudonym: (name: string) => `Afficher « ${name} »`,
  },
  states: {
    'to-confirm': 'à confirmer par le code',
    waiting: 'en attente',
    cancelled: 'annulée',
    done: 'faite',
  } satisfies Record<NameRequestState, string>,
  askedOn: (day: string) => `demandé le ${day}`,

  ordersTitle: 'Demandes sur les noms',
  ordersLead:
    'Ici, la personne déléguée à la protection des données enregistre une demande que quelqu’un a signée. La personne est prévenue, peut annuler, et rien ne change avant quinze jours.',
  notYours: 'Cette page est celle de la protection des données',
  notYoursWhat: 'Pour votre propre nom, ouvrez la page « Mon nom ».',
  theirs: {
    choose: 'Ce qu’elle demande',
    kinds: { pseudonym: 'Remplacer son nom', erase: 'Effacer son identité' },
    kindHints: {
      pseudonym: 'Tout le monde lira le nom choisi, partout.',
      erase:
        'On lira « Auteur·rice dont l’identité a été effacée à sa demande ». Son compte sera fermé ; ses reçus seuls pourront dire que c’était cette personne.',
    },
  },
  person: 'La personne qui a signé',
  personNone: 'Choisir une personne',
  personMissing: 'Choisissez la personne qui a signé la demande.',
  reference: 'Référence de la demande signée',
  referenceHint: 'Celle du courrier ou du dossier. Elle est inscrite, scellée, dans le registre.',
  referenceMissing: 'Indiquez une référence d’au moins trois signes.',
  order: 'Enregistrer la demande',
  orderedToast: 'La demande est enregistrée, la personne est prévenue.',
  ordersNone: 'Aucune demande pour le moment',
  ordersNoneWhat: 'Celles que les personnes font elles-mêmes paraîtront aussi ici, une fois confirmées.',
  list: 'Les demandes',
  dueShort: (day: string) => `prévue le ${day}`,
};

const en: typeof fr = {
  title: 'My name',
  lead: 'Your name stays with what you bring for as long as you want. Only you can ask for it to change.',
  stays: 'In any case your credits, the sealed texts and the proofs stay. Nobody takes your place.',
  nowTitle: 'Under which name',
  shown: (name) => `Today people read: ${name}.`,
  choose: 'What I ask',
  kinds: { pseudonym: 'Replace my name', erase: 'Erase my identity' },
  kindHints: {
    pseudonym: 'Your initials and your service, for instance. Everybody will read that name, everywhere.',
    erase:
      'People will read “Author whose identity was erased at their request”, in French. Your account will be closed. Keep your receipts: they alone can tell that it was you.',
  },
  newName: 'The name to show',
  newNameMissing: 'Give the name to show.',
  ask: 'Ask',
  askWhat: 'You will get a code by e-mail, to be sure that it is you. Nothing changes for seven days.',
  codeTitle: 'Confirm that it is you',
  codeWhat:
    'Type the code of eight digits that you have just received by e-mail. It is good for thirty minutes. After that, cancel and ask again.',
  code: 'Code',
  codeMissing: 'Type the code of the e-mail.',
  confirm: 'Confirm',
  waitingTitle: 'Your request is waiting',
  dueOn: (day) => `It will be done on ${day}. Until then you can cancel it.`,
  ordered: (reference) => `Registered on your signed request, reference “${reference}”.`,
  cancel: 'Cancel the request',
  cancelled: 'It is cancelled: nothing changes.',
  earlier: 'Earlier requests',
  wishes: { erase: 'Erase the identity', pseudonym: (name) => `Show “${name}”` },
  states: {
    'to-confirm': 'to be confirmed by the code',
    waiting: 'waiting',
    cancelled: 'cancelled',
    done: 'done',
  },
  askedOn: (day) => `asked on ${day}`,

  ordersTitle: 'Requests about names',
  ordersLead:
    'Here the data protection officer registers a request that somebody signed. The person is told, may cancel, and nothing changes for fifteen days.',
  notYours: 'This page belongs to data protection',
  notYoursWhat: 'For your own name, open the page “My name”.',
  theirs: {
    choose: 'What they ask',
    kinds: { pseudonym: 'Replace their name', erase: 'Erase their identity' },
    kindHints: {
      pseudonym: 'Everybody will read the name they chose, everywhere.',
      erase:
        'People will read “Author whose identity was erased at their request”, in French. Their account will be closed; their receipts alone can tell that it was them.',
    },
  },
  person: 'Who signed',
  personNone: 'Choose a person',
  personMissing: 'Choose who signed the request.',
  reference: 'Reference of the signed request',
  referenceHint: 'That of the letter or the file. It is written, sealed, into the register.',
  referenceMissing: 'Give a reference of three signs at least.',
  order: 'Register the request',
  orderedToast: 'The request is registered and the person is told.',
  ordersNone: 'No request so far',
  ordersNoneWhat: 'Those that people make themselves will show here too, once confirmed.',
  list: 'The requests',
  dueShort: (day) => `due on ${day}`,
};

export const words = catalogue(fr, en);
