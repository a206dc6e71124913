/** The kit of a challenge: texts of the council's own, the signed commitment, addresses as codes. */
import * as contracts from '@butinerie/contracts';
import type { ChallengeId, CodesOf, Failure, Kit, KitTextName, PersonId, Result } from '@butinerie/contracts';
import { ok, refuse } from '@butinerie/contracts';
import * as rules from '@butinerie/domain';
import { maySeeDraftChallenge, maySeeKit, type AskedInChallenge } from '@butinerie/domain';
import QRCode from 'qrcode';
import type { People, Speaker } from '../accounts/index.ts';
import type { Challenges } from '../challenges/index.ts';
import type { Notifications } from '../notifications/index.ts';
import type { Clock } from '../platform/clock.ts';
import { serve, type Api } from '../platform/http.ts';
import { isDuplicateKey, type Database, type Transaction } from '../platform/mongo.ts';
import { kitStore, type KitRecord } from './kit.store.ts';

export interface KitSetup {
  readonly database: Database;
  readonly clock: Clock;
  readonly publicUrl: URL;
  readonly people: People;
  readonly challenges: Challenges;
  readonly notifications: Notifications;
}

const codeOf = (url: string): Promise<string> =>
  QRCode.toString(url, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 });

export interface KitSlice {
  serve(api: Api<Speaker>): void;
  /** The council's own texts for a challenge begun like another; nobody has signed those. */
  copy(tx: Transaction, copied: { from: ChallengeId; to: ChallengeId; by: PersonId }): Promise<void>;
}

export function createKit(setup: KitSetup): KitSlice {
  const { database, clock, challenges, people, notifications, publicUrl } = setup;
  const store = kitStore(database.connection);
  const versionOf = (kit: KitRecord, name: KitTextName): number =>
    kit.texts.find((text) => text.name === name)?.version ?? 0;

  async function loaded(
    id: ChallengeId,
    by: Speaker,
  ): Promise<Result<{ question: string; asked: AskedInChallenge; kit: KitRecord }, Failure<'not-found'>>> {
    const record = await challenges.record(id);
    const seen = record !== null && (record.scheduledAt !== null || maySeeDraftChallenge(by, id));
    if (!seen) return refuse('not-found', { what: 'challenge' });
    const asked = { by, challenge: id, phase: challenges.standing(record), now: clock.now() };
    return ok({ question: record.question, asked, kit: await store.read(id) });
  }

  async function shown(id: ChallengeId, { by, ...asked }: AskedInChallenge, kit: KitRecord): Promise<Kit> {
    const refs = await people.refs([
      ...kit.texts.map((text) => text.by),
      ...kit.signatures.map(({ person }) => person),
    ]);
    const signatures = await Promise.all(
      kit.signatures.map(async ({ person, directorate, at, ...signed }) => {
        const ref = refs.get(person);
        const name = (await people.directorate(directorate))?.name;
        return ref === undefined || name === undefined
          ? []
          : [{ person: ref, directorate: name, at: at.toISOString(), ...signed }];
      }),
    );
    const url = new URL(`/defis/${id}`, publicUrl).href;
    return {
      challenge: id,
      texts: maySeeKit(by, id)
        ? kit.texts.map((text) => ({ ...text, by: refs.get(text.by) ?? null, at: text.at.toISOString() }))
        : [],
      signatures: signatures.flat(),
      url,
      qr: await codeOf(url),
      acts: [...rules.actsOnKit({ by, ...asked }, versionOf(kit, 'commitment'))],
    };
  }

  /** Committed on what was read; a first saving that crossed another one is a change meanwhile. */
  async function written(
    id: ChallengeId,
    kit: KitRecord,
    patch: Partial<Pick<KitRecord, 'texts' | 'signatures'>>,
    notices: Parameters<Notifications['tell']>[1] = [],
  ): Promise<boolean> {
    try {
      const done = await database.transaction(async (tx) => {
        if (!(await store.change(tx, id, kit, patch))) return false;
        await notifications.tell(tx, notices);
        return true;
      });
      if (done) notifications.announce(notices);
      return done;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      return false;
    }
  }

  async function saveKitText(
    id: ChallengeId,
    { name, text, version }: { name: KitTextName; text: string; version: number },
    by: Speaker,
  ): Promise<Result<Kit, Failure<CodesOf<typeof contracts.saveKitText>>>> {
    const found = await loaded(id, by);
    if (!found.ok) return found;
    const { kit, asked, question } = found.value;
    const decided = rules.saveKitText(versionOf(kit, name), { name, version }, asked);
    if (!decided.ok) return decided;
    const saved = { name, text: text.replace(/\p{Surrogate}/gu, '\uFFFD'), by: by.person, ...decided.value };
    const texts = [...kit.texts.filter((other) => other.name !== name), saved];
    const sponsors = name === 'commitment' ? await people.holders('sponsor', { challenge: id }) : [];
    const notices = sponsors.map((to) => ({
      to,
      kind: 'commitment-asked' as const,
      challenge: id,
      idea: null,
      about: question,
      actor: by.person,
    }));
    if (!(await written(id, kit, { texts }, notices)))
      return refuse('stale-version', { current: versionOf(await store.read(id), name) });
    await challenges.announce(id);
    return ok(await shown(id, asked, await store.read(id)));
  }

  async function signCommitment(
    id: ChallengeId,
    version: number,
    by: Speaker,
  ): Promise<Result<Kit, Failure<CodesOf<typeof contracts.signCommitment>>>> {
    const found = await loaded(id, by);
    if (!found.ok) return found;
    const { kit, asked } = found.value;
    const text = kit.texts.find(({ name }) => name === 'commitment');
    const decided = rules.signCommitment(text?.version ?? 0, version, asked);
    if (!decided.ok) return decided;
    if (text === undefined) return refuse('text-missing', { field: 'commitment' });
    const { directorates, at } = decided.value;
    const isSigned = (directorate: (typeof directorates)[number]): boolean =>
      kit.signatures.some(
        (each) =>
          each.person === by.person && each.directorate === directorate && each.version === text.version,
      );
    const fresh = directorates
      .filter((directorate) => !isSigned(directorate))
      .map((directorate) => ({ person: by.person, directorate, at, version: text.version, text: text.text }));
    // Signed already: the answer to a retry whose first answer was lost.
    if (fresh.length > 0) {
      if (!(await written(id, kit, { signatures: [...kit.signatures, ...fresh] })))
        return refuse('stale-version', { current: versionOf(await store.read(id), 'commitment') });
      await challenges.announce(id);
    }
    return ok(await shown(id, asked, await store.read(id)));
  }

  return {
    async copy(tx, { from, to, by }) {
      const { texts } = await store.read(from);
      if (texts.length === 0) return;
      const at = clock.now();
      const own = texts.map(({ name, text }) => ({ name, text, version: 1, by, at }));
      await store.change(tx, to, { texts: [], signatures: [], revision: 0 }, { texts: own });
    },
    serve(api) {
      serve(api, contracts.readKit, async ({ params, speaker }) => {
        const found = await loaded(params.challenge, speaker);
        return found.ok ? ok(await shown(params.challenge, found.value.asked, found.value.kit)) : found;
      });
      serve(api, contracts.saveKitText, ({ params, body, speaker }) =>
        saveKitText(params.challenge, body, speaker),
      );
      serve(api, contracts.signCommitment, ({ params, body, speaker }) =>
        signCommitment(params.challenge, body.version, speaker),
      );
      // An address that is known already: what it leads to is asked for there.
      serve(api, contracts.readIdeaCode, async ({ params }) => {
        const url = new URL(`/idees/${params.idea}#rebondir`, publicUrl).href;
        return ok({ url, qr: await codeOf(url) });
      });
    },
  };
}
