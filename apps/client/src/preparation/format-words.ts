/** What preparing a challenge says of the formats of the house. */
import { catalogue } from '../platform/i18n.ts';

export const words = catalogue(
  {
    houseFormats: 'Choisir un format de la maison',
    formatTitle: (name: string) => `Avec le format « ${name} »`,
    formatGone: 'Ce format n’est plus sur la liste',
    formatWhat:
      'Le nouveau défi reprend ses réglages : à qui il s’adresse, thèmes, questions, noms des champs, couleur et image. Les dates sont proposées avec ses durées. Tout peut encore changer.',
  },
  {
    houseFormats: 'Choose a format of the house',
    formatTitle: (name) => `With the format “${name}”`,
    formatGone: 'This format is off the list',
    formatWhat:
      'The new challenge takes over its settings: whom it is for, themes, questions, names of the fields, colour and picture. The dates are proposed with its lengths. Everything may still change.',
  },
);
