/** What is missing before scheduling, each with the way to it; when nothing is, the act and what follows from it. */
import type { Challenge } from '@butinerie/contracts';
import type { Missing } from '@butinerie/domain';
import { useState } from 'react';
import { Link } from 'react-router';
import { useFormats, useWords } from '../platform/language.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Section } from '../ui/page.tsx';
import { localTimeOf, type Form } from './form.ts';
import css from './preparation.module.css';
import type { ReadDates } from './read-dates.ts';
import { giveRoleAt } from './team-section.tsx';
import { words } from './words.ts';

const ROLE_OF: Readonly<Partial<Record<Missing, string>>> = {
  sponsor: 'sponsor',
  moderator: 'moderator',
  jurors: 'juror',
};

export interface ScheduleSectionProps {
  readonly challenge: Challenge;
  readonly form: Form;
  readonly dates: ReadDates;
  readonly missing: readonly Missing[];
  readonly datesHold: boolean;
  readonly pending: boolean;
  readonly onSchedule: () => Promise<void>;
}
export function ScheduleSection(props: ScheduleSectionProps) {
  const { challenge, missing, datesHold, pending, onSchedule } = props;
  const say = useWords(words);
  const [asked, setAsked] = useState(false);
  const count = missing.length + (datesHold ? 0 : 1);
  if (count > 0)
    return (
      <Section title={say.scheduleTitle}>
        <p>{say.missingTitle(count)}</p>
        <ul>
          {missing.map((each) => {
            const role = ROLE_OF[each];
            return (
              <li key={each}>
                {say.missing[each]} {role && <Link to={giveRoleAt(role, challenge.id)}>{say.giveRole}</Link>}
              </li>
            );
          })}
          {!datesHold && <li>{say.missingDates}</li>}
        </ul>
      </Section>
    );
  return (
    <Section title={say.scheduleTitle}>
      <p>{say.ready}</p>
      <div>
        <Button tone="primary" aria-haspopup="dialog" onClick={() => setAsked(true)}>
          {say.schedule}
        </Button>
      </div>
      <Dialog
        open={asked}
        title={say.scheduleAsk}
        onClose={() => setAsked(false)}
        footer={
          <ButtonRow>
            <Button
              tone="primary"
              pending={pending}
              onClick={() => void onSchedule().then(() => setAsked(false))}
            >
              {say.scheduleYes}
            </Button>
            <Button onClick={() => setAsked(false)}>{say.back}</Button>
          </ButtonRow>
        }
      >
        <WhatFollows {...props} />
      </Dialog>
    </Section>
  );
}

function WhatFollows({ form, dates }: ScheduleSectionProps) {
  const say = useWords(words);
  const { moment } = useFormats();
  const at = (field: 'opensAt' | 'ideasUntil' | 'closesAt'): string =>
    moment({ instant: dates[field].instant?.getTime() ?? 0, timeZone: localTimeOf(form, field).timeZone });
  return (
    <>
      <p className={css.asked}>{form.question}</p>
      <p>
        {say.scheduleFollows({ opens: at('opensAt'), ideasUntil: at('ideasUntil'), closes: at('closesAt') })}
      </p>
      <p>{say.scheduleTold}</p>
      <p>{say.scheduleFixed}</p>
    </>
  );
}
