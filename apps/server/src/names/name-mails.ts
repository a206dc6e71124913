/** What she is told of a request about her name, at each step, by mail: the words, French first. */
import type { Language, NameChange } from '@butinerie/contracts';

type Step = 'code' | 'waiting' | 'ordered' | 'cancelled' | 'done';
interface Words {
  readonly subject: string;
  readonly paragraphs: (said: Said) => readonly string[];
  readonly label: string;
}
export interface Said {
  readonly change: NameChange;
  readonly code?: string;
  readonly day?: string;
  readonly reference?: string;
}

const wishFr = (change: NameChange): string =>
  change.kind === 'erase'
    ? 'effacer votre identité de la plateforme'
    : `remplacer votre nom par «\u00a0${change.name}\u00a0»`;
const wishEn = (change: NameChange): string =>
  change.kind === 'erase' ? 'erase your identity from the platform' : `replace your name by “${change.name}”`;

const FR: Readonly<Record<Step, Words>> = {
  code: {
    subject: 'Votre code de confirmation',
    paragraphs: ({ change, code = '' }) => [
      `Une demande a été faite depuis votre compte\u00a0: ${wishFr(change)}. Pour la confirmer, saisissez ce code dans la page, avant trente minutes\u00a0: ${code}`,
      'Si vous n’avez rien demandé, ne communiquez ce code à personne et déconnectez tous vos appareils\u00a0: quelqu’un utilise votre session.',
    ],
    label: 'Voir la demande',
  },
  waiting: {
    subject: 'Votre demande sur votre nom est confirmée',
    paragraphs: ({ change, day = '' }) => [
      `Le ${day}, la plateforme va ${wishFr(change)}. D’ici là, vous pouvez annuler à tout moment.`,
      'Vos idées, vos crédits et vos preuves restent. Téléchargez vos reçus avant cette date si vous voulez pouvoir prouver plus tard que c’était vous.',
    ],
    label: 'Voir ou annuler la demande',
  },
  ordered: {
    subject: 'Une demande sur votre nom est enregistrée',
    paragraphs: ({ change, day = '', reference = '' }) => [
      `La personne déléguée à la protection des données a enregistré votre demande signée, référence «\u00a0${reference}\u00a0»\u00a0: le ${day}, la plateforme va ${wishFr(change)}.`,
      'Si vous n’avez pas signé cette demande, annulez-la et prévenez cette personne. Vos idées, vos crédits et vos preuves restent dans tous les cas.',
    ],
    label: 'Voir ou annuler la demande',
  },
  cancelled: {
    subject: 'La demande sur votre nom est annulée',
    paragraphs: ({ change }) => [
      `Il avait été demandé de ${wishFr(change)}. C’est annulé\u00a0: rien ne change.`,
    ],
    label: 'Voir mes mentions',
  },
  done: {
    subject: 'Votre demande sur votre nom est faite',
    paragraphs: ({ change }) => [
      change.kind === 'erase'
        ? 'Votre identité est effacée de la plateforme. Vos crédits restent, sans votre nom\u00a0; avec un reçu gardé, vous pourrez toujours prouver que c’était vous. Ceci est le dernier message.'
        : `Votre nom est maintenant «\u00a0${change.name}\u00a0» partout. Vos crédits n’ont pas changé.`,
    ],
    label: 'Ouvrir la plateforme',
  },
};
const EN: Readonly<Record<Step, Words>> = {
  code: {
    subject: 'Your confirmation code',
    paragraphs: ({ change, code = '' }) => [
      `Somebody asked from your account to ${wishEn(change)}. To confirm, type this code in the page within thirty minutes: ${code}`,
      'If you asked for nothing, give this code to nobody and sign out everywhere: somebody uses your session.',
    ],
    label: 'See the request',
  },
  waiting: {
    subject: 'Your request about your name is confirmed',
    paragraphs: ({ change, day = '' }) => [
      `On ${day} the platform will ${wishEn(change)}. Until then you can cancel at any time.`,
      'Your ideas, credits and proofs stay. Download your receipts before that day if you want to be able to prove later that it was you.',
    ],
    label: 'See or cancel the request',
  },
  ordered: {
    subject: 'A request about your name is registered',
    paragraphs: ({ change, day = '', reference = '' }) => [
      `The data protection officer registered your signed request, reference “${reference}”: on ${day} the platform will ${wishEn(change)}.`,
      'If you did not sign this request, cancel it and tell the officer. Your ideas, credits and proofs stay in any case.',
    ],
    label: 'See or cancel the request',
  },
  cancelled: {
    subject: 'The request about your name is cancelled',
    paragraphs: ({ change }) => [`It had been asked to ${wishEn(change)}. It is cancelled: nothing changes.`],
    label: 'See my mentions',
  },
  done: {
    subject: 'Your request about your name is done',
    paragraphs: ({ change }) => [
      change.kind === 'erase'
        ? 'Your identity is erased from the platform. Your credits stay, without your name; with a receipt that you kept you can still prove that it was you. This is the last message.'
        : `Your name is now “${change.name}” everywhere. Your credits have not changed.`,
    ],
    label: 'Open the platform',
  },
};

export function nameMail(step: Step, language: Language, said: Said) {
  const { subject, paragraphs, label } = (language === 'fr' ? FR : EN)[step];
  return { subject, paragraphs: paragraphs(said), label };
}
