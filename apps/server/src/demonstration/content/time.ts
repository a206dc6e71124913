/** Ideas about time: meetings, mail, forms, the same thing done twice. */
import type { IdeaScript } from '../script.ts';

export const time: readonly IdeaScript[] = [
  {
    title: 'Un dossier unique pour les familles suivies par deux services',
    from: 'Enfance et famille',
    text: 'Une famille donne trois fois les mêmes papiers à trois guichets. Chaque service garde sa copie et la redemande l’année suivante. Je propose une pochette commune, avec l’accord écrit de la famille : qui reçoit un papier le range pour tout le monde. Nous gagnerions du temps, et eux surtout.',
    rebounds: [
      {
        from: 'Action sociale',
        text: 'Chez nous, le justificatif de domicile est demandé deux fois dans la même semaine. La liste commune tient sur une page.',
        taken: true,
      },
      {
        from: 'Numérique',
        text: 'Un espace partagé à accès nommé existe déjà pour d’autres équipes. L’accord de la famille peut y être joint.',
      },
    ],
    hands: [
      { from: 'Action sociale', text: ' Six papiers suffisent pour neuf familles sur dix.' },
      {
        from: 'Numérique',
        text: ' Chaque ouverture de la pochette laisse une trace que la famille peut demander.',
      },
      { from: 'Collèges', text: ' Le certificat de scolarité pourra y arriver directement.' },
    ],
    verdict: {
      outcome: 'selected',
      reason:
        'Elle part de la peine des familles et reste modeste : une page, six papiers, un accord écrit. Un essai sur deux guichets tient en trois mois et montrera combien de demandes disparaissent.',
    },
    adoption: {
      by: 'Action sociale',
      promise:
        'Nous ouvrons la pochette commune dans deux guichets, avec l’accord écrit de chaque famille, et nous comptons les papiers que l’on ne redemande plus.',
      milestone: 'Vingt familles ont leur pochette commune',
      halfDays: 10,
      carrier: 'carry',
    },
  },
  {
    title: 'Des réunions de quarante-cinq minutes, jamais d’une heure',
    from: 'Ressources humaines',
    text: 'Quand une réunion dure une heure, la suivante commence en retard. Réglons l’agenda sur quarante-cinq minutes par défaut. Le quart d’heure rendu sert à écrire ce qui a été décidé.',
    rebounds: [
      {
        from: 'Numérique',
        text: 'C’est un réglage pour toute la maison. Chacun peut encore choisir une autre durée.',
        taken: true,
      },
      {
        from: 'Finances',
        text: 'Nous le faisons depuis un an. Les comptes rendus sont plus courts et arrivent le jour même.',
      },
    ],
    verdict: {
      outcome: 'selected',
      reason:
        'Un réglage, aucun coût, et une équipe qui l’a déjà éprouvé pendant un an. Chacun garde sa liberté de choisir une autre durée : c’est une invitation plus qu’une règle.',
    },
    declined: [
      {
        by: 'Finances',
        reason:
          'Notre direction le pratique déjà et ne serait pas légitime pour l’imposer aux autres. Nous aiderons volontiers celle qui l’adoptera, avec nos modèles de compte rendu.',
      },
    ],
  },
  {
    title: 'Un message le matin, un le soir : regrouper les courriels internes',
    from: 'Culture et archives',
    text: 'Je reçois quarante messages « pour information » par jour. Un seul bulletin le matin et un le soir, avec des titres, et chacun lit ce qui le concerne.',
    rebounds: [
      {
        from: 'Numérique',
        text: 'La messagerie sait regrouper, mais l’habitude est plus dure à changer que le réglage.',
      },
      {
        from: 'Logistique',
        text: 'La moitié d’entre nous n’a pas de messagerie au poste. Pensez à l’affichage.',
      },
    ],
    verdict: {
      outcome: 'not_selected',
      motive: 'to_rework',
      reason:
        'Le constat est partagé par tous les lecteurs, mais il manque une personne pour composer le bulletin chaque jour. Avec une équipe d’essai et un roulement, l’idée reviendra plus forte.',
    },
  },
  {
    title: 'Le formulaire d’absence en une seule page',
    from: 'Logistique',
    text: 'Pour une demi-journée, on remplit trois pages et deux signatures. Une page suffirait, avec une seule signature.',
    rebounds: [
      {
        from: 'Ressources humaines',
        text: 'Deux des trois pages datent d’un logiciel qui n’existe plus. Bien vu.',
      },
      {
        from: 'Routes et mobilités',
        text: 'Et la possibilité de la remplir depuis un téléphone, pour ceux qui n’ont pas de bureau.',
      },
    ],
    verdict: {
      outcome: 'not_selected',
      motive: 'already_running',
      reason:
        'Le nouveau formulaire sort dans six semaines : une page, une signature, et le téléphone. Vous avez été invités à l’essayer avant tout le monde, puisque vous l’aviez demandé.',
    },
  },
  {
    title: 'Une liste des personnes qui savent : qui peut m’aider sur quoi',
    from: 'Numérique',
    text: 'On passe une heure à chercher qui connaît la réponse, alors qu’elle est deux portes plus loin. Une page où chacun écrit trois choses qu’il sait expliquer, et rien d’autre.',
    rebounds: [
      {
        from: 'Ressources humaines',
        text: 'À condition que ce soit la personne elle-même qui l’écrive, et qui l’efface quand elle veut.',
      },
      {
        from: 'Action sociale',
        text: 'Nos assistantes parlent à elles toutes neuf langues. Personne ne le sait.',
      },
    ],
    verdict: {
      outcome: 'not_selected',
      motive: 'uncertain_effect',
      reason:
        'Deux annuaires semblables se sont vidés en un an, faute d’être tenus. L’idée des neuf langues, elle, est précieuse : l’action sociale ouvre une liste d’interprètes volontaires.',
    },
  },
  {
    title: 'Répondre au téléphone à tour de rôle entre petits services',
    from: 'Achats',
    text: 'Dans les équipes de trois, le téléphone sonne dans le vide dès qu’une personne est absente. Mettons quatre équipes voisines sur un même accueil, une demi-journée chacune.',
    rebounds: [
      {
        from: 'Finances',
        text: 'Il faut une fiche d’une page par équipe : les dix questions qui reviennent.',
      },
      {
        from: 'Culture et archives',
        text: 'Nous serions partants pour le mercredi, jour où nous sommes le plus seuls.',
      },
    ],
    verdict: {
      outcome: 'not_selected',
      motive: 'to_rework',
      reason:
        'L’entraide plaît, mais les quatre équipes ne sont pas encore d’accord sur les horaires. Trouvez-vous à deux pour commencer : une idée plus petite serait retenue sans hésiter.',
    },
  },
  {
    title: 'Une minute de mode d’emploi au lieu d’une note de dix pages',
    from: 'Collèges',
    text: 'Les notes de service sont longues et peu lues. Une minute filmée avec un téléphone montre le geste une fois pour toutes.',
    rebounds: [
      {
        from: 'Ressources humaines',
        text: 'Avec des sous-titres, toujours : certains ne l’entendront pas, d’autres n’ont pas de son au poste.',
      },
      { from: 'Logistique', text: 'Pour le chariot élévateur, j’en ferais une dès demain.' },
    ],
    verdict: {
      outcome: 'not_selected',
      motive: 'other',
      reason:
        'Les notes restent nécessaires, et les vidéos vieillissent vite. Le jury encourage l’essai au dépôt, sous-titré, et lira avec intérêt ce que les collègues en auront pensé.',
    },
  },
  {
    title: 'Ne plus demander une pièce que nous avons déjà',
    from: 'Action sociale',
    text: 'Nous réclamons un acte que notre propre service d’à côté a délivré. Une règle simple : avant de demander, on cherche chez nous.',
    rebounds: [
      {
        from: 'Enfance et famille',
        text: 'C’est la même racine que la pochette commune. Écrivons les deux ensemble.',
      },
      {
        from: 'Numérique',
        text: 'Une recherche unique sur trois logiciels, cela demande une année. La règle, elle, ne demande rien.',
      },
    ],
    verdict: {
      outcome: 'not_selected',
      motive: 'other',
      reason:
        'Elle dit la même chose que la pochette commune, qui est retenue : la règle « chercher d’abord chez nous » y sera écrite en première ligne, et votre nom y figure parmi les contributions.',
    },
  },
  {
    title: 'Un jour par mois sans réunion',
    from: 'Bâtiments',
    text: 'Un jeudi par mois, aucune réunion dans toute la maison. On avance enfin sur ce qui attend.',
    rebounds: [
      {
        from: 'Culture et archives',
        text: 'Nous l’avons essayé en équipe. Le premier mois est difficile, le troisième on y tient.',
      },
      {
        from: 'Enfance et famille',
        text: 'Impossible pour les réunions avec les familles. Prévoyez l’exception dès le début.',
      },
    ],
    verdict: {
      outcome: 'not_selected',
      motive: 'uncertain_effect',
      reason:
        'Le jury craint que les réunions se reportent sur la veille. L’essai de la culture est le plus convaincant : nous proposons d’en mesurer l’effet six mois avant de l’étendre.',
    },
  },
  {
    title: 'Signer les bons de commande en dessous de cent euros sans circuit',
    from: 'Logistique',
    text: 'Pour une vis à deux euros, quatre visas et neuf jours. En dessous de cent euros, le chef d’équipe devrait signer seul.',
    rebounds: [
      {
        from: 'Finances',
        text: 'Une carte d’achat par équipe ferait cela, avec un plafond et un relevé mensuel.',
      },
      { from: 'Achats', text: 'Neuf jours en moyenne, je confirme. Le visa coûte plus cher que la vis.' },
    ],
    verdict: {
      outcome: 'not_selected',
      motive: 'over_90_days',
      reason:
        'Le besoin est évident, mais la carte d’achat demande un vote et un règlement, attendus au semestre prochain. La direction des finances vous associe à l’écriture de ce règlement.',
    },
  },
];
