/** Binds the routes of lists, invitations, slips and roles. */
import {
  grantRole,
  invitePeople,
  listDirectorates,
  listPeople,
  ok,
  previewPeople,
  printSlips,
  revokeRole,
} from '@butinerie/contracts';
import type { MailsToMany, Notifications } from '../notifications/index.ts';
import { serve } from '../platform/http.ts';
import { giveRole, takeRole } from './change-role.ts';
import type { Kit } from './deps.ts';
import type { Edges } from './index.ts';
import { invitePeople as invite } from './invite-people.ts';
import { listPeople as list } from './list-people.ts';
import { previewPeople as preview } from './preview-people.ts';
import { printSlips as print } from './print-slips.ts';

export function servePeople(
  kit: Kit,
  { http, realtime }: Edges,
  { notifications }: { notifications: Notifications & MailsToMany },
): void {
  const changed = (person: string): void => realtime.reconnectPerson(person);
  const ended = (session: string): void => realtime.dropSession(session);

  serve(http, previewPeople, ({ body, speaker }) => preview(kit, body.source, speaker), {
    rate: { points: 30, seconds: 60 },
  });
  serve(http, invitePeople, async ({ body, speaker }) => {
    const invited = await invite(kit, body, { by: speaker, notifications });
    if (invited.ok && invited.value.mails > 0) notifications.announce([]);
    return invited;
  });
  serve(http, listPeople, ({ speaker }) => list(kit, speaker));
  serve(http, printSlips, ({ body, speaker }) => print(kit, body.people, speaker));
  serve(http, grantRole, ({ params, body, speaker }) =>
    giveRole(kit, { person: params.person, grant: body }, { by: speaker, changed, ended, notifications }),
  );
  serve(http, revokeRole, ({ params, body, speaker }) =>
    takeRole(kit, { person: params.person, grant: body }, { by: speaker, changed }),
  );
  serve(http, listDirectorates, async () => ok({ directorates: await kit.directorates.all() }));
}
