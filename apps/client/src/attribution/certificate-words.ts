/** The words of a certificate: what was registered, from which account, before when, and nothing that is not proved. */
import { enFormats as en, frFormats as fr } from '../platform/formats.ts';
import { catalogue } from '../platform/i18n.ts';
import type { ReceiptSaid } from './words.ts';

const frActs = { one: 'acte', other: 'actes' };
const enActs = { one: 'act', other: 'acts' };

export interface Certified extends Omit<ReceiptSaid, 'compared'> {
  /** What was done, where it is not the proposal itself. */
  readonly act: string | null;
  readonly size: number;
  readonly today: string;
}

export const certificateWords = catalogue(
  {
    certificateTitle: 'Certificat d’enregistrement',
    printCertificate: 'Imprimer',
    certifies: ({ day, n, act, title, name, directorate, size, today }: Certified) =>
      [
        `Ce certificat atteste que, au plus tard le ${day} selon son horloge, la plateforme a enregistré sous le n° ${fr.count(n)} `,
        act === null ? 'la proposition' : `l’acte « ${act} »`,
        title === null ? '' : ` « ${title} »`,
        name === null
          ? ''
          : `, ${act === null ? 'déposée' : 'inscrit'} depuis le compte de ${[name, directorate].filter(Boolean).join(', ')}`,
        `, et que cet enregistrement n’a pas été modifié depuis dans le registre, qui comptait ${fr.counted(size, frActs)} le ${today}.`,
      ].join(''),
    creditsOn: (day: string) => `Crédits au ${day}`,
    broughtBy: (name: string) => `Ce que ${name} a apporté`,
    roles: {
      originators: 'À l’origine',
      coauthors: 'Ont co-écrit',
      rebounders: 'Ont rebondi',
      carrier: 'Porte le projet',
    },
    certificateCheck: 'Vérifiable hors ligne',
    certificateCode: 'Le reçu de cet acte, en code à photographier',
    certificateHow:
      'Ce code contient le reçu entier. Photographiez-le, puis collez le texte lu dans le vérificateur : il juge sans réseau et sans nous.',
    certificateNoCode:
      'Le reçu est trop long pour un code : joignez le fichier du reçu à ce certificat. Le vérificateur le juge sans réseau et sans nous.',
    certificateKey: 'La clé publique qui a signé, à comparer avec une copie gardée ailleurs :',
    certificateNoRight: 'Ce certificat ne confère ni ne transfère aucun droit de propriété intellectuelle.',
  },
  {
    certificateTitle: 'Certificate of registration',
    printCertificate: 'Print',
    certifies: ({ day, n, act, title, name, directorate, size, today }) =>
      [
        `This certificate attests that, on ${day} at the latest by its clock, the platform registered under no. ${en.count(n)} `,
        act === null ? 'the proposal' : `the act “${act}”`,
        title === null ? '' : ` “${title}”`,
        name === null ? '' : `, made from the account of ${[name, directorate].filter(Boolean).join(', ')}`,
        `, and that this entry has not been altered since in the register, which held ${en.counted(size, enActs)} on ${today}.`,
      ].join(''),
    creditsOn: (day) => `Credits on ${day}`,
    broughtBy: (name) => `What ${name} brought`,
    roles: {
      originators: 'Originated by',
      coauthors: 'Co-written by',
      rebounders: 'Rebounded on by',
      carrier: 'Carried by',
    },
    certificateCheck: 'Can be checked offline',
    certificateCode: 'The receipt of this act, as a code to photograph',
    certificateHow:
      'This code holds the whole receipt. Photograph it, then paste the text into the verifier: it judges without a network and without us.',
    certificateNoCode:
      'The receipt is too long for a code: enclose its file with this certificate. The verifier judges it without a network and without us.',
    certificateKey: 'The public key that signed, to compare with a copy kept elsewhere:',
    certificateNoRight: 'This certificate neither confers nor transfers any intellectual property right.',
  },
);
