/** Everything about what one idea changed: the effects first, then the forms of who measures, then every measure. */
import type { IdeaPage, ImpactReview, ShownIndicator } from '@butinerie/contracts';
import { useFormats, useWords } from '../platform/language.tsx';
import folded from '../ui/folded.module.css';
import { AroundIdea, NamedIdea } from '../ui/idea-page.tsx';
import { KeptText, Section } from '../ui/page.tsx';
import { Reading, Skeleton } from '../ui/reading.tsx';
import { Table } from '../ui/table.tsx';
import { Effects } from './effects-block.tsx';
import { MeasureForms } from './forms.tsx';
import css from './impact.module.css';
import { useReview } from './queries.ts';
import { rounded, sayFigure } from './say-effect.ts';
import { words } from './words.ts';

export function EffectsPage() {
  return <NamedIdea>{(idea) => <OfIdea idea={idea} />}</NamedIdea>;
}

function OfIdea({ idea }: { readonly idea: IdeaPage }) {
  const say = useWords(words);
  const read = useReview(idea.id);
  return (
    <AroundIdea
      idea={idea}
      kicker={say.kicker}
      title={say.pageTitle(idea.seal?.title ?? idea.title)}
      back={say.back}
    >
      <Reading read={read} skeleton={<Skeleton lines={8} />}>
        {(review) => <Whole review={review} />}
      </Reading>
    </AroundIdea>
  );
}

function Whole({ review }: { readonly review: ImpactReview }) {
  const say = useWords(words);
  const holding = review.indicators.filter(({ superseded }) => !superseded);
  const former = review.indicators.filter(({ superseded }) => superseded);
  return (
    <>
      <Section title={say.title}>
        <Effects review={review} />
      </Section>
      <MeasureForms key={review.state} review={review} />
      {holding.map((indicator) => (
        <Measures key={indicator.id} indicator={indicator} />
      ))}
      {former.length > 0 && (
        <details className={folded.folded}>
          <summary>{say.supersededTitle(former.length)}</summary>
          {former.map((indicator) => (
            <Measures key={indicator.id} indicator={indicator} />
          ))}
        </details>
      )}
    </>
  );
}

/** The definition as it was written, and each measure with its source. */
function Measures({ indicator }: { readonly indicator: ShownIndicator }) {
  const say = useWords(words);
  const formats = useFormats();
  const { day, shortDay, count } = formats;
  const { formula, scope, concerned, target, stopsIf, measuredBy, unit, measures } = indicator;
  return (
    <section className={css.block}>
      <h2>{say.measuresOf(indicator.name)}</h2>
      <dl className={css.figures}>
        <dt>{say.formula}</dt>
        <dd>{formula}</dd>
        <dt>{say.scope}</dt>
        <dd>
          {scope} ({say.concerned(concerned)})
        </dd>
        {measuredBy !== '' && (
          <>
            <dt>{say.measuredBy}</dt>
            <dd>{measuredBy}</dd>
          </>
        )}
      </dl>
      {target && <p>{say.target(count(rounded(target.value)), unit, day(target.dueOn))}</p>}
      {stopsIf !== '' && (
        <>
          <p className={css.quiet}>{say.stopsIf}</p>
          <KeptText>{stopsIf}</KeptText>
        </>
      )}
      {measures.length > 0 && (
        <Table>
          <thead>
            <tr>
              <th scope="col">{say.figureTerm}</th>
              <th scope="col">{say.sourceTerm}</th>
            </tr>
          </thead>
          <tbody>
            {measures.map((each) => (
              <tr key={each.id}>
                <th scope="row">
                  {say.moments[each.moment]}, {say.places[each.place]}
                  {each.locked && ` (${say.lockedMeasure})`}
                  <br />
                  {sayFigure(each.figure, unit, say, formats)}
                  <br />
                  <span className={css.quiet}>{say.from(shortDay(each.from), shortDay(each.to))}</span>
                </th>
                <td>
                  {each.source.url ? <a href={each.source.url}>{each.source.label}</a> : each.source.label}
                  <br />
                  {say.methods[each.method]}
                  {each.source.owner !== '' && `, ${each.source.owner}`}
                  <br />
                  <span className={css.quiet}>
                    {each.by.name}, {shortDay(each.at)}
                  </span>
                  {each.note !== '' && <KeptText>{each.note}</KeptText>}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </section>
  );
}
