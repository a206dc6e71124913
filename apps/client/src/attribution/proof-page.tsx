/** The credit of one idea, checked by the reader's own browser: the plain sentence first, everything else below. */
import type { IdeaPage } from '@butinerie/contracts';
import { useEffect, useState } from 'react';
import { useFormats, useWords } from '../platform/language.tsx';
import { useSignedIn } from '../platform/session.tsx';
import { Button, ButtonRow, LinkButton } from '../ui/button.tsx';
import { cx } from '../ui/classes.ts';
import { IdeaCredit } from '../ui/credit-line.tsx';
import { NamedIdea } from '../ui/idea-page.tsx';
import { Icon } from '../ui/icon.tsx';
import { EmptyState, FailureNotice, Notice } from '../ui/notice.tsx';
import { Page, Section } from '../ui/page.tsx';
import { Skeleton } from '../ui/reading.tsx';
import css from './attribution.module.css';
import { CheckList } from './check-list.tsx';
import { CreditHistory } from './credit-history.tsx';
import { Limits } from './limits.tsx';
import { ProofDetails } from './proof-details.tsx';
import type { Proved } from './prove-idea.ts';
import { words } from './words.ts';

export function ProofPage() {
  return <NamedIdea>{(idea) => <Proof idea={idea} />}</NamedIdea>;
}

function Proof({ idea }: { readonly idea: IdeaPage }) {
  const say = useWords(words);
  const { id: me } = useSignedIn();
  const [proved, setProved] = useState<Proved | null>(null);
  const [times, setTimes] = useState(1);
  useEffect(() => {
    let left = false;
    const prove = async (): Promise<void> => {
      const { proveIdea } = await import('./prove-idea.ts');
      const next = await proveIdea(idea.id, me);
      if (!left) setProved(next);
    };
    void prove();
    return () => {
      left = true;
    };
  }, [idea.id, me, times]);
  const again = (): void => {
    setProved(null);
    setTimes(times + 1);
  };
  const shown = proved?.state === 'proved' ? proved.idea : idea;
  return (
    <Page
      title={say.proofTitle(shown.seal?.title ?? shown.title)}
      kicker={say.proofKicker}
      credit={<IdeaCredit idea={shown} />}
    >
      <output className={css.spoken}>
        {proved ? <Verdict proved={proved} retry={again} /> : <Checking />}
      </output>
      {proved?.state === 'proved' && proved.history.length > 0 && (
        <>
          <Section title={say.checksTitle}>
            <CheckList
              label={say.checksTitle}
              lines={proved.proof.checks.map(({ name, outcome }) => ({
                key: name,
                outcome,
                what: say.ideaChecks[name][outcome],
              }))}
            />
          </Section>
          <Section title={say.historyTitle}>
            <CreditHistory events={proved.history} />
          </Section>
          <Seal idea={proved.idea} />
          <WithoutUs />
          <Limits />
          <ProofDetails proved={proved} />
        </>
      )}
      <ButtonRow>
        <LinkButton to={`/idees/${idea.id}`} icon="back">
          {shown.title}
        </LinkButton>
        <LinkButton to={`/idees/${idea.id}/noms`}>{say.toDispute}</LinkButton>
        {proved && (
          <Button tone="quiet" onClick={again}>
            {say.again}
          </Button>
        )}
      </ButtonRow>
    </Page>
  );
}

function Checking() {
  const say = useWords(words);
  return (
    <>
      <p className={css.quiet}>{say.checking}</p>
      <Skeleton lines={3} />
    </>
  );
}

function Verdict({ proved, retry }: { readonly proved: Proved; readonly retry: () => void }) {
  const say = useWords(words);
  const { day } = useFormats();
  if (proved.state === 'refused') return <FailureNotice failure={proved.failure} retry={retry} />;
  if (proved.state === 'alarm')
    return (
      <Notice tone="danger" title={say.alarm}>
        <p>{say.checks.reasons[reasonKnown(proved.watched.reason, say.checks.reasons)]}</p>
      </Notice>
    );
  const { proof, idea, history, watched } = proved;
  if (history.length === 0) return <EmptyState title={say.nothingYet}>{say.nothingYetWhat}</EmptyState>;
  if (!proof.holds || proof.since === null)
    return (
      <div className={css.under}>
        <p className={cx(css.held, css.broken)}>
          <Icon name="warning" />
          <span className={css.claim}>{say.fails}</span>
        </p>
        <p>{say.failsWhat}</p>
      </div>
    );
  const since = day(proof.since);
  const { pin, state } = watched;
  return (
    <div className={css.under}>
      <p className={css.held}>
        <Icon name="lock" />
        <span className={css.claim}>
          {proof.claim === 'text-and-names' ? say.holdsBoth(since) : say.holdsNames(since)}
        </span>
      </p>
      {proof.claim === 'names' && <p>{idea.seal ? say.textNotYours : say.textAlive}</p>}
      <p>
        {say.whatWasChecked(history.length, watched.head.size)} {say.whoseDate}
      </p>
      <p className={css.quiet}>
        {state === 'first' ? say.firstVisit : say.followed(day(pin.firstAt), pin.firstSize)}
      </p>
    </div>
  );
}

/** Every reason of an alarm is one of those a receipt can fail for. */
function reasonKnown<R extends string>(
  reason: string,
  reasons: Readonly<Record<R, string>>,
): R | 'not-extended' {
  return Object.hasOwn(reasons, reason) ? (reason as R) : 'not-extended';
}

function Seal({ idea }: { readonly idea: IdeaPage }) {
  const say = useWords(words);
  const { day } = useFormats();
  if (!idea.seal) return null;
  const { at, textHash, logRoot, logRows } = idea.seal;
  return (
    <Section title={say.sealTitle}>
      <p>{say.sealWhat(day(at))}</p>
      <dl className={css.facts}>
        <dt>{say.sealHash}</dt>
        <dd>{textHash}</dd>
        <dt>{say.sealLog(logRows)}</dt>
        <dd>{logRoot}</dd>
      </dl>
      <p className={css.quiet}>{say.sealHashHow}</p>
    </Section>
  );
}

function WithoutUs() {
  const say = useWords(words);
  return (
    <Section title={say.withoutUsTitle}>
      <ol className={css.limits}>
        {say.withoutUs.split('\n').map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <ButtonRow>
        <LinkButton to="/mes-credits">{say.toReceipts}</LinkButton>
        <LinkButton to="/verifier">{say.toVerifier}</LinkButton>
      </ButtonRow>
    </Section>
  );
}
