/** The roles of one person: what she holds and where, taking one back, giving another. */
import { readSession, type Challenge, type Grant, type Me, type PersonRecord } from '@butinerie/contracts';
import { isInstanceRole } from '@butinerie/domain';
import { useWords } from '../platform/language.tsx';
import { refresh } from '../platform/query.ts';
import { Button } from '../ui/button.tsx';
import { CardList, Entry } from '../ui/card.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { Reading } from '../ui/reading.tsx';
import { useToast } from '../ui/toast.tsx';
import { GiveRoleForm } from './give-role-form.tsx';
import css from './people.module.css';
import { useChallengesToStaff, useDirectorates, useRevokeRole } from './queries.ts';
import { mayTake } from './roles.ts';
import { words } from './words.ts';

export interface RolesDialogProps {
  readonly me: Me;
  readonly person: PersonRecord;
  readonly onClose: () => void;
}
export function RolesDialog({ me, person, onClose }: RolesDialogProps) {
  const say = useWords(words);
  return (
    <Dialog open title={say.rolesOf(person.name)} onClose={onClose}>
      <Reading read={useChallengesToStaff()}>
        {({ challenges }) => (
          <>
            <HeldRoles me={me} person={person} challenges={challenges} />
            <GiveRoleForm me={me} person={person} challenges={challenges} />
          </>
        )}
      </Reading>
    </Dialog>
  );
}

interface HeldRolesProps {
  readonly me: Me;
  readonly person: PersonRecord;
  readonly challenges: readonly Challenge[];
}
function HeldRoles({ me, person, challenges }: HeldRolesProps) {
  const say = useWords(words);
  const toast = useToast();
  const revoke = useRevokeRole();
  const describe = useDescribed(challenges);

  const take = async (grant: Grant): Promise<void> => {
    const result = await revoke.run({ params: { person: person.id }, body: grant });
    if (!result.ok) return;
    if (person.id === me.id) refresh(readSession);
    toast({ text: say.taken(person.name) });
  };
  if (person.grants.length === 0) return <p className={css.quiet}>{say.noRole}</p>;
  return (
    <>
      <CardList label={say.roles}>
        {person.grants.map((grant) => {
          const { what, where } = describe(grant);
          return (
            <Entry key={`${grant.role} ${grant.challenge} ${grant.directorate}`}>
              <div className={css.row}>
                <p>
                  <strong>{what}</strong>
                  <br />
                  <span className={css.quiet}>{where}</span>
                </p>
                {mayTake(me, person.id, grant) && (
                  <Button
                    tone="quiet"
                    aria-label={say.takeRole(what)}
                    pending={revoke.pending}
                    onClick={() => void take(grant)}
                  >
                    {say.take}
                  </Button>
                )}
              </div>
            </Entry>
          );
        })}
      </CardList>
      <FailureNotice failure={revoke.failure} />
    </>
  );
}

function useDescribed(challenges: readonly Challenge[]): (grant: Grant) => { what: string; where: string } {
  const say = useWords(words);
  const read = useDirectorates();
  const directorates = read.state === 'ready' ? read.value.directorates : [];
  return ({ role, challenge, directorate }) => {
    const answersFor = directorates.find(({ id }) => id === directorate)?.name;
    const question = challenges.find(({ id }) => id === challenge)?.question;
    const inOne = question === undefined ? say.anotherChallenge : say.inChallenge(question);
    return {
      what: answersFor === undefined ? say.role[role] : say.sponsorOf(answersFor),
      where: isInstanceRole(role) ? say.instance : challenge === null ? say.everywhere : inOne,
    };
  };
}
