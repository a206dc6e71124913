/** One role of one challenge to give: the list of people, and « Choisir » beside each. */
import type { DirectorateId, PersonRecord, Role } from '@butinerie/contracts';
import { mayGrantRole } from '@butinerie/domain';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useWords } from '../platform/language.tsx';
import { useSignedIn } from '../platform/session.tsx';
import { Button, ButtonRow, LinkButton } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Reading } from '../ui/reading.tsx';
import { useToast } from '../ui/toast.tsx';
import { ChooseDirectorate } from './choose-directorate.tsx';
import { byName } from './find-people.ts';
import { FirstRole } from './first-role.tsx';
import type { Giving } from './giving.ts';
import { PeopleList } from './people-list.tsx';
import { useChallengesToStaff, useGrantRole, usePeople } from './queries.ts';
import { grantOf, holdsAlready, speakerOf } from './roles.ts';
import { words } from './words.ts';

const of = (told: Readonly<Partial<Record<string, string>>>, role: Role): string | undefined => told[role];

export function GivingPage({ giving: { role, challenge } }: { readonly giving: Giving }) {
  const say = useWords(words);
  const me = useSignedIn();
  const read = usePeople();
  const challenges = useChallengesToStaff();
  const [chosen, setChosen] = useState<PersonRecord | null>(null);
  const question =
    challenges.state === 'ready'
      ? challenges.value.challenges.find(({ id }) => id === challenge)?.question
      : undefined;

  const canHold = ({ id, grants }: PersonRecord): boolean => {
    const grant = grantOf({ role, challenge, directorate: null });
    return (
      mayGrantRole(speakerOf(me), { person: id, grant }) &&
      // Somebody may answer for two directorates; any other role is held once.
      (role === 'sponsor' || !holdsAlready(grants, grant))
    );
  };
  return (
    <Page
      width="wide"
      kicker={question}
      title={of(say.giving.title, role) ?? say.giving.other}
      now={of(say.giving.what, role) ?? say.giving.otherWhat}
      acts={
        <div>
          <LinkButton to={`/preparer/${challenge}`} icon="back">
            {say.giving.back}
          </LinkButton>
        </div>
      }
    >
      <Reading read={read}>
        {({ people }) => (
          <PeopleList
            people={people.toSorted(byName)}
            act={(person) =>
              canHold(person) && (
                <Button
                  aria-label={say.giving.chooseWho(person.name)}
                  aria-haspopup="dialog"
                  onClick={() => setChosen(person)}
                >
                  {say.giving.choose}
                </Button>
              )
            }
          />
        )}
      </Reading>
      {chosen && (
        <GiveDialog
          key={chosen.id}
          person={chosen}
          giving={{ role, challenge }}
          onClose={() => setChosen(null)}
        />
      )}
    </Page>
  );
}

interface GiveDialogProps {
  readonly person: PersonRecord;
  readonly giving: Giving;
  readonly onClose: () => void;
}
function GiveDialog({ person, giving: { role, challenge }, onClose }: GiveDialogProps) {
  const say = useWords(words);
  const toast = useToast();
  const navigate = useNavigate();
  const grant = useGrantRole();
  const [directorate, setDirectorate] = useState<DirectorateId | null>(person.directorate?.id ?? null);
  const [missing, setMissing] = useState(false);

  const give = async (): Promise<void> => {
    if (role === 'sponsor' && directorate === null) return setMissing(true);
    const body = grantOf({ role, challenge, directorate });
    const result = await grant.run({ params: { person: person.id }, body });
    if (!result.ok) return undefined;
    toast({ text: say.given(person.name, say.role[role]) });
    await navigate(`/preparer/${challenge}`);
    return undefined;
  };
  return (
    <Dialog
      open
      title={say.giving.who(person.name, say.role[role])}
      onClose={onClose}
      footer={
        <ButtonRow>
          <Button tone="primary" pending={grant.pending} onClick={() => void give()}>
            {say.give}
          </Button>
        </ButtonRow>
      }
    >
      <p>{of(say.giving.what, role) ?? say.giving.otherWhat}</p>
      {role === 'sponsor' && (
        <ChooseDirectorate
          value={directorate}
          onChange={(next) => {
            setDirectorate(next);
            setMissing(false);
          }}
          missing={missing}
        />
      )}
      <FirstRole person={person} />
      <FailureNotice failure={grant.failure} />
    </Dialog>
  );
}
