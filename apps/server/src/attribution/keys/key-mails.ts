/** What administrators are told when the register's key is to change: the code, the wish of another, the end. */
import type { KeyChangeKind, Language } from '@butinerie/contracts';

export type KeyMailStep = 'code' | 'asked' | 'done';

interface Said {
  readonly kind: KeyChangeKind;
  readonly code?: string;
  /** Who asks, or the two who did it. */
  readonly who?: string;
}
interface Words {
  readonly subject: string;
  readonly paragraphs: (said: Said) => readonly string[];
}

const wish = {
  fr: {
    rotate: 'remplacer la clé du registre',
    lose: 'constater la perte de la clé du registre et en commencer une autre',
  },
  en: {
    rotate: 'replace the key of the register',
    lose: 'establish the loss of the register’s key and begin another',
  },
} as const;

const FR: Readonly<Record<KeyMailStep, Words>> = {
  code: {
    subject: 'Votre code pour la clé du registre',
    paragraphs: ({ kind, code = '' }) => [
      `Depuis votre compte, il est demandé de ${wish.fr[kind]}. Pour confirmer, saisissez ce code dans la page, avant trente minutes\u00a0: ${code}`,
      'Si vous n’avez rien demandé, ne communiquez ce code à personne et déconnectez tous vos appareils\u00a0: quelqu’un utilise votre session.',
    ],
  },
  asked: {
    subject: 'La clé du registre\u00a0: une deuxième personne est attendue',
    paragraphs: ({ kind, who = '' }) => [
      `${who} demande de ${wish.fr[kind]}. Il faut l’accord d’une autre personne qui administre la plateforme, avant trois jours.`,
      'Parlez-vous de vive voix avant de confirmer. Si cette demande vous étonne, annulez-la\u00a0: rien ne change sans deux personnes.',
    ],
  },
  done: {
    subject: 'La clé du registre a changé',
    paragraphs: ({ kind, who = '' }) => [
      `${who} viennent de ${wish.fr[kind]}. L’acte est dans le registre, et les témoins le liront dans leur prochain courriel.`,
      'Gardez dès maintenant une copie de la nouvelle clé, hors des sauvegardes des données.',
    ],
  },
};
const EN: Readonly<Record<KeyMailStep, Words>> = {
  code: {
    subject: 'Your code for the register’s key',
    paragraphs: ({ kind, code = '' }) => [
      `Your account asks to ${wish.en[kind]}. To confirm, type this code in the page within thirty minutes: ${code}`,
      'If you asked for nothing, give this code to nobody and sign out everywhere: somebody uses your session.',
    ],
  },
  asked: {
    subject: 'The register’s key: a second person is awaited',
    paragraphs: ({ kind, who = '' }) => [
      `${who} asks to ${wish.en[kind]}. It takes another administrator of the platform, within three days.`,
      'Speak to each other before you confirm. If this surprises you, cancel it: nothing changes without two people.',
    ],
  },
  done: {
    subject: 'The register’s key has changed',
    paragraphs: ({ kind, who = '' }) => [
      `${who} have just confirmed it: ${wish.en[kind]}. The act is in the register, and witnesses will read it in their next mail.`,
      'Keep a copy of the new key now, outside the backups of the data.',
    ],
  },
};
const LABELS: Readonly<Record<Language, string>> = { fr: 'Tenir le registre', en: 'Keeping the register' };

export function keyMail(step: KeyMailStep, language: Language, said: Said) {
  const { subject, paragraphs } = (language === 'fr' ? FR : EN)[step];
  return { subject, paragraphs: paragraphs(said), label: LABELS[language] };
}
