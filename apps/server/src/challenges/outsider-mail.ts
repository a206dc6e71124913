/** The mail that opens a challenge to somebody of another organisation. */
import type { Language } from '@butinerie/contracts';
import type { MailToSend } from '../notifications/index.ts';

type Words = Pick<MailToSend, 'subject' | 'paragraphs' | 'link'>;

export function invitationOfOutsider(invitation: {
  readonly language: Language;
  readonly question: string;
  readonly url: string;
}): Words {
  const { language, question, url } = invitation;
  return language === 'fr'
    ? {
        subject: 'Vous êtes invité ou invitée à un défi',
        paragraphs: [
          `On vous invite à prendre part au défi «\u00a0${question}\u00a0».`,
          'Vous y verrez les idées des participantes et des participants, pourrez proposer la vôtre et rebondir. Votre nom et celui de votre organisation restent attachés à ce que vous apportez.',
          'Ce lien est le vôtre : il vous connecte sans mot de passe pendant 60 jours. Ne le transmettez pas.',
        ],
        link: { url, label: 'Entrer dans le défi' },
      }
    : {
        subject: 'You are invited to a challenge',
        paragraphs: [
          `You are invited to take part in the challenge “${question}”.`,
          'There you read the ideas of those who take part, propose your own and rebound. Your name and that of your organisation stay with what you bring.',
          'This link is yours: it signs you in without a password for 60 days. Do not pass it on.',
        ],
        link: { url, label: 'Enter the challenge' },
      };
}
