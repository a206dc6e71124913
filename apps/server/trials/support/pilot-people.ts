/** People brought in the way a moderator does it, and a running challenge: what every trial begins with. */
import {
  askToCoauthor,
  draftChallenge,
  grantRole,
  invitePeople,
  listDirectorates,
  listMails,
  mintId,
  patchIdea,
  previewPeople,
  printSlips,
  publishIdea,
  saveDraft,
  scheduleChallenge,
  signInWithLink,
  type ChallengeId,
  type IdeaId,
  type PersonId,
  type Role,
} from '@butinerie/contracts';
import { toLocal } from '@butinerie/domain';
import { setTimeout } from 'node:timers/promises';
import { createCaller, type Caller } from '../../src/caller.ts';

const ZONE = 'Europe/Paris';

export interface TrialPerson extends Caller {
  readonly id: PersonId;
  readonly name: string;
  readonly directorate: string;
}

export function tokenOf(text: string): string {
  const token = /\/entrer#([\w-]+)/.exec(text)?.[1];
  if (token === undefined) throw new Error(`no sign-in link in: ${text}`);
  return token;
}

export async function signIn(base: string, token: string): Promise<Caller> {
  const caller = createCaller(base);
  await caller.expect(signInWithLink, { body: { token } });
  return caller;
}

/** The first administrator, who makes herself a moderator. */
export async function administratorOf(base: string, link: string): Promise<Caller> {
  const caller = createCaller(base);
  const { me } = await caller.expect(signInWithLink, { body: { token: tokenOf(link) } });
  if (me === null) throw new Error('nobody is signed in');
  const body = { role: 'moderator', challenge: null, directorate: null } as const;
  await caller.expect(grantRole, { params: { person: me.id }, body });
  return caller;
}

/** A list as Excel saves it in France: `;` and Windows-1252. */
export function listAsExcelWritesIt(
  people: readonly { name: string; directorate: string; mail: string }[],
): Buffer {
  const lines = people.map(({ name, directorate, mail }) => [name, directorate, mail].join(';'));
  return Buffer.from(['Nom;Direction;Courriel', ...lines, ''].join('\r\n'), 'latin1');
}

/** Previews the list, invites every row, and signs each person in by the link on the mail page. */
export async function inviteFromList(
  administrator: Caller,
  people: readonly { name: string; directorate: string; mail: string }[],
): Promise<TrialPerson[]> {
  const source = { fileName: 'agents.csv', base64: listAsExcelWritesIt(people).toString('base64') };
  const { rows, encoding } = await administrator.expect(previewPeople, { body: { source } });
  const refused = rows.filter(({ reasons }) => reasons.length > 0);
  if (refused.length > 0 || encoding !== 'windows-1252')
    throw new Error(`the list was not read well: ${encoding}, ${JSON.stringify(refused)}`);
  const invited = rows.map(({ name, directorate, mail }) => ({
    id: mintId('person'),
    name,
    directorate,
    mail,
  }));
  await administrator.expect(invitePeople, { body: { rows: invited, send: true } });
  const links = await invitationsOnMailPage(administrator, invited);
  return Promise.all(
    invited.map(async ({ id, name, directorate }) => {
      const invitation = links.get(id);
      if (invitation === undefined) throw new Error(`no invitation for ${name} on the mail page`);
      return { ...(await signIn(administrator.base, tokenOf(invitation))), id, name, directorate };
    }),
  );
}

/** Mails leave a moment after the invitation is answered: looks until each has one, for half a minute at most. */
async function invitationsOnMailPage(
  administrator: Caller,
  invited: readonly { id: PersonId; mail: string | null }[],
): Promise<Map<PersonId, string>> {
  const found = new Map<PersonId, string>();
  for (let tries = 0; tries < 60 && found.size < invited.length; tries++) {
    const { mails } = await administrator.expect(listMails);
    for (const { id, mail } of invited) {
      const text = mails.find(({ to }) => mail !== null && to.includes(mail))?.text;
      if (text !== undefined) found.set(id, text);
    }
    if (found.size < invited.length) await setTimeout(500);
  }
  return found;
}

/** A first role changes the locks: she comes in again by the slip the administrator hands her. */
export async function grant(administrator: Caller, person: TrialPerson, role: Role): Promise<void> {
  const { directorates } = await administrator.expect(listDirectorates);
  const own = directorates.find(({ name }) => name === person.directorate)?.id ?? null;
  const body = { role, challenge: null, directorate: role === 'sponsor' ? own : null };
  await administrator.expect(grantRole, { params: { person: person.id }, body });
  const { slips } = await administrator.expect(printSlips, { body: { people: [person.id] } });
  for (const { url } of slips) await person.expect(signInWithLink, { body: { token: tokenOf(url) } });
}

export interface Dates {
  readonly opensAt: Date;
  readonly ideasUntil: Date;
  readonly closesAt: Date;
  readonly decisionDueAt: Date;
}

export async function scheduledChallenge(
  moderator: Caller,
  question: string,
  dates: Dates,
): Promise<ChallengeId> {
  const id = mintId('challenge');
  const at = (date: Date) => ({ local: toLocal(date, ZONE).slice(0, 16), timeZone: ZONE });
  const timeBox = {
    opensAt: at(dates.opensAt),
    ideasUntil: at(dates.ideasUntil),
    closesAt: at(dates.closesAt),
    decisionDueAt: at(dates.decisionDueAt),
  };
  const drafted = await moderator.expect(draftChallenge, {
    params: { challenge: id },
    body: { question, brief: '', timeBox, version: 0 },
  });
  await moderator.expect(scheduleChallenge, {
    params: { challenge: id },
    body: { version: drafted.version, protectionChecked: true },
  });
  return id;
}

/** Published by its author and open to everyone: the others write in it too. */
export async function openIdea(
  challenge: ChallengeId,
  { author, others }: { author: Caller; others: readonly Caller[] },
  words: { title: string; text: string },
): Promise<IdeaId> {
  const params = { idea: mintId('idea') };
  const body = { challenge, ...words, parents: [], grownFrom: null };
  await author.expect(saveDraft, { params, body });
  await author.expect(publishIdea, { params });
  await author.expect(patchIdea, { params, body: { openTo: 'everyone' } });
  for (const other of others) await other.expect(askToCoauthor, { params });
  return params.idea;
}
