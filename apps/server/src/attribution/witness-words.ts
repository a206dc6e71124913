/** What witnesses of the register read: in plain words, what they hold and what to do with it. */
import { keyEn, keyFr, type KeyWords } from '@butinerie/attribution';
import type { Language } from '@butinerie/contracts';

interface WitnessWords {
  readonly subject: (day: string) => string;
  readonly keep: string;
  readonly key: string;
  readonly keys: KeyWords;
  readonly keysFile: string;
  readonly verifier: string;
  readonly how: string;
  readonly label: string;
  readonly file: (day: string) => string;
  readonly broken: string;
  readonly brokenWhat: string;
  readonly brokenDo: string;
}

export const WITNESS_WORDS: Readonly<Record<Language, WitnessWords>> = {
  fr: {
    subject: (day) => `État du registre des crédits, ${day}`,
    keep: 'Voici l’état signé du registre des crédits. Vous en êtes témoin\u00a0: gardez ce message, hors de la plateforme. S’il ne s’accorde plus un jour avec le registre, c’est que l’histoire a été réécrite.',
    key: 'La clé publique qui signe\u00a0:',
    keys: keyFr,
    keysFile: 'butinerie-cles.txt',
    verifier:
      'L’empreinte SHA-256 de la page de vérification, à comparer avant de s’en servir hors ligne\u00a0:',
    how: 'Vous n’avez rien d’autre à faire. Pour comparer un reçu à cet état, collez ce message entier dans le vérificateur, ou donnez-lui le fichier joint.',
    label: 'Vérifier un reçu',
    file: (day) => `butinerie-etat-${day}.txt`,
    broken: 'Le registre des crédits ne signe plus',
    brokenWhat:
      'Aujourd’hui le registre des crédits n’a pas pu être signé\u00a0: ses lignes ne s’accordent pas avec ce qui avait été signé. La raison, telle que le serveur la donne\u00a0:',
    brokenDo: 'Gardez vos messages précédents et prévenez la personne déléguée à la protection des données.',
  },
  en: {
    subject: (day) => `State of the register of credits, ${day}`,
    keep: 'This is the signed state of the register of credits. You are its witness: keep this message, outside the platform. If it ever disagrees with the register, history was rewritten.',
    key: 'The public key that signs:',
    keys: keyEn,
    keysFile: 'butinerie-keys.txt',
    verifier: 'The SHA-256 of the verifying page, to compare before using it offline:',
    how: 'There is nothing else to do. To compare a receipt with this state, paste this whole message into the verifier, or give it the enclosed file.',
    label: 'Verify a receipt',
    file: (day) => `butinerie-state-${day}.txt`,
    broken: 'The register of credits signs no more',
    brokenWhat:
      'Today the register of credits could not be signed: its rows do not agree with what had been signed. The reason, as the server gives it:',
    brokenDo: 'Keep your previous messages and tell the data protection officer.',
  },
};
