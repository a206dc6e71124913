/** Suspending a challenge for so many working days, and going on: the deadlines it comes back with are said before. */
import { PAUSE_LIMIT, type Challenge } from '@butinerie/contracts';
import { endOfPause, hasRole, MODERATORS_PAUSE } from '@butinerie/domain';
import { useState } from 'react';
import { serverNow } from '../platform/clock.ts';
import { useFormats, useWords } from '../platform/language.tsx';
import { useSignedIn } from '../platform/session.tsx';
import { Button } from '../ui/button.tsx';
import { Select } from '../ui/field.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { useToast } from '../ui/toast.tsx';
import { usePauseChallenge, useResumeChallenge } from './queries.ts';
import { ReasonedDialog } from './reasoned-dialog.tsx';
import { words } from './course-words.ts';

interface OfChallenge {
  readonly challenge: Challenge;
}

export function PauseChallenge({ challenge }: OfChallenge) {
  const say = useWords(words);
  const toast = useToast();
  const { moment } = useFormats();
  const directs = hasRole(useSignedIn(), 'dgs');
  const { run, pending, failure } = usePauseChallenge();
  const { id, version, paused, closesAt } = challenge;
  const { timeZone } = closesAt;
  const from = paused ? new Date(paused.at) : new Date(serverNow());
  const lengths = Array.from({ length: directs ? PAUSE_LIMIT : MODERATORS_PAUSE }, (_, index) => index + 1)
    .map((days) => ({ days, end: endOfPause(from, days, timeZone) }))
    .filter(({ end }) => paused === null || end > new Date(paused.until));
  const [chosen, setChosen] = useState('');
  const length = lengths.find(({ days }) => String(days) === chosen) ?? lengths[0];
  if (length === undefined) return null;
  return (
    <ReasonedDialog
      say={{
        open: paused ? say.lengthen : say.pause,
        ask: paused ? say.lengthen : say.pauseAsk,
        yes: paused ? say.lengthen : say.pause,
        no: say.goBack,
      }}
      follows={say.pauseFollows}
      pending={pending}
      failure={failure}
      act={async (reason) => {
        const body = { reason, workingDays: length.days, version };
        const result = await run({ params: { challenge: id }, body });
        if (result.ok) toast({ text: say.pausedToast });
        return result.ok;
      }}
    >
      <Select
        label={say.pauseLength}
        {...(!directs && { hint: say.pauseLengthHint })}
        value={String(length.days)}
        onChange={setChosen}
        options={lengths.map(({ days, end }) => ({
          value: String(days),
          label: say.workingDays(days, moment({ instant: end.getTime(), timeZone })),
        }))}
      />
    </ReasonedDialog>
  );
}

export function ResumeChallenge({ challenge }: OfChallenge) {
  const say = useWords(words);
  const toast = useToast();
  const { run, pending, failure } = useResumeChallenge();
  const { id, version } = challenge;
  const resume = async (): Promise<void> => {
    const result = await run({ params: { challenge: id }, body: { version } });
    if (result.ok) toast({ text: say.resumedToast });
  };
  return (
    <div>
      <Button tone="primary" pending={pending} onClick={() => void resume()}>
        {say.resume}
      </Button>
      <FailureNotice failure={failure} />
    </div>
  );
}
