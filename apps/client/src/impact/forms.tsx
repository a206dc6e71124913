/** What somebody may add to the review of an idea, each act on a form of its own. */
import {
  concludeMeasure,
  defineIndicator,
  leaveUnmeasured,
  lowerEvidence,
  recordCost,
  recordGain,
  recordMeasurement,
  validateIndicator,
  type ImpactAct,
  type ImpactReview,
} from '@butinerie/contracts';
import { calendarDay, PARIS } from '@butinerie/domain';
import type { ComponentType } from 'react';
import { serverNow } from '../platform/clock.ts';
import { useWords } from '../platform/language.tsx';
import { Section } from '../ui/page.tsx';
import { definitionBody, FIGURE_FIELDS, gainBody, measurementBody, numberOf, type Draft } from './drafts.ts';
import { EntryForm, type FieldSpec } from './entry-form.tsx';
import { words, type FieldName } from './form-words.ts';
import { useMeasuring } from './queries.ts';

interface Of {
  readonly review: ImpactReview;
}
const choices = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));
const line = (name: FieldName): FieldSpec => ({ name, as: 'line' });
const area = (name: FieldName): FieldSpec => ({ name, as: 'area' });
const number = (name: FieldName): FieldSpec => ({ name, as: 'number' });
const date = (name: FieldName): FieldSpec => ({ name, as: 'date' });
const optional = (field: FieldSpec): FieldSpec => ({ ...field, optional: true });

const holding = ({ indicators }: ImpactReview) => indicators.filter(({ superseded }) => !superseded);
const indicatorChoice = (review: ImpactReview): FieldSpec => ({
  name: 'indicator',
  as: 'choice',
  options: holding(review).map(({ id, name }) => ({ value: id, label: name })),
});
/** Where there is one only it is chosen already. */
const onlyIndicator = (review: ImpactReview): Draft => {
  const [first, ...others] = holding(review);
  return first && others.length === 0 ? { indicator: first.id } : {};
};
const today = (): string => calendarDay(new Date(serverNow()), PARIS);

function Define({ review }: Of) {
  const say = useWords(words);
  const { run, pending, failure } = useMeasuring(defineIndicator);
  const choice = (name: 'role' | 'kind' | 'direction' | 'form' | 'plan'): FieldSpec => ({
    name,
    as: 'choice',
    options: choices(say.option[name]),
  });
  const known = holding(review).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <EntryForm
      form="define"
      idea={review.idea}
      initial={{ role: 'main', plan: 'before_after' }}
      fields={(draft) => [
        choice('role'),
        line('name'),
        choice('kind'),
        choice('direction'),
        choice('form'),
        line('unit'),
        area('formula'),
        area('scope'),
        number('concerned'),
        choice('plan'),
        ...(draft['plan'] === 'before_after' ? [] : [line('elsewhere')]),
        optional(number('value')),
        optional(date('dueOn')),
        optional(line('measuredBy')),
        optional(area('stopsIf')),
        ...(known.length === 0
          ? []
          : [optional({ name: 'supersedes', as: 'choice', options: known } as const)]),
      ]}
      parse={definitionBody}
      run={(body) => run({ params: { idea: review.idea }, body })}
      pending={pending}
      failure={failure}
    />
  );
}

function Measure({ review }: Of) {
  const say = useWords(words);
  const { run, pending, failure } = useMeasuring(recordMeasurement);
  if (holding(review).length === 0) return null;
  const chosen = (draft: Draft) => holding(review).find(({ id }) => id === draft['indicator']);
  const options = say.option;
  return (
    <EntryForm
      form="measure"
      idea={review.idea}
      initial={{
        ...onlyIndicator(review),
        moment: review.state === 'adopted' ? 'before' : 'after',
        place: 'here',
        collectedOn: today(),
      }}
      fields={(draft) => {
        const indicator = chosen(draft);
        const compares = indicator !== undefined && indicator.plan !== 'before_after';
        const figures: readonly FieldName[] = indicator ? FIGURE_FIELDS[indicator.form] : [];
        return [
          indicatorChoice(review),
          { name: 'moment', as: 'choice', options: choices(options.moment) },
          ...(compares ? [{ name: 'place', as: 'choice', options: choices(options.place) } as const] : []),
          ...figures.map((name) => (name === 'sd' ? optional(number(name)) : number(name))),
          date('from'),
          date('to'),
          line('label'),
          { name: 'method', as: 'choice', options: choices(options.method) },
          ...(draft['moment'] === 'after' ? [{ name: 'sameAsBaseline', as: 'check' } as const] : []),
          date('collectedOn'),
          ...(draft['method'] === 'survey' ? [optional(number('asked'))] : []),
          optional(line('owner')),
          optional(line('url')),
          optional(area('note')),
        ];
      }}
      parse={(draft) => measurementBody(draft, chosen(draft)?.form ?? 'mean')}
      run={(body) => run({ params: { idea: review.idea }, body })}
      pending={pending}
      failure={failure}
    />
  );
}

function Cost({ review }: Of) {
  const { run, pending, failure } = useMeasuring(recordCost);
  return (
    <EntryForm
      form="cost"
      idea={review.idea}
      initial={{ amortisedOver: '3' }}
      fields={() => [number('oneOff'), number('amortisedOver'), number('yearly'), number('agentHours')]}
      parse={(draft) =>
        recordCost.body.safeParse({
          id: draft['id'],
          cost: {
            oneOff: numberOf(draft['oneOff']),
            yearly: numberOf(draft['yearly']),
            agentHours: numberOf(draft['agentHours']),
            amortisedOver: numberOf(draft['amortisedOver']),
          },
        })
      }
      run={(body) => run({ params: { idea: review.idea }, body })}
      pending={pending}
      failure={failure}
    />
  );
}

function GainForm({ review }: Of) {
  const say = useWords(words);
  const { run, pending, failure } = useMeasuring(recordGain);
  return (
    <EntryForm
      form="gain"
      idea={review.idea}
      initial={{ ...onlyIndicator(review), gainKind: 'time' }}
      fields={(draft) => [
        { name: 'gainKind', as: 'choice', options: choices(say.option.gainKind) },
        indicatorChoice(review),
        ...(draft['gainKind'] === 'time'
          ? [number('hours'), number('rate'), line('rateSource')]
          : [number('amount'), line('budgetLine')]),
      ]}
      parse={gainBody}
      run={(body) => run({ params: { idea: review.idea }, body })}
      pending={pending}
      failure={failure}
    />
  );
}

function Lower({ review }: Of) {
  const say = useWords(words);
  const { run, pending, failure } = useMeasuring(lowerEvidence);
  return (
    <EntryForm
      form="lower"
      idea={review.idea}
      initial={onlyIndicator(review)}
      fields={() => [
        indicatorChoice(review),
        { name: 'level', as: 'choice', options: choices(say.option.level) },
        area('reason'),
      ]}
      parse={(draft) =>
        lowerEvidence.body.safeParse({
          id: draft['id'],
          indicator: draft['indicator'],
          to: numberOf(draft['level']),
          reason: draft['reason'] ?? '',
        })
      }
      run={(body) => run({ params: { idea: review.idea }, body })}
      pending={pending}
      failure={failure}
    />
  );
}

function Validate({ review }: Of) {
  const { run, pending, failure } = useMeasuring(validateIndicator);
  return (
    <EntryForm
      form="validate"
      idea={review.idea}
      initial={onlyIndicator(review)}
      fields={() => [indicatorChoice(review), optional(area('note'))]}
      parse={(draft) =>
        validateIndicator.body.safeParse({
          id: draft['id'],
          indicator: draft['indicator'],
          note: draft['note'] ?? '',
        })
      }
      run={(body) => run({ params: { idea: review.idea }, body })}
      pending={pending}
      failure={failure}
    />
  );
}

function Unmeasured({ review }: Of) {
  const { run, pending, failure } = useMeasuring(leaveUnmeasured);
  return (
    <EntryForm
      form="unmeasured"
      idea={review.idea}
      initial={{}}
      fields={() => [area('reason')]}
      parse={(draft) => leaveUnmeasured.body.safeParse({ id: draft['id'], reason: draft['reason'] ?? '' })}
      run={(body) => run({ params: { idea: review.idea }, body })}
      pending={pending}
      failure={failure}
    />
  );
}

function Conclude({ review }: Of) {
  const { run, pending, failure } = useMeasuring(concludeMeasure);
  return (
    <EntryForm
      form="conclude"
      idea={review.idea}
      initial={{}}
      fields={() => [area('unknown')]}
      parse={(draft) => concludeMeasure.body.safeParse({ id: draft['id'], unknown: draft['unknown'] ?? '' })}
      run={(body) => run({ params: { idea: review.idea }, body })}
      pending={pending}
      failure={failure}
    />
  );
}

const FORMS: Readonly<Record<ImpactAct, ComponentType<Of>>> = {
  defineIndicator: Define,
  recordMeasurement: Measure,
  recordCost: Cost,
  recordGain: GainForm,
  validateIndicator: Validate,
  lowerEvidence: Lower,
  concludeMeasure: Conclude,
  leaveUnmeasured: Unmeasured,
};

/** Those of the reader; nothing for who only reads. */
export function MeasureForms({ review }: Of) {
  const say = useWords(words);
  if (review.acts.length === 0) return null;
  return (
    <Section title={say.writeTitle}>
      {review.acts.map((act) => {
        const Form = FORMS[act];
        return <Form key={act} review={review} />;
      })}
    </Section>
  );
}
