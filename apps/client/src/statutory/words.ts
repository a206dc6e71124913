/** What the statutory pages share. Each page keeps its own text beside it. */
import { catalogue } from '../platform/i18n.ts';

export const words = catalogue(
  {
    toFill:
      'Les passages entre crochets sont à remplir par l’organisation qui exploite cette instance, avant d’y inviter qui que ce soit.',
    siteMap: 'Plan du site',
    everybody: 'Ouvert à tout le monde',
    signedIn: 'Une fois entré ou entrée',
    statutory: 'À propos de ce site',
    home: 'Accueil',
    enter: 'Entrer',
    verify: 'Vérifier un reçu',
    follow: 'Suivre une idée par son code',
    moderation: 'Comment les idées sont modérées',
    notices: 'Mes avis',
    pages: {
      accessibility: 'Accessibilité : non conforme',
      personalData: 'Données personnelles',
      legal: 'Mentions légales',
      ecodesign: 'Écoconception',
      source: 'Code source',
      help: 'Aide',
      charter: 'Charte',
    },
  },
  {
    toFill:
      'Passages between brackets are to be filled by the organisation that runs this instance, before anybody is invited.',
    siteMap: 'Site map',
    everybody: 'Open to everybody',
    signedIn: 'Once signed in',
    statutory: 'About this site',
    home: 'Home',
    enter: 'Sign in',
    verify: 'Verify a receipt',
    follow: 'Follow an idea by its code',
    moderation: 'How ideas are moderated',
    notices: 'My notices',
    pages: {
      accessibility: 'Accessibility: not compliant',
      personalData: 'Personal data',
      legal: 'Legal notice',
      ecodesign: 'Eco-design',
      source: 'Source code',
      help: 'Help',
      charter: 'Charter',
    },
  },
);
