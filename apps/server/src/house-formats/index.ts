/** Formats of the house: settings of a challenge kept under a name. What other slices may ask of it. */
import * as contracts from '@butinerie/contracts';
import {
  mintId,
  ok,
  refuse,
  type CodesOf,
  type Failure,
  type FormatId,
  type HouseFormat,
  type PersonId,
  type Result,
} from '@butinerie/contracts';
import * as rules from '@butinerie/domain';
import { mayDraftChallenges, type ChallengeAsks, type FormatKept } from '@butinerie/domain';
import type { z } from 'zod';
import type { People, Speaker } from '../accounts/index.ts';
import type { Challenges } from '../challenges/index.ts';
import type { Clock } from '../platform/clock.ts';
import { serve, type Api } from '../platform/http.ts';
import { isDuplicateKey, type Database } from '../platform/mongo.ts';
import { formatStore } from './house-formats.store.ts';

export interface FormatRecord extends FormatKept {
  readonly id: FormatId;
  readonly name: string;
  readonly version: number;
  /** On the list; one that is not can still be begun with by whoever chose it before. */
  readonly offered: boolean;
  readonly savedBy: PersonId;
  readonly savedAt: Date;
}

export interface HouseFormats {
  /** What a challenge begun with it asks. */
  begin(id: FormatId, by: Speaker): Promise<Result<ChallengeAsks, Failure<'not-found'>>>;
}

interface Setup {
  readonly database: Database;
  readonly clock: Clock;
  readonly people: People;
  readonly challenges: Pick<Challenges, 'record'>;
}
type Listed = Result<{ formats: HouseFormat[] }, Failure<'not-allowed'>>;
const ids = { newThemeId: () => mintId('theme'), newFieldId: () => mintId('field') };

export function createHouseFormats({
  database,
  clock,
  people,
  challenges,
}: Setup): HouseFormats & { serve(api: Api<Speaker>): void } {
  const store = formatStore(database.connection);

  async function list(by: Speaker): Promise<Listed> {
    if (!mayDraftChallenges(by)) return refuse('not-allowed', { act: 'listFormats', why: 'not-a-moderator' });
    const offered = (await store.all()).filter((format) => format.offered);
    const [refs, directorates] = await Promise.all([
      people.refs(offered.map(({ savedBy }) => savedBy)),
      people.directorates(),
    ]);
    const formats = offered
      .toSorted((a, b) => a.name.localeCompare(b.name, 'fr'))
      .map(({ id, version, name, savedBy, savedAt, times, asks }): HouseFormat => {
        const { themes, fields, labels, visual, audience, selectionMode } = { ...rules.NEW_ASKS, ...asks };
        return {
          id,
          version,
          name,
          savedBy: refs.get(savedBy) ?? null,
          savedAt: savedAt.toISOString(),
          times,
          themes: themes.map(({ fr }) => fr),
          questions: fields.map(({ fr }) => fr),
          labels: [labels.title.fr, labels.text.fr].filter((label) => label !== ''),
          colour: visual.colour,
          picture: visual.banner !== null,
          directorates:
            audience.directorates &&
            directorates.filter(({ id: each }) => audience.directorates?.includes(each)),
          selectionMode,
        };
      });
    return ok({ formats });
  }

  type Saved = Result<{ formats: HouseFormat[] }, Failure<CodesOf<typeof contracts.saveFormat>>>;
  async function save(
    id: FormatId,
    { challenge, name }: z.infer<(typeof contracts.saveFormat)['body']>,
    by: Speaker,
  ): Promise<Saved> {
    const kept = rules.keepFormat(await challenges.record(challenge), { ...ids, by });
    if (!kept.ok) return kept;
    const known = await store.record(id);
    // A retry whose first answer was lost.
    if (known !== null)
      return known.savedBy === by.person && known.name === name ? list(by) : refuse('id-taken', { id });
    const format = {
      ...kept.value,
      id,
      name,
      version: 1,
      offered: true,
      savedBy: by.person,
      savedAt: clock.now(),
    };
    const done = await database
      .transaction(async (tx) => {
        await store.takeTurn(tx);
        const others = (await store.all(tx)).filter(({ offered }) => offered);
        const named = rules.checkFormatName(name, others);
        if (named.ok) await store.create(tx, format);
        return named;
      })
      .catch((error: unknown) => {
        if (!isDuplicateKey(error)) throw error;
        return refuse('id-taken', { id });
      });
    return done.ok ? list(by) : done;
  }

  type Changed = Result<{ formats: HouseFormat[] }, Failure<CodesOf<typeof contracts.renameFormat>>>;
  async function change(
    id: FormatId,
    wanted: { readonly name?: string; readonly offered?: boolean; readonly version: number },
    by: Speaker,
  ): Promise<Changed> {
    const decided = await database.transaction(async (tx) => {
      await store.takeTurn(tx);
      const all = await store.all(tx);
      const seen = all.find((format) => format.id === id);
      // Who may not learn of formats does not learn that there is none.
      if (seen === undefined) return refuse('not-found', { what: 'format' });
      const others = all.filter((format) => format.offered && format.id !== id);
      const { name, version, offered } = seen;
      const next = rules.changeFormat({ name, version, offered }, wanted, { by, others });
      if (next.ok) await store.change(tx, id, next.value);
      return next;
    });
    return decided.ok ? list(by) : decided;
  }

  return {
    async begin(id, by) {
      return rules.beginWith(await store.record(id), { ...ids, by });
    },
    serve(api) {
      serve(api, contracts.listFormats, ({ speaker }) => list(speaker));
      serve(api, contracts.saveFormat, ({ params, body, speaker }) => save(params.format, body, speaker));
      serve(api, contracts.renameFormat, ({ params, body, speaker }) => change(params.format, body, speaker));
      serve(api, contracts.offerFormat, ({ params, body, speaker }) => change(params.format, body, speaker));
    },
  };
}
