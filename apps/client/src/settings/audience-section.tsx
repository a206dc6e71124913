/** Whom the challenge is for: all agents, the agents of chosen directorates, or only the people invited by name. */
import { readChallenge, type Challenge, type DirectorateId } from '@butinerie/contracts';
import { useState } from 'react';
import { useWords } from '../platform/language.tsx';
import { refresh } from '../platform/query.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox, RadioCards } from '../ui/choices.tsx';
import { FailureNotice, Notice } from '../ui/notice.tsx';
import { Section } from '../ui/page.tsx';
import { Reading } from '../ui/reading.tsx';
import { useToast } from '../ui/toast.tsx';
import { useDirectorates, useSetAudience } from './queries.ts';
import css from './settings.module.css';
import { words } from './words.ts';

type Whom = 'everybody' | 'some' | 'invited';
const WHOM = ['everybody', 'some', 'invited'] as const;

function whomOf(directorates: readonly unknown[] | null): Whom {
  if (directorates === null) return 'everybody';
  return directorates.length === 0 ? 'invited' : 'some';
}

export function AudienceSection({ challenge }: { readonly challenge: Challenge }) {
  const say = useWords(words);
  const toast = useToast();
  const { run, pending, failure } = useSetAudience();
  const directoratesRead = useDirectorates();
  const { audience, id, version, phase } = challenge;
  const [whom, setWhom] = useState<Whom>(whomOf(audience.directorates));
  const [chosen, setChosen] = useState<readonly DirectorateId[]>(
    (audience.directorates ?? []).map((directorate) => directorate.id),
  );
  const wanted = whom === 'everybody' ? null : whom === 'invited' ? [] : chosen;
  const save = async (): Promise<void> => {
    const body = { directorates: wanted && [...wanted], version };
    const result = await run({ params: { challenge: id }, body });
    if (result.ok) toast({ text: say.saved });
    else if (result.failure.code === 'stale-version') refresh(readChallenge, { params: { challenge: id } });
  };
  return (
    <Section title={say.audienceTitle}>
      <p className={css.what}>{say.audienceWhat}</p>
      <RadioCards
        legend={say.audienceTitle}
        value={whom}
        onChange={setWhom}
        options={WHOM.map((value) => ({ value, label: say.whom[value], hint: say.whomHint[value] }))}
      />
      {whom === 'some' && (
        <Reading read={directoratesRead}>
          {({ directorates }) => (
            <fieldset className={css.many}>
              <legend>{say.whichDirectorates}</legend>
              {directorates.map((directorate) => (
                <Checkbox
                  key={directorate.id}
                  label={directorate.name}
                  checked={chosen.includes(directorate.id)}
                  onChange={(checked) =>
                    setChosen(
                      checked
                        ? [...chosen, directorate.id]
                        : chosen.filter((known) => known !== directorate.id),
                    )
                  }
                />
              ))}
            </fieldset>
          )}
        </Reading>
      )}
      {whom === 'some' && chosen.length === 0 && <Notice tone="warning">{say.nobodyChosen}</Notice>}
      {phase !== 'draft' && phase !== 'scheduled' && <p className={css.what}>{say.partsStay}</p>}
      <FailureNotice failure={failure} />
      <div>
        <Button
          tone="primary"
          pending={pending}
          disabled={whom === 'some' && chosen.length === 0}
          onClick={() => void save()}
        >
          {say.saveAudience}
        </Button>
      </div>
    </Section>
  );
}
