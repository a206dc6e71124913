/** What many colleagues add, in few words each: sentences that fit any idea, put together without ever repeating. */

export const OPENINGS = [
  'Chez nous aussi,',
  'De notre côté,',
  'Vu de notre étage,',
  'Dans notre équipe,',
  'Sur notre site,',
  'Après en avoir parlé au café,',
  'Pour l’avoir vécu la semaine dernière,',
  'Avec deux collègues,',
  'À l’accueil,',
  'En tournée,',
] as const;

export const REMARKS = [
  'la même chose se produit tous les mois.',
  'nous pourrions servir de site d’essai dès lundi.',
  'cela demanderait une affiche claire et rien de plus.',
  'il faudrait prévoir les semaines de vacances.',
  'nous avons déjà une moitié de la réponse, je vous l’envoie.',
  'deux personnes sont volontaires pour commencer.',
  'nous avons essayé il y a trois ans, et c’est le suivi qui a manqué.',
  'le plus dur est le premier mois, ensuite l’habitude vient.',
  'ce serait plus simple avec un jour fixe.',
  'un petit tableau affiché aide à ne pas oublier.',
  'il faut penser aux collègues qui n’ont pas d’ordinateur.',
  'nous pouvons prêter un local pour l’essai.',
  'je propose de compter avant et après, même grossièrement.',
  'il manque seulement un nom en face de la tâche.',
  'attention aux personnes à mobilité réduite : pensez-y dès le début.',
  'la règle devrait tenir en une phrase.',
  'cela ferait gagner une heure par semaine à toute l’équipe.',
  'un mot du chef de service aiderait à lancer le mouvement.',
] as const;

export const CLOSINGS = [
  'On en parle quand vous voulez.',
  'Je veux bien aider à l’écrire.',
  'Comptez sur nous pour le premier essai.',
  'Cela vaut la peine d’essayer un mois.',
  'Merci d’avoir mis des mots dessus.',
  'Je passe vous voir jeudi.',
  'Et si l’on commençait petit ?',
  'Qui s’en occupe quand vous êtes absents ?',
  'Le printemps serait le bon moment.',
  'Il suffirait de presque rien.',
  'Gardons-le simple.',
] as const;
