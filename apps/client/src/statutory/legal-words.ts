/** Legal notice, eco-design and source code: short pages, each honest about what is left to say. */
import { catalogue } from '../platform/i18n.ts';

export const legalWords = catalogue(
  {
    title: 'Mentions légales',
    sections: {
      publisher: {
        title: 'Éditeur',
        text: '[Nom de l’organisation], [adresse], [téléphone], [numéro SIRET].\n\nDirection de la publication : [nom et qualité].',
      },
      host: { title: 'Hébergement', text: '[Nom de l’hébergeur], [adresse], [téléphone].' },
      content: {
        title: 'Contenus',
        text: 'Les idées et les rebonds sont écrits par les personnes nommées. Un texte adopté peut être retravaillé par la direction, à côté ; les noms ne changent pas. Ce site ne confère ni ne transfère aucun droit de propriété intellectuelle.',
      },
      report: { title: 'Signaler un contenu', text: 'Écrivez à [adresse de l’équipe d’animation].' },
    },
  },
  {
    title: 'Legal notice',
    sections: {
      publisher: {
        title: 'Publisher',
        text: '[Name of the organisation], [address], [telephone], [SIRET number].\n\nDirector of publication: [name and position].',
      },
      host: { title: 'Hosting', text: '[Name of the host], [address], [telephone].' },
      content: {
        title: 'Content',
        text: 'Ideas and rebounds are written by the people named. A directorate may rework an adopted text beside it; the names do not change. This site neither confers nor transfers any intellectual property right.',
      },
      report: { title: 'Report content', text: 'Write to [address of the facilitation team].' },
    },
  },
);

export const ecodesignWords = catalogue(
  {
    title: 'Écoconception',
    lead: 'Ce que ce site fait pour peser peu. Aucune évaluation RGESN n’a encore été faite.',
    sections: {
      done: {
        title: 'Ce qui est fait',
        text: '- une première page de 170 kilo-octets au plus, script et style compressés, vérifiée à chaque version ;\n- l’éditeur de texte ne se charge que si l’on écrit ;\n- les polices de votre appareil, aucune image de décor, aucune vidéo ;\n- une seule interface, du téléphone au grand écran ;\n- aucune mesure d’audience, aucun appel à un autre site ;\n- un courriel par jour et par personne, au plus, pour les avis.',
      },
      left: {
        title: 'Ce qui reste à faire',
        text: '- évaluer le service selon le référentiel général d’écoconception (RGESN, 2024) : [résultat et date] ;\n- dire où tourne le serveur et ce qu’il consomme : [hébergeur].',
      },
    },
  },
  {
    title: 'Eco-design',
    lead: 'What this site does to weigh little. No RGESN assessment has been made yet.',
    sections: {
      done: {
        title: 'What is done',
        text: '- a first page of at most 170 kilobytes, script and style compressed, checked with each version;\n- the text editor loads only if one writes;\n- your device’s fonts, no decorative picture, no video;\n- one interface, from telephone to large screen;\n- no audience measurement, no call to another site;\n- one e-mail a day and person at most, for notices.',
      },
      left: {
        title: 'What is left to do',
        text: '- assess the service by the French eco-design framework (RGESN, 2024): [result and date];\n- say where the server runs and what it consumes: [host].',
      },
    },
  },
);

export const sourceWords = catalogue(
  {
    title: 'Code source',
    sections: {
      licence: {
        title: 'Licence',
        text: 'La Butinerie est un logiciel libre, sous licence publique de l’Union européenne (EUPL), version 1.2. Vous pouvez l’utiliser, l’étudier, le modifier et le redistribuer dans les termes de cette licence.',
      },
      where: {
        title: 'Où le trouver',
        text: 'Le code de la version installée ici : [adresse du dépôt]. Il contient la licence entière, la description publiccode.yml, et l’outil qui vérifie le registre des crédits sans ce site.',
      },
    },
  },
  {
    title: 'Source code',
    sections: {
      licence: {
        title: 'Licence',
        text: 'La Butinerie is free software, under the European Union Public Licence (EUPL), version 1.2. You may use, study, change and redistribute it under the terms of that licence.',
      },
      where: {
        title: 'Where to find it',
        text: 'The code of the version installed here: [address of the repository]. It holds the whole licence, the publiccode.yml description, and the tool that checks the register of credits without this site.',
      },
    },
  },
);
