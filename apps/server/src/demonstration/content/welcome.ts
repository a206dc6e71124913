/** The challenge that is still open: visitors propose, rebound and write in it. */
import type { OpenIdeaScript } from '../script.ts';

export const welcome: readonly OpenIdeaScript[] = [
  {
    title: 'Un plan dessiné à la main des lieux où l’on se croise',
    from: 'Culture et archives',
    text: 'Le plan officiel montre les issues, pas les gens. Dessinons celui des bons endroits : la machine qui marche, le banc au soleil, la personne qui sait réparer un badge.',
    rebounds: [
      { from: 'Logistique', text: 'Ajoutez le quai : c’est là que l’on apprend tout.', taken: true },
      {
        from: 'Numérique',
        text: 'Une photo du dessin suffit pour le mettre en ligne. Ne le refaisons pas « au propre ».',
      },
    ],
    hands: [
      { from: 'Logistique', text: ' Chaque étage dessine le sien, puis on les colle bout à bout.' },
      {
        from: 'Ressources humaines',
        text: ' La personne qui arrive reçoit la copie la plus récente le premier matin.',
      },
    ],
  },
  {
    title: 'Le poste prêt avant l’arrivée, clés et écran compris',
    from: 'Numérique',
    text: 'On attend parfois neuf jours un mot de passe. Une liste de six cases, remplie une semaine avant, et le premier matin tout s’allume.',
    rebounds: [
      {
        from: 'Bâtiments',
        text: 'La clé et le badge, c’est nous. Prévenez-nous le jour de la signature, pas le jour de l’arrivée.',
        taken: true,
      },
      {
        from: 'Routes et mobilités',
        text: 'Pour nous, ce sont les chaussures de sécurité. Même liste, autres cases.',
      },
    ],
    hands: [{ from: 'Bâtiments', text: ' La liste part toute seule vers les trois équipes concernées.' }],
  },
  {
    title: 'Un marrainage ou un parrainage hors de son service',
    from: 'Ressources humaines',
    text: 'On n’ose pas tout demander à sa cheffe. Une personne volontaire d’une autre direction déjeune trois fois avec la personne nouvelle.',
    rebounds: [
      { from: 'Finances', text: 'Trois déjeuners, c’est bien. Le quatrième vient tout seul.' },
      { from: 'Enfance et famille', text: 'Pour les équipes de nuit, un petit déjeuner.' },
    ],
  },
  {
    title: 'Une demi-journée sur le terrain dès la première semaine',
    from: 'Routes et mobilités',
    text: 'Quel que soit le métier, une matinée avec une équipe qui travaille dehors ou à l’accueil. On comprend mieux pour qui l’on travaille.',
    rebounds: [
      {
        from: 'Action sociale',
        text: 'À l’accueil, avec l’accord des personnes reçues. Sinon on reste derrière la vitre.',
      },
      { from: 'Environnement', text: 'Nous avons un chantier de haies chaque mardi, gants fournis.' },
    ],
    hands: [
      { from: 'Environnement', text: ' On y va à deux, jamais seul, et on raconte au retour en dix lignes.' },
    ],
  },
  {
    title: 'Le petit lexique des sigles, tenu par ceux qui arrivent',
    from: 'Finances',
    text: 'Les anciens ne voient plus les sigles. Que chaque personne nouvelle ajoute les trois qu’elle n’a pas compris.',
    rebounds: [
      { from: 'Collèges', text: 'Et une ligne sur ce que cela veut vraiment dire, pas seulement les mots.' },
      { from: 'Achats', text: 'J’en ai compté quarante dans ma première semaine.' },
    ],
  },
  {
    title: 'Présenter la maison par dix objets',
    from: 'Culture et archives',
    text: 'Une borne de route, un carnet de santé, un vieux registre : dix objets dans une valise, et dix collègues pour les raconter. On comprend la maison en une heure.',
    rebounds: [
      { from: 'Routes et mobilités', text: 'La borne pèse quarante kilos, mais la photo est belle.' },
    ],
  },
  {
    title: 'Un café d’arrivée le premier jeudi du mois',
    from: 'Logistique',
    text: 'Toutes les personnes arrivées dans le mois se retrouvent autour d’un café. Cela dure une heure, et personne ne fait de discours.',
    rebounds: [
      {
        from: 'Bâtiments',
        text: 'La salle du rez-de-chaussée est libre tous les jeudis jusqu’à dix heures.',
      },
    ],
  },
  {
    title: 'Accueillir aussi celles et ceux qui reviennent',
    from: 'Enfance et famille',
    text: 'Après un long congé, tout a changé et personne n’y pense. Le même accueil que pour une arrivée, en plus court.',
    rebounds: [
      {
        from: 'Ressources humaines',
        text: 'Avec l’accord de la personne, et sans jamais demander pourquoi elle était absente.',
      },
    ],
  },
  {
    title: 'Un carnet d’étonnement lu par la direction',
    from: 'Environnement',
    text: 'Pendant un mois on voit ce que les autres ne voient plus. Trois étonnements écrits, et une réponse écrite.',
    rebounds: [
      {
        from: 'Numérique',
        text: 'La réponse est le plus important. Sans elle, gardons le carnet pour nous.',
      },
    ],
  },
  {
    title: 'Les outils expliqués par des collègues, pas par une notice',
    from: 'Achats',
    text: 'Vingt minutes avec quelqu’un qui s’en sert tous les jours valent mieux qu’un guide de cinquante pages. Chaque semaine, un outil et une personne qui le montre.',
    rebounds: [
      {
        from: 'Finances',
        text: 'Le mardi à treize heures trente, je montre le logiciel des engagements à qui veut.',
      },
    ],
  },
  {
    title: 'Dire bonjour dans toutes les langues de la maison',
    from: 'Action sociale',
    text: 'Nous parlons une vingtaine de langues. Un mur des bonjours dans le hall, écrit par celles et ceux qui les parlent.',
    rebounds: [{ from: 'Collèges', text: 'Et en langue des signes : trois collègues la pratiquent.' }],
  },
  {
    title: 'Une fiche « à qui je demande » pour chaque métier',
    from: 'Bâtiments',
    text: 'Dix questions, dix noms, une page. Elle se relit chaque rentrée avec la dernière personne arrivée.',
    rebounds: [
      {
        from: 'Logistique',
        text: 'Des fonctions plutôt que des noms : les gens bougent, pas les questions.',
      },
    ],
  },
];
