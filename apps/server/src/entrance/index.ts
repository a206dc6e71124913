/**
 * The one door of every challenge. Both edges ask here before a use case is reached, with all that was sent: whatever
 * names a challenge, or something in one, that is not for the speaker answers as if it did not exist. News and notices
 * ask here too. A slice need not remember it, and a new one is kept by it from its first day.
 */
import { refuse, type ChallengeId, type Failure, type PersonId, type PlacedKind } from '@butinerie/contracts';
import type { People, Speaker } from '../accounts/index.ts';
import type { Adoptions } from '../adoption/index.ts';
import type { Challenges } from '../challenges/index.ts';
import type { Ideas } from '../ideas/index.ts';
import type { Pseudonyms } from '../pseudonyms/index.ts';
import type { Rebounds } from '../rebounds/index.ts';
import { namedIn } from './named-in.ts';
import { partsOf } from './parts.ts';

export interface EntranceSetup {
  readonly people: Pick<People, 'speakers'>;
  readonly challenges: Pick<Challenges, 'isFor' | 'allAreFor'>;
  readonly ideas: Pick<Ideas, 'record' | 'byIds' | 'named'>;
  readonly rebounds: Pick<Rebounds, 'record' | 'byPerson'>;
  readonly adoptions: Pick<Adoptions, 'pilotedBy'>;
  readonly pseudonyms: Pick<Pseudonyms, 'selvesOf'>;
  /** The challenge of a thing of each other kind: null where there is no such thing. */
  readonly placeOf: Readonly<
    Record<Exclude<PlacedKind, 'challenge' | 'idea' | 'rebound'>, (id: string) => Promise<ChallengeId | null>>
  >;
}

export interface Entrance {
  /** Null where everything that was sent is within her reach. */
  reach(speaker: Speaker, sent: unknown, path?: string): Promise<Failure<'not-found'> | null>;
  /** Of these challenges, those she may come into. */
  within(speaker: Speaker, challenges: Iterable<ChallengeId>): Promise<ReadonlySet<ChallengeId>>;
  /** Whether news may be told to her. */
  hears(speaker: Speaker, payload: unknown): boolean;
  /** Of these people, those who may be told of a challenge. */
  among(challenge: ChallengeId, people: Iterable<PersonId>): Promise<ReadonlySet<PersonId>>;
  /** The challenges in which somebody has a part. */
  takingPart(person: PersonId): Promise<ReadonlySet<ChallengeId>>;
}

/** What an outsider without a role needs: her challenge, herself, the register that proves her part. */
const FOR_OUTSIDERS =
  /^\/api\/(?:(?:challenges|charter|ideas|rebounds|comments|merges|attachments|me|session|sign-in|sign-out|attribution)(?:\/|$)|name-requests\/[^/]+\/cancel$)/;

/** Notes between two challenges, lists of people and desks are the agents' own. */
const isOfTheHouse = ({ outside, grants }: Speaker, path: string): boolean =>
  outside === true && grants.length === 0 && !FOR_OUTSIDERS.test(path);

const PLACES_KEPT = 50_000;

export function createEntrance(setup: EntranceSetup): Entrance {
  const { challenges, people } = setup;
  const takingPart = partsOf(setup);
  /** Nothing ever moves to another challenge. */
  const places = new Map<string, ChallengeId>();
  /** Who has a part in what: found once, true for ever, and then news reach her too. */
  const parts = new Set<string>();
  const partOf = (challenge: ChallengeId, person: PersonId): string => `${challenge} ${person}`;

  async function look(kind: PlacedKind, id: string): Promise<ChallengeId | null> {
    // Sorted by their prefix, which the shape of the id vouched for.
    if (kind === 'challenge') return id as ChallengeId;
    if (kind === 'idea') return (await setup.ideas.record(id as never))?.challenge ?? null;
    if (kind !== 'rebound') return setup.placeOf[kind](id);
    const rebound = await setup.rebounds.record(id as never);
    return rebound === null ? null : placeOf('idea', rebound.idea);
  }
  async function placeOf(kind: PlacedKind, id: string): Promise<ChallengeId | null> {
    const known = places.get(id);
    if (known !== undefined) return known;
    const found = await look(kind, id);
    if (places.size >= PLACES_KEPT) places.clear();
    if (found !== null) places.set(id, found);
    return found;
  }
  async function mayEnter(speaker: Speaker, challenge: ChallengeId): Promise<boolean> {
    if (challenges.isFor(challenge, speaker) || parts.has(partOf(challenge, speaker.person))) return true;
    for (const hers of await takingPart(speaker.person)) parts.add(partOf(hers, speaker.person));
    return parts.has(partOf(challenge, speaker.person));
  }

  return {
    takingPart,
    async reach(speaker, sent, path) {
      if (challenges.allAreFor(speaker)) return null;
      if (path !== undefined && isOfTheHouse(speaker, path))
        return refuse('not-found', { what: 'page' }).failure;
      for (const { kind, id } of namedIn(sent)) {
        const challenge = await placeOf(kind, id);
        if (challenge !== null && !(await mayEnter(speaker, challenge)))
          return refuse('not-found', { what: kind }).failure;
      }
      return null;
    },
    async within(speaker, among) {
      const entered = new Set<ChallengeId>();
      for (const challenge of new Set(among))
        if (challenges.allAreFor(speaker) || (await mayEnter(speaker, challenge))) entered.add(challenge);
      return entered;
    },
    hears(speaker, payload) {
      if (challenges.allAreFor(speaker)) return true;
      return namedIn(payload).every(({ kind, id }) => {
        if (kind !== 'challenge') return true;
        const challenge = id as ChallengeId;
        return challenges.isFor(challenge, speaker) || parts.has(partOf(challenge, speaker.person));
      });
    },
    async among(challenge, asked) {
      const found = await people.speakers(asked);
      const told = new Set<PersonId>();
      for (const speaker of found) if (await mayEnter(speaker, challenge)) told.add(speaker.person);
      return told;
    },
  };
}
