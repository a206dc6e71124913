/** Texts to be destroyed: asked, confirmed by a second person, cancelled. The command `data shred` does what is due. */
import * as contracts from '@butinerie/contracts';
import { ok, refuse, type CodesOf, type Failure, type PersonId, type Result } from '@butinerie/contracts';
import {
  askShredding,
  cancelShredding,
  confirmShredding,
  mayFollowShreddings,
  PARIS,
  type IdeaToShred,
} from '@butinerie/domain';
import type { People, Speaker } from '../accounts/index.ts';
import type { Challenges } from '../challenges/index.ts';
import type { IdeaRecord, Ideas } from '../ideas/index.ts';
import type { Attribution } from '../attribution/index.ts';
import type { Notifications } from '../notifications/index.ts';
import type { Clock } from '../platform/clock.ts';
import { serve, type Api } from '../platform/http.ts';
import type { Log } from '../platform/log.ts';
import type { Database, Transaction } from '../platform/mongo.ts';
import type { Pseudonyms } from '../pseudonyms/index.ts';
import type { DestroyedTexts } from './destroyed-texts.ts';
import { keepAccount } from './shred-due.ts';
import { cancelledMail, noticeMail } from './shredding-mails.ts';
import { shreddingsStore, type ShreddingRecord } from './shreddings.store.ts';

export interface ShreddingsSetup {
  readonly database: Database;
  readonly clock: Clock;
  readonly publicUrl: URL;
  readonly people: Pick<People, 'refs' | 'mailboxes'>;
  readonly ideas: Pick<Ideas, 'record'>;
  readonly challenges: Pick<Challenges, 'record'>;
  readonly pseudonyms: Pick<Pseudonyms, 'ownerOf' | 'seenBy'>;
  readonly notifications: Pick<Notifications, 'mailNow' | 'announce'>;
  readonly attribution: Pick<Attribution, 'proofOf'>;
  readonly account: DestroyedTexts;
  readonly log: Log;
}
type Refused = Failure<CodesOf<typeof contracts.askShredding> | 'not-allowed' | 'not-found'>;

export function createShreddings(setup: ShreddingsSetup): {
  serve(api: Api<Speaker>): void;
  /** The account of what was destroyed says all that the database says. */
  start(): Promise<void>;
} {
  const { database, clock, people, ideas, challenges, pseudonyms, notifications } = setup;
  const store = shreddingsStore(database.connection);

  /** As she knows it: what she wrote under a pseudonym is hers too. */
  const toShred = async (idea: IdeaRecord, { person }: Speaker): Promise<IdeaToShred> => ({
    ...idea,
    originators: pseudonyms.seenBy(person, idea.originators),
    coauthors: pseudonyms.seenBy(person, idea.coauthors),
    sealedAt: idea.seal?.at ?? null,
    challengeSealedAt: (await challenges.record(idea.challenge))?.sealedAt ?? null,
    shredded: (idea.shredded ?? null) !== null,
  });

  async function shown() {
    const records = await store.all();
    const refs = await people.refs(
      records.flatMap(({ by, second }) => [by, ...(second === null ? [] : [second])]),
    );
    const titles = new Map(
      (await Promise.all(records.map(({ idea }) => ideas.record(idea)))).flatMap((idea) =>
        idea === null ? [] : [[idea.id, idea.title] as const],
      ),
    );
    return {
      shreddings: records.flatMap(({ id, idea, second, askedAt, dueAt, doneAt, ...record }) => {
        const by = refs.get(record.by);
        if (by === undefined) return [];
        const moments = {
          askedAt: askedAt.toISOString(),
          dueAt: dueAt?.toISOString() ?? null,
          doneAt: doneAt?.toISOString() ?? null,
        };
        const named = { by, second: (second && refs.get(second)) ?? null };
        return [{ ...record, id, idea: { id: idea, title: titles.get(idea) ?? '' }, ...named, ...moments }];
      }),
    };
  }

  /** Every author who has a mailbox, once, in the transaction of the act: as her pseudonym where she is named by it alone. */
  async function tell(
    tx: Transaction,
    idea: IdeaRecord,
    write: (language: contracts.Language) => {
      subject: string;
      paragraphs: readonly string[];
      label: string;
    },
  ): Promise<void> {
    const named = new Map<PersonId, PersonId>();
    for (const author of [...idea.originators, ...idea.coauthors]) {
      const owner = pseudonyms.ownerOf(author);
      if (!named.has(owner) || author === owner) named.set(owner, author);
    }
    for (const [owner, { mail, language }] of await people.mailboxes(named.keys(), tx)) {
      const person = named.get(owner);
      if (mail === null || person === undefined) continue;
      const { subject, paragraphs, label } = write(language);
      const link = { url: new URL(`/idees/${idea.id}`, setup.publicUrl).href, label };
      await notifications.mailNow(tx, { person, subject, paragraphs, link });
    }
  }

  async function ask(
    asked: Pick<ShreddingRecord, 'id' | 'idea' | 'motive' | 'reference' | 'title'>,
    by: Speaker,
  ): Promise<Result<true, Refused>> {
    return database.transaction(async (tx): Promise<Result<true, Refused>> => {
      const known = await store.record(asked.id, tx);
      if (known !== null) return known.by === by.person ? ok(true) : refuse('id-taken', { id: asked.id });
      const idea = await ideas.record(asked.idea, tx);
      if (idea === null) return refuse('not-found', { what: 'idea' });
      const decided = askShredding(await store.of(idea.id, tx), { by, idea: await toShred(idea, by) });
      if (!decided.ok) return decided;
      const open = { state: 'asked' as const, second: null, dueAt: null, doneAt: null };
      await store.create(tx, { ...asked, ...open, by: by.person, askedAt: clock.now() });
      return ok(true);
    });
  }

  type Step = Failure<'already-answered' | 'own-idea' | 'not-allowed' | 'not-found'>;

  async function confirm(id: ShreddingRecord['id'], by: Speaker): Promise<Result<true, Step>> {
    return database.transaction(async (tx): Promise<Result<true, Step>> => {
      const record = await store.record(id, tx);
      const idea = record && (await ideas.record(record.idea, tx));
      if (record === null || idea === null) return refuse('not-found', { what: 'shredding' });
      const decided = confirmShredding(record, { by, idea: await toShred(idea, by), now: clock.now() });
      if (!decided.ok) return decided;
      const { dueAt } = decided.value;
      await store.move(tx, { id, from: 'asked' }, { state: 'waiting', second: by.person, dueAt });
      await tell(tx, idea, (language) => {
        const day = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: PARIS }).format(dueAt);
        return noticeMail(language, { ...record, title: idea.title, day });
      });
      return ok(true);
    });
  }

  async function cancel(
    id: ShreddingRecord['id'],
    by: Speaker,
  ): Promise<Result<true, Exclude<Step, Failure<'own-idea'>>>> {
    return database.transaction(async (tx) => {
      const record = await store.record(id, tx);
      const idea = record && (await ideas.record(record.idea, tx));
      if (record === null || idea === null) return refuse('not-found', { what: 'shredding' });
      const decided = cancelShredding(record, by);
      if (!decided.ok) return decided;
      await store.move(tx, { id, from: record.state }, { state: 'cancelled' });
      // Nobody was told of what only one person asked for.
      if (record.state === 'waiting') await tell(tx, idea, (language) => cancelledMail(language, idea));
      return ok(true as const);
    });
  }

  async function answered<Code extends Failure>(done: Result<true, Code>) {
    notifications.announce([]);
    return done.ok ? ok(await shown()) : done;
  }

  return {
    async start() {
      const { attribution, account, log } = setup;
      try {
        const proofOf = (of: contracts.IdeaId, second: PersonId) =>
          attribution.proofOf(of, 'content.shredded', second);
        await keepAccount({ database, account, proofOf });
      } catch (error) {
        if (!(error instanceof Error && 'code' in error)) throw error;
        log.warn({ err: error }, 'what was destroyed could not be written down beside the attribution key');
      }
    },
    serve(api) {
      serve(api, contracts.listShreddings, async ({ speaker }) =>
        mayFollowShreddings(speaker)
          ? ok(await shown())
          : refuse('not-allowed', { act: 'listShreddings', why: 'data-protection-officers' }),
      );
      serve(api, contracts.askShredding, async ({ body, speaker }) => answered(await ask(body, speaker)));
      serve(api, contracts.confirmShredding, async ({ params, speaker }) =>
        answered(await confirm(params.shredding, speaker)),
      );
      serve(api, contracts.cancelShredding, async ({ params, speaker }) =>
        answered(await cancel(params.shredding, speaker)),
      );
    },
  };
}
