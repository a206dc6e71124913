/** What the conversation under an idea says. */
import { enFormats as en, frFormats as fr } from '../platform/formats.ts';
import { catalogue } from '../platform/i18n.ts';

export const words = catalogue(
  {
    title: (n: number) => (n === 0 ? 'Les rebonds' : fr.counted(n, { one: 'rebond', other: 'rebonds' })),
    none: 'Personne n’a encore rebondi. Une phrase suffit : ce que vous savez, ce que vous avez vu ailleurs.',
    noneMine:
      'Les rebonds de vos collègues paraîtront ici. Vous pourrez les reprendre dans le texte, sous leur nom.',
    noneEver: 'Personne n’a rebondi sur cette idée.',
    field: 'Rebondissez sur cette idée',
    hint: 'Ce que vous y ajoutez : une condition, un exemple, une manière de s’y prendre.',
    empty: 'Écrivez d’abord une phrase.',
    send: 'Rebondir',
    sent: 'Votre rebond est publié, à votre nom.',
    kept: 'Votre rebond est gardé sur cet appareil',
    keptWhat: 'Il partira, une seule fois, dès le retour du réseau.',
    answer: { open: 'sans réponse encore', taken: 'repris dans l’idée', declined: 'non repris' },
    take: 'Reprendre dans le texte',
    decline: 'Ne pas reprendre',
    declineSure: 'Oui, ne pas le reprendre',
    takenToast: (name: string) => `Repris à la fin du texte. ${name} figure parmi les contributions.`,
    declinedToast: 'Le rebond reste lisible ici, avec son nom.',
    grow: 'En faire une idée',
    grown: 'Voir l’idée que vous en avez faite',
    becameIdea: 'Voir l’idée qui en est née',
  },
  {
    title: (n) => (n === 0 ? 'Rebounds' : en.counted(n, { one: 'rebound', other: 'rebounds' })),
    none: 'Nobody has rebounded yet. One sentence is enough: what you know, what you saw elsewhere.',
    noneMine:
      'Your colleagues’ rebounds will appear here. You can take them into the text, under their names.',
    noneEver: 'Nobody rebounded on this idea.',
    field: 'Rebound on this idea',
    hint: 'What you add to it: a condition, an example, a way to go about it.',
    empty: 'Write a sentence first.',
    send: 'Rebound',
    sent: 'Your rebound is published, in your name.',
    kept: 'Your rebound is kept on this device',
    keptWhat: 'It will leave, once, when the network is back.',
    answer: { open: 'no answer yet', taken: 'taken into the idea', declined: 'not taken' },
    take: 'Take into the text',
    decline: 'Do not take',
    declineSure: 'Yes, do not take it',
    takenToast: (name) => `Taken at the end of the text. ${name} is among the contributions.`,
    declinedToast: 'The rebound stays readable here, with its name.',
    grow: 'Grow it into an idea',
    grown: 'See the idea you grew from it',
    becameIdea: 'See the idea that grew from it',
  },
);
