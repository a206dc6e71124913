/** The one act: who leads the work, what is promised, by when. Nothing typed is ever lost to a refusal. */
import type { Directorate, IdeaPage, PersonRef } from '@butinerie/contracts';
import { useRef, useState } from 'react';
import { serverNow } from '../platform/clock.ts';
import { useKept } from '../platform/kept.ts';
import { useFormats, useWords } from '../platform/language.tsx';
import { useSignedIn } from '../platform/session.tsx';
import { Button } from '../ui/button.tsx';
import { Select, TextArea, TextField } from '../ui/field.tsx';
import { FailureNotice, Notice } from '../ui/notice.tsx';
import css from './adoption.module.css';
import { Article, Dates, NamesThatStay, WhatIsFixed } from './articles.tsx';
import {
  recallAdoption,
  bodyOf,
  datesFrom,
  emptyDraft,
  missingIn,
  type DraftField,
} from './draft-adoption.ts';
import { PersonPicker } from './person-picker.tsx';
import { useAdoptIdea } from './queries.ts';
import { TheIdea } from './the-idea.tsx';
import { words } from './words.ts';

export const draftKey = (person: string, idea: string): string => `butinerie.adoption.${person}.${idea}`;

export interface AdoptionFormProps {
  readonly idea: IdeaPage;
  readonly directorates: readonly Directorate[];
  readonly pilots: readonly PersonRef[];
  readonly onAdopted: () => void;
}

export function AdoptionForm({ idea, directorates, pilots, onAdopted }: AdoptionFormProps) {
  const say = useWords(words);
  const { day, list } = useFormats();
  const me = useSignedIn();
  const dates = datesFrom(serverNow());
  const only = directorates.length === 1 ? directorates[0]?.id : undefined;
  const [kept, keep] = useKept(draftKey(me.id, idea.id), recallAdoption);
  const typed = kept ?? emptyDraft(only ?? '', dates);
  // Kept while answering for another directorate, perhaps.
  const draft = directorates.some(({ id }) => id === typed.directorate)
    ? typed
    : { ...typed, directorate: only ?? '' };
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  const { run, pending, failure, clear } = useAdoptIdea();

  const missing = missingIn(draft, dates);
  const wrong = (field: DraftField): string | null =>
    (tried && missing.includes(field)) || (field === 'dueOn' && failure?.code === 'invalid-dates')
      ? say.fieldMissing[field]
      : null;
  const set = (field: DraftField) => (value: string) => {
    keep({ ...draft, [field]: value });
    clear();
  };
  const adopt = async (): Promise<void> => {
    setTried(true);
    const body = missing.length === 0 ? bodyOf(draft) : null;
    if (!body) {
      // After the fields have been drawn with what is wrong in them.
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    const result = await run({ params: { idea: idea.id }, body });
    if (!result.ok) return;
    keep(null);
    onAdopted();
  };

  const names = list(idea.credits.originators.map(({ name }) => name));
  return (
    <div className={css.sheet} ref={form}>
      <TheIdea idea={idea} />
      <Article title={say.promiseTitle}>
        <p>{say.promiseLead}</p>
        <ul>
          <li>{say.promiseAnswer}</li>
          <li>{say.promisePilot}</li>
          <li>{say.promiseAssociate(names)}</li>
          <li>{say.promiseSay}</li>
        </ul>
        <div className={css.fields}>
          {directorates.length > 1 && (
            <Select
              label={say.directorate}
              value={draft.directorate}
              onChange={set('directorate')}
              options={[
                { value: '', label: '—' },
                ...directorates.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              error={wrong('directorate')}
            />
          )}
          <PersonPicker
            label={say.pilotField}
            hint={say.pilotHint}
            people={pilots}
            value={draft.pilot}
            onChange={set('pilot')}
            error={wrong('pilot')}
          />
          <TextArea
            label={say.promiseField}
            hint={say.promiseHint}
            value={draft.promise}
            onChange={set('promise')}
            error={wrong('promise')}
          />
          <TextField
            label={say.milestoneField}
            hint={say.milestoneHint}
            value={draft.milestone}
            onChange={set('milestone')}
            error={wrong('milestone')}
          />
          <div className={css.short}>
            <TextField
              label={say.milestoneDate}
              hint={say.milestoneDateHint(day(dates.dueOn))}
              type="date"
              min={dates.today}
              max={dates.dueOn}
              value={draft.dueOn}
              onChange={set('dueOn')}
              error={wrong('dueOn')}
            />
          </div>
          <div className={css.short}>
            <TextField
              label={say.halfDaysField}
              hint={say.halfDaysHint}
              inputMode="numeric"
              value={draft.halfDays}
              onChange={set('halfDays')}
              error={wrong('halfDays')}
            />
          </div>
        </div>
      </Article>
      <NamesThatStay credits={idea.credits} />
      <Dates
        today={dates.today}
        adoptedOn={dates.today}
        sure={false}
        milestone={missing.includes('dueOn') ? null : draft.dueOn}
        dueOn={dates.dueOn}
        answerBy={dates.answerBy}
        answersNames={idea.credits.originators[0]?.name ?? names}
      />
      <WhatIsFixed />
      <div className={css.sign}>
        <h2>{say.recapTitle}</h2>
        {missing.length > 0 ? (
          <div role={tried ? 'status' : undefined}>
            <p className={css.quiet}>
              {say.recapIncomplete} {list(missing.map((field) => say.missing[field]))}.
            </p>
          </div>
        ) : (
          <p>
            {say.recap({
              directorate: directorates.find(({ id }) => id === draft.directorate)?.name ?? '',
              title: idea.seal?.title ?? idea.title,
              pilot: pilots.find(({ id }) => id === draft.pilot)?.name ?? '',
              milestone: draft.milestone,
              dueOn: day(draft.dueOn),
              halfDays: Number(draft.halfDays),
            })}
          </p>
        )}
        {failure?.code === 'already-adopted' ? (
          <Notice live tone="warning" title={say.otherWasFirst}>
            <p>{say.otherWasFirstWhat}</p>
          </Notice>
        ) : (
          failure?.code !== 'invalid-dates' && <FailureNotice failure={failure} />
        )}
        <Button tone="primary" pending={pending} onClick={() => void adopt()}>
          {say.adopt}
        </Button>
        <p className={css.quiet}>{say.keptHere}</p>
      </div>
    </div>
  );
}
