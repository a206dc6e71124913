/** What my menu offers: one line per place, shown to those for whom it is. */
import type { Language, Me, Role } from '@butinerie/contracts';

export interface Place {
  readonly to: string;
  readonly label: Readonly<Record<Language, string>>;
  readonly show: (me: Me) => boolean;
}

/** Whether the person holds one of these roles, anywhere. */
const holds =
  (...roles: readonly Role[]) =>
  (me: Me): boolean =>
    me.grants.some(({ role }) => roles.includes(role));

const staff = holds('moderator', 'moderator_lead', 'admin');

/** Notes between two challenges are the agents' own, unless somebody from outside holds a role here. */
export const keepsNotes = ({ outside, grants }: Me): boolean => outside !== true || grants.length > 0;

export const PLACES: readonly Place[] = [
  {
    to: '/mes-idees',
    label: { fr: 'Mes idées et mes rebonds', en: 'My ideas and my rebounds' },
    show: () => true,
  },
  {
    to: '/notes',
    label: { fr: 'Entre deux défis', en: 'Between two challenges' },
    show: keepsNotes,
  },
  { to: '/preparer', label: { fr: 'Préparer un défi', en: 'Prepare a challenge' }, show: staff },
  { to: '/personnes', label: { fr: 'Personnes', en: 'People' }, show: staff },
  { to: '/courriels', label: { fr: 'Courriels', en: 'E-mails' }, show: staff },
  {
    to: '/registre',
    label: { fr: 'Tenir le registre', en: 'Keeping the register' },
    show: holds('admin'),
  },
  {
    to: '/mots',
    label: { fr: 'Les mots de la plateforme', en: 'The words of the platform' },
    show: holds('admin'),
  },
  {
    to: '/adopter',
    label: { fr: 'Les idées qui attendent une direction', en: 'Ideas that await a directorate' },
    show: holds('sponsor'),
  },
  {
    to: '/evaluer',
    label: { fr: 'Les mesures qui attendent', en: 'Measures that wait' },
    show: holds('evaluator'),
  },
  { to: '/mes-credits', label: { fr: 'Mes mentions', en: 'My mentions' }, show: () => true },
  { to: '/mon-nom', label: { fr: 'Mon nom', en: 'My name' }, show: () => true },
  {
    to: '/preparer',
    label: { fr: 'Les notes à valider', en: 'Notes to validate' },
    // Who also prepares challenges has that place already.
    show: (me) => holds('dpo')(me) && !staff(me),
  },
  {
    to: '/noms',
    label: { fr: 'Demandes sur les noms', en: 'Requests about names' },
    show: holds('dpo'),
  },
  {
    to: '/retraits',
    label: { fr: 'Textes à détruire', en: 'Texts to destroy' },
    show: holds('dpo'),
  },
];
