/** What the ideas of a challenge changed: how many came how far, each indicator with its proof, and what may be added up. */
import { challengeId, type AnswerOf, type ChallengeId, type readEffects } from '@butinerie/contracts';
import { Link } from 'react-router';
import { useFormats, useWords } from '../platform/language.tsx';
import { Page, Section } from '../ui/page.tsx';
import { NamedPage } from '../ui/read-page.tsx';
import { Reading, Skeleton } from '../ui/reading.tsx';
import { Table } from '../ui/table.tsx';
import { Evidence, IntervalBar } from './evidence.tsx';
import css from './impact.module.css';
import { useEffects } from './queries.ts';
import { rounded, sayFigure, sayInterval, sayVerdict } from './say-effect.ts';
import { words } from './words.ts';

type EffectsOf = AnswerOf<typeof readEffects>;

export function ChallengeEffectsPage() {
  return (
    <NamedPage param="challenge" schema={challengeId}>
      {(id) => <OfChallenge id={id} />}
    </NamedPage>
  );
}

function OfChallenge({ id }: { readonly id: ChallengeId }) {
  const say = useWords(words);
  const read = useEffects(id);
  return (
    <Page title={say.effectsOf} width="wide">
      <Reading read={read} skeleton={<Skeleton lines={8} />}>
        {(effects) => <EffectsView effects={effects} />}
      </Reading>
    </Page>
  );
}

export function EffectsView({ effects }: { readonly effects: EffectsOf }) {
  const say = useWords(words);
  const { funnel, rows, leftOut } = effects;
  return (
    <>
      <ul className={css.funnel}>
        <li>{say.funnel.ideas(funnel.ideas)}</li>
        <li>{say.funnel.selected(funnel.selected, funnel.ideas)}</li>
        <li>{say.funnel.adopted(funnel.adopted, funnel.selected)}</li>
        <li>{say.funnel.delivered(funnel.delivered, funnel.adopted)}</li>
        <li>{say.funnel.measured(funnel.measured, funnel.delivered)}</li>
      </ul>
      <Section title={say.rowsTitle}>
        {rows.length === 0 ? <p>{say.rowsNone}</p> : <Rows rows={rows} />}
      </Section>
      <Section title={say.totalsTitle}>
        <p className={css.quiet}>{say.totalsWhat}</p>
        <Totals effects={effects} />
        {leftOut > 0 && <p>{say.leftOut(leftOut)}</p>}
      </Section>
    </>
  );
}

function Rows({ rows }: { readonly rows: EffectsOf['rows'] }) {
  const say = useWords(words);
  const formats = useFormats();
  return (
    <Table>
      <thead>
        <tr>
          <th scope="col">{say.indicator}</th>
          <th scope="col">{say.beforeAndAfter}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ idea, title, indicator }) => {
          const { baseline, latest, unit, interval, level } = indicator;
          const figure = (measure: typeof latest): string =>
            measure === null ? say.notYet : sayFigure(measure.figure, unit, say, formats);
          return (
            <tr key={indicator.id}>
              <th scope="row">
                {indicator.name}
                {indicator.role === 'guardrail' && ` (${say.guardrail})`}
                <br />
                <Link to={`/idees/${idea}/effets`}>{title}</Link>
              </th>
              <td>
                <dl className={css.figures}>
                  <dt>{say.before}</dt>
                  <dd>{figure(baseline)}</dd>
                  <dt>{say.after}</dt>
                  <dd>{figure(latest)}</dd>
                </dl>
                <Evidence level={level} />
                {sayVerdict(indicator, say, formats).map((sentence) => (
                  <p key={sentence} className={css.verdict}>
                    {sentence}
                  </p>
                ))}
                {interval && (
                  <>
                    <IntervalBar interval={interval} />
                    <p>{sayInterval(interval, unit, say, formats)}</p>
                  </>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}

/** Two lists, one under the other: there is no line that adds them. */
function Totals({ effects: { budget, time } }: { readonly effects: EffectsOf }) {
  const say = useWords(words);
  const { count } = useFormats();
  if (budget.length === 0 && time.length === 0) return <p>{say.totalsNone}</p>;
  const euros = (amount: number): string => count(rounded(amount));
  return (
    <>
      {budget.length > 0 && (
        <>
          <h3>{say.budget}</h3>
          <p className={css.quiet}>{say.budgetWhat}</p>
          <ul>
            {budget.map((each) => (
              <li key={each.level}>
                <Evidence level={each.level} /> {say.yearly(say.euros(euros(each.euros)))},{' '}
                {say.totalIdeas(each.ideas)}
              </li>
            ))}
          </ul>
        </>
      )}
      {time.length > 0 && (
        <>
          <h3>{say.time}</h3>
          <p className={css.quiet}>{say.timeWhat}</p>
          <ul>
            {time.map((each) => (
              <li key={each.level}>
                <Evidence level={each.level} /> {say.yearlyTime(euros(each.yearly), euros(each.euros))},{' '}
                {say.totalIdeas(each.ideas)}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
