/** Binds the routes of who is speaking. */
import {
  ok,
  readSession,
  requestLink,
  setLanguage,
  setPassword,
  signInAsDemonstration,
  signInWithLink,
  signInWithPassword,
  signOut,
  type PersonId,
} from '@butinerie/contracts';
import { mailKey } from '@butinerie/domain';
import type { Notifications } from '../notifications/index.ts';
import { serve, serveAnyone, type Call } from '../platform/http.ts';
import { limiter } from '../platform/rates.ts';
import type { Kit } from './deps.ts';
import type { Edges } from './index.ts';
import { LINKS_FOR_A_MAILBOX, sendRequestedLink } from './request-link.ts';
import { meOf, sessionState } from './session-state.ts';
import * as signIn from './sign-in.ts';

/** A link cannot be guessed, a password can: those are counted per mailbox, and per address for many mailboxes. */
const REQUESTS = { points: 60, seconds: 60 };
const TRIES_PER_MAILBOX = {
  points: 10,
  seconds: 900,
  key: ({ body }: { body: { mail: string } }): string => mailKey(body.mail),
};

/** Generous: an office of hundreds may come through one address. */
const TRIES_PER_ADDRESS = { points: 300, seconds: 900 };

export function serveAccounts(
  kit: Kit,
  { http, realtime }: Edges,
  { notifications, later }: { notifications: Notifications; later: (work: Promise<void>) => void },
): void {
  const linksFor = limiter(LINKS_FOR_A_MAILBOX);
  const triesFrom = limiter(TRIES_PER_ADDRESS);
  serveAnyone(http, readSession, async ({ speaker }) => ok(await sessionState(kit, speaker?.person ?? null)));
  serveAnyone(http, signInWithLink, ({ body, request }) => signIn.signInWithLink(kit, body.token, request));
  serveAnyone(http, signInAsDemonstration, ({ body, request }) =>
    signIn.signInAsDemonstration(kit, body.person, request),
  );
  serveAnyone(
    http,
    signInWithPassword,
    async ({ body, request }) => {
      const tooOften = await triesFrom(request.ip);
      return tooOften ? { ok: false, failure: tooOften } : signIn.signInWithPassword(kit, body, request);
    },
    {
      rate: TRIES_PER_MAILBOX,
    },
  );
  serveAnyone(
    http,
    requestLink,
    async ({ body }) => {
      // Silently: being refused would tell that somebody asked before.
      if ((await linksFor(mailKey(body.mail))) === null)
        later(sendRequestedLink(kit, body.mail, notifications));
      return ok({ sent: 'if-known' as const });
    },
    { rate: REQUESTS },
  );

  serve(http, setPassword, async ({ body, speaker, request }) => {
    const ended = await signIn.setPassword(kit, speaker.person, {
      password: body.password,
      session: sessionOf(request),
    });
    if (!ended.ok) return ended;
    for (const session of ended.value) realtime.dropSession(session);
    return ok({ set: true as const });
  });
  serve(http, signOut, async ({ body, speaker, request }) => {
    for (const session of await endSessions(kit, {
      person: speaker.person,
      everywhere: body.everywhere,
      request,
    }))
      realtime.dropSession(session);
    request.forgetSession();
    return ok({ signedOut: true as const });
  });
  serve(http, setLanguage, async ({ body, speaker }) => {
    await kit.people.amend(speaker.person, { language: body.language });
    const person = await kit.people.byId(speaker.person);
    if (person === null) throw new Error('a speaker without person');
    return ok(await meOf(kit, person));
  });
}

function sessionOf(request: Call): string {
  if (request.session === null) throw new Error('a speaker without session');
  return request.session;
}

async function endSessions(
  kit: Kit,
  of: { person: PersonId; everywhere: boolean; request: Call },
): Promise<string[]> {
  if (of.everywhere) return kit.sessions.endAll(of.person);
  const session = sessionOf(of.request);
  await kit.sessions.end(session);
  return [session];
}
