/**
 * Ten thousand ideas in one challenge, written into the database as publishing writes them: record, shared text, and
 * the leaf of the ledger that credits the author. Words follow Zipf's law over a vocabulary that grows, as in real texts.
 */
import { newDocument, writePlainText, writeTitle } from '@butinerie/collaboration/document';
import { mintId, type ChallengeId, type PersonId } from '@butinerie/contracts';

import * as Y from 'yjs';
import { createAttribution, type CreditAct } from '../../src/attribution/index.ts';
import type { IdeaRecord } from '../../src/ideas/index.ts';
import type { Clock } from '../../src/platform/clock.ts';
import { createLog } from '../../src/platform/log.ts';
import type { Database } from '../../src/platform/mongo.ts';

const COMMON =
  `éteindre écran nuit bureau couloir lumière chauffage salle réunion minuterie étage imprimante papier recto
verso courriel dossier accueil usager rendez-vous délai formulaire signature numérique véhicule partage covoiturage vélo
parking atelier réparation fauteuil mobilier stock fourniture commande achat groupé marché cantine repas gaspillage pain
tri déchet compost bouteille gourde fontaine formation collègue métier échange stage tutorat guide procédure modèle
logiciel mot passe annuaire agenda congé remplacement équipe planning garde visite domicile quartier collège école
bibliothèque sport association subvention bail loyer énergie isolation fenêtre volet peinture jardin tonte arbre route
chantier signalisation sel déneigement camion tournée collecte téléphone standard attente message langue traduction
handicap accès rampe affichage panneau carte plan signalement citoyen mairie commune département région budget facture
paiement avance frais mission train avion visioconférence casque connexion réseau serveur sauvegarde archive numérisation
carton déménagement clé badge sécurité alarme extincteur secours santé vaccin écoute médiation conflit accueil parrainage`
    .trim()
    .split(/\s+/);
const SYLLABLES = 'ba co di fu ga li mo nu pa ri so tu va ze cha bri dro fle gra plu tre vin'.split(' ');

/** The same ideas each time. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

export interface Words {
  some(count: number): string;
}
export function wordsFrom(seed: number): Words {
  const random = randomFrom(seed);
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? '';
  const word = (): string => {
    if (random() < 0.12)
      return Array.from({ length: 3 + Math.floor(random() * 2) }, () => pick(SYLLABLES)).join('');
    const rank = Math.floor(COMMON.length ** random()) - 1;
    return COMMON[(rank * 7) % COMMON.length] ?? '';
  };
  const linked = (at: number): string =>
    at % 4 === 3 ? `${pick(['de', 'les', 'pour', 'la'])} ${word()}` : word();
  return { some: (count) => Array.from({ length: count }, (_, at) => linked(at)).join(' ') };
}

export interface Filling {
  readonly database: Database;
  readonly clock: Clock;
  readonly keyFile: string;
  readonly instanceId: string;
  readonly challenge: ChallengeId;
  readonly authors: readonly PersonId[];
  readonly count: number;
}

const TOGETHER = 500;

export async function fillWithIdeas(filling: Filling): Promise<void> {
  const { database, clock, keyFile, instanceId, challenge, authors, count } = filling;
  const ledger = createAttribution({
    database,
    clock,
    keyFile,
    instanceId,
    log: createLog('error'),
    publicUrl: new URL('http://localhost:3000'),
    named: async () => {},
  });
  const words = wordsFrom(20_261_012);
  const ideas = Array.from({ length: count }, (_, at): IdeaRecord => {
    const author = authors[at % authors.length];
    const now = clock.now();
    return {
      id: mintId('idea'),
      challenge,
      state: 'published',
      title: words.some(7),
      text: words.some(60),
      originators: author === undefined ? [] : [author],
      coauthors: [],
      requests: [],
      openTo: 'invited',
      parents: [],
      grownFrom: null,
      savedAt: now,
      publishedAt: now,
      seal: null,
      answer: null,
      answerPublishedAt: null,
      withdrawal: null,
      source: null,
      theme: null,
      answers: [],
      importedSupports: 0,
    };
  });
  const collection = database.connection.collection<{ _id: string }>('ideas');
  for (let from = 0; from < count; from += TOGETHER) {
    const some = ideas.slice(from, from + TOGETHER);
    await collection.insertMany(some.map(({ id, ...rest }) => ({ _id: id as string, ...rest })));
    const texts = some.map(textOf);
    await database.connection
      .collection<{ _id: string }>('docClients')
      .insertMany(texts.map(({ lease }) => lease));
    await database.connection
      .collection<{ _id: string }>('docUpdates')
      .insertMany(texts.map(({ row }) => row));
    const acts = some.flatMap(({ id, title, text, originators: [by] }): CreditAct[] =>
      by === undefined ? [] : [{ act: 'idea.proposed', idea: id, by, title, text, directorate: null }],
    );
    await database.transaction((tx) => ledger.record(tx, acts));
  }
}

/** The shared text of an idea as its author's first page wrote it: one client id, one row. */
function textOf({ id: doc, title, text, originators: [author], savedAt: at }: IdeaRecord, n: number) {
  const clientId = n + 1;
  const person: string = author ?? 'sys:import';
  const document = newDocument();
  document.clientID = clientId;
  document.transact(() => {
    writeTitle(document, title);
    writePlainText(document, text);
  });
  const bytes = Buffer.from(Y.encodeStateAsUpdate(document));
  document.destroy();
  return {
    lease: { _id: `${doc}:${clientId}`, doc, clientId, person, at },
    row: { _id: `${doc}:1`, doc, seq: 1, person, clientId, at, via: 'draft', ref: null, bytes },
  };
}
