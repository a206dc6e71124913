/** What is said of the files beside an idea. */
import { enFormats, frFormats, type Formats } from '../platform/formats.ts';
import { catalogue } from '../platform/i18n.ts';

const weight = (f: Formats, units: readonly [string, string], bytes: number): string =>
  bytes < 1_000_000
    ? `${f.count(Math.max(1, Math.round(bytes / 1_000)))} ${units[0]}`
    : `${f.count(Math.round(bytes / 100_000) / 10)} ${units[1]}`;

export const words = catalogue(
  {
    title: 'Images et documents',
    none: 'Aucune image ni document pour l’instant.',
    later: 'Dès que votre brouillon a un titre, vous pouvez y joindre des images ou un PDF.',
    add: 'Choisir une image ou un PDF',
    camera: 'Prendre une photo',
    what: (megabytes: number, files: number) =>
      `JPEG, PNG, WebP ou PDF, ${megabytes} Mo au plus chacun, ${files} par idée. D’une photo, le lieu et l’heure de la prise de vue sont effacés.`,
    full: 'L’idée porte autant de fichiers qu’elle peut. Retirez-en un pour en ajouter un autre.',
    chosen: (name: string, bytes: number) => `${name}, ${weight(frFormats, ['ko', 'Mo'], bytes)}`,
    pdfKeeps:
      'Un PDF est gardé tel quel : il peut nommer la personne qui l’a fait. Il s’ouvre hors de cette page.',
    alt: 'Que montre l’image ?',
    altHint: 'Une phrase pour qui ne la voit pas. Vous pourrez la changer.',
    send: 'Joindre à l’idée',
    sending: (percent: number) => `Envoi : ${percent} %`,
    drop: 'Renoncer',
    sent: 'Votre fichier est joint à l’idée.',
    addedBy: (name: string, day: string) => `Joint par ${name} le ${day}`,
    addedOn: (day: string) => `Joint le ${day}`,
    weight: (bytes: number) => weight(frFormats, ['ko', 'Mo'], bytes),
    noAlt: 'Image sans description',
    altMissing: 'Il manque une phrase pour qui ne voit pas l’image.',
    describe: 'Décrire l’image',
    describeAgain: 'Changer la description',
    save: 'Enregistrer',
    cancel: 'Annuler',
    open: (name: string) => `Ouvrir ${name}`,
    download: (name: string) => `Télécharger ${name}`,
    remove: 'Retirer',
    removed: 'Retiré. Les auteurs et autrices le voient encore et peuvent le remettre.',
    removedToast: 'Le fichier est retiré.',
    restore: 'Le remettre',
    hidden: 'Masqué par l’équipe d’animation.',
    hiddenFor: (reason: string) => `Masqué par l’équipe d’animation. Raison : ${reason}`,
  },
  {
    title: 'Images and documents',
    none: 'No image and no document so far.',
    later: 'As soon as your draft has a title, you can attach images or a PDF to it.',
    add: 'Choose an image or a PDF',
    camera: 'Take a photo',
    what: (megabytes, files) =>
      `JPEG, PNG, WebP or PDF, at most ${megabytes} MB each, ${files} for an idea. Place and hour are taken out of a photo.`,
    full: 'The idea carries as many files as it can. Take one back to add another.',
    chosen: (name, bytes) => `${name}, ${weight(enFormats, ['kB', 'MB'], bytes)}`,
    pdfKeeps: 'A PDF is kept as it is: it may name whoever made it. It opens outside this page.',
    alt: 'What does the image show?',
    altHint: 'One sentence for who does not see it. You can change it later.',
    send: 'Attach to the idea',
    sending: (percent) => `Sending: ${percent}%`,
    drop: 'Give up',
    sent: 'Your file is attached to the idea.',
    addedBy: (name, day) => `Attached by ${name} on ${day}`,
    addedOn: (day) => `Attached on ${day}`,
    weight: (bytes) => weight(enFormats, ['kB', 'MB'], bytes),
    noAlt: 'Image without a description',
    altMissing: 'A sentence is missing for who does not see the image.',
    describe: 'Describe the image',
    describeAgain: 'Change the description',
    save: 'Save',
    cancel: 'Cancel',
    open: (name) => `Open ${name}`,
    download: (name) => `Download ${name}`,
    remove: 'Take back',
    removed: 'Taken back. Its authors still see it and can put it back.',
    removedToast: 'The file is taken back.',
    restore: 'Put it back',
    hidden: 'Hidden by the facilitation team.',
    hiddenFor: (reason) => `Hidden by the facilitation team. Reason: ${reason}`,
  },
);
