/** Who is invited, with which roles; and, asked by another page, whom to give a role to. */
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useWords } from '../platform/language.tsx';
import { useSignedIn } from '../platform/session.tsx';
import { Button, ButtonRow, LinkButton } from '../ui/button.tsx';
import { EmptyState } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Reading } from '../ui/reading.tsx';
import { byName } from './find-people.ts';
import { givingOf } from './giving.ts';
import { GivingPage } from './giving-page.tsx';
import { ForStaff } from './for-staff.tsx';
import { PeopleList } from './people-list.tsx';
import { RolesDialog } from './roles-dialog.tsx';
import { usePeople } from './queries.ts';
import { words } from './words.ts';

export function PeoplePage() {
  const [search] = useSearchParams();
  const giving = givingOf(search);
  return <ForStaff>{giving ? <GivingPage giving={giving} /> : <InvitedPage />}</ForStaff>;
}

function InvitedPage() {
  const say = useWords(words);
  const me = useSignedIn();
  const read = usePeople();
  const [opened, setOpened] = useState<string | null>(null);
  const people = read.state === 'ready' ? read.value.people : [];
  const unopened = people.filter(({ lastSeenAt }) => lastSeenAt === null).length;
  const withoutMailbox = people.filter(({ mail }) => mail === null).length;
  const person = people.find(({ id }) => id === opened);
  return (
    <Page
      width="wide"
      title={say.title}
      now={people.length > 1 && say.now(people.length, unopened, withoutMailbox)}
      acts={
        <ButtonRow>
          <LinkButton to="/personnes/inviter" tone="primary" icon="plus">
            {say.invite}
          </LinkButton>
          <LinkButton to="/personnes/feuillets">{say.slipsToPrint}</LinkButton>
        </ButtonRow>
      }
    >
      <Reading read={read}>
        {({ people: all }) =>
          all.length === 0 ? (
            <EmptyState title={say.empty}>{say.emptyWhat}</EmptyState>
          ) : (
            <PeopleList
              people={all.toSorted(byName)}
              act={({ id, name }) => (
                <Button aria-label={say.rolesOf(name)} aria-haspopup="dialog" onClick={() => setOpened(id)}>
                  {say.roles}
                </Button>
              )}
            />
          )
        }
      </Reading>
      {person && <RolesDialog key={person.id} me={me} person={person} onClose={() => setOpened(null)} />}
    </Page>
  );
}
