/** What the pages of people say: list, invitation, roles, slips. */
import { enFormats as en, frFormats as fr } from '../platform/formats.ts';
import { withArticle, before } from '../platform/french.ts';
import { catalogue } from '../platform/i18n.ts';

const frPeople = { one: 'personne', other: 'personnes' };
const enPeople = { one: 'person', other: 'people' };
const frRows = { one: 'ligne', other: 'lignes' };
const enRows = { one: 'row', other: 'rows' };

interface Invited {
  readonly invited: number;
  readonly mails: number;
  readonly withoutMailbox: number;
}

export const words = catalogue(
  {
    title: 'Personnes',
    now: (people: number, unopened: number, withoutMailbox: number) =>
      `${fr.counted(people, { one: 'personne invitée', other: 'personnes invitées' })}. ${
        unopened === 0
          ? 'Toutes ont ouvert leur lien'
          : `${fr.counted(unopened, { one: 'n’a pas encore ouvert son lien', other: 'n’ont pas encore ouvert leur lien' })}`
      }. ${withoutMailbox === 0 ? 'Toutes ont une boîte' : `${fr.counted(withoutMailbox, { one: 'est sans boîte', other: 'sont sans boîte' })}`}.`,
    invite: 'Inviter des personnes',
    slipsToPrint: 'Feuillets à imprimer',
    search: 'Chercher une personne',
    searchHint: 'Un nom, une direction ou une adresse.',
    found: (n: number, all: number) => `${fr.count(n)} sur ${fr.counted(all, frPeople)}`,
    nobodyFound: 'Personne ne correspond',
    nobodyFoundWhat: 'Essayez une partie du nom, sans vous soucier des accents.',
    empty: 'Personne n’est encore invité',
    emptyWhat:
      'Vous pouvez coller une liste, ou déposer un fichier : un nom, une direction, une adresse si la personne en a une.',
    people: 'Personnes invitées',
    more: (n: number) => `Afficher ${fr.counted(n, { one: 'autre personne', other: 'autres personnes' })}`,
    noMailbox: 'Sans boîte',
    outsider: 'Autre organisation',
    unopened: 'Lien pas encore ouvert',
    roles: 'Rôles',
    rolesOf: (name: string) => `Rôles : ${name}`,
    noRole: 'Aucun rôle particulier : propose, rebondit et coécrit, comme chaque agent et chaque agente.',
    role: {
      moderator: 'Équipe d’animation',
      moderator_lead: 'Responsable de l’animation',
      juror: 'Jury',
      sponsor: 'Répond pour une direction',
      pilot: 'Pilote',
      evaluator: 'Évaluation',
      admin: 'Administration',
      dpo: 'Protection des données',
      dgs: 'Direction générale',
    },
    sponsorOf: (directorate: string) => `Répond pour ${withArticle(directorate)}`,
    everywhere: 'tous les défis',
    instance: 'toute l’instance',
    anotherChallenge: 'un autre défi',
    inChallenge: (question: string) => `défi « ${question} »`,
    take: 'Retirer',
    takeRole: (role: string) => `Retirer le rôle : ${role}`,
    taken: (name: string) => `Rôle retiré à ${name}.`,
    giveRole: 'Donner un rôle',
    which: 'Rôle',
    where: 'Dans quel défi',
    directorate: 'Direction',
    directorateHint: 'Celle pour laquelle cette personne peut adopter une idée.',
    chooseDirectorate: 'Choisissez une direction',
    give: 'Donner ce rôle',
    given: (name: string, role: string) => `${name} : ${role}.`,
    held: 'Cette personne a déjà ce rôle.',
    firstRole:
      'C’est son premier rôle. Par prudence, ses liens d’entrée d’avant ne valent plus : un nouveau lui part par courriel.',
    firstRoleSlip:
      'C’est son premier rôle. Par prudence, ses feuillets d’avant ne valent plus : l’administration lui en remet un nouveau.',
    nothingToGive: 'Votre rôle ne permet pas d’en donner un à cette personne.',
    notYours: 'Cette page est celle de l’équipe d’animation',
    notYoursWhat: 'Elle seule, avec l’administration, voit la liste des personnes et leurs rôles.',
    home: 'Revenir à l’accueil',

    giving: {
      title: {
        sponsor: 'Qui répond pour une direction ?',
        moderator: 'Qui anime ce défi avec vous ?',
        juror: 'Qui siège au jury ?',
      },
      other: 'À qui donner ce rôle ?',
      what: {
        sponsor: 'Cette personne reçoit les idées retenues, et peut les adopter au nom de sa direction.',
        moderator: 'Une deuxième personne confirme les résultats avant leur publication.',
        juror: 'Elle lit les idées fermées et donne son avis.',
      },
      otherWhat: 'Choisissez une personne dans la liste.',
      who: (name: string, role: string) => `${role} : ${name}`,
      choose: 'Choisir',
      chooseWho: (name: string) => `Choisir ${name}`,
      back: 'Revenir à la préparation',
    },

    inviteTitle: 'Inviter des personnes',
    inviteWhat:
      'Une ligne par personne : son nom, sa direction, son adresse si elle en a une. Vous relisez tout avant d’inviter.',
    paste: 'Coller une liste',
    pasteHint:
      'Depuis un tableur ou un courriel. La première ligne peut porter les titres : Nom, Direction, Courriel.',
    pasteExample: 'Nadia Benali ; Direction des Routes ; nadia.benali@collectivite.fr',
    orFile: 'ou un fichier',
    file: 'Choisir un fichier',
    fileHint: 'XLSX ou CSV. Vous pouvez aussi le déposer ici.',
    fileTooLarge: 'Ce fichier ne peut pas être lu : 2 Mo au plus. Coupez la liste en plusieurs fichiers.',
    read: 'Lire la liste',
    nothingPasted: 'Collez au moins une ligne.',
    unreadable: {
      empty: 'Aucune personne dans cette liste.',
      'too-many-rows': 'Plus de 5 000 lignes : coupez la liste en plusieurs fichiers.',
      'old-excel': 'Ce fichier est d’un Excel d’avant 2007. Enregistrez-le au format XLSX.',
      'damaged-xlsx': 'Ce fichier XLSX est abîmé, ou protégé par un mot de passe.',
      'not-a-list': 'Ce fichier n’est pas une liste. Enregistrez-la en XLSX ou en CSV.',
      'open-quote': 'Un guillemet est ouvert et n’est jamais fermé.',
    },
    unreadableWhat: 'Personne n’a été invité.',

    previewTitle: 'Relisez la liste',
    previewed: (valid: number, bad: number) =>
      bad === 0
        ? `${fr.counted(valid, { one: 'ligne valable', other: 'lignes valables' })}, rien à corriger.`
        : `${fr.counted(valid, { one: 'ligne valable', other: 'lignes valables' })}, ${fr.counted(bad, { one: 'à corriger', other: 'à corriger' })}. Personne n’est encore invité.`,
    format: {
      xlsx: 'Lue comme un fichier Excel.',
      csv: 'Lue comme un fichier CSV.',
      pasted: 'Lue depuis ce que vous avez collé.',
    },
    windows: 'Accents lus comme Excel les écrit sous Windows.',
    toMend: 'Lignes à corriger',
    toMendWhat: 'Corrigez-les ici, ou laissez-les de côté : elles ne seront pas invitées.',
    validRows: 'Lignes valables',
    showValid: (n: number) =>
      `Afficher ${fr.counted(n, { one: 'autre ligne valable', other: 'autres lignes valables' })}`,
    row: 'Ligne',
    rowNumber: (row: number) => `Ligne ${fr.count(row)}`,
    name: 'Nom',
    mail: 'Courriel',
    state: 'État',
    valid: 'Valable',
    mended: 'Corrigée',
    noMail: 'Sans boîte : un feuillet',
    reason: {
      'name-missing': 'Il manque le nom.',
      'name-too-long': 'Le nom dépasse 120 signes.',
      'directorate-missing': 'Il manque la direction.',
      'mail-malformed': 'L’adresse n’est pas complète.',
      'mail-twice-in-list': 'Cette adresse figure deux fois dans la liste.',
      'mail-known': 'Une personne déjà invitée a cette adresse.',
      'mail-of-an-agent': 'Cette adresse est celle d’un agent ou d’une agente : choisissez sa direction.',
    },
    send: 'Envoyer tout de suite à chaque personne son lien d’entrée',
    sendHint: 'Par courriel, à celles qui ont une boîte. Aux autres, vous remettez un feuillet.',
    sendHintMailPage:
      'Cette instance n’envoie rien : vous lirez ces courriels sur la page des courriels, et remettrez les liens.',
    inviteAll: (n: number) => `Inviter ${n === 1 ? 'cette personne' : `les ${fr.counted(n, frPeople)}`}`,
    inviteValid: (valid: number, left: number) =>
      `Inviter ${valid === 1 ? 'la ligne valable' : `les ${fr.count(valid)} lignes valables`}, laisser ${left === 1 ? 'l’autre' : `les ${fr.count(left)} autres`}`,
    noneValid: 'Aucune ligne n’est valable pour le moment.',
    another: 'Prendre une autre liste',

    done: 'Les invitations sont faites',
    report: ({ invited, mails, withoutMailbox }: Invited) =>
      `${fr.counted(invited, { one: 'personne invitée', other: 'personnes invitées' })}, ${fr.counted(mails, { one: 'courriel', other: 'courriels' })}, ${fr.count(withoutMailbox)} sans boîte.`,
    leftAside: (n: number) =>
      `${fr.counted(n, frRows)} ${n === 1 ? 'laissée' : 'laissées'} de côté : ${n === 1 ? 'elle n’est pas invitée' : 'elles ne sont pas invitées'}.`,
    mailsLater: 'Aucun courriel n’est parti : chaque personne peut demander son lien sur la page d’entrée.',
    printTheirs: (n: number) =>
      n === 1 ? 'Imprimer son feuillet' : `Imprimer leurs ${fr.count(n)} feuillets`,
    readMails: 'Lire les courriels',
    seePeople: 'Voir les personnes',

    slipsTitle: 'Feuillets à imprimer',
    slipsWhat:
      'Un feuillet porte le lien d’entrée d’une personne, à photographier. Il ouvre sa session : remettez-le en main propre.',
    slipsReplace: 'Un nouveau feuillet rend l’ancien inutile.',
    forWhom: 'Pour qui',
    onlyWithoutMailbox: 'Ne montrer que les personnes sans boîte',
    notForYou: 'Le lien d’une personne qui a un rôle se remet par l’administration.',
    chosen: (n: number) => `${fr.counted(n, { one: 'personne choisie', other: 'personnes choisies' })}`,
    chooseAll: (n: number) => (n === 1 ? 'Choisir cette personne' : `Choisir les ${fr.counted(n, frPeople)}`),
    chooseNone: 'N’en choisir aucune',
    noneToPrint: 'Aucun feuillet à imprimer',
    noneToPrintWhat:
      'Les personnes que vous pouvez choisir ont toutes une boîte. Décochez le filtre pour les voir.',
    makeSlips: (n: number) =>
      n === 0
        ? 'Préparer les feuillets'
        : `Préparer ${fr.counted(n, { one: 'feuillet', other: 'feuillets' })}`,
    choosePeople: 'Choisissez au moins une personne.',
    slipsReady: (n: number) => `${fr.counted(n, { one: 'feuillet prêt', other: 'feuillets prêts' })}`,
    slipsReadyWhat:
      'Imprimez maintenant : ces liens ne seront plus affichés. Découpez suivant les pointillés.',
    print: 'Imprimer',
    otherSlips: 'Choisir d’autres personnes',
    slipSteps: 'Visez le carré avec l’appareil photo de votre téléphone, puis appuyez sur le lien.',
    slipNoPassword: 'Pas de mot de passe. Ce papier est à vous : ne le prêtez pas.',
    slipCopy: 'Sans appareil photo, recopiez cette adresse :',
    slipQr: (name: string) => `Carré à photographier : lien d’entrée ${before('de', name)}`,
    slipUntil: (day: string) => `Valable jusqu’au ${day}.`,
  },
  {
    title: 'People',
    now: (people, unopened, withoutMailbox) =>
      `${en.counted(people, enPeople)} invited. ${
        unopened === 0
          ? 'All of them opened their link'
          : `${en.counted(unopened, { one: 'has not opened the link yet', other: 'have not opened their link yet' })}`
      }. ${withoutMailbox === 0 ? 'All have a mailbox' : `${en.counted(withoutMailbox, { one: 'has no mailbox', other: 'have no mailbox' })}`}.`,
    invite: 'Invite people',
    slipsToPrint: 'Slips to print',
    search: 'Find a person',
    searchHint: 'A name, a directorate or an address.',
    found: (n, all) => `${en.count(n)} of ${en.counted(all, enPeople)}`,
    nobodyFound: 'Nobody matches',
    nobodyFoundWhat: 'Try a part of the name; accents do not matter.',
    empty: 'Nobody is invited yet',
    emptyWhat:
      'You can paste a list or drop a file: a name, a directorate, an address if the person has one.',
    people: 'Invited people',
    more: (n) => `Show ${en.counted(n, { one: 'more person', other: 'more people' })}`,
    noMailbox: 'No mailbox',
    outsider: 'Other organisation',
    unopened: 'Link not opened yet',
    roles: 'Roles',
    rolesOf: (name) => `Roles: ${name}`,
    noRole: 'No particular role: proposes, rebounds and co-writes like every agent.',
    role: {
      moderator: 'Facilitation team',
      moderator_lead: 'Head of facilitation',
      juror: 'Jury',
      sponsor: 'Answers for a directorate',
      pilot: 'Pilot',
      evaluator: 'Evaluation',
      admin: 'Administration',
      dpo: 'Data protection',
      dgs: 'General management',
    },
    sponsorOf: (directorate) => `Answers for ${directorate}`,
    everywhere: 'all challenges',
    instance: 'the whole instance',
    anotherChallenge: 'another challenge',
    inChallenge: (question) => `challenge “${question}”`,
    take: 'Take back',
    takeRole: (role) => `Take back the role: ${role}`,
    taken: (name) => `Role taken back from ${name}.`,
    giveRole: 'Give a role',
    which: 'Role',
    where: 'In which challenge',
    directorate: 'Directorate',
    directorateHint: 'The one for which this person may adopt an idea.',
    chooseDirectorate: 'Choose a directorate',
    give: 'Give this role',
    given: (name, role) => `${name}: ${role}.`,
    held: 'This person has this role already.',
    firstRole:
      'It is their first role. To be safe, their earlier sign-in links stop working: a new one leaves by e-mail.',
    firstRoleSlip:
      'It is their first role. To be safe, their earlier slips stop working: the administration hands them a new one.',
    nothingToGive: 'Your role does not let you give one to this person.',
    notYours: 'This page belongs to the facilitation team',
    notYoursWhat: 'Only the team and the administration see the list of people and their roles.',
    home: 'Back to the home page',

    giving: {
      title: {
        sponsor: 'Who answers for a directorate?',
        moderator: 'Who runs this challenge with you?',
        juror: 'Who sits on the jury?',
      },
      other: 'Who gets this role?',
      what: {
        sponsor: 'This person receives the selected ideas, and may adopt them for a directorate.',
        moderator: 'A second person confirms the results before they are published.',
        juror: 'They read the closed ideas and give their opinion.',
      },
      otherWhat: 'Choose a person in the list.',
      who: (name, role) => `${role}: ${name}`,
      choose: 'Choose',
      chooseWho: (name) => `Choose ${name}`,
      back: 'Back to the preparation',
    },

    inviteTitle: 'Invite people',
    inviteWhat:
      'One row per person: name, directorate, address if there is one. You read everything again before inviting.',
    paste: 'Paste a list',
    pasteHint:
      'From a spreadsheet or an e-mail. The first row may hold the titles: Name, Directorate, E-mail.',
    pasteExample: 'Nadia Benali; Roads Directorate; nadia.benali@council.org',
    orFile: 'or a file',
    file: 'Choose a file',
    fileHint: 'XLSX or CSV. You can also drop it here.',
    fileTooLarge: 'This file cannot be read: 2 MB at most. Cut the list into several files.',
    read: 'Read the list',
    nothingPasted: 'Paste at least one row.',
    unreadable: {
      empty: 'There is nobody in this list.',
      'too-many-rows': 'More than 5,000 rows: cut the list into several files.',
      'old-excel': 'This file comes from an Excel before 2007. Save it as XLSX.',
      'damaged-xlsx': 'This XLSX file is damaged, or protected by a password.',
      'not-a-list': 'This file is not a list. Save it as XLSX or CSV.',
      'open-quote': 'A quotation mark is opened and never closed.',
    },
    unreadableWhat: 'Nobody was invited.',

    previewTitle: 'Check the list',
    previewed: (valid, bad) =>
      bad === 0
        ? `${en.counted(valid, { one: 'valid row', other: 'valid rows' })}, nothing to correct.`
        : `${en.counted(valid, { one: 'valid row', other: 'valid rows' })}, ${en.count(bad)} to correct. Nobody is invited yet.`,
    format: {
      xlsx: 'Read as an Excel file.',
      csv: 'Read as a CSV file.',
      pasted: 'Read from what you pasted.',
    },
    windows: 'Accents read as Excel writes them on Windows.',
    toMend: 'Rows to correct',
    toMendWhat: 'Correct them here, or leave them aside: they will not be invited.',
    validRows: 'Valid rows',
    showValid: (n) => `Show ${en.counted(n, { one: 'more valid row', other: 'more valid rows' })}`,
    row: 'Row',
    rowNumber: (row) => `Row ${en.count(row)}`,
    name: 'Name',
    mail: 'E-mail',
    state: 'State',
    valid: 'Valid',
    mended: 'Corrected',
    noMail: 'No mailbox: a slip',
    reason: {
      'name-missing': 'The name is missing.',
      'name-too-long': 'The name is longer than 120 characters.',
      'directorate-missing': 'The directorate is missing.',
      'mail-malformed': 'The address is not complete.',
      'mail-twice-in-list': 'This address is in the list twice.',
      'mail-known': 'Somebody already invited has this address.',
      'mail-of-an-agent': 'This is an agent’s address: choose her directorate instead.',
    },
    send: 'Send everybody their sign-in link at once',
    sendHint: 'By e-mail, to those who have a mailbox. The others get a slip from you.',
    sendHintMailPage:
      'This instance sends nothing: you will read these e-mails on the mail page, and hand the links over.',
    inviteAll: (n) => `Invite ${n === 1 ? 'this person' : `the ${en.counted(n, enPeople)}`}`,
    inviteValid: (valid, left) =>
      `Invite the ${valid === 1 ? 'valid row' : `${en.count(valid)} valid rows`}, leave the ${left === 1 ? 'other one' : `other ${en.count(left)}`}`,
    noneValid: 'No row is valid at the moment.',
    another: 'Take another list',

    done: 'The invitations are made',
    report: ({ invited, mails, withoutMailbox }) =>
      `${en.counted(invited, enPeople)} invited, ${en.counted(mails, { one: 'e-mail', other: 'e-mails' })}, ${en.count(withoutMailbox)} without a mailbox.`,
    leftAside: (n) => `${en.counted(n, enRows)} left aside: not invited.`,
    mailsLater: 'No e-mail has left: everybody can ask for their link on the entrance page.',
    printTheirs: (n) => (n === 1 ? 'Print their slip' : `Print their ${en.count(n)} slips`),
    readMails: 'Read the e-mails',
    seePeople: 'See the people',

    slipsTitle: 'Slips to print',
    slipsWhat:
      'A slip carries somebody’s sign-in link, to be photographed. It opens their session: hand it over in person.',
    slipsReplace: 'A new slip makes the old one useless.',
    forWhom: 'For whom',
    onlyWithoutMailbox: 'Show only people without a mailbox',
    notForYou: 'The link of a person with a role is handed over by the administration.',
    chosen: (n) => `${en.counted(n, enPeople)} chosen`,
    chooseAll: (n) => (n === 1 ? 'Choose this person' : `Choose the ${en.counted(n, enPeople)}`),
    chooseNone: 'Choose none',
    noneToPrint: 'No slip to print',
    noneToPrintWhat: 'The people you may choose all have a mailbox. Clear the filter to see them.',
    makeSlips: (n) =>
      n === 0 ? 'Prepare the slips' : `Prepare ${en.counted(n, { one: 'slip', other: 'slips' })}`,
    choosePeople: 'Choose at least one person.',
    slipsReady: (n) => `${en.counted(n, { one: 'slip is ready', other: 'slips are ready' })}`,
    slipsReadyWhat: 'Print them now: these links will not be shown again. Cut along the dotted lines.',
    print: 'Print',
    otherSlips: 'Choose other people',
    slipSteps: 'Point your phone’s camera at the square, then press the link.',
    slipNoPassword: 'No password. This paper is yours: do not lend it.',
    slipCopy: 'Without a camera, copy this address:',
    slipQr: (name) => `Square to photograph: the sign-in link of ${name}`,
    slipUntil: (day) => `Valid until ${day}.`,
  },
);
