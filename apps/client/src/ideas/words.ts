/** What the screens of ideas say: French here, English beside. */
import { frFormats as fr } from '../platform/formats.ts';
import { capitalised, withArticle } from '../platform/french.ts';
import { catalogue } from '../platform/i18n.ts';
import { wordsEn } from './words.en.ts';

export const wordsFr = {
  rebound: 'Rebondir',
  onThisIdea: (title: string) => ` sur « ${title} »`,
  threeTitle: 'Trois idées pour commencer',
  threeWhat: 'Tirées pour vous, dans un ordre qui n’est qu’à vous. Une phrase suffit pour rebondir.',
  all: 'Toutes les idées',
  search: 'Chercher une idée',
  searchHint: 'Un mot, un nom, une direction ; ni les accents ni les fautes de frappe ne gênent.',
  directorate: 'Direction',
  allDirectorates: 'Toutes les directions',
  whatBecame: 'Ce qu’elle est devenue',
  allStates: 'Toutes',
  withoutRebound: 'Sans rebond pour l’instant',
  found: (n: number) =>
    n === 0
      ? 'Aucune idée ne correspond. Essayez un autre mot, ou moins de choix.'
      : `${fr.counted(n, { one: 'idée trouvée', other: 'idées trouvées' })}.`,
  more: (counted: string) => `Montrer la suite (${counted})`,
  moreIdeas: { one: 'idée', other: 'idées' },
  firstIdea: 'La première idée sera peut-être la vôtre',
  firstIdeaWhat: 'Les idées paraîtront ici, avec le nom de qui les a eues.',
  noIdea: 'Aucune idée ici',
  noIdeaWhat: 'Aucune idée n’a été publiée dans ce défi.',
  state: {
    draft: 'brouillon',
    published: 'publiée',
    merged: 'regroupée',
    submitted: 'présentée',
    shortlisted: 'présélectionnée',
    selected: 'retenue',
    not_selected: 'non retenue',
    out_of_scope: 'hors du défi',
    adopted: 'adoptée',
    declined: 'sans direction',
    in_progress: 'en cours',
    delivered: 'réalisée',
    measured: 'mesurée',
    abandoned: 'abandonnée',
    withdrawn: 'retirée',
    hidden: 'masquée',
  },

  proposeTitle: 'J’ai une idée',
  growTitle: 'Une idée qui part d’une autre',
  draftTitle: 'Votre brouillon',
  growsFrom: (n: number) =>
    n === 1
      ? 'Elle part de cette idée, qui restera citée :'
      : 'Elle part de ces idées, qui resteront citées :',
  mustDiffer: 'Le texte est encore le même : il doit différer pour être publié.',
  publish: 'Publier',
  savedAt: (time: string) => `Brouillon enregistré à ${time}`,
  keptHere: 'Votre texte est gardé sur ce téléphone',
  keptHereWhat:
    'Il n’y a pas de réseau. Votre idée sera publiée, une seule fois, dès son retour. Vous pouvez fermer cette page.',
  notOpen: 'Publier n’est pas possible en ce moment',
  notOpenWhat: 'Votre brouillon reste ici, à vous seul ou à vous seule.',
  signAs: 'Qui la propose ?',
  signName: 'Moi, de mon nom',
  signNameHint: 'Votre nom et votre direction sont écrits sous le titre, et personne ne peut les en ôter.',
  signPseudonym: 'Moi, sous pseudonyme jusqu’aux résultats',
  signPseudonymHint:
    'Ni vos collègues, ni l’équipe d’animation, ni le jury ne voient qui vous êtes. Le crédit est à vous dès maintenant, scellé ; après les résultats, vous seule ou vous seul pouvez ouvrir votre nom.',
  styleBetrays:
    'Un pseudonyme cache un nom, pas une manière d’écrire : un lieu, une fonction ou une histoire connue de tous peuvent vous trahir. Pour signaler un fait grave, passez plutôt par le dispositif d’alerte de la collectivité.',
  sealedPromise:
    'Vos reçus prouvent dès maintenant que cette idée est la vôtre. Vos soutiens et vos rebonds ailleurs restent à votre nom.',
  youAre: (name: string) => `Sur cette idée, vous êtes « ${name} »`,
  youAreWhat:
    'Ce que vous y écrivez paraît sous ce nom, et nulle part le vôtre. Après les résultats, vous pourrez l’ouvrir, ou le garder. Vous seule ou vous seul lisez ceci.',
  mayOpen: (name: string) => `Les résultats sont là : « ${name} », c’est vous`,
  mayOpenWhat:
    'Vous pouvez maintenant signer de votre nom, ou garder le pseudonyme. Rien ne presse, et personne d’autre ne peut le faire à votre place.',
  keptSince: (day: string) =>
    `Vous gardez ce pseudonyme depuis le ${day}. Vous pouvez l’ouvrir quand vous voulez.`,
  openPseudonym: 'Signer de mon nom',
  keepPseudonym: 'Garder le pseudonyme',
  openForGood:
    'Votre nom et votre direction remplaceront le pseudonyme partout : page, listes, attestation, export. Le registre l’inscrit, et cela ne se défait pas.',
  openNow: 'Ouvrir mon nom',
  creditPromise: 'Votre nom reste attaché à cette idée tant que vous le voulez.',
  reboundUnknown: 'Ce rebond n’est pas le vôtre',
  reboundUnknownWhat:
    'Seule la personne qui a rebondi peut en faire une idée. Vous pouvez en écrire une autre ici.',
  resumed: 'Nous avons retrouvé votre brouillon',
  resumedWhat: (day: string, time: string) => `Enregistré le ${day} à ${time}.`,
  startAnother: 'Commencer une autre idée',
  myDrafts: (n: number) => (n === 1 ? 'Votre brouillon' : 'Vos brouillons'),
  draftSavedAt: (day: string, time: string) => `Enregistré le ${day} à ${time}, lisible de vous seulement`,
  untitled: 'Sans titre',

  myIdeas: 'Mes idées et mes rebonds',
  nothingMine: 'Rien encore à votre nom',
  nothingMineWhat: 'Vos idées, celles que vous coécrivez et vos rebonds se retrouveront ici, avec leur état.',
  publishedMine: 'Mes idées',
  reboundsMine: 'Mes rebonds',
  reboundOf: (day: string) => `Rebond du ${day}`,
  answer: { open: 'sans réponse encore', taken: 'repris dans l’idée', declined: 'non repris' },

  published: 'C’est publié.',
  publishedWhat: 'Votre nom reste attaché à cette idée, quoi qu’il arrive ensuite.',
  write: 'Écrire',
  coauthor: 'Coécrire',
  support: 'Utile chez moi aussi',
  supportSecret: 'Votre soutien est enregistré. Personne ne voit qui soutient.',
  supports: (n: number) =>
    `${fr.counted(n, { one: 'personne a dit', other: 'personnes ont dit' })} : utile chez moi aussi.`,
  asked: 'Vous avez demandé à coécrire. La réponse vous parviendra ici.',
  askedToast: 'Demande envoyée. Une réponse suffit pour que vous écriviez ensemble.',
  nowCoauthor: 'Vous coécrivez cette idée. Votre nom y figure.',
  requestsTitle: (n: number) =>
    n === 1 ? 'Une personne demande à coécrire' : `${fr.count(n)} personnes demandent à coécrire`,
  accept: 'Accepter',
  decline: 'Décliner',
  accepted: (name: string) => `${name} coécrit maintenant avec vous.`,
  declined: (name: string) => `${name} en est prévenu ou prévenue.`,

  lateSince: (day: string) => `à dire depuis le ${day}`,
  ball: {
    draft: 'Brouillon : vous seul ou vous seule le lisez.',
    everybody: 'La balle est chez vous toutes et tous : rebondissez, coécrivez.',
    yours: 'La balle est chez vous et chez qui rebondit.',
    yoursRebounds: (n: number) =>
      `La balle est chez vous : ${fr.counted(n, { one: 'rebond attend', other: 'rebonds attendent' })} votre réponse.`,
    authors: (names: string, n: number) =>
      `La balle est chez ${names} : ${fr.counted(n, { one: 'rebond attend', other: 'rebonds attendent' })} une réponse.`,
    team: (moment: string) => `La balle est chez l’équipe d’animation, qui répond avant le ${moment}.`,
    directorates: 'Idée retenue. La balle est chez les directions.',
    directoratesBy: (day: string) =>
      `Idée retenue. La balle est chez les directions, qui répondent avant le ${day}.`,
    notSelected: 'Idée non retenue cette fois. Elle garde votre nom et peut être reprise.',
    outOfScope: 'Cette idée sort de la question du défi.',
    adopted: 'La balle est chez la direction qui a adopté l’idée.',
    pilot: (pilot: string, milestone: string, day: string) =>
      `La balle est chez ${pilot} : ${milestone}, avant le ${day}.`,
    due: (pilot: string, day: string) =>
      `La balle est chez ${pilot} : dire ce qui a changé, avant le ${day}.`,
    late: (day: string, pilot: string) => `La date du ${day} est passée. La balle est chez ${pilot}.`,
    confirm: (names: string, day: string) =>
      `Réalisée, dit la personne qui pilote. La balle est chez ${names}, jusqu’au ${day}.`,
    hearing: (day: string) =>
      `On propose d’y renoncer. La balle est chez ses auteurs et autrices, jusqu’au ${day}.`,
    declined: 'Aucune direction ne l’a adoptée. La balle est chez l’équipe d’animation.',
    merged: 'Regroupée avec une autre idée, avec toutes ses autrices et tous ses auteurs.',
    delivered: 'Réalisée.',
    abandoned: 'Abandonnée. Ses auteurs et autrices peuvent la reprendre.',
    withdrawn: 'Retirée par qui l’a proposée.',
    hidden: 'Masquée par l’équipe d’animation, qui en a dit la raison à ses auteurs et autrices.',
  },

  rail: 'Autour de cette idée',
  originators: 'Idée de',
  contributors: 'Avec',
  parents: 'Elle part de',
  children: 'Elle a donné',
  closedVersion: 'Version fermée',
  closedSince: (day: string, time: string) =>
    `Le texte et les noms ont été scellés après la fermeture, le ${day}, ${time}.`,
  closedProof: 'Empreintes',
  textHash: 'Empreinte du texte (SHA-256)',
  logRoot: (rows: string) => `Racine de l’historique (${rows} écritures)`,

  answerTitle: 'La réponse',
  declinesTitle: (count: number) =>
    count === 1 ? 'La réponse d’une direction' : 'Les réponses des directions',
  declinedBy: (directorate: string) => `${capitalised(withArticle(directorate))} n’adopte pas cette idée`,
  outcome: {
    selected: 'Idée retenue.',
    not_selected: 'Idée non retenue cette fois.',
    out_of_scope: 'Idée hors de la question du défi.',
  },
  motive: {
    already_running: 'Une action semblable est déjà en cours.',
    over_90_days: 'Elle ne tient pas en 90 jours.',
    cost: 'Son coût dépasse ce que le défi permet.',
    uncertain_effect: 'Son effet est incertain.',
    to_rework: 'À retravailler pour un prochain défi.',
    other: 'Autre motif.',
  },
  answeredBy: (name: string, day: string) => `${name}, le ${day}`,
  keepsName: 'Vous pourrez la reprendre dans un prochain défi ; elle garde ses noms.',

  lateTitle: 'Arrivé après la fermeture',
  lateWhat: 'Ces mots sont conservés, à part du texte fermé.',
  latePersonal:
    'Ces mots ne changent plus ici. S’ils désignent une personne sans son accord, dites-le à l’équipe d’animation avant qu’elle décide.',
  lateOutcomes: {
    waiting: (moment: string) =>
      `L’équipe d’animation décide. Sans décision, ces mots rejoignent l’annexe ${moment}.`,
    annexed: (moment: string) => `En annexe depuis ${moment} : le jury les lit, avec leur heure.`,
    refused: (moment: string) => `Laissés hors de l’annexe ${moment}. Vous les gardez ici.`,
  },
  lateAt: (time: string, day: string) => `arrivé à ${time}, pas dans la version du jury (${day})`,

  settings: 'Vos réglages pour cette idée',
  openToAll: 'Ouvrir la coécriture à tout le monde',
  openToAllHint:
    'Qui veut coécrire commence d’un geste, sans attendre votre accord. Son nom s’ajoute au vôtre.',
  withdraw: 'Retirer mon idée',
  withdrawTitle: 'Retirer cette idée ?',
  withdrawWhat:
    'Elle ne sera plus lue que par ses auteurs, ses autrices et l’équipe d’animation. Son histoire et les noms restent.',
  withdrawReason: 'Pourquoi la retirer',
  pressure: 'Quelqu’un vous l’a-t-il demandé ? Votre réponse n’est lue que par l’équipe d’animation.',
  pressureYes: 'Oui',
  pressureNo: 'Non',
  pressureUnsaid: 'Je préfère ne pas répondre',
  withdrawnOn: (day: string) => `Retirée le ${day}`,
  withdrawnAsked: {
    yes: 'Quelqu’un l’avait demandé.',
    no: 'Personne ne l’avait demandé.',
    unsaid: 'Sans réponse à la question : quelqu’un vous l’a-t-il demandé ?',
  },
  withdrawnWho: 'Ceci n’est lu que par qui l’a retirée et par l’équipe d’animation.',
  withdrawNow: 'Retirer',
  keepIt: 'La garder',
};

export const words = catalogue(wordsFr, wordsEn);
