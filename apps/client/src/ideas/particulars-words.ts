/** What theme and questions say around the words of those who prepared them. */
import { catalogue } from '../platform/i18n.ts';

export const words = catalogue(
  {
    title: 'En plus du texte',
    theme: 'Thème',
    themeHint: 'Celui qui s’en approche le plus.',
    chooseTheme: 'Choisir un thème',
    themeMissing: 'Choisissez un thème. Votre texte est gardé.',
    answerMissing: 'Cette réponse est demandée pour publier. Votre texte est gardé.',
    answerTooLong: 'Cette réponse est trop longue pour publier. Elle est gardée en entier.',
    change: 'Modifier ces réponses',
    changeTheme: 'Changer le thème',
    save: 'Enregistrer',
    cancel: 'Ne rien changer',
    saved: 'C’est enregistré.',
    allThemes: 'Tous les thèmes',
  },
  {
    title: 'Besides the text',
    theme: 'Theme',
    themeHint: 'The one that comes closest.',
    chooseTheme: 'Choose a theme',
    themeMissing: 'Choose a theme. Your text is kept.',
    answerMissing: 'This answer is asked for before publishing. Your text is kept.',
    answerTooLong: 'This answer is too long to publish. All of it is kept.',
    change: 'Change these answers',
    changeTheme: 'Change the theme',
    save: 'Save',
    cancel: 'Change nothing',
    saved: 'Saved.',
    allThemes: 'All themes',
  },
);
