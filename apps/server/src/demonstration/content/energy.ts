/** Ideas about energy, rooms and journeys. */
import type { IdeaScript } from '../script.ts';

export const energy: readonly IdeaScript[] = [
  {
    title: 'Éteindre vraiment les écrans le soir et le week-end',
    from: 'Culture et archives',
    text: 'Le soir, la moitié des écrans restent en veille, avec leur petite lumière bleue. Une barrette à interrupteur par îlot, coupée par la dernière personne, suffirait. Un autocollant rappelle le geste.',
    rebounds: [
      {
        from: 'Numérique',
        text: 'Les mises à jour passent le mardi soir. Ce soir-là on laisse allumé, tous les autres on coupe.',
        taken: true,
      },
      {
        from: 'Bâtiments',
        text: 'Une minuterie sur le tableau de l’étage évite d’y penser. Nous l’avons essayée, elle tient.',
        taken: true,
      },
    ],
    hands: [
      { from: 'Bâtiments', text: ' Le troisième étage servira d’essai, car son compteur est séparé.' },
      { from: 'Finances', text: ' On comparera deux mois de compteur avant et deux mois après.' },
    ],
    verdict: {
      outcome: 'selected',
      reason:
        'Le geste est simple, la minuterie existe et un étage a son propre compteur : la mesure sera honnête. Les soirs de mise à jour sont prévus, ce qui répond à notre seule inquiétude.',
    },
    adoption: {
      by: 'Bâtiments',
      promise:
        'Nous posons des minuteries au troisième étage, nous relevons le compteur chaque semaine et nous étendons si la baisse se confirme.',
      milestone: 'Minuteries posées et premier relevé affiché',
      halfDays: 5,
      carrier: 'carry',
    },
  },
  {
    title: 'Baisser d’un degré les couloirs et les halls',
    from: 'Environnement',
    text: 'Il fait vingt-deux degrés dans les couloirs où personne ne reste. Baissons-les d’un ou deux degrés, pas les bureaux.',
    rebounds: [
      {
        from: 'Action sociale',
        text: 'Nos halls sont des salles d’attente. Ne les baissez pas : des personnes y restent une heure.',
      },
      { from: 'Bâtiments', text: 'Deux bâtiments sur cinq ont un réglage séparé pour les couloirs.' },
    ],
    verdict: {
      outcome: 'not_selected',
      motive: 'to_rework',
      reason:
        'Seuls deux bâtiments savent chauffer les couloirs à part, et certains halls accueillent du public. Une version limitée à ces deux bâtiments a toutes ses chances au prochain défi.',
    },
  },
  {
    title: 'Un panneau « portes ouvertes, chauffage coupé » au dépôt',
    from: 'Logistique',
    text: 'Au quai, la grande porte reste ouverte pendant que le chauffage souffle. Un contact sur la porte, et le souffle s’arrête tout seul.',
    rebounds: [
      {
        from: 'Bâtiments',
        text: 'Le contact coûte moins cher qu’une journée de gaz. Nous en avons deux en réserve.',
        taken: true,
      },
      { from: 'Routes et mobilités', text: 'Même souci au garage des engins. Faites les deux d’un coup.' },
    ],
    verdict: {
      outcome: 'selected',
      reason:
        'Deux contacts sont en réserve et la pose prend une journée. Les personnes du quai l’ont demandé elles-mêmes, et la facture de gaz du dépôt dira simplement si cela suffit.',
    },
    adoption: {
      by: 'Bâtiments',
      promise:
        'Nous posons les contacts au quai et au garage des engins avant les froids, et nous suivons la consommation du dépôt.',
      milestone: 'Les deux portes sont équipées',
      halfDays: 2,
      carrier: 'informed',
    },
  },
  {
    title: 'Partager les trajets entre sites avec un tableau du matin',
    from: 'Action sociale',
    text: 'Trois voitures partent chaque jour vers le même site, avec une personne dans chacune. Un tableau dans l’agenda partagé, « qui va où demain », permettrait de monter ensemble. Chacun inscrit son trajet avant seize heures. La voiture la plus petite part la première.',
    rebounds: [
      {
        from: 'Routes et mobilités',
        text: 'Le parc peut réserver deux voitures pour ces trajets. Elles ont cinq places et dorment souvent.',
        taken: true,
      },
      {
        from: 'Numérique',
        text: 'L’agenda sait déjà le faire avec une salle qui s’appelle « voiture ». Dix minutes de réglage.',
      },
    ],
    hands: [
      {
        from: 'Routes et mobilités',
        text: ' Le lundi et le jeudi, les deux voitures du parc font la boucle des sites.',
      },
      {
        from: 'Enfance et famille',
        text: ' Qui transporte un enfant ou un dossier sensible reste seul à bord, sans explication à donner.',
      },
    ],
    verdict: {
      outcome: 'selected',
      reason:
        'L’outil existe, les voitures aussi, et la règle protège les déplacements sensibles. Le nombre de places occupées se lira dans l’agenda : nous saurons vite si l’habitude prend.',
    },
    adoption: {
      by: 'Routes et mobilités',
      promise:
        'Nous réservons deux voitures à la boucle du lundi et du jeudi et nous tenons le tableau des trajets pendant trois mois.',
      milestone: 'Première semaine avec la boucle des sites',
      halfDays: 6,
      carrier: null,
    },
  },
  {
    title: 'Des vélos de service pour les trajets de moins de trois kilomètres',
    from: 'Collèges',
    text: 'Pour aller signer un papier à dix minutes, on prend une voiture et on cherche une place. Quatre vélos et des sacoches feraient mieux.',
    rebounds: [
      {
        from: 'Environnement',
        text: 'Deux vélos électriques sont au garage depuis un an, batterie débranchée. Ils n’attendent qu’une révision.',
      },
      {
        from: 'Ressources humaines',
        text: 'Il faut une heure de prise en main et un casque par personne. Nous savons l’organiser.',
      },
    ],
    verdict: {
      outcome: 'not_selected',
      motive: 'cost',
      reason:
        'L’achat de quatre vélos et de leur abri dépasse ce qui peut s’engager en trois mois. Les deux vélos du garage, eux, vont être révisés : c’est votre idée qui les a fait sortir de l’oubli.',
    },
  },
  {
    title: 'Regrouper les petites réunions dans les salles éclairées par le jour',
    from: 'Finances',
    text: 'La grande salle s’allume en entier pour quatre personnes. Réservons d’office les petites salles côté fenêtre quand nous sommes moins de six.',
    rebounds: [
      {
        from: 'Numérique',
        text: 'La réservation peut proposer la plus petite salle qui convient. C’est une case à cocher.',
      },
      { from: 'Culture et archives', text: 'Et côté fenêtre, on dort moins après le déjeuner.' },
    ],
    verdict: {
      outcome: 'not_selected',
      motive: 'uncertain_effect',
      reason:
        'L’éclairage de la grande salle vient d’être changé et consomme peu. L’effet serait faible, mais la case à cocher est si simple que l’équipe du numérique l’essaiera tout de même.',
    },
  },
  {
    title: 'Récupérer l’eau de pluie pour laver les engins',
    from: 'Routes et mobilités',
    text: 'Le toit du centre technique est immense et toute son eau part à l’égout. Une cuve et une pompe laveraient les camions.',
    rebounds: [
      { from: 'Environnement', text: 'Une cuve de dix mille litres se remplit en deux orages sur ce toit.' },
      {
        from: 'Finances',
        text: 'Le retour se compte en années. Cela mérite un vrai dossier d’investissement.',
      },
    ],
    verdict: {
      outcome: 'not_selected',
      motive: 'over_90_days',
      reason:
        'La cuve demande une étude, un marché et des travaux : plus d’une année. Le projet est inscrit à la liste des investissements avec votre nom, et vous serez associés à l’étude.',
    },
  },
  {
    title: 'Ouvrir les volets le matin, les fermer les soirs d’hiver',
    from: 'Enfance et famille',
    text: 'Personne ne touche aux volets. Fermés la nuit, ils gardent la chaleur ; ouverts le jour, ils évitent la lampe. Une personne par étage, chaque semaine à tour de rôle.',
    rebounds: [
      {
        from: 'Bâtiments',
        text: 'Un tiers des volets sont bloqués. Signalez-les pendant la tournée, nous passons le jeudi.',
      },
      {
        from: 'Ressources humaines',
        text: 'Sur la base du volontariat, et sans en faire une corvée de plus pour l’accueil.',
      },
    ],
    verdict: {
      outcome: 'not_selected',
      motive: 'other',
      reason:
        'Le geste est bon mais l’inscrire en règle pèserait sur les mêmes personnes. Les volets bloqués seront réparés cet automne, et chaque étage s’organisera comme il le souhaite.',
    },
  },
  {
    title: 'Installer des panneaux solaires sur toutes nos toitures',
    from: 'Collèges',
    text: 'Nos toits sont plats et vides. Couvrons-les tous de panneaux, en commençant par les collèges.',
    rebounds: [
      {
        from: 'Bâtiments',
        text: 'La moitié des charpentes ne supporterait pas le poids sans travaux. Une carte existe, je la partage.',
      },
      { from: 'Environnement', text: 'Deux toitures pourraient servir d’exemple, à mesurer pendant un an.' },
    ],
    verdict: {
      outcome: 'out_of_scope',
      reason:
        'Un tel programme relève d’un plan de plusieurs années et d’un vote, pas d’un défi de trois mois. La carte des charpentes que cette idée a fait connaître servira à le préparer.',
    },
  },
];
