/** Ideas about things: paper, furniture, supplies, what is thrown away and what sleeps in cupboards. */
import type { IdeaScript } from '../script.ts';

export const things: readonly IdeaScript[] = [
  {
    title: 'Une ressourcerie interne pour le mobilier qui dort',
    from: 'Action sociale',
    text: 'À chaque déménagement, des armoires et des fauteuils en bon état partent à la benne. Deux étages plus bas, une équipe en commande des neufs. Je propose une page avec photo, dimensions et étage, où chaque service annonce ce qu’il libère. Qui en a besoin réserve en un clic et vient le chercher.',
    rebounds: [
      {
        from: 'Logistique',
        text: 'Nos tournées du mardi passent par tous les sites avec un camion à moitié vide. Nous pouvons livrer les meubles réservés sans un trajet de plus.',
        taken: true,
      },
      {
        from: 'Collèges',
        text: 'Les collèges changent des tables chaque été. Ouvrez-leur la page en juin, c’est là que tout se décide.',
      },
    ],
    hands: [
      {
        from: 'Achats',
        text: ' Avant toute commande de mobilier, le formulaire demandera d’abord si la page a été regardée.',
      },
      {
        from: 'Logistique',
        text: ' Un local de trente mètres carrés, déjà vide, suffit pour garder ce qui attend preneur.',
      },
      {
        from: 'Environnement',
        text: ' On comptera les meubles sauvés, et on l’affichera à côté de la page.',
      },
    ],
    verdict: {
      outcome: 'selected',
      reason:
        'Le besoin est constaté sur tous les sites, le transport existe déjà et le local est trouvé. Le résultat se verra dès le premier déménagement, et il se comptera meuble par meuble.',
    },
    adoption: {
      by: 'Logistique',
      promise:
        'Nous ouvrons la page à tous les services, nous réservons le local vide et nous livrons le mardi ce qui a été réservé.',
      milestone: 'La page est ouverte avec les vingt premiers meubles',
      halfDays: 8,
      carrier: 'carry',
    },
  },
  {
    title: 'Des gobelets lavables à chaque point d’eau',
    from: 'Culture et archives',
    text: 'Chaque visiteur prend un gobelet jetable, boit trois gorgées et le laisse. Le soir, les poubelles débordent de plastique. Mettons des verres épais et un petit panier de lavage à chaque point d’eau.',
    rebounds: [
      {
        from: 'Enfance et famille',
        text: 'Chez nous, les enfants adorent choisir leur verre de couleur. Cela marche si quelqu’un lance le lavage le soir.',
      },
      {
        from: 'Bâtiments',
        text: 'Trois étages n’ont pas de lave-vaisselle. Il faut commencer par ceux qui en ont un.',
      },
    ],
    verdict: {
      outcome: 'not_selected',
      motive: 'already_running',
      reason:
        'Le marché de nettoyage prévoit déjà des verres lavables à partir du printemps. Votre remarque sur les étages sans lave-vaisselle a été transmise : elle manquait au calendrier.',
    },
  },
  {
    title: 'Une seule imprimante par palier, et recto verso d’office',
    from: 'Finances',
    text: 'Nous avons compté onze imprimantes pour quarante bureaux. Six servent moins d’une fois par semaine, mais restent allumées. Gardons-en une par palier, réglée sur recto verso et noir, avec un badge pour récupérer sa page. Les impressions oubliées, c’est un carton par mois.',
    rebounds: [
      {
        from: 'Numérique',
        text: 'Le réglage se pousse à distance en une matinée. Aucune machine à acheter, le badge existe déjà.',
        taken: true,
      },
      {
        from: 'Action sociale',
        text: 'Gardez une imprimante dans les bureaux d’accueil : on ne laisse pas une personne seule pour chercher un dossier.',
        taken: true,
      },
    ],
    hands: [
      { from: 'Numérique', text: ' La première semaine, un agent passera sur chaque palier pour aider.' },
      {
        from: 'Ressources humaines',
        text: ' Les postes adaptés gardent leur imprimante, sans demande à refaire.',
      },
    ],
    verdict: {
      outcome: 'selected',
      reason:
        'La proposition ne coûte rien, se règle à distance et respecte les bureaux d’accueil. La baisse du papier et de l’électricité se lira sur les compteurs des machines avant trois mois.',
    },
    adoption: {
      by: 'Numérique',
      promise:
        'Nous réglons toutes les machines en recto verso et en noir, nous retirons celles qui ne servent pas, et nous gardons celles de l’accueil et des postes adaptés.',
      milestone: 'Un premier bâtiment est passé à une imprimante par palier',
      halfDays: 4,
      carrier: 'contribute',
    },
  },
  {
    title: 'Un calendrier mural réutilisable dans chaque équipe',
    from: 'Routes et mobilités',
    text: 'Nous jetons des calendriers imprimés chaque année, avec les mêmes cases. Une ardoise et douze aimants feraient le même travail pendant dix ans.',
    rebounds: [
      {
        from: 'Logistique',
        text: 'Nous avons une vingtaine d’ardoises au dépôt. Elles sont à qui les veut.',
      },
      {
        from: 'Numérique',
        text: 'L’agenda partagé fait déjà ce travail, mais il ne se voit pas depuis la machine à café. L’ardoise a du bon.',
      },
    ],
    verdict: {
      outcome: 'not_selected',
      motive: 'uncertain_effect',
      reason:
        'L’économie serait de quelques feuilles par an. L’idée est bonne pour une équipe, elle ne demande pas l’accord d’une direction : les ardoises du dépôt vous attendent dès cette semaine.',
    },
  },
  {
    title: 'Le carton du vendredi : les fournitures reviennent au magasin',
    from: 'Enfance et famille',
    text: 'Dans chaque tiroir dorment dix stylos, trois agrafeuses et des pochettes neuves. Personne n’ose les rapporter, faute d’endroit. Posons un carton près de la sortie un vendredi par mois. Le magasin trie et remet en rayon.',
    rebounds: [
      {
        from: 'Achats',
        text: 'Le magasin reprend tout ce qui est neuf ou presque. Mettez seulement une étiquette avec le nom du service, pour le merci.',
        taken: true,
      },
      {
        from: 'Collèges',
        text: 'Les pochettes trop usées pour nous font le bonheur des classes. Un second carton, et rien ne se perd.',
      },
    ],
    verdict: {
      outcome: 'selected',
      reason:
        'Un carton, une étiquette, un vendredi par mois : l’essai commence demain et le magasin est d’accord. Il suffira de peser ce qui revient pour savoir si cela vaut la peine de continuer.',
    },
    adoption: {
      by: 'Achats',
      promise:
        'Nous fournissons un carton à chaque site, nous trions ce qui revient et nous publions chaque mois ce qui a été remis en rayon.',
      milestone: 'Premier vendredi du carton sur quatre sites',
      halfDays: 3,
      carrier: 'carry',
    },
  },
  {
    title: 'Réparer les chaises plutôt que les remplacer',
    from: 'Bâtiments',
    text: 'Une roulette cassée suffit à condamner une chaise de bureau. La pièce vaut quatre euros, la chaise deux cents. Formons deux agents volontaires par site et gardons un tiroir de pièces.',
    rebounds: [
      {
        from: 'Ressources humaines',
        text: 'Trois agents du centre technique réparent déjà les leurs. Ils montreraient volontiers.',
      },
      {
        from: 'Finances',
        text: 'Sur un an, nous avons remplacé quatre-vingts chaises. Les deux tiers pour une roulette ou un vérin.',
      },
    ],
    verdict: {
      outcome: 'not_selected',
      motive: 'to_rework',
      reason:
        'L’intention est juste, mais un siège mal réparé peut blesser et la garantie tombe. Nous vous proposons de la reprendre avec le fabricant, qui forme des réparateurs, pour le prochain défi.',
    },
  },
  {
    title: 'Composter les restes du self et fleurir la cour',
    from: 'Collèges',
    text: 'Le self jette chaque midi trois seaux d’épluchures et de marc de café. La cour, elle, n’a que du gravier. Deux bacs à compost et une tournante de volontaires suffiraient pour nourrir quelques plates-bandes.',
    rebounds: [
      {
        from: 'Environnement',
        text: 'Nous prêtons deux bacs et une heure de démonstration. Le broyat vient des tailles de haies.',
        taken: true,
      },
      {
        from: 'Logistique',
        text: 'Attention à l’emplacement : loin des livraisons, sinon le camion ne tourne plus.',
      },
    ],
    hands: [
      {
        from: 'Environnement',
        text: ' Les bacs seront vidés au printemps, quand les plates-bandes en ont besoin.',
      },
      { from: 'Bâtiments', text: ' Le robinet de la cour sera remis en eau avant l’été.' },
    ],
    verdict: {
      outcome: 'selected',
      reason:
        'Les bacs sont prêtés, les volontaires se sont fait connaître et la cour appartient au site. On verra en un trimestre si la tournante tient, et combien de seaux ne partent plus à la benne.',
    },
    adoption: {
      by: 'Environnement',
      promise:
        'Nous installons deux bacs, nous formons la première équipe et nous passons une fois par mois jusqu’à l’été.',
      milestone: 'Les deux bacs sont en place et la tournante affichée',
      halfDays: 6,
      carrier: 'carry',
    },
  },
  {
    title: 'Une bibliothèque d’outils entre services',
    from: 'Routes et mobilités',
    text: 'Perceuse, escabeau, vidéoprojecteur : chaque service a le sien et s’en sert deux fois par an. Une armoire fermée, un cahier, et chacun emprunte.',
    rebounds: [
      {
        from: 'Culture et archives',
        text: 'Nos pieds photo et notre éclairage peuvent y entrer tout de suite.',
      },
      {
        from: 'Bâtiments',
        text: 'Les outils électriques demandent un contrôle chaque année. Il faut un nom en face de cette tâche.',
      },
    ],
    verdict: {
      outcome: 'not_selected',
      motive: 'over_90_days',
      reason:
        'Le contrôle annuel des outils et l’assurance du prêt ne se règlent pas en trois mois. La direction des bâtiments étudie une armoire d’essai pour l’an prochain et vous y invitera.',
    },
  },
  {
    title: 'Donner les livres retirés plutôt que les pilonner',
    from: 'Culture et archives',
    text: 'Chaque année, nous retirons des centaines de livres encore lisibles. Une étagère « Servez-vous » dans chaque hall leur donnerait une seconde vie.',
    rebounds: [
      {
        from: 'Action sociale',
        text: 'Les salles d’attente sont longues et vides. Une caisse de livres y serait lue dès le premier jour.',
      },
      {
        from: 'Finances',
        text: 'Un don de biens retirés demande une délibération par lot. Elle peut être prise une fois pour l’année.',
      },
    ],
    verdict: {
      outcome: 'selected',
      reason:
        'Les livres, les étagères et les lecteurs sont déjà là, et une décision par an suffit. Commencer par les salles d’attente donne un effet visible pour le public dès le premier mois.',
    },
  },
  {
    title: 'Fini les bouteilles d’eau en réunion',
    from: 'Ressources humaines',
    text: 'On pose douze bouteilles sur la table, on en ouvre quatre et on jette tout. Des carafes et l’eau du robinet suffisent.',
    rebounds: [
      {
        from: 'Achats',
        text: 'Le marché des bouteilles finit en juin. Ne pas le renouveler est la façon la plus simple.',
      },
      {
        from: 'Enfance et famille',
        text: 'Gardez quelques bouteilles pour les jours de canicule sur les sites sans robinet.',
      },
    ],
    verdict: {
      outcome: 'not_selected',
      motive: 'already_running',
      reason:
        'La décision est déjà prise : le marché des bouteilles ne sera pas renouvelé en juin. Merci d’avoir rappelé les sites sans robinet, ils garderont une réserve pour les canicules.',
    },
  },
];
