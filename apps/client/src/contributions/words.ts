/** What is said of what people brought. */
import { before } from '../platform/french.ts';
import { catalogue } from '../platform/i18n.ts';

export const words = catalogue(
  {
    credit: 'Créditer',
    creditWhom: (name: string) => `Créditer ${name}`,
    field: (name: string) => `Ce ${before('que', name)} a apporté`,
    hint: 'Une ligne, lue par tous à côté de son nom.',
    missing: 'Écrivez en une ligne ce que cette personne a apporté.',
    send: 'Ajouter aux contributions',
    no: 'Non',
    done: (name: string) => `${name} figure parmi les contributions et reçoit votre ligne.`,
    said: (by: string) => `Parmi les contributions, dit par ${by} :`,
  },
  {
    credit: 'Credit',
    creditWhom: (name) => `Credit ${name}`,
    field: (name) => `What ${name} brought`,
    hint: 'One line, read by everybody beside the name.',
    missing: 'Write in one line what this person brought.',
    send: 'Add to the contributions',
    no: 'No',
    done: (name) => `${name} is among the contributions and gets your line.`,
    said: (by) => `Among the contributions, said by ${by}:`,
  },
);
