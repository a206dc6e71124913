/** The declaration of accessibility, in its mandatory order. Without a valid audit it says « non conforme ». */
import { catalogue } from '../platform/i18n.ts';

export const words = catalogue(
  {
    title: 'Déclaration d’accessibilité',
    lead: 'État de conformité : non conforme. Aucun audit n’a encore été enregistré pour cette instance.',
    sections: {
      commitment: {
        title: 'Engagement',
        text: '[Nom de l’organisation] s’engage à rendre ses sites accessibles, conformément à l’article 47 de la loi n° 2005-102 du 11 février 2005. Cette déclaration s’applique à cette instance de La Butinerie.',
      },
      state: {
        title: 'État de conformité',
        text: 'Cette instance est non conforme au référentiel général d’amélioration de l’accessibilité (RGAA), version 4.1.2 : aucun audit en cours de validité ne permet de mesurer le respect des critères.',
      },
      results: {
        title: 'Résultats des tests',
        text: 'Aucun audit n’a été réalisé. Il n’y a donc pas de taux de conformité à publier.',
      },
      content: {
        title: 'Contenus non accessibles',
        text: 'Non-conformités : elles seront listées après le premier audit.\n\nDérogations pour charge disproportionnée : aucune n’est invoquée.\n\nContenus non soumis à l’obligation : aucun n’est déclaré.',
      },
      establishment: {
        title: 'Établissement de cette déclaration',
        text: 'Cette déclaration a été établie le [date].\n\nTechnologies utilisées :\n\n- HTML\n- CSS\n- JavaScript\n- WAI-ARIA\n\nEnvironnement de test : [à remplir après l’audit].\n\nOutils d’évaluation : [à remplir après l’audit].\n\nPages vérifiées : [à remplir après l’audit].',
      },
      contact: {
        title: 'Retour d’information et contact',
        text: 'Si un contenu ou un service vous résiste, écrivez à [adresse du contact accessibilité]. Vous serez orienté ou orientée vers une autre voie, ou le contenu vous sera donné sous une autre forme.',
      },
      recourse: {
        title: 'Voies de recours',
        text: 'Si vous avez signalé un défaut d’accessibilité et n’avez pas obtenu de réponse satisfaisante, vous pouvez :\n\n- écrire au Défenseur des droits par son formulaire en ligne ;\n- contacter son délégué ou sa déléguée dans votre département ;\n- lui écrire gratuitement, sans timbre : Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.',
      },
      plan: {
        title: 'Schéma pluriannuel et plan de l’année',
        text: '[Lien vers le schéma pluriannuel et le plan d’actions de l’année en cours].',
      },
    },
  },
  {
    title: 'Accessibility statement',
    lead: 'State of compliance: not compliant. No audit has been entered for this instance yet.',
    sections: {
      commitment: {
        title: 'Commitment',
        text: '[Name of the organisation] commits to making its sites accessible, under article 47 of French law no. 2005-102 of 11 February 2005. This statement applies to this instance of La Butinerie.',
      },
      state: {
        title: 'State of compliance',
        text: 'This instance is not compliant with the French general accessibility framework (RGAA), version 4.1.2: no valid audit measures how far the criteria are met.',
      },
      results: {
        title: 'Test results',
        text: 'No audit was carried out. There is therefore no rate of compliance to publish.',
      },
      content: {
        title: 'Content that is not accessible',
        text: 'Non-conformities: they will be listed after the first audit.\n\nExemptions for disproportionate burden: none is claimed.\n\nContent outside the obligation: none is declared.',
      },
      establishment: {
        title: 'About this statement',
        text: 'This statement was made on [date].\n\nTechnologies used:\n\n- HTML\n- CSS\n- JavaScript\n- WAI-ARIA\n\nTest environment: [to be filled after the audit].\n\nEvaluation tools: [to be filled after the audit].\n\nPages examined: [to be filled after the audit].',
      },
      contact: {
        title: 'Feedback and contact',
        text: 'If some content or service resists you, write to [address of the accessibility contact]. You will be shown another way, or given the content in another form.',
      },
      recourse: {
        title: 'Recourse',
        text: 'If you reported a lack of accessibility and got no satisfactory answer, you may:\n\n- write to the Défenseur des droits through its online form;\n- contact its delegate in your département;\n- write free of charge, without a stamp: Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07, France.',
      },
      plan: {
        title: 'Multi-year scheme and plan of the year',
        text: '[Link to the multi-year scheme and to this year’s plan of action].',
      },
    },
  },
);
