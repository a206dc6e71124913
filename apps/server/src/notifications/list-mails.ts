/** The mail page. A mail opens a door: its link is shown only to whom the rules let hold it. */
import { ok, refuse, type Failure, type Mail, type MailId, type Result } from '@butinerie/contracts';
import { mayHandSignInLink, maySeeMails } from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import { tokensIn, withoutSecrets } from './compose-mail.ts';
import type { Kit } from './deps.ts';

const MOST = 500;

export async function listMails(
  kit: Kit,
  by: Speaker,
): Promise<Result<{ mails: Mail[] }, Failure<'not-allowed'>>> {
  if (!maySeeMails(by))
    return refuse('not-allowed', { act: 'listMails', why: 'moderators-and-administrators' });
  const rows = await kit.outbox.latestWritten(MOST);
  const grants = await kit.grantsOf(rows.map(({ person }) => person));
  const tokens = new Map(rows.map(({ _id, written }) => [_id, written === null ? [] : tokensIn(written)]));
  const open = await kit.people.openLinks([...tokens.values()].flat());
  const isOver = (id: MailId): boolean => {
    const links = tokens.get(id) ?? [];
    return links.length > 0 && !links.some((token) => open.has(token));
  };
  return ok({
    mails: rows.flatMap(({ _id, person, written, createdAt, sentAt, state, sealed = false }): Mail[] => {
      if (written === null || state === 'gathering') return [];
      if (sealed && person !== by.person) return [];
      const mayHold = mayHandSignInLink(by, { person, grants: grants.get(person) ?? [] });
      const { to, subject, text, html, files = [] } = mayHold ? written : withoutSecrets(written);
      const names = files.map(({ name }) => name);
      return [
        {
          id: _id,
          to,
          subject,
          text,
          html,
          files: names,
          at: (sentAt ?? createdAt).toISOString(),
          state,
          linkOver: isOver(_id),
        },
      ];
    }),
  });
}
