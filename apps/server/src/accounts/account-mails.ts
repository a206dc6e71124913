/** The words of the mails that open the door: the invitation, the link somebody asked for, the one that comes with a role. */
import type { Language } from '@butinerie/contracts';
import type { OwnWords } from '../platform/own-words.ts';

interface Words {
  readonly subject: string;
  readonly paragraphs: (instance: string) => readonly string[];
  readonly label: string;
}
type DoorMail = 'invitation' | 'requested' | 'role';

const WORDS: Readonly<Record<DoorMail, Readonly<Record<Language, Words>>>> = {
  invitation: {
    fr: {
      subject: 'Votre accès personnel pour proposer et rebondir',
      paragraphs: (instance) => [
        `Vous êtes invité ou invitée sur «\u00a0${instance}\u00a0».`,
        'Vous pouvez y proposer une idée en deux phrases, rebondir sur celles des collègues et écrire avec eux. Votre nom reste attaché à ce que vous apportez.',
        'Ce lien est le vôtre : il vous connecte sans mot de passe pendant 60 jours. Ne le transmettez pas.',
      ],
      label: 'Entrer',
    },
    en: {
      subject: 'Your personal access to propose and rebound',
      paragraphs: (instance) => [
        `You are invited to “${instance}”.`,
        'There you can propose an idea in two sentences, rebound on those of colleagues and write with them. Your name stays with what you bring.',
        'This link is yours: it signs you in without a password for 60 days. Do not pass it on.',
      ],
      label: 'Come in',
    },
  },
  requested: {
    fr: {
      subject: 'Votre lien de connexion',
      paragraphs: (instance) => [
        `Vous avez demandé un lien pour entrer sur «\u00a0${instance}\u00a0».`,
        'Il fonctionne une seule fois, pendant une heure. Si vous n’avez rien demandé, vous pouvez ignorer ce message : personne n’est entré.',
      ],
      label: 'Se connecter',
    },
    en: {
      subject: 'Your sign-in link',
      paragraphs: (instance) => [
        `You asked for a link to enter “${instance}”.`,
        'It works once, within an hour. If you asked for nothing, you may ignore this message: nobody came in.',
      ],
      label: 'Sign in',
    },
  },
  role: {
    fr: {
      subject: 'Un rôle vous est confié, avec un nouveau lien',
      paragraphs: (instance) => [
        `Un rôle vous est confié sur «\u00a0${instance}\u00a0».`,
        'Pour que personne d’autre ne puisse agir en votre nom, les liens et le mot de passe que vous aviez ne valent plus.',
        'Ce nouveau lien est le vôtre : il vous connecte pendant 60 jours. Ne le transmettez pas.',
      ],
      label: 'Entrer',
    },
    en: {
      subject: 'A role is yours, with a new link',
      paragraphs: (instance) => [
        `You were given a role on “${instance}”.`,
        'So that nobody else can act in your name, the links and the password you had open nothing any more.',
        'This new link is yours: it signs you in for 60 days. Do not pass it on.',
      ],
      label: 'Come in',
    },
  },
};

export function linkMail(
  kind: DoorMail,
  { language, instance, url }: { language: Language; instance: string; url: string },
  ownWords: OwnWords,
): { subject: string; paragraphs: readonly string[]; link: { url: string; label: string } } {
  const { subject, paragraphs, label } = ownWords.say(WORDS[kind][language], language);
  return { subject, paragraphs: paragraphs(ownWords.platform(instance)), link: { url, label } };
}
