/** What the invitation did, and what is left to do: slips for those without a mailbox, mails where nothing is sent. */
import { useWords } from '../platform/language.tsx';
import { useInstance } from '../platform/session.tsx';
import { ButtonRow, LinkButton } from '../ui/button.tsx';
import { Page } from '../ui/page.tsx';
import type { Report } from './invite-page.tsx';
import { words } from './words.ts';

export function InvitationReport({ report }: { readonly report: Report }) {
  const say = useWords(words);
  const { mailPage } = useInstance();
  const { invited, mails, withoutMailbox, leftAside, sent } = report;
  const slips = withoutMailbox.length;
  return (
    <Page
      title={say.done}
      now={say.report({ invited, mails, withoutMailbox: slips })}
      acts={
        <ButtonRow>
          {slips > 0 && (
            <LinkButton to="/personnes/feuillets" state={{ people: withoutMailbox }} tone="primary">
              {say.printTheirs(slips)}
            </LinkButton>
          )}
          {mailPage && mails > 0 && <LinkButton to="/courriels">{say.readMails}</LinkButton>}
          <LinkButton to="/personnes" tone={slips > 0 ? 'secondary' : 'primary'}>
            {say.seePeople}
          </LinkButton>
        </ButtonRow>
      }
    >
      {leftAside > 0 && <p>{say.leftAside(leftAside)}</p>}
      {!sent && <p>{say.mailsLater}</p>}
    </Page>
  );
}
