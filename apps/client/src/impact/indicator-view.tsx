/** One indicator for whoever reads: what was before, what is after, what may be said of it and what may not. */
import type { ShownIndicator } from '@butinerie/contracts';
import { useFormats, useWords } from '../platform/language.tsx';
import { cx } from '../ui/classes.ts';
import { KeptText } from '../ui/page.tsx';
import { Evidence, IntervalBar } from './evidence.tsx';
import css from './impact.module.css';
import { sayFigure, sayInterval, sayVerdict } from './say-effect.ts';
import { words } from './words.ts';

export function IndicatorView({ indicator }: { readonly indicator: ShownIndicator }) {
  const say = useWords(words);
  const formats = useFormats();
  const { baseline, latest, interval, level, unit, lowered, validated, caveats, role } = indicator;
  const figure = (measure: typeof latest): string =>
    measure === null ? say.notYet : sayFigure(measure.figure, unit, say, formats);
  return (
    <article className={cx(css.indicator, role === 'guardrail' && css.guardrail)}>
      {role === 'guardrail' && <p className={css.quiet}>{say.guardrail}</p>}
      <h3>{indicator.name}</h3>
      <dl className={css.figures}>
        <dt>{say.before}</dt>
        <dd>{figure(baseline)}</dd>
        <dt>{say.after}</dt>
        <dd>{figure(latest)}</dd>
        <dt>{say.levelTerm}</dt>
        <dd>
          <Evidence level={level} />
        </dd>
      </dl>
      {level === 0 && <p>{say.low}</p>}
      {sayVerdict(indicator, say, formats).map((sentence) => (
        <p key={sentence} className={css.verdict}>
          {sentence}
        </p>
      ))}
      {interval && (
        <>
          <IntervalBar interval={interval} />
          <p>
            {sayInterval(interval, unit, say, formats)} {interval.compared && say.compared}
          </p>
        </>
      )}
      {lowered && (
        <>
          <p>{say.loweredTo(say.level[lowered.to] ?? '', lowered.by.name)}</p>
          <KeptText>{lowered.reason}</KeptText>
        </>
      )}
      {caveats.length > 0 && (
        <>
          <p className={css.quiet}>{say.caveatsTitle}</p>
          <ul>
            {caveats.map((caveat) => (
              <li key={caveat}>{say.caveat[caveat]}</li>
            ))}
          </ul>
        </>
      )}
      {latest && (
        <p className={css.quiet}>
          {validated ? say.validatedBy(validated.by.name, formats.shortDay(validated.at)) : say.notValidated}
        </p>
      )}
      {validated && validated.note !== '' && <KeptText>{validated.note}</KeptText>}
    </article>
  );
}
