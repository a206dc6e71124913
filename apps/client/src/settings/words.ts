/** What the settings of a challenge say. */
import { catalogue } from '../platform/i18n.ts';

export const words = catalogue(
  {
    kicker: 'Réglages du défi',
    now: 'Chaque partie s’enregistre à part. Ce que les personnes ont écrit n’est jamais perdu.',
    notNow: 'Les réglages reviennent à l’équipe d’animation, tant que le défi vit.',
    back: 'Revenir au défi',
    saved: 'Réglage enregistré.',

    audienceTitle: 'À qui il s’adresse',
    audienceWhat: 'Pour les autres, ce défi n’existe pas : ni page, ni recherche, ni avis, ni courriel.',
    whom: {
      everybody: 'Tous les agents et toutes les agentes',
      some: 'Certaines directions',
      invited: 'Seulement les personnes invitées par leur nom',
    },
    whomHint: {
      everybody: 'De toutes les directions.',
      some: 'Les agents et les agentes des directions choisies.',
      invited: 'Celles de la liste ci-dessous, et l’équipe du défi.',
    },
    whichDirectorates: 'Lesquelles ?',
    nobodyChosen: 'Choisissez au moins une direction.',
    partsStay:
      'Une personne qui y a déjà écrit garde son accès. Les personnes ajoutées sont averties si le défi est ouvert.',
    saveAudience: 'Enregistrer le public',

    outsidersTitle: 'Personnes d’autres organisations',
    outsidersWhat:
      'Chacune ne voit que ce défi. Elle y propose, rebondit et coécrit ; son nom est suivi de celui de son organisation.',
    release: 'Retirer',
    releaseNamed: (name: string) => `Retirer ${name}`,
    released: 'Cette personne n’est plus invitée. Si elle a écrit, son texte et son accès restent.',
    inviteTitle: 'Inviter une personne',
    name: 'Nom',
    nameMissing: 'Écrivez son nom.',
    organisation: 'Organisation',
    organisationHint: 'Une commune, une association, une école…',
    organisationMissing: 'Écrivez le nom de son organisation.',
    mail: 'Courriel',
    mailHint: 'Son lien personnel y est envoyé. Sans courriel, imprimez un feuillet depuis « Personnes ».',
    mailOfAgent:
      'Cette adresse est celle d’un agent ou d’une agente : choisissez plutôt sa direction ci-dessus.',
    invite: 'Inviter',
    invited: (name: string) => `${name} reçoit son lien par courriel.`,
    invitedOnPaper: (name: string) => `${name} est sur la liste. Imprimez son feuillet depuis « Personnes ».`,
  },
  {
    kicker: 'Settings of the challenge',
    now: 'Each part is saved by itself. What people wrote is never lost.',
    notNow: 'Settings belong to the facilitation team, as long as the challenge lives.',
    back: 'Back to the challenge',
    saved: 'Setting saved.',

    audienceTitle: 'Whom it is for',
    audienceWhat: 'For the others this challenge does not exist: no page, no search, no notice, no mail.',
    whom: {
      everybody: 'All agents',
      some: 'Some directorates',
      invited: 'Only people invited by name',
    },
    whomHint: {
      everybody: 'Of every directorate.',
      some: 'The agents of the directorates you choose.',
      invited: 'Those of the list below, and the team of the challenge.',
    },
    whichDirectorates: 'Which ones?',
    nobodyChosen: 'Choose at least one directorate.',
    partsStay:
      'Somebody who wrote there already keeps her access. People added are told when the challenge is open.',
    saveAudience: 'Save the audience',

    outsidersTitle: 'People of other organisations',
    outsidersWhat:
      'Each sees this challenge only. She proposes, rebounds and co-writes there; her name is followed by that of her organisation.',
    release: 'Take out',
    releaseNamed: (name: string) => `Take ${name} out`,
    released: 'This person is not invited any more. If she wrote, her text and her access stay.',
    inviteTitle: 'Invite somebody',
    name: 'Name',
    nameMissing: 'Write her name.',
    organisation: 'Organisation',
    organisationHint: 'A town, an association, a school…',
    organisationMissing: 'Write the name of her organisation.',
    mail: 'Mail',
    mailHint: 'Her personal link is sent there. Without a mailbox, print a slip from “People”.',
    mailOfAgent: 'This is an agent’s address: choose her directorate above instead.',
    invite: 'Invite',
    invited: (name: string) => `${name} gets her link by mail.`,
    invitedOnPaper: (name: string) => `${name} is on the list. Print her slip from “People”.`,
  },
);
