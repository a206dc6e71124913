/** What the living text says about itself. */
import { enFormats as en, frFormats as fr } from '../platform/formats.ts';
import { catalogue } from '../platform/i18n.ts';
import type { Writer } from './writers.ts';

export const words = catalogue(
  {
    text: 'Le texte',
    titleField: 'Titre de l’idée',
    bodyField: 'Texte de l’idée',
    bodyHint: 'Ctrl+B pour le gras, Ctrl+I pour l’italique, Échap pour sortir du texte.',
    empty: 'Le texte est vide pour l’instant.',
    done: 'J’ai fini',
    opening: 'Le texte s’ouvre…',
    noEditor: 'L’outil pour écrire n’est pas arrivé',
    noEditorWhat:
      'Le réseau a coupé pendant son chargement, ou une nouvelle version vient d’être installée. Rien de ce que vous avez écrit n’est perdu.',
    readOnly: 'Vous lisez ce texte ; l’écriture n’est pas ouverte.',

    toolbar: 'Mise en forme',
    bold: 'Gras',
    italic: 'Italique',
    heading: 'Titre',
    subheading: 'Sous-titre',
    bulletList: 'Liste',
    orderedList: 'Liste numérotée',
    quote: 'Citation',
    link: 'Lien',
    undo: 'Annuler la dernière frappe',
    redo: 'Rétablir',
    linkTitle: 'Un lien sur ces mots',
    linkAddress: 'Adresse du lien',
    linkHint: 'Commence par https:// ; une adresse électronique convient aussi.',
    linkWrong: 'Cette adresse n’est pas un lien que l’on peut ouvrir.',
    linkSet: 'Poser le lien',
    linkRemove: 'Enlever le lien',

    savedAt: (time: string) => `Enregistré à ${time}`,
    synchronised: 'Synchronisé',
    status: {
      connecting: 'Connexion…',
      resyncing: 'Resynchronisation…',
      waiting: 'Connexion… Ce que vous avez écrit va partir.',
      offline: 'Hors ligne. Vous pouvez continuer à écrire.',
      offlineKept: 'Hors ligne. Vous pouvez continuer à écrire : c’est gardé sur cet appareil.',
      offlineAtRisk:
        'Hors ligne. Cet appareil ne garde rien : laissez cette page ouverte jusqu’au retour du réseau.',
      savingAtRisk: 'Enregistrement… Laissez cette page ouverte.',
      refused: 'Refusé. Votre texte est gardé sur cet appareil, ci-dessus.',
      sealedWaiting: 'Texte scellé. Ce qui n’était pas parti est envoyé à part.',
    },
    refused: 'Une partie de votre texte n’a pas pu entrer',
    refusedWhat: 'Vous la retrouvez ci-dessous. Reprenez sur la version enregistrée pour continuer.',
    restart: 'Reprendre sur la version enregistrée',
    closed: 'Le défi vient de fermer',
    closedWhat: (time: string) => `Votre texte de ${time} est enregistré.`,
    closedNothing: 'Le texte ne change plus.',
    late: 'Ce texte est arrivé après la fermeture',
    lateWhat: (time: string) =>
      `Arrivé à ${time}, pas dans la version du jury. Il est conservé ; l’équipe d’animation décide.`,
    recovered: 'Brouillon récupéré',
    recoveredWhat: (day: string, time: string) =>
      `Ces mots, du ${day} à ${time}, ne sont pas tous entrés dans l’idée. Ils sont gardés sur cet appareil.`,
    copy: 'Copier',
    putBack: 'Remettre à la fin du texte',
    recoveredDone: {
      copied: 'Copié.',
      putBack: 'Remis à la fin du texte.',
      nothingMissing: 'Le texte a déjà toutes ces lignes.',
    },
    discard: 'Ne plus garder',
    long: (length: number) =>
      `Le texte compte ${fr.counted(length, { one: 'signe', other: 'signes' })} : c’est long à lire.`,

    personalWords:
      'Ce que vous écrivez ici est lu à mesure. Masquez ce qui désigne une personne, ou laissez ainsi si elle en est d’accord.',
    personalWordsKept:
      'Vos mots ne changent plus. S’ils désignent une personne sans son accord, dites-le à l’équipe d’animation.',
    leaveAsIs: 'Laisser ainsi',

    writing: (names: string, n: number) =>
      `${names} ${fr.plural(n, { one: 'écrit', other: 'écrivent' })} avec vous.`,
    reading: (n: number) => `${fr.counted(n, { one: 'personne lit', other: 'personnes lisent' })}.`,
    alone: 'Vous écrivez seul ou seule pour l’instant.',
    cutOff: 'Sans connexion, on ne voit pas qui d’autre écrit.',
    whoWhere: 'Qui écrit, où ?',
    nobodyWrites: 'Personne d’autre n’écrit en ce moment.',
    place: ({ name, place }: Writer) => {
      if (place === null) return `${name} écrit.`;
      if (place.at === 'title') return `${name} écrit dans le titre.`;
      return `${name} écrit au paragraphe ${fr.count(place.number)}${place.begins ? ` : « ${place.begins} »` : ''}`;
    },
  },
  {
    text: 'The text',
    titleField: 'Title of the idea',
    bodyField: 'Text of the idea',
    bodyHint: 'Ctrl+B for bold, Ctrl+I for italics, Esc to leave the text.',
    empty: 'The text is empty for now.',
    done: 'I am done',
    opening: 'Opening the text…',
    noEditor: 'The tool for writing did not arrive',
    noEditorWhat:
      'The network failed while it was loading, or a new version was just installed. Nothing you wrote is lost.',
    readOnly: 'You are reading this text; writing is not open.',

    toolbar: 'Formatting',
    bold: 'Bold',
    italic: 'Italics',
    heading: 'Heading',
    subheading: 'Subheading',
    bulletList: 'List',
    orderedList: 'Numbered list',
    quote: 'Quotation',
    link: 'Link',
    undo: 'Undo the last keys',
    redo: 'Redo',
    linkTitle: 'A link on these words',
    linkAddress: 'Address of the link',
    linkHint: 'Begins with https://; an e-mail address will do too.',
    linkWrong: 'This address is not a link that can be opened.',
    linkSet: 'Set the link',
    linkRemove: 'Remove the link',

    savedAt: (time) => `Saved at ${time}`,
    synchronised: 'Synchronised',
    status: {
      connecting: 'Connecting…',
      resyncing: 'Resynchronising…',
      waiting: 'Connecting… What you wrote is about to leave.',
      offline: 'Offline. You can go on writing.',
      offlineKept: 'Offline. You can go on writing: it is kept on this device.',
      offlineAtRisk: 'Offline. This device keeps nothing: leave this page open until the network is back.',
      savingAtRisk: 'Saving… Leave this page open.',
      refused: 'Refused. Your text is kept on this device, above.',
      sealedWaiting: 'Text sealed. What had not left is sent apart.',
    },
    refused: 'Part of your text could not go in',
    refusedWhat: 'You find it below. Take up the saved version to go on.',
    restart: 'Take up the saved version',
    closed: 'The challenge has just closed',
    closedWhat: (time) => `Your text of ${time} is saved.`,
    closedNothing: 'The text changes no more.',
    late: 'This text arrived after closing',
    lateWhat: (time) =>
      `Arrived at ${time}, not in the version that is judged. It is kept; the facilitation team decides.`,
    recovered: 'Recovered draft',
    recoveredWhat: (day, time) =>
      `Not all of these words, of ${day} at ${time}, went into the idea. They are kept on this device.`,
    copy: 'Copy',
    putBack: 'Put back at the end of the text',
    recoveredDone: {
      copied: 'Copied.',
      putBack: 'Put back at the end of the text.',
      nothingMissing: 'The text has all these lines already.',
    },
    discard: 'Keep no longer',
    long: (length) =>
      `The text has ${en.counted(length, { one: 'character', other: 'characters' })}: that is long to read.`,

    personalWords:
      'What you write here is read as you write it. Mask what points to a person, or leave it so if she agrees.',
    personalWordsKept:
      'Your words change no more. If they point to a person who does not agree, say so to the facilitation team.',
    leaveAsIs: 'Leave it so',

    writing: (names, n) => `${names} ${en.plural(n, { one: 'is', other: 'are' })} writing with you.`,
    reading: (n) => `${en.counted(n, { one: 'person is', other: 'people are' })} reading.`,
    alone: 'You write alone for now.',
    cutOff: 'Without a connection nobody sees who else is writing.',
    whoWhere: 'Who writes, where?',
    nobodyWrites: 'Nobody else is writing at the moment.',
    place: ({ name, place }) => {
      if (place === null) return `${name} is writing.`;
      if (place.at === 'title') return `${name} is writing in the title.`;
      return `${name} is writing in paragraph ${en.count(place.number)}${place.begins ? `: “${place.begins}”` : ''}`;
    },
  },
);
