/** What the page people keep says beside the verdict. */
import { catalogue } from '../../platform/i18n.ts';

export const keptWords = catalogue(
  {
    otherLanguage: 'English',
    title: 'Vérifier un reçu, sans nous',
    lead: 'Cette page est un fichier qui vous appartient. Elle calcule ici, sans réseau : ce que vous y mettez n’en sort pas. Elle n’est liée à aucun serveur et fonctionnera même si La Butinerie n’existe plus.',
    drop: 'Déposez ici votre reçu et, si vous en avez un, un état du registre plus récent',
    choose: 'Choisir un fichier',
    receipt: 'Le reçu',
    receiptHint: 'Ou collez son texte entier, de « butinerie-receipt@v1 » à la dernière ligne.',
    state: 'Un état du registre gardé ailleurs',
    stateHint:
      'Reçu par courriel, téléchargé à la page « Vérifier un reçu », ou un autre reçu de la même plateforme. Il dit si l’histoire a continué sans être réécrite.',
    keys: 'La clé publique que vous aviez notée',
    keysHint:
      'Celle d’un certificat, d’un courriel, d’une affiche. Sans elle, la clé nommée par le reçu est essayée. Si la clé a été remplacée depuis, ajoutez le fichier des clés (adresse de la plateforme, puis /api/attribution/vkeys).',
    cautions: {
      'own-key': {
        title: 'Il reste une chose à comparer : la clé',
        what: 'Ce reçu a été vérifié avec la clé qu’il nomme lui-même, et n’importe qui peut en fabriquer une. Comparez-la, signe à signe, à celle que vous aviez notée, ou déposez un état du registre gardé ailleurs.',
      },
      'not-compared': {
        title: 'Cet état du registre n’a pas pu être comparé',
        what: 'Il est signé par la bonne clé, mais la preuve qui mène du reçu à lui manque. Téléchargez-la à la page « Vérifier un reçu » : le fichier « état du registre » contient les deux.',
      },
    },
    namedKey: 'La clé que le reçu nomme :',
  },
  {
    otherLanguage: 'Français',
    title: 'Check a receipt, without us',
    lead: 'This page is a file that belongs to you. It computes here, without a network: what you put in it does not leave it. It is tied to no server and will work even if La Butinerie is gone.',
    drop: 'Drop your receipt here and, if you have one, a newer state of the register',
    choose: 'Choose a file',
    receipt: 'The receipt',
    receiptHint: 'Or paste its whole text, from “butinerie-receipt@v1” to the last line.',
    state: 'A state of the register kept elsewhere',
    stateHint:
      'Received by mail, downloaded from the page “Verify a receipt”, or another receipt of the same platform. It tells whether history went on without being rewritten.',
    keys: 'The public key you had written down',
    keysHint:
      'From a certificate, a mail, a poster. Without it the key named by the receipt is tried. If the key was replaced since, add the file of keys (the platform’s address, then /api/attribution/vkeys).',
    cautions: {
      'own-key': {
        title: 'One thing is left to compare: the key',
        what: 'This receipt was checked with the key that it names itself, and anybody can make one. Compare it, character by character, with the one you had written down, or drop a state of the register kept elsewhere.',
      },
      'not-compared': {
        title: 'This state of the register could not be compared',
        what: 'It is signed by the right key, but the proof that leads from the receipt to it is missing. Download it from the page “Verify a receipt”: the file “state of the register” holds both.',
      },
    },
    namedKey: 'The key that the receipt names:',
  },
);
