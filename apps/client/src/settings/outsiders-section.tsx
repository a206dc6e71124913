/** People of other organisations, invited to this challenge by name: who is, one more, one less. */
import { mintId, readChallenge, type Challenge, type PersonId } from '@butinerie/contracts';
import { useState, type FormEvent } from 'react';
import { useWords } from '../platform/language.tsx';
import { refresh } from '../platform/query.ts';
import { Button } from '../ui/button.tsx';
import { CardList, Entry } from '../ui/card.tsx';
import { TextField } from '../ui/field.tsx';
import { FailureNotice, Notice } from '../ui/notice.tsx';
import { Section } from '../ui/page.tsx';
import { PersonName } from '../ui/person-name.tsx';
import { useToast } from '../ui/toast.tsx';
import { useInviteOutsiders, useReleaseOutsider } from './queries.ts';
import css from './settings.module.css';
import { words } from './words.ts';

interface OfChallenge {
  readonly challenge: Challenge;
}

export function OutsidersSection({ challenge }: OfChallenge) {
  const say = useWords(words);
  const toast = useToast();
  const { run, pending, failure } = useReleaseOutsider();
  const { outsiders } = challenge.audience;
  const release = async (person: PersonId): Promise<void> => {
    const result = await run({ params: { challenge: challenge.id, person } });
    if (result.ok) toast({ text: say.released });
  };
  return (
    <Section title={say.outsidersTitle}>
      <p className={css.what}>{say.outsidersWhat}</p>
      {outsiders.length > 0 && (
        <CardList label={say.outsidersTitle}>
          {outsiders.map((person) => (
            <Entry key={person.id}>
              <div className={css.row}>
                <PersonName person={person} directorate />
                <Button
                  pending={pending}
                  aria-label={say.releaseNamed(person.name)}
                  onClick={() => void release(person.id)}
                >
                  {say.release}
                </Button>
              </div>
            </Entry>
          ))}
        </CardList>
      )}
      <FailureNotice failure={failure} />
      <InviteForm challenge={challenge} />
    </Section>
  );
}

const EMPTY = { name: '', organisation: '', mail: '' };

function InviteForm({ challenge: { id } }: OfChallenge) {
  const say = useWords(words);
  const toast = useToast();
  const { run, pending, failure } = useInviteOutsiders();
  const [typed, setTyped] = useState(EMPTY);
  // The same until it is taken: a retry invites the same person.
  const [person, setPerson] = useState(() => mintId('person'));
  const [tried, setTried] = useState(false);
  const { name, organisation, mail } = typed;
  const isAgent =
    failure?.code === 'invalid-people' &&
    failure.rows.some(({ reasons }) => reasons.includes('mail-of-an-agent'));
  const invite = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (name.trim() === '' || organisation.trim() === '') return;
    const row = { id: person, name, organisation, mail: mail.trim() === '' ? null : mail.trim() };
    const result = await run({ params: { challenge: id }, body: { rows: [row] } });
    if (!result.ok) {
      if (result.failure.code === 'stale-version') refresh(readChallenge, { params: { challenge: id } });
      return;
    }
    toast({ text: row.mail === null ? say.invitedOnPaper(name.trim()) : say.invited(name.trim()) });
    setTyped(EMPTY);
    setPerson(mintId('person'));
    setTried(false);
  };
  return (
    <form className={css.form} noValidate onSubmit={(event) => void invite(event)}>
      <h3>{say.inviteTitle}</h3>
      <TextField
        label={say.name}
        value={name}
        maxLength={120}
        onChange={(next) => setTyped({ ...typed, name: next })}
        error={tried && name.trim() === '' ? say.nameMissing : null}
      />
      <TextField
        label={say.organisation}
        hint={say.organisationHint}
        value={organisation}
        maxLength={120}
        onChange={(next) => setTyped({ ...typed, organisation: next })}
        error={tried && organisation.trim() === '' ? say.organisationMissing : null}
      />
      <TextField
        type="email"
        label={say.mail}
        hint={say.mailHint}
        optional
        value={mail}
        maxLength={254}
        onChange={(next) => setTyped({ ...typed, mail: next })}
        error={isAgent ? say.mailOfAgent : null}
      />
      {!isAgent && <FailureNotice failure={failure} />}
      {isAgent && (
        <Notice live tone="warning">
          {say.mailOfAgent}
        </Notice>
      )}
      <div>
        <Button type="submit" pending={pending} icon="plus">
          {say.invite}
        </Button>
      </div>
    </form>
  );
}
