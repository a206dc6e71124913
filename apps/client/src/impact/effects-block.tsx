/** On the idea's page: what it changed, or that nobody knows yet. Nothing before a directorate has adopted it. */
import type { IdeaPage, ImpactReview } from '@butinerie/contracts';
import { useFormats, useWords } from '../platform/language.tsx';
import { LinkButton } from '../ui/button.tsx';
import { KeptText } from '../ui/page.tsx';
import { GainsView } from './gains-view.tsx';
import css from './impact.module.css';
import { IndicatorView } from './indicator-view.tsx';
import { useReview } from './queries.ts';
import { words } from './words.ts';

export function EffectsBlock({ idea }: { readonly idea: IdeaPage }) {
  return idea.adoption === null ? null : <Adopted idea={idea} />;
}

function Adopted({ idea }: { readonly idea: IdeaPage }) {
  const say = useWords(words);
  const read = useReview(idea.id);
  if (read.state !== 'ready') return null;
  const review = read.value;
  const writes = review.acts.length > 0;
  return (
    <section className={css.block} aria-label={say.title}>
      <h2>{say.title}</h2>
      <Effects review={review} />
      <p>
        <LinkButton tone="quiet" to={`/idees/${idea.id}/effets`}>
          {writes ? say.write : say.all}
        </LinkButton>
      </p>
    </section>
  );
}

/** What everybody reads first. */
export function Effects({ review }: { readonly review: ImpactReview }) {
  const say = useWords(words);
  const { list, shortDay } = useFormats();
  const { indicators, started, incomplete, unmeasured, concluded } = review;
  const holding = indicators.filter(({ superseded }) => !superseded);
  const measured = holding.some(({ latest }) => latest !== null);
  return (
    <>
      {started && (
        <p className={css.quiet}>
          {started.unmeasured
            ? say.startedUnmeasured(shortDay(started.at))
            : say.startedMeasured(shortDay(started.at))}
        </p>
      )}
      {holding.length === 0 && (
        <>
          <p>{say.none}</p>
          <p className={css.quiet}>{say.noneWhat}</p>
        </>
      )}
      {holding.map((indicator) => (
        <IndicatorView key={indicator.id} indicator={indicator} />
      ))}
      <GainsView review={review} />
      {measured && incomplete.length > 0 && (
        <p className={css.verdict}>{say.incomplete(list(incomplete.map((each) => say.lacks[each])))}</p>
      )}
      {unmeasured && !measured && (
        <>
          <h3>{say.unmeasuredTitle}</h3>
          <KeptText>{unmeasured.reason}</KeptText>
        </>
      )}
      {concluded && (
        <>
          <h3>{say.unknownTitle}</h3>
          <KeptText>{concluded.unknown}</KeptText>
        </>
      )}
    </>
  );
}
