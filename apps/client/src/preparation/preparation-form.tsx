/** Writing a challenge: kept on this device at every key, saved when asked, never lost to somebody else's version. */
import {
  QUESTION_LIMIT,
  readChallenge,
  type Challenge,
  type ChallengeId,
  type PersonRecord,
} from '@butinerie/contracts';
import { useState, type FormEvent } from 'react';
import { serverNow } from '../platform/clock.ts';
import { useKept } from '../platform/kept.ts';
import { useWords } from '../platform/language.tsx';
import { refresh } from '../platform/query.ts';
import { useSignedIn } from '../platform/session.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { TextArea } from '../ui/field.tsx';
import { FailureNotice, Notice } from '../ui/notice.tsx';
import { Page, Section } from '../ui/page.tsx';
import { StatusLine } from '../ui/status-line.tsx';
import { useToast } from '../ui/toast.tsx';
import { CancelChallenge } from './cancel-challenge.tsx';
import { ConflictNotice } from './conflict-notice.tsx';
import { DatesSection } from './dates-section.tsx';
import { FormatNotice, type ChosenFormat } from './format-notice.tsx';
import { formOf, newForm, questionProblem, recallForm, sameForm, timeBoxOf, type Form } from './form.ts';
import css from './preparation.module.css';
import { useDraftChallenge, useScheduleChallenge } from './queries.ts';
import { canSave, isAhead, readDates } from './read-dates.ts';
import { ScheduleSection } from './schedule-section.tsx';
import { missingIn } from './staff.ts';
import { TeamSection } from './team-section.tsx';
import { words } from './words.ts';

export interface PreparationFormProps {
  readonly id: ChallengeId;
  /** Null until it is saved for the first time. */
  readonly challenge: Challenge | null;
  readonly people: readonly PersonRecord[];
  /** Begun like this one. */
  readonly like?: Challenge;
  /** Begun with this format of the house. */
  readonly format?: ChosenFormat;
  readonly onSaved?: (challenge: Challenge) => void;
}
export function PreparationForm({ id, challenge, people, like, format, onSaved }: PreparationFormProps) {
  const say = useWords(words);
  const me = useSignedIn();
  const toast = useToast();
  const draft = useDraftChallenge();
  const schedule = useScheduleChallenge();
  const [kept, keep, settle] = useKept(`butinerie.preparation.${me.id}.${id}`, recallForm);
  const [resumed, setResumed] = useState(kept !== null);
  const [tried, setTried] = useState(false);
  const [proposed] = useState(() => ({
    ...newForm(new Date(serverNow()), format?.listed?.times),
    ...(like && { question: like.question, brief: like.brief }),
  }));

  const saved = challenge ? formOf(challenge) : proposed;
  const version = challenge?.version ?? 0;
  const form = kept?.form ?? saved;
  const dirty = kept !== null;
  const conflict = kept !== null && challenge !== null && kept.version !== challenge.version;
  const dates = readDates(form, new Date(serverNow()));
  const asked = questionProblem(form.question);
  const missing = challenge ? missingIn(challenge, form.question, people) : [];

  const change = (fields: Partial<Form>): void => {
    const next = { ...form, ...fields };
    // Typing something and taking it back is no change.
    keep(challenge && sameForm(next, saved) ? null : { form: next, version: kept?.version ?? version });
  };
  const save = async (): Promise<Challenge | null> => {
    setTried(true);
    if (asked !== null || !canSave(dates) || conflict) return null;
    const { question, brief } = form;
    const body = {
      question,
      brief,
      timeBox: timeBoxOf(form),
      version: kept?.version ?? version,
      ...(like && { like: like.id }),
      ...(format && { format: format.id }),
    };
    const result = await draft.run({ params: { challenge: id }, body });
    if (!result.ok) {
      if (result.failure.code === 'stale-version') refresh(readChallenge, { params: { challenge: id } });
      return null;
    }
    settle(kept, (typedSince) => ({ ...typedSince, version: result.value.version }));
    setResumed(false);
    setTried(false);
    onSaved?.(result.value);
    return result.value;
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (await save()) toast({ text: say.saved });
  };
  const program = async (said: { protectionChecked: boolean }): Promise<void> => {
    const current = dirty ? await save() : challenge;
    if (!current) return;
    const body = { version: current.version, ...said };
    const result = await schedule.run({ params: { challenge: id }, body });
    if (result.ok) toast({ text: say.scheduled });
    else if (result.failure.code === 'stale-version') refresh(readChallenge, { params: { challenge: id } });
  };
  const questionError = { empty: say.questionEmpty, long: say.questionLong };
  return (
    <Page
      kicker={challenge && say.kicker}
      title={challenge ? challenge.question : say.newTitle}
      now={challenge ? say.draftNow : say.deskNow}
    >
      {like && (
        <Notice title={say.likeTitle(like.question)}>
          <p>{say.likeWhat}</p>
        </Notice>
      )}
      {challenge === null && !like && <FormatNotice {...(format && { format })} />}
      {conflict && (
        <ConflictNotice
          mine={form}
          theirs={challenge}
          onKeepMine={() => keep({ form, version: challenge.version })}
          onTakeTheirs={() => keep(null)}
        />
      )}
      {resumed && dirty && !conflict && challenge && (
        <Notice title={say.resumed}>
          <p>{say.resumedWhat}</p>
          <div>
            <Button onClick={() => keep(null)}>{say.dropMine}</Button>
          </div>
        </Notice>
      )}
      <form className={css.form} noValidate onSubmit={(event) => void submit(event)}>
        <TextArea
          label={say.question}
          hint={say.questionHint}
          rows={2}
          limit={QUESTION_LIMIT}
          value={form.question}
          onChange={(question) => change({ question: question.replace(/\s*\n\s*/g, ' ') })}
          error={asked !== null && tried ? questionError[asked] : null}
        />
        <TextArea
          label={say.brief}
          hint={say.briefHint}
          optional
          rows={5}
          maxLength={10_000}
          value={form.brief}
          onChange={(brief) => change({ brief })}
        />
        <DatesSection form={form} dates={dates} onChange={change} />
        {draft.failure?.code !== 'stale-version' && <FailureNotice failure={draft.failure} />}
        {tried && (asked !== null || !canSave(dates)) && (
          <Notice live tone="warning">
            {say.mendFirst}
          </Notice>
        )}
        <ButtonRow>
          <Button type="submit" tone={dirty || !challenge ? 'primary' : 'secondary'} pending={draft.pending}>
            {say.save}
          </Button>
          {dirty && <StatusLine state="notSent">{say.notSaved}</StatusLine>}
        </ButtonRow>
      </form>
      {challenge ? (
        <>
          <TeamSection challenge={challenge} />
          {schedule.failure?.code !== 'stale-version' && <FailureNotice failure={schedule.failure} />}
          <ScheduleSection
            challenge={challenge}
            form={form}
            dates={dates}
            missing={missing}
            datesHold={isAhead(dates)}
            pending={schedule.pending || draft.pending}
            onSchedule={program}
          />
          {challenge.acts.includes('cancelChallenge') && <CancelChallenge challenge={challenge} />}
        </>
      ) : (
        <Section title={say.teamTitle}>
          <p className={css.what}>{say.saveFirst}</p>
        </Section>
      )}
    </Page>
  );
}
