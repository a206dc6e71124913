/** Help: how it goes, and the words of this place. */
import { catalogue } from '../platform/i18n.ts';

export const words = catalogue(
  {
    title: 'Aide',
    sections: {
      propose: {
        title: 'Proposer une idée',
        text: 'Deux phrases suffisent : qu’est-ce qui coince, et que feriez-vous ? Votre brouillon s’enregistre pendant que vous écrivez. Votre nom reste attaché à l’idée, quoi qu’il arrive ensuite.',
      },
      rebound: {
        title: 'Rebondir, coécrire',
        text: 'Ajoutez à l’idée de quelqu’un d’autre ce que vous savez de chez vous. Si l’auteur ou l’autrice reprend votre rebond, votre nom figure parmi les contributions. Pour écrire dans le texte, demandez à coécrire.',
      },
      after: {
        title: 'Et après la fermeture ?',
        text: 'Le texte et les noms sont scellés. L’équipe d’animation donne à chaque idée une réponse motivée. Une direction peut adopter une idée retenue : elle s’engage à dire dans 90 jours ce qui a changé. Vous dites quelle part vous voulez prendre ; ne pas répondre n’est pas refuser.',
      },
      proof: {
        title: 'Vérifier un crédit',
        text: 'Sur chaque idée, « Vérifier le crédit » fait contrôler le registre par votre navigateur. Gardez vos reçus : ils se vérifient même sans ce site.',
      },
      contact: {
        title: 'Une question, une difficulté',
        text: 'Écrivez à l’équipe d’animation : [adresse de l’équipe d’animation].',
      },
    },
    glossaryTitle: 'Les mots d’ici',
    glossary: {
      'La Butinerie': 'Lieu où les agents et les agentes font circuler les idées.',
      défi: 'Une question posée pour trois semaines.',
      butiner: 'Lire des idées d’autres directions et y ajouter quelque chose.',
      rebond: 'Ce que vous ajoutez à l’idée d’une autre personne.',
      coécriture: 'Écrire à plusieurs en même temps.',
      soutien: 'Dire « utile chez moi aussi ».',
      scellé: 'Le texte et les noms tels qu’ils étaient à la fermeture. Ils ne changent plus.',
      crédit: 'Qui a eu l’idée, l’a coécrite, y a rebondi. Il ne peut que grandir.',
      'crédit verrouillé': 'Personne ne peut retirer les noms.',
      reçu: 'Un petit fichier qui prouve ce qui a été inscrit à votre nom.',
      'réponse motivée': 'Oui ou non, et pourquoi.',
      'idée retenue': 'Une direction peut l’adopter.',
      'adopter une idée': 'La direction s’engage à la mettre en œuvre avec son auteur ou son autrice.',
      'porteur, porteuse': 'La personne qui mène l’idée jusqu’au bout.',
      pilote: 'Désigné ou désignée par la direction qui adopte.',
      'parrain, marraine': 'La personne qui répond pour une direction.',
      'la balle est chez…': 'De qui on attend le prochain geste.',
    },
  },
  {
    title: 'Help',
    sections: {
      propose: {
        title: 'Proposing an idea',
        text: 'Two sentences are enough: what is wrong, and what would you do? Your draft saves itself while you write. Your name stays attached to the idea, whatever happens next.',
      },
      rebound: {
        title: 'Rebounding, co-writing',
        text: 'Add to somebody else’s idea what you know from where you work. If its author takes your rebound, your name is among the contributions. To write in the text, ask to co-write.',
      },
      after: {
        title: 'And after the closing?',
        text: 'Text and names are sealed. The facilitation team gives each idea a reasoned answer. A directorate may adopt a selected idea: it commits to say within 90 days what has changed. You say which part you would like to take; not answering is not refusing.',
      },
      proof: {
        title: 'Verifying a credit',
        text: 'On each idea, “Verify the credit” has your browser check the register. Keep your receipts: they can be checked even without this site.',
      },
      contact: {
        title: 'A question, a difficulty',
        text: 'Write to the facilitation team: [address of the facilitation team].',
      },
    },
    glossaryTitle: 'The words of this place',
    glossary: {
      'La Butinerie': 'Where agents let ideas travel.',
      défi: 'Challenge: a question put for three weeks.',
      butiner: 'To read ideas of other directorates and add something to them.',
      rebond: 'Rebound: what you add to somebody else’s idea.',
      coécriture: 'Co-writing: several people write at the same time.',
      soutien: 'Support: to say “useful where I work too”.',
      scellé: 'Seal: text and names as they stood at the closing. They no longer change.',
      crédit: 'Credit: who had the idea, co-wrote it, rebounded on it. It can only grow.',
      'crédit verrouillé': 'Locked credit: nobody can take the names away.',
      reçu: 'Receipt: a small file that proves what was registered in your name.',
      'réponse motivée': 'Reasoned answer: yes or no, and why.',
      'idée retenue': 'Selected idea: a directorate may adopt it.',
      'adopter une idée': 'To adopt: the directorate commits to carry it out with its author.',
      'porteur, porteuse': 'Carrier: who takes the idea to its end.',
      pilote: 'Pilot: named by the directorate that adopts.',
      'parrain, marraine': 'Sponsor: who answers for a directorate.',
      'la balle est chez…': 'The ball is with…: from whom the next move is awaited.',
    },
  },
);
