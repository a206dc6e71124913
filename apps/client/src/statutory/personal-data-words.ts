/** Personal data: what for, what never, what is kept, who sees it, how long, which rights. Only what the product does. */
import { catalogue } from '../platform/i18n.ts';

export const words = catalogue(
  {
    title: 'Données personnelles',
    lead: 'Ce qui est gardé de vous, pourquoi, et ce que vous pouvez demander.',
    sections: {
      purpose: {
        title: 'À quoi elles servent',
        text: 'Elles servent à organiser des défis entre agents et agentes, à citer les auteurs et autrices, et à suivre les idées adoptées. La base légale est la mission d’intérêt public (article 6.1.e du RGPD).\n\nResponsable de traitement : [organisation et adresse].',
      },
      never: {
        title: 'À quoi elles ne servent jamais',
        text: '- à évaluer une personne ;\n- à classer des personnes ;\n- à une procédure disciplinaire ;\n- à surveiller une activité : les histoires montrent des jours, jamais des heures.',
      },
      data: {
        title: 'Ce qui est gardé',
        text: '- votre nom, votre direction, et votre adresse électronique si vous en avez une ;\n- vos brouillons, vos idées, vos rebonds et ce que vous écrivez dans un texte commun ;\n- les images et documents que vous joignez ; d’une photo, le lieu et l’heure de la prise de vue sont effacés à l’arrivée ;\n- vos soutiens : leur nombre se montre après la fermeture, votre nom jamais ;\n- vos rôles, vos avis et les courriels qui vous sont envoyés ;\n- une session, par un seul cookie, qui expire après 30 jours sans visite.\n\nN’écrivez rien sur des usagers et usagères : ni nom, ni situation, ni santé.',
      },
      device: {
        title: 'Ce qui reste sur votre appareil',
        text: 'Votre langue, vos textes pas encore envoyés, de quoi reprendre l’écriture hors ligne, et le dernier état du registre que ce navigateur a vu. Aucune mesure d’audience, aucun traceur, aucun appel à un autre site.',
      },
      register: {
        title: 'Le registre des crédits',
        text: 'Il ne contient ni nom ni texte : un identifiant par personne, et des empreintes salées. Le lien entre l’identifiant et votre nom est gardé à part ; s’il est détruit, les preuves tiennent et le nom ne se lit plus. Les reçus que des personnes ont gardés restent lisibles par elles.',
      },
      who: {
        title: 'Qui les voit',
        text: '- les personnes invitées sur cette instance voient les idées publiées, les rebonds et les noms ;\n- l’équipe d’animation et l’administration voient aussi la liste des personnes, avec leurs adresses, et les courriels quand l’instance n’a pas de serveur pour les envoyer ;\n- vos brouillons ne sont lus que par vous ;\n- l’hébergeur, sous contrat : [nom de l’hébergeur].\n\nAucune page ne montre à l’encadrement l’activité de son équipe.',
      },
      durations: {
        title: 'Combien de temps',
        text: 'Durées proposées, à valider par la personne déléguée à la protection des données :\n\n- brouillons jamais publiés : fin du défi et 3 mois ;\n- compte sans activité : 2 ans ;\n- qui a soutenu quoi : jusqu’à la publication des résultats ;\n- journal d’écriture fin : résultats et 6 mois, puis seules les versions scellées ;\n- crédits et idées adoptées : aussi longtemps que le dossier du projet ;\n- journaux de sécurité : 6 à 12 mois.\n\nCette version n’efface rien d’elle-même à ces échéances : l’organisation s’en charge.',
      },
      rights: {
        title: 'Vos droits',
        text: 'Vous pouvez demander à voir vos données, à en recevoir une copie, à les corriger, à vous opposer, ou à être cité ou citée sous un pseudonyme. La réponse vient en un mois au plus. Écrivez à [adresse de la personne déléguée à la protection des données].\n\nVotre nom reste attaché à une idée tant que vous le voulez : personne d’autre que vous ne peut demander qu’il n’y figure plus.\n\nVous pouvez aussi saisir la CNIL : 3 place de Fontenoy, TSA 80715, 75334 Paris CEDEX 07.',
      },
    },
  },
  {
    title: 'Personal data',
    lead: 'What is kept about you, why, and what you may ask for.',
    sections: {
      purpose: {
        title: 'What it is for',
        text: 'It serves to run challenges among agents, to name authors, and to follow adopted ideas. The legal basis is a task in the public interest (GDPR, article 6.1.e).\n\nController: [organisation and address].',
      },
      never: {
        title: 'What it is never for',
        text: '- appraising a person;\n- ranking people;\n- a disciplinary procedure;\n- monitoring activity: histories show days, never hours.',
      },
      data: {
        title: 'What is kept',
        text: '- your name, your directorate, and your e-mail address if you have one;\n- your drafts, ideas, rebounds, and what you write in a shared text;\n- the images and documents you attach; place and hour are taken out of a photo when it arrives;\n- your supports: their number shows after closing, your name never;\n- your roles, your notices and the e-mails sent to you;\n- a session, by a single cookie, which expires after 30 days without a visit.\n\nWrite nothing about users of services: no name, no situation, no health.',
      },
      device: {
        title: 'What stays on your device',
        text: 'Your language, your texts not sent yet, what it takes to go on writing offline, and the last state of the register this browser saw. No audience measurement, no tracker, no call to another site.',
      },
      register: {
        title: 'The register of credits',
        text: 'It holds no name and no text: one identifier a person, and salted fingerprints. What ties the identifier to your name is kept apart; once it is destroyed, proofs stand and the name can no longer be read. Receipts that people kept stay readable by them.',
      },
      who: {
        title: 'Who sees it',
        text: '- those invited to this instance see published ideas, rebounds and names;\n- the facilitation team and administrators also see the list of people, with their addresses, and the e-mails where the instance has no server to send them;\n- your drafts are read by you alone;\n- the host, under contract: [name of the host].\n\nNo page shows managers what their team does.',
      },
      durations: {
        title: 'How long',
        text: 'Durations proposed, to be validated by the data protection officer:\n\n- drafts never published: end of the challenge and 3 months;\n- account without activity: 2 years;\n- who supported what: until results are published;\n- fine writing log: results and 6 months, then sealed versions only;\n- credits and adopted ideas: as long as the project’s record;\n- security logs: 6 to 12 months.\n\nThis version erases nothing by itself at those dates: the organisation sees to it.',
      },
      rights: {
        title: 'Your rights',
        text: 'You may ask to see your data, to receive a copy, to have it corrected, to object, or to be named by a pseudonym. The answer comes within a month. Write to [address of the data protection officer].\n\nYour name stays attached to an idea as long as you want it: nobody but you can ask that it no longer appear.\n\nYou may also turn to the CNIL: 3 place de Fontenoy, TSA 80715, 75334 Paris CEDEX 07, France.',
      },
    },
  },
);
