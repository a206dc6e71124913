/** The fictional people with their browsers: each signs in by the link of her printed slip, as people without a mailbox do. */
import {
  grantRole,
  invitePeople,
  listDirectorates,
  printSlips,
  signInWithLink,
  type DirectorateId,
  type Grant,
  type PersonId,
} from '@butinerie/contracts';
import type { App } from '../../src/app-setup.ts';
import { createCaller, type Caller } from '../../src/caller.ts';
import type { Cast, Member } from '../../src/demonstration/cast.ts';
import type { Clock } from '../../src/platform/clock.ts';

export interface Troupe {
  readonly administrator: PersonId;
  as(person: Pick<Member, 'id'>): Promise<Caller>;
  directorate(name: string): DirectorateId;
  /** Slips and sessions run out as the weeks go by; asked often enough, nobody is ever locked out. */
  keep(): Promise<void>;
}

const DAY = 86_400_000;
/** A session lives thirty days from its last use, a slip a hundred and twenty. */
const SIGN_IN_AFTER = 20 * DAY;
const PRINT_AFTER = 60 * DAY;
const MOST_SLIPS = 500;

export async function assemble(app: App, clock: Clock, cast: Cast): Promise<Troupe> {
  const base = `http://127.0.0.1:${app.port}`;
  const tokens = new Map<PersonId, string>();
  const browsers = new Map<PersonId, { readonly caller: Caller; usedAt: number }>();
  let printedAt = 0;
  const now = (): number => clock.now().getTime();

  const first = createCaller(base);
  const token = secretOf((await app.firstAdministratorLink()) ?? '');
  const { me } = await first.expect(signInWithLink, { body: { token } });
  if (me === null) throw new Error('the first administrator is not signed in');
  const administrator = me.id;
  browsers.set(administrator, { caller: first, usedAt: now() });

  const rows = cast.everybody.map(({ id, name, directorate, mail }) => ({ id, name, directorate, mail }));
  await first.expect(invitePeople, { body: { rows, send: false } });
  const { directorates } = await first.expect(listDirectorates);
  const directorate = (name: string): DirectorateId => {
    const found = directorates.find((known) => known.name === name);
    if (found === undefined) throw new Error(`no directorate is called ${name}`);
    return found.id;
  };
  const give = (person: PersonId, role: Grant['role'], of: DirectorateId | null = null) =>
    first.expect(grantRole, { params: { person }, body: { role, challenge: null, directorate: of } });
  await give(cast.lead.id, 'moderator_lead');
  await give(cast.lead.id, 'moderator');
  await give(cast.second.id, 'moderator');
  for (const [name, { id }] of cast.sponsors) await give(id, 'sponsor', directorate(name));

  async function print(): Promise<void> {
    const caller = await as({ id: administrator });
    const everybody = [administrator, ...cast.everybody.map(({ id }) => id)];
    for (let from = 0; from < everybody.length; from += MOST_SLIPS) {
      const people = everybody.slice(from, from + MOST_SLIPS);
      const { slips } = await caller.expect(printSlips, { body: { people } });
      for (const { person, url } of slips) tokens.set(person.id, secretOf(url));
    }
    printedAt = now();
  }

  async function as({ id }: Pick<Member, 'id'>): Promise<Caller> {
    const open = browsers.get(id);
    if (open !== undefined && now() - open.usedAt < SIGN_IN_AFTER) {
      open.usedAt = now();
      return open.caller;
    }
    const secret = tokens.get(id);
    if (secret === undefined) throw new Error(`no slip was printed for ${id}`);
    const caller = createCaller(base);
    await caller.expect(signInWithLink, { body: { token: secret } });
    browsers.set(id, { caller, usedAt: now() });
    return caller;
  }

  await print();
  return {
    administrator,
    as,
    directorate,
    async keep() {
      if (now() - printedAt > PRINT_AFTER) await print();
    },
  };
}

function secretOf(url: string): string {
  const secret = url.split('#')[1];
  if (secret === undefined || secret === '') throw new Error('a sign-in link without its secret');
  return secret;
}
