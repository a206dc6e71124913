/** Whom the challenge is for: all agents, the agents of chosen directorates, or only the people invited by name. */
import { directorateId, type Challenge, type DirectorateId } from '@butinerie/contracts';
import { useWords } from '../platform/language.tsx';
import { Button } from '../ui/button.tsx';
import { Checkbox, RadioCards } from '../ui/choices.tsx';
import { FailureNotice, Notice } from '../ui/notice.tsx';
import { Section } from '../ui/page.tsx';
import { Reading } from '../ui/reading.tsx';
import { PartState } from './part-state.tsx';
import { useDirectorates, useSetAudience } from './queries.ts';
import css from './settings.module.css';
import { usePart, useSaved } from './use-part.ts';
import { words } from './words.ts';

type Whom = 'everybody' | 'some' | 'invited';
const WHOM = ['everybody', 'some', 'invited'] as const;

interface Wanted {
  readonly whom: Whom;
  readonly chosen: readonly DirectorateId[];
}
const isDirectorate = (id: unknown): id is DirectorateId => directorateId.safeParse(id).success;
function recall(raw: unknown): Wanted | null {
  if (typeof raw !== 'object' || raw === null) return null;
  const { whom, chosen } = raw as Partial<Record<keyof Wanted, unknown>>;
  const known = WHOM.find((each) => each === whom);
  return known !== undefined && Array.isArray(chosen) && chosen.every(isDirectorate)
    ? { whom: known, chosen }
    : null;
}

function whomOf(directorates: readonly unknown[] | null): Whom {
  if (directorates === null) return 'everybody';
  return directorates.length === 0 ? 'invited' : 'some';
}

const wantedOf = ({ audience: { directorates } }: Challenge): Wanted => ({
  whom: whomOf(directorates),
  chosen: (directorates ?? []).map(({ id }) => id),
});

export function AudienceSection({ challenge }: { readonly challenge: Challenge }) {
  const say = useWords(words);
  const { run, pending, failure } = useSetAudience();
  const directoratesRead = useDirectorates();
  const { audience, id, version, phase } = challenge;
  const part = usePart<Wanted>({ name: 'audience', challenge: id }, wantedOf(challenge), recall);
  const { whom, chosen } = part.value;
  const setWhom = (next: Whom): void => part.change({ ...part.value, whom: next });
  const setChosen = (next: readonly DirectorateId[]): void => part.change({ ...part.value, chosen: next });
  const names = new Map(
    [
      ...(audience.directorates ?? []),
      ...(directoratesRead.state === 'ready' ? directoratesRead.value.directorates : []),
    ].map((directorate) => [directorate.id, directorate.name]),
  );
  const linesOf = (wantedBy: Wanted): readonly string[] =>
    wantedBy.whom === 'some'
      ? wantedBy.chosen.map((directorate) => names.get(directorate) ?? say.notInList)
      : [say.whom[wantedBy.whom]];
  const wanted = whom === 'everybody' ? null : whom === 'invited' ? [] : chosen;
  const saved = useSaved(part, wantedOf);
  const save = async (): Promise<void> => {
    const body = { directorates: wanted && [...wanted], version };
    saved(await run({ params: { challenge: id }, body }), id);
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
      <PartState part={part} linesOf={linesOf} />
      <FailureNotice failure={part.theirs === null ? failure : null} />
      <div>
        <Button
          tone="primary"
          pending={pending}
          disabled={(whom === 'some' && chosen.length === 0) || part.theirs !== null}
          onClick={() => void save()}
        >
          {say.saveAudience}
        </Button>
      </div>
    </Section>
  );
}
