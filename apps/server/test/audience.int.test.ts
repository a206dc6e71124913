/** A challenge for some: to everybody else nothing of it exists, on any route, message, news, notice or mail. */
import {
  askNameChange,
  cancelNameChange,
  commentOnIdea,
  discussionChanged,
  findMentionable,
  findSimilar,
  grantRole,
  ideaChanged,
  inviteOutsiders,
  joinIdea,
  listChallenges,
  listComments,
  listIdeas,
  listNotices,
  listReceipts,
  mintId,
  proposeMerge,
  publishIdea,
  readChallenge,
  readIdea,
  readSession,
  releaseOutsider,
  reboundOnIdea,
  ROUTES,
  saveDraft,
  setAudience,
  signInWithLink,
  type CommentId,
  type IdeaId,
  type MergeId,
  type ReboundId,
} from '@butinerie/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCaller, type Caller } from '../src/caller.ts';
import { openSocket } from '../trials/support/socket.ts';
import { refused } from './support/raw-http.ts';
import { tokenOf, type TestPerson } from './support/test-server.ts';
import { openWritingHouse, type OpenChallenge, type WritingHouse } from './support/writing-house.ts';

let house: WritingHouse;
let open: OpenChallenge;
let elsewhere: OpenChallenge;
let routes: NonNullable<Awaited<ReturnType<WritingHouse['server']['directorate']>>>;
let solidarity: typeof routes;
let idea: IdeaId;
/** Of another directorate than the two it is for. */
let agent: TestPerson;
/** Invited by name, to this challenge and to the other one. */
let outsider: Guest;
let stranger: Guest;

interface Guest extends Caller {
  readonly id: TestPerson['id'];
}

async function guest(challenge: OpenChallenge['challenge'], name: string): Promise<Guest> {
  const id = mintId('person');
  const mail = `${id}@associations.example.org`;
  const rows = [{ id, name, organisation: 'Association Exemple', mail }];
  await house.moderator.expect(inviteOutsiders, { params: { challenge }, body: { rows } });
  await house.server.app.mailSettled();
  const invitation = house.server.mails.findLast(({ to }) => to.includes(mail));
  if (invitation === undefined) throw new Error('no invitation came');
  const caller = createCaller(house.server.base);
  await caller.expect(signInWithLink, { body: { token: tokenOf(invitation.text) } });
  return { ...caller, id };
}

async function idOf(name: string) {
  const found = await house.server.directorate(name);
  if (found === null) throw new Error(`no directorate ${name}`);
  return found;
}

async function limitTo(challenge: OpenChallenge['challenge'], directorates: (typeof routes)[] | null) {
  const { version } = await house.moderator.expect(readChallenge, { params: { challenge } });
  return house.moderator.expect(setAudience, { params: { challenge }, body: { directorates, version } });
}

const newIdea = async (by: Caller, challenge: OpenChallenge['challenge'], title: string): Promise<IdeaId> => {
  const made = mintId('idea');
  const body = { challenge, title, text: 'Deux phrases.', parents: [], grownFrom: null };
  await by.expect(saveDraft, { params: { idea: made }, body });
  await by.expect(publishIdea, { params: { idea: made } });
  return made;
};

beforeAll(async () => {
  house = await openWritingHouse();
  open = await house.openChallenge();
  elsewhere = await house.openChallenge();
  agent = await house.server.person({ name: 'Élise Exemple', directorate: 'Collèges' });
  routes = await idOf('Routes');
  solidarity = await idOf('Solidarités');
  outsider = await guest(open.challenge, 'Oriane Exemple');
  stranger = await guest(elsewhere.challenge, 'Sacha Exemple');
  idea = await house.idea(open.challenge, { shared: true });
  await limitTo(open.challenge, [routes, solidarity]);
});
afterAll(() => house.server.stop());

test('[AU2] every route that names something of a challenge answers others that it is not there', async () => {
  const rebound: ReboundId = mintId('rebound');
  const comment: CommentId = mintId('comment');
  const merge: MergeId = mintId('merge');
  const { colleague, moderator } = house;
  const other = await newIdea(colleague, open.challenge, 'Couper le chauffage');
  await colleague.expect(reboundOnIdea, { params: { idea }, body: { id: rebound, text: 'Et le midi.' } });
  const said = { id: comment, kind: 'comment' as const, text: 'Oui.', parent: null, mentions: [] };
  await colleague.expect(commentOnIdea, { params: { idea }, body: said });
  const proposal = { id: merge, into: other, reason: 'Une même idée.' };
  await moderator.expect(proposeMerge, { params: { idea }, body: proposal });

  const named: Readonly<Record<string, string>> = {
    challenge: open.challenge,
    idea,
    rebound,
    comment,
    merge,
  };
  const about = ROUTES.filter(({ path }) => Object.keys(named).some((name) => path.includes(`/:${name}`)));
  expect(about.length).toBeGreaterThan(45);
  const found: string[] = [];
  for (const by of [agent, stranger])
    for (const { method, path } of about) {
      const place = path.replace(/:(\w+)/g, (_all, name: string) => named[name] ?? mintId('person'));
      const body = method === 'GET' ? {} : { body: '{}' };
      const { status, failure } = await refused(by, { method, path: place, ...body });
      if (status !== 404 || failure.code !== 'not-found')
        found.push(`${method} ${path}: ${status} ${failure.code}`);
    }
  expect(found).toEqual([]);
});

test('[AU2] what only the body names is not there either', async () => {
  const draft = { challenge: open.challenge, title: 'x', text: 'y', parents: [], grownFrom: null };
  const params = { idea: mintId('idea') };
  expect(await agent.call(saveDraft, { params, body: draft })).toMatchObject({
    failure: { code: 'not-found' },
  });
  const onto = { ...draft, challenge: elsewhere.challenge, parents: [idea] };
  expect(await agent.call(saveDraft, { params, body: onto })).toMatchObject({
    failure: { code: 'not-found' },
  });
  expect(await agent.call(saveDraft, { params, body: { ...onto, parents: [] } })).toMatchObject({ ok: true });
});

test('[AU1] a challenge is for its directorates, the people invited by name and those with a role in it', async () => {
  const seen = async (by: Caller) => (await by.expect(listChallenges)).challenges.map(({ id }) => id);
  expect(await seen(agent)).toEqual([elsewhere.challenge]);
  expect(await seen(stranger)).toEqual([elsewhere.challenge]);
  expect(await seen(outsider)).toEqual([open.challenge]);
  expect(new Set(await seen(house.colleague))).toEqual(new Set([open.challenge, elsewhere.challenge]));
  for (const by of [house.sponsor, house.moderator, house.server.administrator])
    expect(await seen(by)).toContain(open.challenge);
  const { audience } = await house.colleague.expect(readChallenge, { params: { challenge: open.challenge } });
  expect(audience).toMatchObject({
    directorates: [{ name: 'Routes' }, { name: 'Solidarités' }],
    outsiders: [],
  });
});

test('[AU3] somebody invited by name takes part as anybody, credited with her own organisation', async () => {
  const hers = await newIdea(outsider, open.challenge, 'Prêter nos salles');
  const { credits } = await house.colleague.expect(readIdea, { params: { idea: hers } });
  expect(credits.originators).toEqual([
    { id: outsider.id, name: 'Oriane Exemple', directorate: 'Association Exemple' },
  ]);
  const { receipts } = await outsider.expect(listReceipts);
  expect(receipts.length).toBeGreaterThan(0);
  const query = { directorate: 'Association Exemple' };
  const list = await house.colleague.expect(listIdeas, { params: { challenge: open.challenge }, query });
  expect(list.ideas.map(({ id }) => id)).toEqual([hers]);
});

test('[DI8] people are found to be addressed only among those the challenge is for, and by those of the house', async () => {
  const { author, reader } = house;
  const found = async (by: Caller, words: string) =>
    (await by.expect(findMentionable, { params: { idea }, body: { words } })).people.map(({ id }) => id);
  const all = await found(author, 'exemple');
  expect(all).toEqual(expect.arrayContaining([house.colleague.id, reader.id]));
  expect(all).not.toContain(agent.id);
  expect(all).not.toContain(author.id);
  expect(await found(outsider, 'exemple')).toEqual([]);
  expect(await agent.call(findMentionable, { params: { idea }, body: { words: 'ex' } })).toMatchObject({
    failure: { code: 'not-found' },
  });
  const id = mintId('comment');
  const said = {
    id,
    kind: 'comment' as const,
    text: 'Pour Élise.',
    parent: null,
    mentions: [agent.id, reader.id],
  };
  const { comments } = await author.expect(commentOnIdea, { params: { idea }, body: said });
  expect(comments.find((comment) => comment.id === id)?.mentions.map((person) => person.id)).toEqual([
    reader.id,
  ]);
});

test('[AU3] what belongs to the agents’ own house is not there for somebody invited by name', async () => {
  for (const path of ['/api/notes', '/api/desk', '/api/people', '/api/directorates', '/api/mails'])
    expect(await refused(outsider, { method: 'GET', path })).toMatchObject({
      status: 404,
      failure: { code: 'not-found' },
    });
  expect(
    (await fetch(`${house.server.base}/api/me/ideas`, { headers: { cookie: outsider.cookie() } })).status,
  ).toBe(200);
});

test('[AU3] somebody invited by name knows it, and takes a wish about her own name back', async () => {
  expect((await outsider.expect(readSession)).me?.outside).toBe(true);
  expect((await agent.expect(readSession)).me?.outside).toBeUndefined();
  const asked = await outsider.expect(askNameChange, {
    body: { id: mintId('nameRequest'), change: { kind: 'erase' } },
  });
  const params = { request: asked.id };
  expect(await agent.call(cancelNameChange, { params, body: {} })).toMatchObject({ ok: false });
  await outsider.expect(cancelNameChange, { params, body: {} });
  expect(await outsider.call(cancelNameChange, { params, body: {} })).toMatchObject({
    failure: { code: 'already-answered' },
  });
});

test('[AU2] no text is joined, no news told, no notice or mail written to whom it is not for', async () => {
  const [outside, inside] = await Promise.all([openSocket(agent), openSocket(house.colleague)]);
  const heard: string[] = [];
  const follows: string[] = [];
  outside.socket.onAny((name: string, payload: { challenge?: string }) => {
    if (payload.challenge === open.challenge) heard.push(name);
  });
  inside.socket.onAny((name: string) => void follows.push(name));
  const joined = await outside.send(joinIdea, { idea, vector: new Uint8Array(), lease: 1 });
  expect(joined).toMatchObject({ ok: false, failure: { code: 'not-found' } });

  const said = { id: mintId('comment'), kind: 'comment', text: 'Voir Élise.', parent: null } as const;
  const toldOf = async (by: Caller) =>
    (await by.expect(listNotices)).notices
      .filter(({ challenge }) => challenge === open.challenge)
      .map(({ kind }) => kind);
  const before = await toldOf(agent);
  await house.author.expect(commentOnIdea, {
    params: { idea },
    body: { ...said, mentions: [agent.id, house.colleague.id] },
  });
  await newIdea(house.author, open.challenge, 'Baisser les stores');
  await expect
    .poll(() => follows)
    .toEqual(expect.arrayContaining([discussionChanged.name, 'idea:published']));
  // What everybody may hear still reaches her, and comes after what she did not hear.
  const anywhere = await newIdea(agent, elsewhere.challenge, 'Trier les câbles');
  await house.reader.expect(reboundOnIdea, {
    params: { idea: anywhere },
    body: { id: mintId('rebound'), text: 'Et les piles.' },
  });
  await expect.poll(() => follows.filter((name) => name === ideaChanged.name).length).toBeGreaterThan(0);
  expect(heard).toEqual([]);
  expect(await toldOf(agent)).toEqual(before);
  expect(await toldOf(house.colleague)).toContain('mentioned');
  outside.socket.disconnect();
  inside.socket.disconnect();
});

test('[AU4] whoever has a part in it stays, whatever the audience becomes', async () => {
  await limitTo(open.challenge, [solidarity]);
  const params = { idea };
  expect(await house.reader.call(readIdea, { params })).toMatchObject({ failure: { code: 'not-found' } });
  // She co-writes it.
  expect(await house.colleague.call(readIdea, { params })).toMatchObject({ ok: true });
  const { challenges } = await house.colleague.expect(listChallenges);
  expect(challenges.map(({ id }) => id)).toContain(open.challenge);
  const taken = { challenge: open.challenge, person: outsider.id };
  const released = await house.moderator.expect(releaseOutsider, { params: taken });
  expect(released.audience.outsiders).toEqual([]);
  expect(await outsider.call(readIdea, { params })).toMatchObject({ ok: true });
  await limitTo(open.challenge, [routes, solidarity]);
  expect(await house.reader.call(readIdea, { params })).toMatchObject({ ok: true });
});

test('[AU5] only its moderators say whom it is for, on the version they read, and an agent is no outsider', async () => {
  const { challenge } = open;
  const current = await house.moderator.expect(readChallenge, { params: { challenge } });
  const body = { directorates: null, version: current.version };
  expect(await house.colleague.call(setAudience, { params: { challenge }, body })).toMatchObject({
    failure: { code: 'not-allowed' },
  });
  const late = { ...body, version: current.version - 1 };
  expect(await house.moderator.call(setAudience, { params: { challenge }, body: late })).toMatchObject({
    failure: { code: 'stale-version', current: current.version },
  });
  const invented = { ...body, directorates: [mintId('directorate')] };
  expect(await house.moderator.call(setAudience, { params: { challenge }, body: invented })).toMatchObject({
    failure: { code: 'not-found', what: 'directorate' },
  });
  const row = { id: mintId('person'), name: 'Élise', organisation: 'Ailleurs', mail: agent.mail };
  expect(
    await house.moderator.call(inviteOutsiders, { params: { challenge }, body: { rows: [row] } }),
  ).toMatchObject({
    failure: { code: 'invalid-people', rows: [{ row: 1, reasons: ['mail-of-an-agent'] }] },
  });
  expect(await agent.call(readIdea, { params: { idea } })).toMatchObject({ failure: { code: 'not-found' } });
});

test('[AU1] a role in the challenge brings its holder in, and after a restart the door is as it was', async () => {
  const juror = { role: 'juror', challenge: open.challenge, directorate: null } as const;
  await house.server.restart();
  const again = { params: { idea } };
  expect(await agent.call(readIdea, again)).toMatchObject({ failure: { code: 'not-found' } });
  const typed = { title: 'Éteindre les écrans la nuit', except: [] };
  expect(await agent.call(findSimilar, { params: { challenge: open.challenge }, body: typed })).toMatchObject(
    {
      failure: { code: 'not-found' },
    },
  );
  await house.server.administrator.expect(grantRole, { params: { person: agent.id }, body: juror });
  // A role ends the sessions she had: she comes in by the link that came with it.
  await house.server.app.mailSettled();
  const mail = house.server.mails.findLast(({ to }) => to.includes(agent.mail));
  await agent.expect(signInWithLink, { body: { token: tokenOf(mail?.text ?? '') } });
  expect(await agent.call(listComments, again)).toMatchObject({ ok: true });
});
