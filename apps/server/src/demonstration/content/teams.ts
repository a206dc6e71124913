/** Ideas about working together and receiving the public. */
import type { IdeaScript } from '../script.ts';

export const teams: readonly IdeaScript[] = [
  {
    title: 'Une demi-journée chez un collègue d’une autre direction',
    from: 'Environnement',
    text: 'On critique souvent ce que l’on ne connaît pas. Une demi-journée par an aux côtés d’un collègue d’une autre direction, choisie par les deux, changerait beaucoup. On y va pour regarder, pas pour juger.',
    rebounds: [
      {
        from: 'Ressources humaines',
        text: 'Cela compte comme du temps de formation : aucune autorisation nouvelle à demander.',
      },
      {
        from: 'Routes et mobilités',
        text: 'Venez à six heures du matin à la viabilité hivernale. Le café est chaud.',
      },
    ],
    verdict: {
      outcome: 'not_selected',
      motive: 'already_running',
      reason:
        'Un dispositif d’immersion existe déjà et reste méconnu : c’est notre faute plus que la vôtre. Une page claire sera publiée ce mois-ci, avec l’invitation de six heures du matin.',
    },
  },
  {
    title: 'Relire nos courriers avec les personnes qui les reçoivent',
    from: 'Action sociale',
    text: 'Nos lettres sont exactes et personne ne les comprend. Relisons les dix plus envoyées avec des habitants volontaires, une heure autour d’une table.',
    rebounds: [
      {
        from: 'Culture et archives',
        text: 'Nous avons une salle accueillante et l’habitude des groupes de lecture.',
      },
      {
        from: 'Collèges',
        text: 'Ajoutez la lettre de bourse. Les parents nous appellent tous pour la même phrase.',
      },
    ],
    verdict: {
      outcome: 'not_selected',
      motive: 'to_rework',
      reason:
        'L’idée nous a beaucoup plu, mais dix courriers en trois mois sont trop. Choisissez-en un seul, la lettre de bourse par exemple, et revenez au prochain défi : la salle est promise.',
    },
  },
  {
    title: 'Des horaires d’accueil écrits en grand, les mêmes partout',
    from: 'Culture et archives',
    text: 'Sur la porte, sur le site et sur les courriers, les horaires diffèrent. Une seule source, recopiée partout le même jour.',
    rebounds: [
      { from: 'Numérique', text: 'Le site peut fournir une affiche à imprimer, toujours à jour.' },
      { from: 'Action sociale', text: 'Et dire ce qui se passe si l’on vient à midi moins cinq.' },
    ],
    verdict: {
      outcome: 'not_selected',
      motive: 'already_running',
      reason:
        'La refonte du site prévoit une source unique dès le mois prochain. L’affiche à imprimer n’y était pas : grâce à vous, elle y est, et les sites pilotes la recevront les premiers.',
    },
  },
  {
    title: 'Un tutorat de trois semaines pour chaque personne qui arrive',
    from: 'Ressources humaines',
    text: 'On arrive, on reçoit un badge, et on se débrouille. Un collègue volontaire, d’un autre service, déjeunerait trois fois avec la personne nouvelle.',
    rebounds: [
      { from: 'Finances', text: 'Un autre service, c’est la bonne idée : on ose poser les questions bêtes.' },
      { from: 'Logistique', text: 'Pensez aux équipes qui ne déjeunent pas au self.' },
    ],
    verdict: {
      outcome: 'not_selected',
      motive: 'other',
      reason:
        'Elle sort de la question du gaspillage, mais elle est trop bonne pour être perdue : le défi suivant porte justement sur l’accueil des nouveaux collègues, et elle y est attendue.',
    },
  },
  {
    title: 'Une machine à café par étage, mais une vraie',
    from: 'Numérique',
    text: 'Chaque bureau a sa cafetière à capsules. Une machine à grains par étage ferait moins de déchets et plus de rencontres.',
    rebounds: [
      { from: 'Environnement', text: 'Le marc irait au compost de la cour. Tout se tient.' },
      {
        from: 'Achats',
        text: 'La location existe au catalogue, mais l’entretien est l’affaire de tous, donc de personne.',
      },
    ],
    verdict: {
      outcome: 'not_selected',
      motive: 'cost',
      reason:
        'La location de douze machines dépasse l’économie attendue. Deux étages peuvent essayer à leurs frais partagés, et le compost prendra le marc : dites-nous ce que cela donne.',
    },
  },
  {
    title: 'Prêter nos salles le soir aux associations',
    from: 'Collèges',
    text: 'Nos salles sont vides dès dix-huit heures, et les associations en cherchent. Un calendrier commun, un gardien déjà présent, et c’est possible.',
    rebounds: [
      {
        from: 'Bâtiments',
        text: 'L’assurance et l’alarme par zone sont le vrai sujet. Deux salles sont déjà isolées.',
      },
      { from: 'Culture et archives', text: 'Notre chorale du jeudi signerait tout de suite.' },
    ],
    verdict: {
      outcome: 'out_of_scope',
      reason:
        'Le prêt au public relève d’une convention votée, pas d’un défi interne. Nous transmettons votre idée, avec les deux salles repérées, au service qui prépare ces conventions.',
    },
  },
  {
    title: 'Un vestiaire de vêtements de travail à notre taille',
    from: 'Routes et mobilités',
    text: 'On commande par lots de tailles, et la moitié ne va à personne. Commandons une fois par an, chacun sa taille, et échangeons entre sites.',
    rebounds: [
      { from: 'Achats', text: 'Le marché permet une commande à l’unité. Personne ne l’utilisait.' },
      {
        from: 'Ressources humaines',
        text: 'Pensez aux coupes pour femmes, commandées trop tard chaque année.',
      },
    ],
    verdict: {
      outcome: 'not_selected',
      motive: 'already_running',
      reason:
        'La commande à l’unité vient d’être ouverte par les achats, et votre idée a fait avancer la date. Les coupes pour femmes seront commandées en même temps que les autres.',
    },
  },
  {
    title: 'Ranger une heure ensemble avant chaque grand départ en vacances',
    from: 'Finances',
    text: 'Une heure par trimestre, tout le monde trie son étagère et le serveur. On jette, on donne, on archive, puis on goûte ensemble.',
    rebounds: [
      {
        from: 'Culture et archives',
        text: 'Les archives passent volontiers dire ce qui se garde et ce qui se jette. C’est moins que ce que l’on croit.',
      },
      {
        from: 'Numérique',
        text: 'Sur le serveur, trois quarts des fichiers n’ont pas été ouverts depuis quatre ans.',
      },
    ],
    verdict: {
      outcome: 'not_selected',
      motive: 'uncertain_effect',
      reason:
        'Le jury y voit un bon moment plus qu’un gain durable. Rien ne vous empêche de commencer : les archives proposent de venir au premier rangement avec leur grille d’une page.',
    },
  },
  {
    title: 'Une boîte à « c’est cassé » qui répond',
    from: 'Enfance et famille',
    text: 'On signale une ampoule, et plus rien. Un numéro par signalement, et un message quand c’est réparé ou quand ce ne le sera pas.',
    rebounds: [
      { from: 'Bâtiments', text: 'Nous notons tout, mais nous ne disons rien. La remarque est juste.' },
      { from: 'Logistique', text: 'Un code à flasher sur chaque porte donnerait tout de suite le bon lieu.' },
    ],
    verdict: {
      outcome: 'not_selected',
      motive: 'over_90_days',
      reason:
        'Le logiciel qui le permettra arrive l’an prochain. D’ici là, les bâtiments afficheront chaque vendredi la liste de ce qui est réparé, attendu ou impossible, comme vous le demandez.',
    },
  },
];
