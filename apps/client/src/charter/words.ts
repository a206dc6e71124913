/** What the charter's page and its question say. The rules themselves come from the server. */
import { catalogue } from '../platform/i18n.ts';

export const words = catalogue(
  {
    askTitle: 'La charte, une seule fois',
    askWhat:
      'Avant votre premier envoi, voici les règles de la maison. Votre texte est gardé : il part dès que vous acceptez.',
    askAgain: 'La charte a changé',
    askAgainWhat:
      'Une nouvelle version est en vigueur depuis votre dernier envoi. Votre texte est gardé : il part dès que vous acceptez.',
    accept: 'J’accepte et j’envoie',
    notNow: 'Pas maintenant',
    changed: 'La charte vient de changer : relisez-la, puis acceptez-la.',
    rules: 'Texte de la charte',

    title: 'La charte de participation',
    now: 'Les règles de la maison. Chaque personne les accepte une fois, au moment de son premier envoi.',
    print: 'Imprimer',
    version: (version: number, day: string) => `Version ${version}, du ${day}`,
    writtenBy: (name: string) => `, écrite par ${name}`,
    first: ', proposée avec le produit',
    yours: (version: number, day: string) => `Vous avez accepté la version ${version} le ${day}.`,
    notYours: 'Vous ne l’avez pas encore acceptée : elle vous sera demandée à votre prochain envoi.',
    former: 'Cette version n’est plus en vigueur.',
    inForce: 'Lire la version en vigueur',
    versions: 'Versions précédentes',
    versionLink: (version: number) => `Version ${version}`,
    write: 'Changer la charte',
    writeWhat:
      'Ce que vous enregistrez devient une nouvelle version. Chaque personne l’accepte de nouveau à son prochain envoi ; la version actuelle reste lisible.',
    correction: 'Je corrige seulement la forme (une faute, une tournure) : les règles restent les mêmes',
    correctionWhat:
      'La charte n’est pas redemandée. Chacun peut lire ce qui a été corrigé, par qui et quand.',
    saveCorrection: 'Enregistrer la correction',
    savedCorrection: 'La forme est corrigée. La charte n’est redemandée à personne.',
    corrected: (before: number) => `Une correction de la version ${before}`,
    correctedWords: 'Ce qui a été corrigé, mot à mot',
    correctedWhat: (since: number) =>
      `La forme seulement : les règles sont celles de la version ${since}, et qui les a acceptées n’est pas interrogé de nouveau.`,
    french: 'En français',
    english: 'En anglais',
    save: 'Enregistrer une nouvelle version',
    saved: 'C’est la nouvelle charte.',
    notSaved: 'Gardé sur cet appareil, pas encore enregistré.',
    theirs:
      'Quelqu’un a enregistré une version pendant que vous écriviez. Votre saisie est intacte : relisez, puis enregistrez.',
  },
  {
    askTitle: 'The charter, only once',
    askWhat:
      'Before you send something for the first time, here are the rules of the house. Your text is kept: it leaves as soon as you accept.',
    askAgain: 'The charter has changed',
    askAgainWhat:
      'A new version has been in force since you last sent something. Your text is kept: it leaves as soon as you accept.',
    accept: 'I accept and send',
    notNow: 'Not now',
    changed: 'The charter has just changed: read it again, then accept it.',
    rules: 'Text of the charter',

    title: 'The participation charter',
    now: 'The rules of the house. Everybody accepts them once, when sending something for the first time.',
    print: 'Print',
    version: (version, day) => `Version ${version}, of ${day}`,
    writtenBy: (name) => `, written by ${name}`,
    first: ', that came with the product',
    yours: (version, day) => `You accepted version ${version} on ${day}.`,
    notYours: 'You have not accepted it yet: you will be asked when you next send something.',
    former: 'This version is no longer in force.',
    inForce: 'Read the version in force',
    versions: 'Former versions',
    versionLink: (version) => `Version ${version}`,
    write: 'Change the charter',
    writeWhat:
      'What you save becomes a new version. Everybody accepts it anew when next sending something; the present one stays readable.',
    correction: 'I only correct the wording (a mistake, a turn of phrase): the rules stay the same',
    correctionWhat:
      'The charter is not asked again. Everybody can read what was corrected, by whom and when.',
    saveCorrection: 'Save the correction',
    savedCorrection: 'The wording is corrected. Nobody is asked for the charter again.',
    corrected: (before) => `A correction of version ${before}`,
    correctedWords: 'What was corrected, word by word',
    correctedWhat: (since) =>
      `The wording only: the rules are those of version ${since}, and whoever accepted them is not asked again.`,
    french: 'In French',
    english: 'In English',
    save: 'Save a new version',
    saved: 'This is the new charter.',
    notSaved: 'Kept on this device, not saved yet.',
    theirs:
      'Somebody saved a version while you were writing. What you typed is intact: read it again, then save.',
  },
);
