/** What an idea gives and what it costs: the budget and the time of people, each on its own line. */
import type { ImpactReview, ShownGain } from '@butinerie/contracts';
import { useFormats, useWords } from '../platform/language.tsx';
import { Evidence } from './evidence.tsx';
import css from './impact.module.css';
import { rounded } from './say-effect.ts';
import { words } from './words.ts';

export function GainsView({ review }: { readonly review: Pick<ImpactReview, 'gains' | 'costs'> }) {
  const say = useWords(words);
  const { count } = useFormats();
  const holding = review.gains.filter(({ superseded }) => !superseded);
  const cost = review.costs.at(-1);
  if (holding.length === 0 && cost === undefined) return null;
  return (
    <>
      {holding.length > 0 && <h3>{say.gainsTitle}</h3>}
      {holding.map((gain) => (
        <GainLine key={gain.id} gain={gain} />
      ))}
      <h3>{say.costTitle}</h3>
      <p>
        {cost
          ? say.cost(count(cost.oneOff), cost.amortisedOver, count(cost.yearly), count(cost.agentHours))
          : say.noCostYet}
      </p>
    </>
  );
}

function GainLine({ gain }: { readonly gain: ShownGain }) {
  const say = useWords(words);
  const { count } = useFormats();
  const { kind, seen, yearly, yearlyEuros, weeks } = gain;
  const amount = count(rounded(seen));
  const year = (): string => {
    if (yearly === null) return say.noYear;
    if (yearlyEuros === null) return say.noCost;
    const euros = count(rounded(yearlyEuros));
    return kind === 'time' ? say.yearlyTime(count(rounded(yearly)), euros) : say.yearly(say.euros(euros));
  };
  return (
    <dl className={css.figures}>
      <dt>{kind === 'budget' ? say.budget : say.time}</dt>
      <dd>
        {kind === 'budget' ? say.euros(amount) : say.hours(amount)}, {say.overWeeks(weeks)}. {year()}
        <br />
        <span className={css.quiet}>
          {kind === 'budget' ? say.budgetWhat : say.timeWhat} {say.source(gain.source)}
        </span>
        <br />
        <Evidence level={gain.level} />
      </dd>
    </dl>
  );
}
