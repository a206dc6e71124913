/** What is said of passages that stand in an older idea too. */
import { before } from '../platform/french.ts';
import { catalogue } from '../platform/i18n.ts';

export const words = catalogue(
  {
    title: 'Ce passage se lit aussi dans une idée plus ancienne',
    from: (people: string) => before('de', people),
    ask: (people: string) =>
      `Faut-il créditer ${people} ? Les noms crédités le restent. Rien n’est crédité sans vous.`,
    credit: 'Créditer',
    decline: 'Ne pas créditer',
    reason: 'Pourquoi, en une ligne',
    reasonHint: 'Lue par les autrices et auteurs de cette idée et par l’équipe d’animation.',
    sure: 'Confirmer',
    back: 'Revenir',
    done: (people: string) => `Parmi les contributions désormais : ${people}.`,
    kept: 'Votre réponse est gardée.',
    credited: (by: string, day: string) => `Crédité par ${by}, le ${day}.`,
    declined: (by: string, day: string) => `Non crédité, dit par ${by}, le ${day}.`,
    open: 'Les autrices et auteurs n’ont pas encore répondu.',
    names: 'Contester ou compléter les noms',
  },
  {
    title: 'This passage stands in an older idea too',
    from: (people) => `by ${people}`,
    ask: (people) =>
      `Should ${people} be credited? Names that are credited stay. Nothing is credited without you.`,
    credit: 'Credit',
    decline: 'Do not credit',
    reason: 'Why, in one line',
    reasonHint: 'Read by the authors of this idea and by the facilitation team.',
    sure: 'Confirm',
    back: 'Back',
    done: (people) => `Now among the contributions: ${people}.`,
    kept: 'Your answer is kept.',
    credited: (by, day) => `Credited by ${by}, on ${day}.`,
    declined: (by, day) => `Not credited, said by ${by}, on ${day}.`,
    open: 'The authors have not answered yet.',
    names: 'Dispute or complete the names',
  },
);
