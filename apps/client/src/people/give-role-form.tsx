/** Gives a person one more role: only what the rules let the reader hand on. */
import {
  readSession,
  type Challenge,
  type ChallengeId,
  type DirectorateId,
  type Me,
  type PersonRecord,
  type Role,
} from '@butinerie/contracts';
import { isInstanceRole } from '@butinerie/domain';
import { useState, type FormEvent } from 'react';
import { useWords } from '../platform/language.tsx';
import { refresh } from '../platform/query.ts';
import { Button } from '../ui/button.tsx';
import { Select } from '../ui/field.tsx';
import { FailureNotice, Notice } from '../ui/notice.tsx';
import { useToast } from '../ui/toast.tsx';
import { ChooseDirectorate } from './choose-directorate.tsx';
import { FirstRole } from './first-role.tsx';
import css from './people.module.css';
import { useGrantRole } from './queries.ts';
import { grantOf, holdsAlready, rolesToGive } from './roles.ts';
import { words } from './words.ts';

const EVERYWHERE = 'everywhere';

export interface GiveRoleFormProps {
  readonly me: Me;
  readonly person: PersonRecord;
  readonly challenges: readonly Challenge[];
}
export function GiveRoleForm({ me, person, challenges }: GiveRoleFormProps) {
  const say = useWords(words);
  const toast = useToast();
  const grant = useGrantRole();
  const places: (ChallengeId | null)[] = [null, ...challenges.map(({ id }) => id)];
  const reachable = places.filter(
    (place) => rolesToGive({ me, person: person.id, challenge: place }).length > 0,
  );
  const [place, setPlace] = useState<ChallengeId | null>(
    reachable.find((challenge) => challenge !== null) ?? null,
  );
  const [wanted, setWanted] = useState<Role>('moderator');
  const [directorate, setDirectorate] = useState<DirectorateId | null>(person.directorate?.id ?? null);
  const [missing, setMissing] = useState(false);
  const offered = rolesToGive({ me, person: person.id, challenge: place });
  const role = offered.includes(wanted) ? wanted : offered[0];
  if (role === undefined) return <p className={css.quiet}>{say.nothingToGive}</p>;

  const body = grantOf({ role, challenge: place, directorate });
  const held = holdsAlready(person.grants, body);
  const give = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setMissing(role === 'sponsor' && directorate === null);
    if (held || (role === 'sponsor' && directorate === null)) return;
    const result = await grant.run({ params: { person: person.id }, body });
    if (!result.ok) return;
    if (person.id === me.id) refresh(readSession);
    toast({ text: say.given(person.name, say.role[role]) });
  };
  return (
    <form className={css.give} noValidate onSubmit={(event) => void give(event)}>
      <h3>{say.giveRole}</h3>
      <Select
        label={say.which}
        value={role}
        onChange={(next) => setWanted(offered.find((each) => each === next) ?? role)}
        options={offered.map((each) => ({ value: each, label: say.role[each] }))}
      />
      {!isInstanceRole(role) && (
        <Select
          label={say.where}
          value={place ?? EVERYWHERE}
          onChange={(next) => setPlace(reachable.find((each) => each === next) ?? null)}
          options={reachable.map((each) => ({
            value: each ?? EVERYWHERE,
            label: challenges.find(({ id }) => id === each)?.question ?? say.everywhere,
          }))}
        />
      )}
      {role === 'sponsor' && (
        <ChooseDirectorate value={directorate} onChange={setDirectorate} missing={missing} />
      )}
      {held && <Notice>{say.held}</Notice>}
      <FirstRole person={person} />
      <FailureNotice failure={grant.failure} />
      <div>
        <Button type="submit" tone="primary" pending={grant.pending} disabled={held}>
          {say.give}
        </Button>
      </div>
    </form>
  );
}
