/** What is missing before scheduling, each with the way to it; when nothing is, the act and what follows from it. */
import type { Challenge } from '@butinerie/contracts';
import type { Missing } from '@butinerie/domain';
import { useState } from 'react';
import { Link } from 'react-router';
import { useFormats, useWords } from '../platform/language.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { Checkbox } from '../ui/choices.tsx';
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
  readonly onSchedule: (said: { protectionChecked: boolean }) => Promise<void>;
}
export function ScheduleSection(props: ScheduleSectionProps) {
  const { challenge, missing, datesHold, pending, onSchedule } = props;
  const say = useWords(words);
  const [asked, setAsked] = useState(false);
  const [checked, setChecked] = useState(false);
  // Said here, it is sent with the act: nobody has to come back for it.
  const left = missing.filter((each) => each !== 'protection' || !checked);
  const count = left.length + (datesHold ? 0 : 1);
  const protection = missing.includes('protection') && (
    <div>
      <Checkbox label={say.protectionChecked} checked={checked} onChange={setChecked} />
      <Link to={`/defis/${challenge.id}/imprimer/donnees`}>{say.protectionNote}</Link>
    </div>
  );
  if (count > 0)
    return (
      <Section title={say.scheduleTitle}>
        <p>{say.missingTitle(count)}</p>
        <ul>
          {left.map((each) => {
            const role = ROLE_OF[each];
            return (
              <li key={each}>
                {say.missing[each]} {role && <Link to={giveRoleAt(role, challenge.id)}>{say.giveRole}</Link>}
              </li>
            );
          })}
          {!datesHold && <li>{say.missingDates}</li>}
        </ul>
        {protection}
        <Besides challenge={challenge} />
      </Section>
    );
  return (
    <Section title={say.scheduleTitle}>
      <p>{say.ready}</p>
      {protection}
      <Besides challenge={challenge} />
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
              onClick={() => void onSchedule({ protectionChecked: checked }).then(() => setAsked(false))}
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

/** What nothing waits for, and is better done before: the commitment, the charter, the officer's word. */
function Besides({ challenge }: Pick<ScheduleSectionProps, 'challenge'>) {
  const say = useWords(words);
  const { day } = useFormats();
  const { id, protection } = challenge;
  return (
    <ul>
      {protection && (
        <li>{say.protectionHeld(protection.how, protection.by?.name ?? '', day(protection.at))}</li>
      )}
      <li>
        {say.commitmentBeside} <Link to={`/defis/${id}/engagement`}>{say.commitmentRead}</Link>
      </li>
      <li>
        {say.charterBeside} <Link to="/charte">{say.charterRead}</Link>
      </li>
    </ul>
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
