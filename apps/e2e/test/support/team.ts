/** The people of a journey, brought in as the first administrator does it, each with a session of her own. */
import {
  acceptCharter,
  grantRole,
  invitePeople,
  listDirectorates,
  listMails,
  mintId,
  printSlips,
  readCharter,
  signInWithLink,
  type ChallengeId,
  type PersonId,
  type Role,
} from '@butinerie/contracts';
import { createCaller, type Caller } from '@butinerie/server';
import type { Instance } from './instance.ts';

export interface Person extends Caller {
  readonly id: PersonId;
  readonly name: string;
  readonly mail: string;
}

export interface Team {
  /** She also moderates. */
  readonly administrator: Caller;
  mailTo(address: string): Promise<string>;
  /** Somebody who came in with a slip from the administrator: a first role makes earlier links useless. */
  person(as: PersonAs): Promise<Person>;
  /** Somebody invited by mail who did not open her link yet. */
  invited(as: PersonAs): Promise<Omit<Person, keyof Caller> & { readonly link: string }>;
}

export interface PersonAs {
  readonly name: string;
  readonly directorate?: string;
  readonly roles?: readonly Role[];
  /** The challenge in which the roles hold; in all of them when absent. */
  readonly challenge?: ChallengeId;
}

export async function openTeam(instance: Instance): Promise<Team> {
  const administrator = createCaller(instance.base);
  const { me } = await administrator.expect(signInWithLink, { body: { token: tokenOf(instance.firstLink) } });
  if (me === null) throw new Error('the first administrator is not signed in');
  const moderates = { role: 'moderator', challenge: null, directorate: null } as const;
  await administrator.expect(grantRole, { params: { person: me.id }, body: moderates });

  async function invited(as: PersonAs) {
    const { name, directorate = 'Direction des Routes', roles = [], challenge = null } = as;
    const id = mintId('person');
    const mail = `${id}@agents.example.org`;
    await administrator.expect(invitePeople, {
      body: { rows: [{ id, name, directorate, mail }], send: true },
    });
    const { directorates } = await administrator.expect(listDirectorates);
    const own = directorates.find((known) => known.name === directorate)?.id ?? null;
    for (const role of roles) {
      const answersFor = role === 'sponsor' ? own : null;
      await administrator.expect(grantRole, {
        params: { person: id },
        body: { role, challenge, directorate: answersFor },
      });
    }
    return { id, name, mail, link: linkOf(await mailTo(mail)) };
  }

  /** What was mailed to an address last, or is shown on the mail page of an instance without a mail server. */
  async function mailTo(address: string): Promise<string> {
    await instance.mailSettled();
    const sent = instance.mails.findLast(({ to }) => to.includes(address))?.text;
    if (sent !== undefined) return sent;
    const { mails } = await administrator.expect(listMails);
    const shown = mails.find(({ to }) => to.includes(address))?.text;
    if (shown === undefined) throw new Error(`${address} got no mail`);
    return shown;
  }

  return {
    administrator,
    mailTo,
    invited,
    async person(as) {
      const { id, name, mail } = await invited(as);
      const { slips } = await administrator.expect(printSlips, { body: { people: [id] } });
      const caller = createCaller(instance.base);
      await caller.expect(signInWithLink, { body: { token: tokenOf(slips[0]?.url ?? '') } });
      // She wrote here before; whoever comes by an invitation is asked in her browser.
      const { current } = await caller.expect(readCharter, {});
      await caller.expect(acceptCharter, { body: { version: current } });
      return { ...caller, id, name, mail };
    },
  };
}

/** The first address in a text that leads there, through the entrance or not. */
export function linkOf(text: string, path = '/entrer'): string {
  const link = [...text.matchAll(/https?:\/\/\S+/g)]
    .map(([url]) => url)
    .find((url) => decodeURIComponent(url).includes(path));
  if (link === undefined) throw new Error(`no link to ${path} in: ${text}`);
  return link;
}

function tokenOf(link: string): string {
  const token = /\/entrer#([\w-]+)/.exec(link)?.[1];
  if (token === undefined) throw new Error(`no sign-in link: ${link}`);
  return token;
}
