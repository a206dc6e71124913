/** What the frame says. */
import { catalogue } from './platform/i18n.ts';

export const words = catalogue(
  {
    myMenu: 'Mon menu',
    signIn: 'Entrer',
    footer: {
      accessibility: 'Accessibilité : non conforme',
      personalData: 'Données personnelles',
      legal: 'Mentions légales',
      ecodesign: 'Écoconception',
      siteMap: 'Plan du site',
      source: 'Code source',
      help: 'Aide',
      charter: 'Charte',
    },
    moderationQueue: 'Ce qui attend l’équipe',
    enterForSomebody: 'Saisir pour un ou une collègue',
    answerIdeas: 'Répondre aux idées',
    steerChallenge: 'Suspendre ou prolonger',
    ideasThatWait: 'Voir les idées qui attendent une direction',
    keepForLater: 'Déposer un pollen pour le prochain défi',
    loading: 'Chargement…',
    unreachable: 'La Butinerie ne répond pas',
  },
  {
    myMenu: 'My menu',
    signIn: 'Sign in',
    footer: {
      accessibility: 'Accessibility: not compliant',
      personalData: 'Personal data',
      legal: 'Legal notice',
      ecodesign: 'Eco-design',
      siteMap: 'Site map',
      source: 'Source code',
      help: 'Help',
      charter: 'Charter',
    },
    moderationQueue: 'What awaits the team',
    enterForSomebody: 'Enter for a colleague',
    answerIdeas: 'Answer the ideas',
    steerChallenge: 'Pause or extend',
    ideasThatWait: 'See the ideas that await a directorate',
    keepForLater: 'Keep an idea for the next challenge',
    loading: 'Loading…',
    unreachable: 'La Butinerie does not answer',
  },
);
