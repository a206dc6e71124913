/**
 * Each check of a receipt in plain words, and why it failed: the same in the page, in the file that is kept and in the
 * command. The words promise what was checked and no more: a change would be noticed, it is not said to be impossible.
 */
import type { CommittedField } from './receipt-text.ts';
import type { Check, CheckName } from './verify-receipt.ts';

/** Every code the verifier can give, whatever the check. */
export const CHECK_REASONS = [
  'malformed-receipt',
  'not-utf8',
  'not-json',
  'not-canonical',
  'house-rule',
  'not-an-event',
  'malformed-note',
  'unknown-key',
  'wrong-signature',
  'malformed-checkpoint',
  'retired-key',
  'other-key',
  'other-index',
  'not-included',
  'wrong-opening',
  'other-text',
  'malformed-proof',
  'other-log',
  'shrunk',
  'split-view',
  'proof-missing',
  'not-extended',
] as const;
export type CheckReason = (typeof CHECK_REASONS)[number];
export type SimpleCheck = Exclude<CheckName, `opening:${string}`> | 'opening';

export interface CheckWords {
  readonly passed: Readonly<Record<SimpleCheck, string>>;
  readonly failed: Readonly<Record<SimpleCheck, string>>;
  readonly absent: Readonly<Record<SimpleCheck, string>>;
  readonly reasons: Readonly<Record<CheckReason, string>>;
  /** What each opened field holds. */
  readonly fields: Readonly<Record<CommittedField, string>>;
  readonly otherReason: string;
}

const isReason = (code: string): code is CheckReason => CHECK_REASONS.some((known) => known === code);

export interface SaidCheck {
  readonly what: string;
  /** Why it failed; empty otherwise. */
  readonly why: string;
}
export function sayCheck({ name, outcome, reason }: Check, say: CheckWords): SaidCheck {
  const [kind, opened] = name.split(':');
  const simple: SimpleCheck = opened === undefined ? (kind as SimpleCheck) : 'opening';
  const fields: Readonly<Record<string, string>> = say.fields;
  const subject = opened === undefined ? '' : (fields[opened] ?? opened);
  const what = say[outcome][simple].replace('%', subject);
  if (outcome !== 'failed') return { what, why: '' };
  return { what, why: reason !== undefined && isReason(reason) ? say.reasons[reason] : say.otherReason };
}

export const checksFr = {
  passed: {
    form: 'Le fichier est un reçu complet, écrit d’un seul tenant.',
    event: 'L’acte inscrit se lit, et dit une seule chose.',
    signature: 'La signature du registre est celle de la clé utilisée pour vérifier.',
    inclusion: 'L’acte est à sa place dans ce registre signé.',
    opening: 'Ce que le reçu révèle (%) est bien ce qui a été inscrit.',
    text: 'Le texte joint est celui qui a été inscrit.',
    extension: 'L’état du registre donné prolonge celui du reçu : rien de ce qui précède n’a changé.',
  },
  failed: {
    form: 'Ce fichier n’est pas un reçu, ou il a été modifié.',
    event: 'L’acte inscrit ne se lit pas comme il devrait.',
    signature: 'La signature du registre n’est pas reconnue.',
    inclusion: 'L’acte n’est pas à sa place dans le registre signé.',
    opening: 'Ce que le reçu révèle (%) n’est pas ce qui a été inscrit.',
    text: 'Le texte joint n’est pas celui qui a été inscrit.',
    extension: 'L’état du registre donné ne prolonge pas celui du reçu.',
  },
  absent: {
    form: 'La forme du fichier n’a pas été examinée.',
    event: 'L’acte n’a pas été examiné.',
    signature: 'La signature n’a pas été examinée.',
    inclusion: 'La place de l’acte n’a pas été examinée.',
    opening: 'Le reçu ne révèle pas ceci : %. Ce n’est pas un défaut.',
    text: 'Le reçu ne contient pas de texte à comparer.',
    extension: 'Non comparé à un autre état du registre.',
  },
  reasons: {
    'malformed-receipt': 'Un signe a été changé, ajouté ou perdu. Reprenez le fichier d’origine, entier.',
    'not-utf8': 'Des octets ont été altérés.',
    'not-json': 'L’acte a été altéré.',
    'not-canonical': 'L’acte est écrit autrement qu’il ne l’a été dans le registre.',
    'house-rule': 'L’acte enfreint une règle d’écriture du registre.',
    'not-an-event': 'Ce n’est pas un acte que le registre sait écrire.',
    'malformed-note': 'La partie signée a été altérée.',
    'unknown-key':
      'Aucune des clés utilisées n’a signé ce registre. Sont-elles entières, et celles de la bonne plateforme ?',
    'wrong-signature':
      'La signature ne correspond pas : le registre signé a été modifié, ou la signature fabriquée.',
    'malformed-checkpoint': 'La partie signée n’a pas la forme d’un état du registre.',
    'retired-key': 'La clé était déjà retirée quand ceci a été signé.',
    'other-key': 'Le reçu nomme une autre clé que celle qui a signé.',
    'other-index': 'Le numéro de l’acte n’est pas celui de la preuve.',
    'not-included': 'Le calcul ne mène pas à l’état signé : l’acte ou la preuve a été modifié.',
    'wrong-opening': 'Le nom ou le texte révélé a été changé.',
    'other-text': 'Le texte a été changé.',
    'malformed-proof': 'La preuve reçue du serveur est illisible.',
    'other-log': 'C’est le registre d’une autre plateforme.',
    shrunk:
      'Le registre est plus court que ce qui avait été vu : si cet état est plus récent, des actes ont disparu. Gardez les deux.',
    'split-view':
      'Le registre a signé deux histoires différentes de même longueur. Gardez ce reçu : il en est la preuve.',
    'proof-missing': 'Le serveur n’a pas donné la preuve demandée.',
    'not-extended': 'L’histoire a été réécrite. Gardez ce reçu : il en est la preuve.',
  },
  fields: {
    who: 'le nom de qui a agi',
    c: 'l’identité de la personne',
    txt: 'le titre et l’empreinte du texte',
    words: 'les mots de chacun et chacune',
    dir: 'la direction',
    why: 'la raison',
    ref: 'la référence de la demande',
    as: 'la personne derrière le pseudonyme',
  },
  otherReason: 'La vérification n’a pas abouti.',
} satisfies CheckWords;

export const checksEn: CheckWords = {
  passed: {
    form: 'The file is a whole receipt, in one piece.',
    event: 'The registered act can be read, and says one thing only.',
    signature: 'The signature of the register is that of the key used to check.',
    inclusion: 'The act is at its place in this signed register.',
    opening: 'What the receipt reveals (%) is what was registered.',
    text: 'The text enclosed is the one that was registered.',
    extension: 'The state of the register given extends that of the receipt: nothing before it has changed.',
  },
  failed: {
    form: 'This file is not a receipt, or it was altered.',
    event: 'The registered act does not read as it should.',
    signature: 'The signature of the register is not recognised.',
    inclusion: 'The act is not at its place in the signed register.',
    opening: 'What the receipt reveals (%) is not what was registered.',
    text: 'The text enclosed is not the one that was registered.',
    extension: 'The state of the register given does not extend that of the receipt.',
  },
  absent: {
    form: 'The form of the file was not examined.',
    event: 'The act was not examined.',
    signature: 'The signature was not examined.',
    inclusion: 'The place of the act was not examined.',
    opening: 'The receipt does not reveal this: %. That is no fault.',
    text: 'The receipt holds no text to compare.',
    extension: 'Not compared with another state of the register.',
  },
  reasons: {
    'malformed-receipt': 'A character was changed, added or lost. Take the original file again, whole.',
    'not-utf8': 'Bytes were altered.',
    'not-json': 'The act was altered.',
    'not-canonical': 'The act is spelled otherwise than it was in the register.',
    'house-rule': 'The act breaks a writing rule of the register.',
    'not-an-event': 'This is not an act that the register can write.',
    'malformed-note': 'The signed part was altered.',
    'unknown-key':
      'None of the keys used signed this register. Are they whole, and those of the right platform?',
    'wrong-signature':
      'The signature does not match: the signed register was altered, or the signature made up.',
    'malformed-checkpoint': 'The signed part does not have the shape of a state of the register.',
    'retired-key': 'The key was already retired when this was signed.',
    'other-key': 'The receipt names another key than the one that signed.',
    'other-index': 'The number of the act is not that of the proof.',
    'not-included': 'The computation does not lead to the signed state: the act or the proof was altered.',
    'wrong-opening': 'The name or text revealed was changed.',
    'other-text': 'The text was changed.',
    'malformed-proof': 'The proof received from the server cannot be read.',
    'other-log': 'This is the register of another platform.',
    shrunk:
      'The register is shorter than what was seen: if this state is the newer one, acts have disappeared. Keep both.',
    'split-view':
      'The register signed two different histories of one length. Keep this receipt: it is the evidence.',
    'proof-missing': 'The server did not give the proof asked for.',
    'not-extended': 'History was rewritten. Keep this receipt: it is the evidence.',
  },
  fields: {
    who: 'the name of who acted',
    c: 'the identity of the person',
    txt: 'the title and the fingerprint of the text',
    words: 'each person’s words',
    dir: 'the directorate',
    why: 'the reason',
    ref: 'the reference of the request',
    as: 'the person behind the pseudonym',
  },
  otherReason: 'The check did not complete.',
};
