/** One dispute: what was said, by whom and when, the name proposed, and the acts that are the reader's. */
import {
  answerDispute,
  closeDispute,
  consentToCorrection,
  listDisputes,
  proposeCorrection,
  readIdea,
  secondCorrection,
  type Dispute,
  type PersonRef,
} from '@butinerie/contracts';
import { useState } from 'react';
import { useFormats, useWords } from '../platform/language.tsx';
import { useAct } from '../platform/query.ts';
import { Button, ButtonRow } from '../ui/button.tsx';
import { Card, Tag } from '../ui/card.tsx';
import { Select } from '../ui/field.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { Section } from '../ui/page.tsx';
import css from './disputes.module.css';
import { TextForm } from './text-form.tsx';
import { words } from './words.ts';

const names = (people: readonly PersonRef[]): string => people.map(({ name }) => name).join(', ');
const REFRESHES = { refreshes: [listDisputes, readIdea] };

interface EntryProps {
  readonly dispute: Dispute;
  /** Whose name could be added. */
  readonly people: readonly PersonRef[];
}

export function DisputeEntry({ dispute, people }: EntryProps) {
  const say = useWords(words);
  const { day } = useFormats();
  const { openedBy, openedAt, text, answers, closed } = dispute;
  return (
    <Section title={say.by(openedBy.name, day(openedAt))}>
      <Card>
        <p>
          <Tag tone={closed ? 'plain' : 'accent'}>{closed ? say.stateClosed : say.stateOpen}</Tag>
        </p>
        <p className={css.said}>{text}</p>
        {answers.map((answer) => (
          <div key={`${answer.at} ${answer.by.id}`}>
            <p className={css.quiet}>{say.by(answer.by.name, day(answer.at))}</p>
            <p className={css.said}>{answer.text}</p>
          </div>
        ))}
        <CorrectionSaid dispute={dispute} />
        {closed && (
          <div>
            <p className={css.quiet}>{say.closed(closed.by.name, day(closed.at))}</p>
            <p className={css.said}>{closed.text}</p>
          </div>
        )}
        <DisputeActs dispute={dispute} people={people} />
      </Card>
    </Section>
  );
}

function CorrectionSaid({ dispute: { correction } }: { readonly dispute: Dispute }) {
  const say = useWords(words);
  const { day } = useFormats();
  if (!correction) return null;
  const { add, by, why, second, consented, awaited, refusedBy, addedAt } = correction;
  return (
    <div>
      <p>{say.proposed(add.name, by.name)}</p>
      <p className={css.said}>{why}</p>
      {second && <p>{say.seconded(second.name)}</p>}
      {consented.length > 0 && <p>{say.agreed(names(consented))}</p>}
      {refusedBy && <p>{say.refused(refusedBy.name)}</p>}
      {!refusedBy && !second && <p className={css.quiet}>{say.awaitsSecond}</p>}
      {!refusedBy && second && awaited.length > 0 && <p>{say.awaits(names(awaited))}</p>}
      {addedAt !== null && <p>{say.added(add.name, day(addedAt))}</p>}
    </div>
  );
}

function DisputeActs({ dispute, people }: EntryProps) {
  const say = useWords(words);
  const params = { idea: dispute.idea, dispute: dispute.id };
  const answer = useAct(answerDispute, REFRESHES);
  const propose = useAct(proposeCorrection, REFRESHES);
  const second = useAct(secondCorrection, REFRESHES);
  const consent = useAct(consentToCorrection, REFRESHES);
  const close = useAct(closeDispute, REFRESHES);
  const [chosen, setChosen] = useState('');
  const [tried, setTried] = useState(false);
  const may = (act: Dispute['acts'][number]): boolean => dispute.acts.includes(act);
  const person = people.find(({ id }) => id === chosen);
  const proposing = async (why: string): Promise<boolean> => {
    setTried(true);
    if (person === undefined) return false;
    return (await propose.run({ params, body: { add: person.id, why } })).ok;
  };
  return (
    <>
      {may('consent') && (
        <ButtonRow>
          <Button
            tone="primary"
            pending={consent.pending}
            onClick={() => void consent.run({ params, body: { answer: 'accept' } })}
          >
            {say.consent}
          </Button>
          <Button
            pending={consent.pending}
            onClick={() => void consent.run({ params, body: { answer: 'refuse' } })}
          >
            {say.refuse}
          </Button>
        </ButtonRow>
      )}
      {may('second') && (
        <div>
          <Button
            tone="primary"
            pending={second.pending}
            onClick={() => void second.run({ params, body: {} })}
          >
            {say.second}
          </Button>
        </div>
      )}
      {may('answer') && (
        <TextForm
          label={say.answerField}
          act={say.answer}
          pending={answer.pending}
          onText={async (text) => (await answer.run({ params, body: { text } })).ok}
        />
      )}
      {may('propose') && (
        <TextForm label={say.why} act={say.propose} pending={propose.pending} onText={proposing}>
          <Select
            label={say.person}
            value={chosen}
            onChange={setChosen}
            error={tried && person === undefined ? say.personMissing : undefined}
            options={[
              { value: '', label: say.personNone },
              ...people.map(({ id, name, directorate }) => ({
                value: id,
                label: directorate === null ? name : `${name}, ${directorate}`,
              })),
            ]}
          />
        </TextForm>
      )}
      {may('close') && (
        <TextForm
          label={say.closeField}
          act={say.close}
          pending={close.pending}
          onText={async (text) => (await close.run({ params, body: { text } })).ok}
        />
      )}
      {[consent, second, answer, propose, close].map(({ failure }, at) => (
        // One line for each act, in a place that does not change.
        <FailureNotice key={at} failure={failure} />
      ))}
    </>
  );
}
