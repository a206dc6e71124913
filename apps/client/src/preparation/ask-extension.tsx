/** Asking for a later closing, with the date it would have: a sponsor agrees before anything moves. */
import { EXTENSION_LIMIT, type Challenge } from '@butinerie/contracts';
import { deadlinesAfterExtension, toInstant } from '@butinerie/domain';
import { useState } from 'react';
import { useFormats, useWords } from '../platform/language.tsx';
import { Select } from '../ui/field.tsx';
import { useToast } from '../ui/toast.tsx';
import { useAskExtension } from './queries.ts';
import { ReasonedDialog } from './reasoned-dialog.tsx';
import { words } from './course-words.ts';

/** Without the hours the clocks skip that day. */
function closingsAfter({ opensAt, ideasUntil, closesAt, decisionDueAt }: Challenge) {
  return Array.from({ length: EXTENSION_LIMIT }, (_, index) => index + 1).flatMap((days) => {
    const later = deadlinesAfterExtension({ opensAt, ideasUntil, closesAt, decisionDueAt }, days).closesAt;
    const read = toInstant(later);
    return read.ok ? [{ days, at: { instant: read.value.getTime(), timeZone: later.timeZone } }] : [];
  });
}

export function AskExtension({ challenge }: { readonly challenge: Challenge }) {
  const say = useWords(words);
  const toast = useToast();
  const { moment } = useFormats();
  const { run, pending, failure } = useAskExtension();
  const [chosen, setChosen] = useState('3');
  const { id, version } = challenge;
  return (
    <ReasonedDialog
      say={{ open: say.extend, ask: say.extendAsk, yes: say.extendYes, no: say.goBack }}
      follows={say.extendFollows}
      pending={pending}
      failure={failure}
      act={async (reason) => {
        const body = { days: Number(chosen), reason, version };
        const result = await run({ params: { challenge: id }, body });
        if (result.ok) toast({ text: say.extensionAsked });
        return result.ok;
      }}
    >
      <Select
        label={say.extendBy}
        value={chosen}
        onChange={setChosen}
        options={closingsAfter(challenge).map(({ days, at }) => ({
          value: String(days),
          label: say.calendarDays(days, moment(at)),
        }))}
      />
    </ReasonedDialog>
  );
}
