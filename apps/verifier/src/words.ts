/** What the command says. */
import {
  checksEn,
  checksFr,
  keyEn,
  keyFr,
  receiptEn,
  receiptFr,
  type CheckWords,
  type KeyWords,
  type ReceiptFacts,
  type ReceiptWords,
  type Standing,
} from '@butinerie/attribution';
import type { Language } from './read-arguments.ts';

interface CommandWords {
  readonly usage: string;
  readonly unreadable: (file: string) => string;
  readonly unreadProof: (file: string) => string;
  readonly standing: Readonly<Record<Standing, string>>;
  readonly registered: (facts: ReceiptFacts, compared: boolean) => string;
  readonly act: (what: string) => string;
  readonly otherAct: string;
  readonly namedKey: (key: string) => string;
  readonly marks: Readonly<Record<'passed' | 'failed' | 'absent', string>>;
  readonly keys: KeyWords;
  readonly day: (t: string) => string;
  readonly limits: string;
  readonly checks: CheckWords;
  readonly receipt: ReceiptWords;
}

const day = (t: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'Europe/Paris' }).format(new Date(t));
const whose = ({ identity }: ReceiptFacts): string =>
  [identity?.held.name, identity?.held.directorate].filter(Boolean).join(', ');

const fr: CommandWords = {
  usage: `butinerie-verify REÇU [--checkpoint FICHIER] [--proof FICHIER] [--key CLÉ] [--keys FICHIER] [--lang fr|en]

  --checkpoint  un état du registre gardé ailleurs : courriel à un témoin, fichier téléchargé, autre reçu
  --proof       la preuve qui mène à cet état, si le fichier ne la contient pas
  --key, --keys la clé publique que vous aviez notée, ou un fichier qui en contient une par ligne
                (celui des clés dit aussi comment l’une a remplacé l’autre)

  Fin : 0 le reçu tient, 1 il ne tient pas, 2 on ne peut pas conclure.`,
  unreadable: (file) => `Ce fichier ne se lit pas : ${file}`,
  unreadProof: (file) => `Ce fichier n’est pas une preuve : ${file}`,
  standing: {
    holds: 'Ce reçu tient.',
    'own-key':
      'Ce reçu est entier, mais rien ne dit encore que la clé qui l’a signé est la bonne : n’importe qui peut en fabriquer une. Donnez la clé que vous aviez notée (--key), ou un état du registre gardé ailleurs (--checkpoint).',
    'not-compared':
      'Ce reçu est entier, mais il n’a pas pu être comparé à cet état du registre : il y manque la preuve qui mène de l’un à l’autre. Donnez-la avec --proof, ou prenez le fichier « état du registre » de la page « Vérifier un reçu ».',
    fails: 'Ce reçu ne tient pas.',
  },
  registered: (facts, compared) =>
    [
      `La plateforme a enregistré sous le n° ${facts.n}, au plus tard le ${day(facts.t, 'fr-FR')} selon son horloge,`,
      facts.title === undefined ? ' un acte' : ` un acte sur « ${facts.title} »`,
      facts.identity === undefined ? '' : `, depuis le compte de ${whose(facts)}`,
      compared ? '. Cet enregistrement n’a pas été modifié depuis dans le registre.' : '.',
    ].join(''),
  act: (what) => `L’acte : ${what}`,
  otherAct: 'un acte qui vous nomme',
  namedKey: (key) => `La clé que le reçu nomme, à comparer avec la vôtre : ${key}`,
  marks: { passed: 'vérifié', failed: 'ÉCHEC', absent: '-' },
  limits: 'Ce que cela ne prouve pas :',
  keys: keyFr,
  day: (t) => day(t, 'fr-FR'),
  checks: checksFr,
  receipt: receiptFr,
};

const en: CommandWords = {
  usage: `butinerie-verify RECEIPT [--checkpoint FILE] [--proof FILE] [--key KEY] [--keys FILE] [--lang fr|en]

  --checkpoint  a state of the register kept elsewhere: a witness's mail, a downloaded file, another receipt
  --proof       the proof that leads to that state, if the file does not hold it
  --key, --keys the public key you had written down, or a file with one a line (the file of keys also says
                how one replaced another)

  Ends with 0: the receipt holds, 1: it does not, 2: that cannot be decided.`,
  unreadable: (file) => `This file cannot be read: ${file}`,
  unreadProof: (file) => `This file is no proof: ${file}`,
  standing: {
    holds: 'This receipt holds.',
    'own-key':
      'This receipt is whole, but nothing says yet that the key that signed it is the right one: anybody can make one. Give the key you had written down (--key), or a state of the register kept elsewhere (--checkpoint).',
    'not-compared':
      'This receipt is whole, but it could not be compared with this state of the register: the proof that leads from one to the other is missing. Give it with --proof, or take the file “state of the register” of the page “Verify a receipt”.',
    fails: 'This receipt does not hold.',
  },
  registered: (facts, compared) =>
    [
      `The platform registered under no. ${facts.n}, on ${day(facts.t, 'en-GB')} at the latest by its clock,`,
      facts.title === undefined ? ' an act' : ` an act about “${facts.title}”`,
      facts.identity === undefined ? '' : `, from the account of ${whose(facts)}`,
      compared ? '. This entry has not been altered in the register since.' : '.',
    ].join(''),
  act: (what) => `The act: ${what}`,
  otherAct: 'an act that names you',
  namedKey: (key) => `The key that the receipt names, to compare with yours: ${key}`,
  marks: { passed: 'checked', failed: 'FAILED', absent: '-' },
  limits: 'What this does not prove:',
  keys: keyEn,
  day: (t) => day(t, 'en-GB'),
  checks: checksEn,
  receipt: receiptEn,
};

export const words: Readonly<Record<Language, CommandWords>> = { fr, en };
