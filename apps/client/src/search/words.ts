/** What is said beside a title that resembles one that exists. */
import { before } from '../platform/french.ts';
import { catalogue } from '../platform/i18n.ts';

export const words = catalogue(
  {
    title: (n: number) => (n === 1 ? 'Une idée proche existe déjà' : 'Des idées proches existent déjà'),
    what: 'Rebondir, c’est l’enrichir à deux ; votre nom y figurera. Votre brouillon reste ici.',
    rebound: 'Rebondir dessus',
    on: (title: string) => ` : « ${title} »`,
    by: (names: string) => `Idée ${before('de', names)}`,
    dismiss: 'Mon idée est différente',
  },
  {
    title: (n) => (n === 1 ? 'A similar idea exists already' : 'Similar ideas exist already'),
    what: 'To rebound is to enrich it together; your name will be on it. Your draft stays here.',
    rebound: 'Rebound on it',
    on: (title) => `: “${title}”`,
    by: (names) => `Idea by ${names}`,
    dismiss: 'My idea is different',
  },
);
