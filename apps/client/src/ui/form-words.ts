/** What the product calls the two fields of an idea: on its form, and where a challenge gives them other words. */
import { catalogue } from '../platform/i18n.ts';

export const words = catalogue(
  {
    title: {
      label: 'Votre idée en une ligne',
      hint: 'Un titre que l’on comprend sans lire la suite.',
    },
    text: {
      label: 'Le problème et l’idée',
      hint: 'Deux phrases suffisent : qu’est-ce qui coince, et que feriez-vous ?',
    },
  },
  {
    title: { label: 'Your idea in one line', hint: 'A title one understands without reading on.' },
    text: {
      label: 'The problem and the idea',
      hint: 'Two sentences are enough: what is in the way, and what would you do?',
    },
  },
);
