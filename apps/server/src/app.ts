/**
 * The composition root: builds the slices and hands each what it needs. Every arrow between slices is a line here.
 * Ports first, in the order in which they need each other; routes and messages after, when all of them exist.
 */
import {
  openApi,
  type AttachmentId,
  type ChallengeId,
  type CommentId,
  type MergeId,
  type ReboundId,
} from '@butinerie/contracts';
import { mayAdminister, PARIS } from '@butinerie/domain';
import { createAccounts, openInstance, type Speaker } from './accounts/index.ts';
import type { App, AppSetup } from './app-setup.ts';
import { createAuthorship } from './authorship/index.ts';
import { createAdoption } from './adoption/index.ts';
import { createAttachments } from './attachments/index.ts';
import { createAttribution } from './attribution/index.ts';
import { createChallenges } from './challenges/index.ts';
import { createCharters } from './charter/index.ts';
import { createCoEditing } from './co-editing/index.ts';
import { createContributions } from './contributions/index.ts';
import { createEntrance } from './entrance/index.ts';
import { createDelivery } from './delivery/index.ts';
import { createDisputes } from './disputes/index.ts';
import { createDiscussion } from './discussion/index.ts';
import { createEntries } from './entries/index.ts';
import { createHistory } from './history/index.ts';
import { createHouseFormats } from './house-formats/index.ts';
import { createIdeas } from './ideas/index.ts';
import { createImpact } from './impact/index.ts';
import { createLineage } from './lineage/index.ts';
import { createKit } from './kit/index.ts';
import { createMerges } from './merges/index.ts';
import { createModeration, type Moderation } from './moderation/index.ts';
import { createNotes } from './notes/index.ts';
import { createNames } from './names/index.ts';
import { createNotifications } from './notifications/index.ts';
import { systemClock } from './platform/clock.ts';
import { sessionCookie } from './platform/cookies.ts';
import { prepareDataDir } from './platform/data-dir.ts';
import { createApi } from './platform/http.ts';
import { createLog } from './platform/log.ts';
import { smtpMailer } from './platform/mailer.ts';
import { openDatabase } from './platform/mongo.ts';
import { roleScript } from './platform/privileges.ts';
import { createRealtime } from './platform/realtime.ts';
import { meetServers } from './platform/servers/index.ts';
import { closeWeb, stopInOrder } from './platform/shutdown.ts';
import { taskTokens } from './platform/task-token.ts';
import { createWeb, listen } from './platform/web.ts';
import { createPseudonyms } from './pseudonyms/index.ts';
import { createQuotations } from './quotations/index.ts';
import { createRebounds } from './rebounds/index.ts';
import { createIdeaIndex, createSearch } from './search/index.ts';
import { createSelection } from './selection/index.ts';
import { createShreddings } from './shreddings/index.ts';
import { openAccount } from './shreddings/what-is-back.ts';
import { createTransfer } from './transfer/index.ts';
import { openVocabulary } from './vocabulary/index.ts';

export async function createApp(setup: AppSetup): Promise<App> {
  const { config, clock = systemClock, sync = 'full' } = setup;
  prepareDataDir(config.dataDir);
  const log = createLog(config.logLevel);
  const database = await openDatabase({ uri: config.mongodbUri, dataDir: config.dataDir, log, sync });
  const instance = await openInstance(database, config.instanceName);
  const account = await openAccount(database, { keyFile: config.attributionKeyFile, instance: instance.id });
  const { wakeUps, duties } = await meetServers({ config, database, instance: instance.id, log });
  const ownWords = await openVocabulary({ database, wakeUps, clock, log });
  const { publicUrl, trustProxy } = config;
  const cookie = sessionCookie(publicUrl);
  const smtp = config.smtp === undefined ? null : smtpMailer(config.smtp);
  const mailer = setup.mailer ?? smtp;
  const tokens = taskTokens(config.dataDir);

  const attribution = createAttribution({
    database,
    clock,
    log,
    keyFile: config.attributionKeyFile,
    instanceId: instance.id,
    publicUrl,
    verifierPage: setup.verifierPage,
    // Nothing is recorded before the notifications below exist.
    named: (tx, people) =>
      notifications.promiseReceipts(tx, [...new Set(people.map((person) => pseudonyms.ownerOf(person)))]),
  });
  const accounts = createAccounts({
    database,
    wakeUps,
    clock,
    log,
    publicUrl,
    cookie,
    ledger: attribution,
    mailPage: mailer === null,
    ownWords,
  });
  const { roles, speakerOf: identify, grantsOf } = accounts;
  const pseudonyms = createPseudonyms({ database, log, wakeUps });
  // What the others call people: with pseudonyms as people of their own.
  const people = pseudonyms.over(accounts.people);
  const speaking = async (speaker: Speaker, about: unknown): Promise<Speaker> => {
    await pseudonyms.sureOf(speaker.person);
    return pseudonyms.has(speaker.person) ? pseudonyms.speakingOn(await ideaOf(about), speaker) : speaker;
  };
  // Asked once somebody speaks, when all of them exist.
  const ideaOf = async (about: unknown): Promise<string | null> => {
    const idea = named(about, 'idea');
    if (idea !== null) return idea;
    const [rebound, comment, attachment] = ['rebound', 'comment', 'attachment'].map((name) =>
      named(about, name),
    );
    if (rebound) return (await rebounds.record(rebound as ReboundId))?.idea ?? null;
    if (comment) return (await discussion.record(comment as CommentId))?.idea ?? null;
    return attachment ? ((await attachments.record(attachment as AttachmentId))?.idea ?? null) : null;
  };
  const api = createApi<Speaker>({
    publicUrl,
    identify,
    speaking,
    cookie,
    log,
    isAdministrator: mayAdminister,
    acceptsTaskToken: (token) => tokens.accepts(token),
    charterAsks: ({ person }) => charters.asks(person),
    // Asked with each request, when the challenges below exist.
    reach: (speaker, sent, path) => entrance.reach(speaker, sent, path),
  });
  const realtime = createRealtime<Speaker>({
    publicUrl,
    identify,
    speaking,
    clock,
    log,
    wakeUps,
    othersUpgrade: setup.strictPages === false,
    reach: (speaker, sent) => entrance.reach(speaker, sent),
    hears: (speaker, payload) => entrance.hears(speaker, payload),
  });
  const edges = { http: api, realtime };
  const notifications = createNotifications({
    database,
    wakeUps,
    clock,
    log,
    people,
    ownerOf: (person) => pseudonyms.ownerOf(person),
    grantsOf,
    mailer,
    realtime,
    instanceName: instance.name,
    ownWords,
    publicUrl,
    timeZone: PARIS,
    receipts: { take: (tx, person) => attribution.takeReceipts(tx, pseudonyms.selvesOf(person)) },
    // Asked when a mail is due, long after the challenges below exist.
    closingDays: () => challenges.closingDays(),
    among: (challenge, asked) => entrance.among(challenge, asked),
  });
  const charters = createCharters({ database, clock, people });
  const challenges = createChallenges({
    database,
    wakeUps,
    duties,
    clock,
    log,
    publicUrl,
    realtime,
    people,
    roles,
    ledger: attribution,
    notifications,
    ownWords,
  });
  const houseFormats = createHouseFormats({ database, clock, people, challenges });
  const documents = createCoEditing({ database, clock, log, realtime, wakeUps });
  const shared = {
    database,
    wakeUps,
    clock,
    realtime,
    people,
    pseudonyms,
    challenges,
    notifications,
    ledger: attribution,
  };
  const ideas = createIdeas({ ...shared, documents });
  const written = { ...shared, documents, ideas };
  const contributions = createContributions({ database, people });
  const rebounds = createRebounds({ ...shared, documents, ideas, contributions });
  // Asked when somebody decides about an idea, long after moderation exists.
  const declared: Moderation['declared'] = (among) => moderation.declared(among);
  const merges = createMerges({ ...shared, documents, ideas, declared });
  const search = createSearch({ ...shared, ideas, log });
  const discussion = createDiscussion({
    ...shared,
    ideas,
    among: (challenge, asked) => entrance.among(challenge, asked),
  });
  const attachments = createAttachments({ ...shared, ideas });
  const notes = createNotes({
    ...written,
    rebounds,
    discussion,
    newIndex: createIdeaIndex,
    within: (speaker, asked) => entrance.within(speaker, asked),
  });
  const kit = createKit({ database, clock, publicUrl, people, challenges, notifications });
  const authorship = createAuthorship({ documents, ideas, people, timeZone: PARIS });
  // Asks the records before they follow the texts.
  const history = createHistory({
    ...written,
    log,
    provenance: (idea, rows) => authorship.provenance(idea, rows),
    timeZone: PARIS,
  });
  const moderation = createModeration({ ...written, log, discussion, attachments, merges, search });
  const lineage = createLineage({ ideas, rebounds, ledger: attribution });
  const selection = createSelection({ ...shared, ideas, rebounds, declared, lineage });
  const adoptions = createAdoption({ ...shared, ideas, roles, log, lineage });
  const impact = createImpact({ ...shared, ideas, adoptions });
  const deliveries = createDelivery({ ...shared, ideas, roles, log, adoptions, declared, impact });
  const disputes = createDisputes({ ...shared, ideas, declared });
  const quotations = createQuotations({ ...shared, ideas, lineage });
  const names = createNames({
    ...shared,
    log,
    publicUrl,
    ownWords,
    identities: accounts.identities,
    selvesOf: (person) => pseudonyms.selvesOf(person),
    dropSession: (session) => realtime.dropSession(session),
  });
  const entries = createEntries({ ...shared, publicUrl, charters, documents, ideas, rebounds, adoptions });
  const shreddings = createShreddings({ ...shared, ideas, attribution, account, log, publicUrl });
  const transfer = createTransfer({
    ...shared,
    documents,
    ideas,
    impact,
    deliveries,
    attachments,
    files: attachments.files,
  });

  const placed = (found: { challenge: ChallengeId | null } | null) => found && found.challenge;
  const entrance = createEntrance({
    people,
    challenges,
    ideas,
    rebounds,
    adoptions,
    pseudonyms,
    placeOf: {
      // The prefix of each says which it is.
      comment: async (id) => placed(await discussion.record(id as CommentId)),
      merge: async (id) => placed(await merges.record(id as MergeId)),
      attachment: async (id) => placed(await attachments.record(id as AttachmentId)),
    },
  });

  accounts.serve(edges, { notifications });
  charters.serve(api);
  notifications.serve(edges);
  challenges.serve(edges, {
    ideas,
    takingPart: (person) => entrance.takingPart(person),
    copyKit: (tx, copied) => kit.copy(tx, copied),
    files: attachments.files,
    beginWith: (format, by) => houseFormats.begin(format, by),
  });
  documents.serve({ ideas, challenges, people, notifications });
  ideas.serve(api, {
    attachments,
    rebounds,
    contributions,
    adoptions,
    deliveries,
    search,
    moderation,
    within: (speaker, asked) => entrance.within(speaker, asked),
  });
  rebounds.serve(api);
  search.serve(api);
  discussion.serve(api, { notes });
  notes.serve(api);
  kit.serve(api);
  houseFormats.serve(api);
  contributions.serve(api, { ...shared, ideas, discussion });
  attachments.serve(api, { moderation });
  entries.serve(api);
  authorship.serve(api);
  history.serve(api);
  lineage.serve(api, { adoptions, pseudonyms, within: (speaker, asked) => entrance.within(speaker, asked) });
  merges.serve(api);
  moderation.serve(api);
  selection.serve(edges);
  adoptions.serve(edges, { deliveries });
  deliveries.serve(edges);
  impact.serve(api);
  names.serve(api);
  shreddings.serve(api);
  disputes.serve(api);
  quotations.serve(api, (speaker, asked) => entrance.within(speaker, asked));
  attribution.serve(api, {
    people,
    pseudonyms,
    ideas,
    notifications,
    identities: accounts.identities,
  });
  transfer.serve(api);
  ownWords.serve(api);
  api.router.get('/api/openapi.json', (_request, response) => void response.json(openApi(publicUrl.origin)));

  await database.buildIndexes();
  await charters.start();
  await pseudonyms.start();
  await attribution.start();
  await shreddings.start();
  await rebounds.start();
  await documents.start();
  await challenges.start();
  await adoptions.start();
  await deliveries.start();
  await moderation.start();
  await notifications.start();
  attribution.watch();
  names.start();

  const { pages, strictPages, http: given } = setup;
  const http = createWeb({
    api,
    realtime,
    trustProxy,
    ...(pages === undefined ? {} : { pages }),
    ...(strictPages === undefined ? {} : { strictPages }),
    ...(given === undefined ? {} : { http: given }),
  });
  const port = await listen(http, config);
  const url = config.port === 0 ? `http://localhost:${port}` : publicUrl.origin;
  tokens.publish(`http://127.0.0.1:${port}`);
  // The door is open while ideas are read: only lists and searches wait for them.
  search.start();

  return {
    port,
    url,
    embeddedDatabase: database.embedded,
    firstAdministratorLink: () => accounts.firstAdministratorLink(),
    openDemonstration: (as) => database.transaction((tx) => accounts.markDemonstration(tx, as)),
    databaseRole: () => roleScript(database.connection),
    mailSettled: () => notifications.settled(),
    stop: () =>
      stopInOrder(
        [
          { name: 'task token', stop: () => tokens.withdraw() },
          { name: 'web', stop: () => closeWeb(http, realtime.io) },
          { name: 'challenges', stop: () => challenges.stop() },
          { name: 'search', stop: () => search.stop() },
          { name: 'moderation', stop: () => moderation.stop() },
          { name: 'deliveries', stop: () => deliveries.stop() },
          { name: 'adoptions', stop: () => adoptions.stop() },
          { name: 'names', stop: () => names.stop() },
          { name: 'attribution', stop: () => attribution.stop() },
          { name: 'co-editing', stop: () => documents.stop() },
          { name: 'history', stop: () => history.stop() },
          { name: 'notifications', stop: () => notifications.stop() },
          { name: 'accounts', stop: () => accounts.stop() },
          { name: 'mail', stop: () => smtp?.stop() },
          { name: 'servers', stop: () => wakeUps.stop() },
          { name: 'database', stop: () => database.stop() },
        ],
        log,
      ),
  };
}

/** What an address or a message names under this name. */
function named(about: unknown, name: string): string | null {
  const value: unknown = typeof about === 'object' && about !== null ? Reflect.get(about, name) : null;
  return typeof value === 'string' ? value : null;
}
