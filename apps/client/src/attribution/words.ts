/** What the register of credits says of itself, on every page about proof. */
import { checksEn, checksFr, keyEn, keyFr, receiptEn, receiptFr } from '@butinerie/attribution';
import { enFormats as en, frFormats as fr } from '../platform/formats.ts';
import { catalogue } from '../platform/i18n.ts';
import { eventsEn, eventsFr } from './event-words.ts';

const frActs = { one: 'acte', other: 'actes' };
const enActs = { one: 'act', other: 'acts' };

export const words = catalogue(
  {
    events: eventsFr,
    checks: checksFr,
    keyChanges: keyFr,
    unknownEvent: 'Un acte que cette version ne sait pas dire.',

    blockTitle: 'Crédit vérifiable',
    blockWhat:
      'Ces noms sont inscrits dans un registre qui ne fait que grandir. Votre navigateur peut le contrôler lui-même.',
    verifyCredit: 'Vérifier le crédit',

    proofTitle: (title: string) => `Le crédit de « ${title} »`,
    proofKicker: 'Preuve',
    checking: 'Votre navigateur vérifie…',
    holdsBoth: (day: string) => `Ce texte et ces noms n’ont pas changé depuis le ${day}.`,
    holdsNames: (day: string) => `Ces noms n’ont pas changé depuis le ${day}.`,
    whatWasChecked: (events: number, size: number) =>
      `Vérifié à l’instant dans ce navigateur : ${fr.counted(events, frActs)} sur cette idée, à leur place dans un registre signé qui en compte ${fr.count(size)}.`,
    whoseDate: 'La date est celle de l’horloge de la plateforme.',
    firstVisit:
      'C’est la première fois que ce navigateur voit ce registre. Il en retient l’état : à chaque visite, il vérifiera que la suite le prolonge.',
    followed: (day: string, size: number) =>
      `Ce navigateur suit ce registre depuis le ${day} : il comptait alors ${fr.counted(size, frActs)}, et tout ce qu’il a vu depuis est resté tel quel.`,
    textNotYours:
      'Le texte scellé n’a pas été comparé au registre : seules les personnes nommées dans l’idée ont le reçu qui le permet.',
    textAlive: 'Le texte peut encore s’écrire : il sera scellé à la fermeture du défi.',
    fails: 'La vérification a échoué.',
    failsWhat:
      'Ce que cette page affiche ne correspond pas au registre. Gardez cette page, prévenez l’équipe d’animation et la personne déléguée à la protection des données.',
    nothingYet: 'Rien n’est encore inscrit pour cette idée',
    nothingYetWhat:
      'Le crédit commence à la publication. Si l’idée a été importée, il commence quand son auteur ou autrice est confirmé.',
    again: 'Vérifier de nouveau',
    ideaChecks: {
      leaves: {
        passed: 'Chaque ligne de l’histoire dit ce que dit le registre.',
        failed: 'Une ligne de l’histoire ne dit pas ce que dit le registre.',
        absent: 'L’histoire n’a pas été comparée.',
      },
      inclusion: {
        passed: 'Chaque acte est à sa place dans le registre signé.',
        failed: 'Un acte n’est pas à sa place dans le registre signé.',
        absent: 'La place des actes n’a pas été examinée.',
      },
      names: {
        passed: 'Les noms affichés, dans chaque rôle, sont ceux qui découlent du registre.',
        failed: 'Les noms affichés ne sont pas ceux qui découlent du registre.',
        absent: 'Les noms n’ont pas été comparés.',
      },
      seal: {
        passed: 'Le scellé affiché est celui du registre.',
        failed: 'Le scellé affiché n’est pas celui du registre.',
        absent: 'Il n’y a pas encore de scellé.',
      },
      text: {
        passed: 'Le texte affiché est celui qui a été scellé, d’après votre reçu.',
        failed: 'Le texte affiché n’est pas celui qui a été scellé.',
        absent: 'Le texte n’a pas été comparé : il y faut le reçu d’une personne nommée.',
      },
    },
    checksTitle: 'Ce qui a été vérifié',
    outcome: { passed: 'Vérifié :', failed: 'Échec :', absent: 'Non examiné :' },

    historyTitle: 'L’histoire des crédits',
    entry: (n: number) => `Acte n° ${fr.count(n)}`,
    sealTitle: 'Le scellé',
    sealWhat: (day: string) =>
      `Après la fermeture du défi, le ${day}, le texte et les noms ont été scellés. Le texte ne change plus ; les crédits ne peuvent que grandir.`,
    sealHash: 'Empreinte SHA-256 du titre et du texte',
    sealHashHow: 'Titre, retour à la ligne, texte, en UTF-8 : chacun peut la recalculer.',
    sealLog: (rows: number) =>
      `Empreinte du journal d’écriture (${fr.counted(rows, { one: 'ligne', other: 'lignes' })})`,
    withoutUsTitle: 'Vérifier sans nous',
    withoutUs: [
      'Si vous êtes nommé ou nommée, téléchargez votre reçu : il se vérifie même si ce site disparaît.',
      'Notez la clé publique, dans les détails ci-dessous, ailleurs qu’ici, par exemple sur papier.',
      'Un reçu se relit à la page « Vérifier un reçu », ou avec tout outil qui connaît le format C2SP « tlog-proof ».',
    ].join('\n'),
    toReceipts: 'Mes mentions',
    toDispute: 'Un nom manque, ou ce n’est pas la bonne personne',
    toVerifier: 'Vérifier un reçu',
    detailsTitle: 'Les détails, pour qui veut tout refaire',
    checkpoint: 'État signé du registre (checkpoint)',
    keys: 'Clés publiques',
    leafOf: (n: number) => `Acte n° ${fr.count(n)}, tel qu’inscrit`,
    proofOf: 'Preuve de sa place (empreintes, en base64)',
    limitsTitle: 'Ce que cela ne prouve pas',
    limits: receiptFr.limits.join('\n'),
    noRight: receiptFr.noRight,

    receiptsTitle: 'Mes mentions',
    receiptsLead:
      'Tout ce que le registre dit de vous, avec un reçu par acte qui vous nomme. C’est un petit fichier de texte : gardez-le où vous voulez, il prouve l’inscription sans dépendre de ce site.',
    receiptsNone: 'Aucun reçu pour le moment',
    receiptsNoneWhat:
      'Le premier viendra avec votre première idée, votre premier rebond ou votre première coécriture.',
    receiptKinds: receiptFr.kinds,
    otherReceipt: 'Un acte qui vous nomme',
    onDay: (day: string, n: number) => `${day} · acte n° ${fr.count(n)}`,
    download: 'Télécharger',
    downloadOf: (what: string) => `le reçu « ${what} »`,
    verifyHere: 'Vérifier ici',
    downloadAll: 'Tout télécharger',
    downloaded: 'Le reçu est sur votre appareil.',
    receiptFile: (n: number) => `recu-butinerie-${n}.txt`,
    allFile: 'recus-butinerie.txt',
    keepSafe: 'Un reçu ouvre votre nom et votre texte à qui le lit : ne le donnez qu’à qui vous voulez.',

    certificate: 'Certificat',
    exportAll: 'Tout exporter (JSON)',
    exportWhat:
      'L’export réunit chaque acte qui vous nomme, ce qui l’ouvre et sa preuve, dans un format ouvert qu’un autre outil peut relire.',
    exportFile: 'butinerie-mes-credits.json',
    verifyWithoutUs: 'Télécharger le vérificateur',
    verifyWithoutUsWhat:
      'Le vérificateur est une page à garder : elle s’ouvre depuis votre disque, sans réseau, et juge un reçu même si ce site disparaît.',
    stateToKeep: 'Télécharger l’état du registre',
    stateFile: 'etat-du-registre.txt',

    verifyTitle: 'Vérifier un reçu',
    verifyLead:
      'Tout se passe dans cette page : le reçu n’est envoyé nulle part. Elle fonctionne aussi sans compte.',
    receiptField: 'Le reçu',
    receiptHint: 'Collez le texte entier, de « butinerie-receipt@v1 » à la dernière ligne.',
    openFile: 'Ou ouvrir un fichier',
    keysLegend: 'Les clés de confiance',
    keysOfInstance: 'Celles que cette instance publie',
    keysOfInstanceHint:
      'Pratique. Pour ne pas avoir à croire ce serveur, utilisez une clé que vous aviez notée.',
    keysPasted: 'Celles que j’ai notées',
    keysField: 'Clés publiques, une par ligne',
    keysMissing: 'Collez au moins une clé.',
    keysUnread: 'Les clés de l’instance n’ont pas pu être lues. Collez celles que vous avez notées.',
    verify: 'Vérifier',
    nothingToVerify: 'Collez un reçu, ou ouvrez un fichier.',
    verifying: 'Vérification…',
    valid: 'Ce reçu tient.',
    whole: 'Ce reçu est entier.',
    invalid: 'Ce reçu ne tient pas.',
    validWhat: ({ n, title, name, directorate, day, compared }: ReceiptSaid) =>
      [
        `La plateforme a enregistré sous le n° ${fr.count(n)}, au plus tard le ${day} selon son horloge,`,
        title === null ? ' un acte' : ` un acte sur « ${title} »`,
        name === null ? '' : `, depuis le compte de ${[name, directorate].filter(Boolean).join(', ')}`,
        compared ? '. Cet enregistrement n’a pas été modifié depuis dans le registre.' : '.',
      ].join(''),
    validAct: (what: string) => `L’acte : ${what}`,
    invalidWhat: 'Au moins une vérification a échoué. Ne vous y fiez pas avant d’avoir compris pourquoi.',
    receiptText: 'Le texte que ce reçu contient',
    signedBy: (keys: string) => `Signé par ${keys}`,

    keyLost: 'La clé qui signait le registre des crédits a été perdue, et une autre a commencé.',
    keyLostTitle: 'Le registre a perdu sa clé',
    keyLostWhat:
      'Deux personnes ont constaté la perte de la clé. L’histoire que ce navigateur avait vue se poursuit sans avoir changé, mais rien ne relie la nouvelle clé à l’ancienne : comparez-la à celle que les témoins ont reçue.',
    keyLostReason: 'La clé a été perdue.',
    alarm: 'Le registre des crédits ne prolonge pas ce que ce navigateur avait vu.',
    alert: 'Alerter',
    alertTitle: 'Le registre a changé d’histoire',
    alertWhat:
      'Ce navigateur avait retenu un état signé du registre. Celui d’aujourd’hui ne le prolonge pas. Cela peut venir d’une réinstallation, d’une sauvegarde restaurée, ou d’une réécriture : il faut que quelqu’un regarde.',
    alertReason: 'Ce qui ne va pas',
    alertDo:
      'Envoyez le texte ci-dessous, tel quel, à la personne déléguée à la protection des données et à une personne qui vous représente. Passez par un autre moyen que ce site.',
    evidence: 'La preuve à envoyer',
    copy: 'Copier la preuve',
    copied: 'La preuve est copiée.',
    mail: 'Écrire un courriel',
    mailSubject: 'Le registre des crédits de La Butinerie ne tient pas',
    evidenceSeen: 'Ce que ce navigateur avait vu :',
    evidenceNone: '(rien : première visite)',
    evidenceShown: 'Ce qui lui a été montré :',
    evidenceWhen: (moment: string) => `Constaté le ${moment}, à l’horloge de cet appareil. Motif : `,
    forgetTitle: 'J’ai alerté, ou je connais la cause',
    forgetWhat:
      'Ce navigateur oubliera ce qu’il avait vu et repartira du registre tel qu’il est. La preuve ci-dessus ne sera plus ici.',
    forget: 'Repartir du registre d’aujourd’hui',
  },
  {
    events: eventsEn,
    checks: checksEn,
    keyChanges: keyEn,
    unknownEvent: 'An act that this version cannot put into words.',

    blockTitle: 'Credit that can be checked',
    blockWhat: 'These names are written in a register that only grows. Your browser can check it by itself.',
    verifyCredit: 'Verify the credit',

    proofTitle: (title) => `The credit of “${title}”`,
    proofKicker: 'Proof',
    checking: 'Your browser is checking…',
    holdsBoth: (day) => `This text and these names have not changed since ${day}.`,
    holdsNames: (day) => `These names have not changed since ${day}.`,
    whatWasChecked: (events, size) =>
      `Checked just now in this browser: ${en.counted(events, enActs)} about this idea, at their place in a signed register that holds ${en.count(size)}.`,
    whoseDate: 'The date is that of the platform’s clock.',
    firstVisit:
      'This browser sees this register for the first time. It remembers its state: at each visit it will check that what follows extends it.',
    followed: (day, size) =>
      `This browser has followed this register since ${day}: it then held ${en.counted(size, enActs)}, and all that it has seen since stayed as it was.`,
    textNotYours:
      'The sealed text was not compared with the register: only those named in the idea hold the receipt that allows it.',
    textAlive: 'The text can still be written: it will be sealed when the challenge closes.',
    fails: 'The check failed.',
    failsWhat:
      'What this page shows does not match the register. Keep this page, tell the facilitation team and the data protection officer.',
    nothingYet: 'Nothing is registered for this idea yet',
    nothingYetWhat:
      'Credit begins with publishing. If the idea was imported, it begins when its author is confirmed.',
    again: 'Check again',
    ideaChecks: {
      leaves: {
        passed: 'Each line of the history says what the register says.',
        failed: 'A line of the history does not say what the register says.',
        absent: 'The history was not compared.',
      },
      inclusion: {
        passed: 'Each act is at its place in the signed register.',
        failed: 'An act is not at its place in the signed register.',
        absent: 'The place of the acts was not examined.',
      },
      names: {
        passed: 'The names shown, in each role, are those that follow from the register.',
        failed: 'The names shown are not those that follow from the register.',
        absent: 'The names were not compared.',
      },
      seal: {
        passed: 'The seal shown is that of the register.',
        failed: 'The seal shown is not that of the register.',
        absent: 'There is no seal yet.',
      },
      text: {
        passed: 'The text shown is the one that was sealed, by your receipt.',
        failed: 'The text shown is not the one that was sealed.',
        absent: 'The text was not compared: it takes the receipt of somebody named.',
      },
    },
    checksTitle: 'What was checked',
    outcome: { passed: 'Checked:', failed: 'Failed:', absent: 'Not examined:' },

    historyTitle: 'The history of credit',
    entry: (n) => `Act no. ${en.count(n)}`,
    sealTitle: 'The seal',
    sealWhat: (day) =>
      `When the challenge closed, on ${day}, text and names were sealed. The text no longer changes; credit can only grow.`,
    sealHash: 'SHA-256 fingerprint of title and text',
    sealHashHow: 'Title, line feed, text, in UTF-8: anybody can compute it again.',
    sealLog: (rows) => `Fingerprint of the writing log (${en.counted(rows, { one: 'row', other: 'rows' })})`,
    withoutUsTitle: 'Check without us',
    withoutUs: [
      'If you are named, download your receipt: it can be checked even if this site disappears.',
      'Write the public key, in the details below, down somewhere else, on paper for instance.',
      'A receipt can be read again on the page “Verify a receipt”, or with any tool that knows the C2SP format “tlog-proof”.',
    ].join('\n'),
    toReceipts: 'My mentions',
    toDispute: 'A name is missing, or it is not the right person',
    toVerifier: 'Verify a receipt',
    detailsTitle: 'The details, for who wants to do it all again',
    checkpoint: 'Signed state of the register (checkpoint)',
    keys: 'Public keys',
    leafOf: (n) => `Act no. ${en.count(n)}, as registered`,
    proofOf: 'Proof of its place (hashes, in base64)',
    limitsTitle: 'What this does not prove',
    limits: receiptEn.limits.join('\n'),
    noRight: receiptEn.noRight,

    receiptsTitle: 'My mentions',
    receiptsLead:
      'All that the register says of you, with a receipt for each act that names you. It is a small text file: keep it where you like, it proves the registration without depending on this site.',
    receiptsNone: 'No receipt at the moment',
    receiptsNoneWhat: 'The first will come with your first idea, rebound or co-writing.',
    receiptKinds: receiptEn.kinds,
    otherReceipt: 'An act that names you',
    onDay: (day, n) => `${day} · act no. ${en.count(n)}`,
    download: 'Download',
    downloadOf: (what) => `the receipt “${what}”`,
    verifyHere: 'Verify here',
    downloadAll: 'Download all',
    downloaded: 'The receipt is on your device.',
    receiptFile: (n) => `butinerie-receipt-${n}.txt`,
    allFile: 'butinerie-receipts.txt',
    keepSafe: 'A receipt opens your name and your text to whoever reads it: give it only to whom you choose.',

    certificate: 'Certificate',
    exportAll: 'Export everything (JSON)',
    exportWhat:
      'The export holds each act that names you, what opens it and its proof, in an open format that another tool can read.',
    exportFile: 'butinerie-my-credits.json',
    verifyWithoutUs: 'Download the verifier',
    verifyWithoutUsWhat:
      'The verifier is a page to keep: it opens from your disk, without a network, and judges a receipt even if this site disappears.',
    stateToKeep: 'Download the state of the register',
    stateFile: 'state-of-the-register.txt',

    verifyTitle: 'Verify a receipt',
    verifyLead:
      'All of it happens in this page: the receipt is sent nowhere. It also works without signing in.',
    receiptField: 'The receipt',
    receiptHint: 'Paste the whole text, from “butinerie-receipt@v1” to the last line.',
    openFile: 'Or open a file',
    keysLegend: 'The keys to trust',
    keysOfInstance: 'Those this instance publishes',
    keysOfInstanceHint: 'Handy. Not to have to believe this server, use a key you had written down.',
    keysPasted: 'Those I wrote down',
    keysField: 'Public keys, one a line',
    keysMissing: 'Paste at least one key.',
    keysUnread: 'The keys of the instance could not be read. Paste those you wrote down.',
    verify: 'Verify',
    nothingToVerify: 'Paste a receipt, or open a file.',
    verifying: 'Checking…',
    valid: 'This receipt holds.',
    whole: 'This receipt is whole.',
    invalid: 'This receipt does not hold.',
    validWhat: ({ n, title, name, directorate, day, compared }) =>
      [
        `The platform registered under no. ${en.count(n)}, on ${day} at the latest by its clock,`,
        title === null ? ' an act' : ` an act about “${title}”`,
        name === null ? '' : `, from the account of ${[name, directorate].filter(Boolean).join(', ')}`,
        compared ? '. This entry has not been altered in the register since.' : '.',
      ].join(''),
    validAct: (what) => `The act: ${what}`,
    invalidWhat: 'At least one check failed. Do not rely on it before you know why.',
    receiptText: 'The text this receipt holds',
    signedBy: (keys) => `Signed by ${keys}`,

    keyLost: 'The key that signed the register of credits was lost, and another one began.',
    keyLostTitle: 'The register lost its key',
    keyLostWhat:
      'Two people established the loss of the key. The history that this browser had seen goes on unchanged, but nothing ties the new key to the old one: compare it with the one witnesses were mailed.',
    keyLostReason: 'The key was lost.',
    alarm: 'The register of credits does not extend what this browser had seen.',
    alert: 'Alert',
    alertTitle: 'The register has changed its history',
    alertWhat:
      'This browser had remembered a signed state of the register. Today’s does not extend it. That may come from a new installation, a restored backup, or rewriting: somebody has to look.',
    alertReason: 'What is wrong',
    alertDo:
      'Send the text below, as it is, to the data protection officer and to somebody who represents you. Use another way than this site.',
    evidence: 'The evidence to send',
    copy: 'Copy the evidence',
    copied: 'The evidence is copied.',
    mail: 'Write an e-mail',
    mailSubject: 'The register of credits of La Butinerie does not hold',
    evidenceSeen: 'What this browser had seen:',
    evidenceNone: '(nothing: first visit)',
    evidenceShown: 'What it was shown:',
    evidenceWhen: (moment) => `Noticed on ${moment}, by this device’s clock. Reason: `,
    forgetTitle: 'I have alerted, or I know the cause',
    forgetWhat:
      'This browser will forget what it had seen and start again from the register as it is. The evidence above will no longer be here.',
    forget: 'Start again from today’s register',
  },
);

export interface ReceiptSaid {
  readonly n: number;
  readonly title: string | null;
  readonly name: string | null;
  readonly directorate: string | null;
  readonly day: string;
  /** With the register of today: without it nothing is known of what followed. */
  readonly compared: boolean;
}
