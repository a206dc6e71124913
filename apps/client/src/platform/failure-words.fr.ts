/** Refusals in French. Plain spaces and apostrophes: typography.ts sets them. */
import type { FailureWords } from './failure-words.ts';
import { frFormats as f } from './formats.ts';
import { withArticle } from './french.ts';

const signs = { one: 'signe', many: 'de signes', other: 'signes' };
const SAFE = 'Votre texte est gardé.';

const FILE_TYPES: Readonly<Record<string, string>> = {
  svg: "Une image SVG peut porter un programme : elle n'est pas prise. Enregistrez-la en PNG.",
  heic: "Une photo HEIC ne s'ouvre pas partout : elle n'est pas prise. Enregistrez-la en JPEG.",
  gif: "Une image GIF n'est pas prise. Enregistrez-la en PNG.",
  office: "Un document de bureautique n'est pas pris. Enregistrez-le en PDF.",
  pdf: "Un PDF n'est pas une image : il n'est pas pris ici. Enregistrez l'image en PNG ou en JPEG.",
  empty: 'Ce fichier est vide.',
};

const IMPOSSIBLE: Readonly<Record<string, string>> = {
  'other-form': "Ce chiffre n'a pas la forme de l'indicateur.",
  'nothing-watched': "Il faut dire sur combien de semaines, de dossiers ou d'heures on a compté.",
  'nothing-seen': 'Il faut au moins un cas.',
  'more-than-all': 'La partie est plus grande que le tout.',
  'outside-its-quartiles': 'La médiane se place entre les deux quartiles.',
  'before-it-began': 'La période finit avant de commencer.',
  'not-over-yet': "Cette date n'est pas encore passée.",
  'before-and-after-meet': "La mesure d'après commence avant la fin de celle d'avant.",
  missing: 'Dites avec quel endroit on compare.',
};

const MISSING: Readonly<Record<string, string>> = {
  question: 'la question',
  sponsor: 'une personne qui répond pour une direction',
  moderator: 'une personne qui anime',
  jurors: 'trois personnes au jury',
  protection: 'une note validée sur les données personnelles',
};

const DELIVERY_STEPS: Readonly<Record<string, string>> = {
  to_start: 'La mise en œuvre n’a pas commencé.',
  under_way: 'La mise en œuvre est en cours.',
  to_confirm: 'L’idée est dite réalisée : on attend que ce soit confirmé.',
  hearing: 'Une proposition de renoncer est en cours d’examen.',
  delivered: 'L’idée est déjà réalisée.',
  abandoned: 'L’idée est abandonnée.',
};

export const failureWordsFr: FailureWords = {
  offline: () => [
    'Le serveur ne répond pas.',
    'Ce que vous avez écrit reste sur cet appareil. Réessayez quand le réseau revient.',
  ],
  'invalid-input': () => [
    "Une partie de ce qui a été envoyé n'a pas la forme attendue.",
    'Rien n’a été enregistré. Relisez les champs, puis recommencez.',
  ],
  'unknown-field': () => [
    'Cette page est plus ancienne que le serveur.',
    "Rien n'a été changé. Rechargez la page, puis recommencez.",
  ],
  'not-found': () => ["Cette page n'existe pas, ou ne vous est pas ouverte.", "Revenez à l'accueil."],
  'not-signed-in': () => ["Vous n'êtes plus connecté ou connectée.", 'Entrez de nouveau, puis recommencez.'],
  'foreign-origin': () => [
    "La demande vient d'une autre adresse que celle de La Butinerie.",
    "Ouvrez le site à son adresse habituelle. Rien n'a été changé.",
  ],
  'not-allowed': () => [
    'Votre rôle ne permet pas cet acte.',
    "Rien n'a été changé. L'équipe d'animation peut vous dire qui peut le faire.",
  ],
  'too-many-requests': ({ retryAfterSeconds }) => [
    "Trop d'essais en peu de temps.",
    `Réessayez dans ${f.counted(retryAfterSeconds, { one: 'seconde', other: 'secondes' })}.`,
  ],
  'too-large': ({ size, limit }) => [
    `Le contenu est trop lourd : ${f.count(Math.ceil(size / 1000))} ko pour ${f.count(Math.ceil(limit / 1000))} ko au plus.`,
    `${SAFE} Envoyez-le en plusieurs parties.`,
  ],
  'charter-not-accepted': () => [
    "La charte n'est pas encore acceptée.",
    `${SAFE} Elle vous sera montrée au prochain envoi.`,
  ],
  unexpected: ({ incident }) => [
    'Quelque chose a cassé de notre côté.',
    `L'incident est noté (${incident}). Réessayez dans un moment.`,
  ],

  'link-unknown': () => [
    "Ce lien d'entrée n'est plus valable.",
    "Demandez un nouveau lien ci-dessous, ou à l'équipe d'animation.",
  ],
  'not-a-demonstration': () => [
    "Cette instance n'est pas une démonstration.",
    'Entrez avec votre lien personnel.',
  ],
  'unreadable-list': ({ reason }) => [
    `La liste est illisible : ${reason}.`,
    "Personne n'a été invité. Enregistrez-la en XLSX ou en CSV, ou collez ses lignes.",
  ],
  'invalid-people': ({ rows }) => [
    `${f.counted(rows.length, { one: 'ligne ne peut pas être prise', other: 'lignes ne peuvent pas être prises' })} : ${rows.map(({ row }) => f.count(row)).join(', ')}.`,
    "Personne n'a été invité. Corrigez ces lignes, ou retirez-les.",
  ],
  'wrong-code': ({ triesLeft }) => [
    'Ce n’est pas le code du dernier courriel.',
    triesLeft === 0
      ? 'Ce code ne vaut plus. Annulez, puis demandez-en un autre.'
      : `Il reste ${triesLeft} essai${triesLeft > 1 ? 's' : ''}.`,
  ],
  'no-mailbox': () => [
    'Aucune adresse électronique n’est connue pour vous écrire.',
    'Écrivez une demande signée à la personne déléguée à la protection des données.',
  ],
  'last-administrator': () => [
    "C'est la dernière personne qui administre cette instance.",
    "Donnez ce rôle à quelqu'un d'autre avant de le retirer ici.",
  ],

  'challenge-phase': ({ phase }) =>
    phase === 'paused'
      ? ['Le défi est suspendu.', `${SAFE} La page du défi dit pourquoi, et jusqu'à quand.`]
      : [
          "Le défi n'est pas dans une phase qui le permet.",
          `${SAFE} Les dates du défi disent ce qui est possible maintenant.`,
        ],
  'already-paused': () => [
    'Le défi a déjà été suspendu dans cette phase.',
    "Rien n'a été changé. Seule la direction générale peut allonger une suspension en cours.",
  ],
  'too-late-to-extend': ({ hours }) => [
    `Une prolongation se décide au moins ${f.count(hours)} heures avant la fermeture.`,
    "Rien n'a été changé : les personnes ont organisé leur fin de défi sur la date annoncée.",
  ],
  'already-extended': () => ['Le défi a déjà été prolongé une fois.', "Rien n'a été changé."],
  'extension-not-asked': () => [
    "Personne n'a demandé de prolongation.",
    "L'équipe d'animation la demande d'abord, avec sa raison.",
  ],
  'cancellation-not-asked': () => [
    "Personne n'a demandé d'annuler le défi.",
    "L'équipe d'animation le demande d'abord, avec sa raison.",
  ],
  'invalid-dates': ({ problems }) => [
    'Les dates du défi ne tiennent pas ensemble.',
    `Corrigez ${f.counted(problems.length, { one: 'date signalée', other: 'dates signalées' })} ; rien n'a été enregistré.`,
  ],
  'impossible-hour': ({ local }) => [
    `L'heure ${local.replace('T', ' ')} n'existe pas ce jour-là : on passe à l'heure d'été.`,
    'Choisissez une heure plus tôt ou plus tard.',
  ],
  'ambiguous-hour': ({ local }) => [
    `L'heure ${local.replace('T', ' ')} existe deux fois ce jour-là : on passe à l'heure d'hiver.`,
    'Dites si vous parlez de la première ou de la seconde.',
  ],
  'archive-incomplete': ({ story, ideas }) => [
    'Le défi ne peut pas encore être archivé. Votre texte est gardé.',
    [
      ...(story ? ['Il manque ce que le défi a donné.'] : []),
      ...(ideas.length > 0
        ? [`Dites pourquoi l'effet n'a pas été mesuré : ${ideas.map((title) => `« ${title} »`).join(', ')}.`]
        : []),
    ].join(' '),
  ],
  'challenge-incomplete': ({ missing }) => [
    'Le défi ne peut pas encore être programmé.',
    `Il manque ${f.counted(missing.length, { one: 'élément', other: 'éléments' })} : ${missing.map((each) => MISSING[each] ?? each).join(', ')}.`,
  ],
  'stale-version': () => [
    "Quelqu'un a changé cette page pendant que vous y travailliez.",
    'Votre saisie est encore là. Rechargez pour voir le changement, puis recommencez.',
  ],

  'idea-state': () => [
    "L'idée n'est plus dans un état qui le permet.",
    'Rechargez la page pour voir où elle en est.',
  ],
  'note-state': () => [
    "La note n'est plus dans un état qui le permet.",
    'Rechargez la page pour voir où elle en est. Votre texte est gardé.',
  ],
  'title-missing': () => ['Il manque un titre.', `${SAFE} Quelques mots suffisent.`],
  'text-missing': () => [
    'Il manque le texte.',
    "Deux phrases suffisent : qu'est-ce qui coince, et que feriez-vous ?",
  ],
  'title-too-long': ({ limit, length }) => [
    `Le titre compte ${f.counted(length, signs)}, pour ${f.count(limit)} au plus à la publication.`,
    'Tout est gardé. Raccourcissez le titre, puis publiez.',
  ],
  'text-too-long': ({ limit, length }) => [
    `Le texte compte ${f.counted(length, signs)}, pour ${f.count(limit)} au plus à la publication.`,
    'Tout est gardé. Raccourcissez le texte, puis publiez.',
  ],
  'pseudonym-impossible': () => [
    'Cette idée part de votre rebond, qui porte un nom : un pseudonyme ne vous cacherait pas.',
    `${SAFE} Publiez-la de votre nom, ou écrivez une idée nouvelle.`,
  ],
  'particulars-missing': ({ theme, fields }) => [
    theme ? 'Il reste à choisir un thème.' : 'Il reste une question à remplir.',
    `${SAFE} ${theme && fields.length > 0 ? 'Une question attend aussi votre réponse.' : 'Complétez, puis publiez.'}`,
  ],
  'answer-too-long': ({ limit, length }) => [
    `Une réponse a ${length} signes pour ${limit} au plus.`,
    `${SAFE} Raccourcissez-la, puis publiez.`,
  ],
  'same-as-parent': () => [
    "Le texte est encore celui de l'idée d'origine.",
    `${SAFE} Ajoutez ce qui est de vous, puis publiez.`,
  ],
  'lineage-cycle': () => [
    'Une idée ne peut pas descendre d’elle-même.',
    `${SAFE} Choisissez une autre idée d'origine.`,
  ],
  'already-answered': () => ['Une réponse a déjà été donnée.', 'Rechargez la page pour la lire.'],
  'passage-changed': () => [
    'Ce passage a changé entre-temps.',
    `${SAFE} Rien n'a été écrit à sa place. Relisez le texte tel qu'il est maintenant.`,
  ],
  'nothing-suggested': () => ['Ce passage dit déjà cela.', `${SAFE} Changez-y quelque chose, puis envoyez.`],
  'nothing-to-restore': () => [
    'Le texte dit déjà cela, ou la place où le remettre a disparu.',
    "Rien n'a été changé. Rechargez la page pour lire l'historique tel qu'il est.",
  ],
  'id-taken': () => [
    "L'envoi a rencontré un identifiant déjà pris.",
    `${SAFE} Rechargez la page, puis recommencez.`,
  ],

  'invalid-vocabulary': () => [
    'Certains mots ne peuvent pas entrer dans les phrases.',
    "Rien n'a été changé. Chaque champ signalé dit pourquoi.",
  ],
  'code-unknown': () => [
    'Aucune idée ne porte ce code.',
    "Relisez le papier, signe par signe. Perdu ? L'équipe d'animation peut en imprimer un autre.",
  ],
  'name-taken': ({ name }) => [
    `Un autre format s'appelle déjà « ${name} ».`,
    'Donnez un autre nom à celui-ci ; rien n’est perdu.',
  ],
  'file-type': ({ found }) => [
    FILE_TYPES[found] ?? "Ce fichier n'est ni une image JPEG, PNG ou WebP, ni un PDF.",
    "Rien n'en a été gardé. Choisissez un autre fichier ; votre texte est gardé.",
  ],
  'file-damaged': ({ why }) => [
    why === 'too-many-pixels'
      ? "L'image est trop grande : plus de cent millions de points."
      : "Le fichier n'est pas entier : il s'arrête trop tôt ou ne se tient pas.",
    'Ouvrez-le sur votre appareil, enregistrez-le de nouveau, puis recommencez. Votre texte est gardé.',
  ],
  'too-many-files': ({ limit }) => [
    `Une idée porte ${f.count(limit)} fichiers au plus.`,
    "Retirez-en un, puis ajoutez celui-ci. Rien d'autre n'a changé.",
  ],

  'idea-sealed': ({ sealedAt }) => [
    `Le texte est scellé depuis le ${f.day(sealedAt)}.`,
    'Ce que vous avez écrit ensuite est gardé à part, avec votre nom.',
  ],
  'not-a-writer': () => [
    'Vous lisez cette idée sans encore y coécrire.',
    `${SAFE} Demandez à coécrire, ou rebondissez.`,
  ],
  'update-refused': () => [
    "Une partie de votre texte n'a pas pu entrer dans l'idée.",
    'Elle est gardée sur cet appareil, comme brouillon récupéré.',
  ],
  'append-failed': () => [
    "Le serveur n'a pas pu écrire le texte sur son disque.",
    'Il est gardé sur cet appareil et part de nouveau.',
  ],

  'reason-too-short': ({ minimum, length }) => [
    `La raison compte ${f.counted(length, signs)} ; il en faut au moins ${f.count(minimum)}.`,
    'La personne doit pouvoir comprendre la réponse. Votre texte est gardé.',
  ],
  'answers-missing': ({ ideas }) => [
    `${f.counted(ideas.length, { one: "idée n'a pas encore", other: "idées n'ont pas encore" })} de réponse motivée.`,
    'Les résultats paraissent quand chaque idée a la sienne.',
  ],
  'second-person-needed': () => [
    'Une autre personne doit confirmer.',
    "Demandez à quelqu'un d'autre de l'équipe d'animation.",
  ],
  'not-proposed': () => [
    "Les résultats n'ont pas encore été proposés.",
    "L'équipe d'animation les propose d'abord.",
  ],
  'own-idea': () => [
    'Vous avez un lien avec cette idée.',
    "Une autre personne de l'équipe d'animation s'en charge.",
  ],

  'not-sealed': () => [
    "L'idée n'est pas encore scellée.",
    'Elle le sera à la fermeture du défi ; elle pourra alors être adoptée.',
  ],
  'too-late-to-undo': ({ seconds }) => [
    `Un acte s'annule dans les ${f.count(seconds)} secondes.`,
    "Il reste écrit. L'acte contraire reste possible, avec sa raison.",
  ],
  'already-adopted': ({ directorate }) => [
    `L'idée est déjà adoptée par ${withArticle(directorate)}.`,
    "Rien n'a été changé.",
  ],
  'originator-first': () => [
    "L'idée se propose d'abord à la personne qui l'a eue.",
    "Sa réponse est attendue ; rien n'a été changé.",
  ],

  'delivery-step': ({ step }) => [
    DELIVERY_STEPS[step] ?? 'La mise en œuvre n’en est pas là.',
    `${SAFE} Relisez la page : quelqu’un vient peut-être d’agir.`,
  ],
  'indicator-missing': () => [
    'Aucun indicateur n’est fixé, avec son point de départ.',
    'Fixez-en un, ou dites que rien ne sera mesuré ; puis commencez.',
  ],
  'author-first': ({ lastDay }) => [
    `C’est d’abord à l’auteur ou à l’autrice de répondre, jusqu’au ${f.day(lastDay)}.`,
    'Sans réponse ce jour-là, l’équipe d’animation confirme.',
  ],
  'nobody-to-ask': () => [
    'Toutes les autres directions du défi ont déjà dit non.',
    'Vous pouvez porter l’idée vous-même, ou répondre ici.',
  ],

  'too-few-people': ({ minimum }) => [
    `On ne mesure rien sur moins de ${f.count(minimum)} personnes : on les reconnaîtrait.`,
    `${SAFE} Élargissez le périmètre, puis recommencez.`,
  ],
  'impossible-figure': ({ why }) => [
    IMPOSSIBLE[why] ?? 'Ces chiffres ne vont pas ensemble.',
    `${SAFE} Corrigez, puis recommencez.`,
  ],
  'baseline-locked': () => [
    'Le point de départ a été verrouillé au démarrage.',
    'Il ne change plus. Une nouvelle définition peut remplacer cet indicateur ; celui-ci reste lisible.',
  ],
  'measure-missing': () => [
    "Il manque une mesure d'après.",
    `${SAFE} Enregistrez d'abord une mesure de l'indicateur principal.`,
  ],

  'ledger-refuses': () => [
    'Le registre des crédits refuse de signer.',
    "Rien n'a été changé. L'administration est prévenue et doit le vérifier.",
  ],
  'key-state': ({ state, why }) => [
    state === 'refuses'
      ? 'Le registre ne tient pas ensemble : une autre clé n’y changerait rien.'
      : why === 'folder'
        ? 'La nouvelle clé n’a pas pu être écrite à côté de l’ancienne.'
        : why === 'old-unknown'
          ? 'L’ancienne clé publique n’est pas connue ici : sa perte ne peut pas être constatée.'
          : state === 'lost'
            ? 'La clé n’est plus là : elle ne peut pas désigner la suivante.'
            : 'La clé est à sa place : rien n’est perdu.',
    "Rien n'a été changé. La personne qui administre le serveur doit regarder.",
  ],
  'invalid-import': ({ rows }) => [
    `${f.counted(rows.length, { one: 'ligne ne peut pas être importée', other: 'lignes ne peuvent pas être importées' })} : ${rows.map(({ row }) => f.count(row)).join(', ')}.`,
    "Rien n'a été importé. Corrigez ces lignes, puis recommencez.",
  ],
};
