/** The verdict on a receipt: one sentence, what it says, then every check in plain words. */
import {
  sayCheck,
  sayKeyChange,
  type KeyChange,
  type ReceiptVerdict,
  type Standing,
} from '@butinerie/attribution';
import type { ReactNode } from 'react';
import { useFormats, useWords } from '../platform/language.tsx';
import { cx } from '../ui/classes.ts';
import { Icon } from '../ui/icon.tsx';
import { Notice } from '../ui/notice.tsx';
import { KeptText } from '../ui/page.tsx';
import folded from '../ui/folded.module.css';
import css from './attribution.module.css';
import { CheckList } from './check-list.tsx';
import { words } from './words.ts';

interface VerdictViewProps {
  readonly verdict: ReceiptVerdict;
  /** How far a sound receipt may be believed; `holds` unless said otherwise. */
  readonly standing?: Standing;
  /** Changes of the key, which a reader is told whatever the verdict. */
  readonly changes?: readonly KeyChange[];
  /** What is left to do before believing it. */
  readonly children?: ReactNode;
}
export function VerdictView({ verdict, standing = 'holds', changes = [], children }: VerdictViewProps) {
  const say = useWords(words);
  const { day } = useFormats();
  const sure = verdict.valid && standing === 'holds';
  return (
    <div className={css.details}>
      <p className={cx(css.held, !verdict.valid && css.broken, verdict.valid && !sure && css.unsure)}>
        <Icon name={sure ? 'lock' : verdict.valid ? 'info' : 'warning'} />
        <span className={css.claim}>{sure ? say.valid : verdict.valid ? say.whole : say.invalid}</span>
      </p>
      {verdict.valid ? (
        <Facts facts={verdict.facts} compared={isCompared(verdict)} />
      ) : (
        <p>{say.invalidWhat}</p>
      )}
      {changes.map((change) => (
        <Notice key={change.n} tone={change.k === 'key.lost' ? 'warning' : 'info'}>
          <p>{sayKeyChange(change, say.keyChanges, day)}</p>
        </Notice>
      ))}
      {children}
      <CheckList
        label={say.checksTitle}
        lines={verdict.checks.map((check) => ({
          key: check.name,
          outcome: check.outcome,
          ...sayCheck(check, say.checks),
        }))}
      />
    </div>
  );
}

const isCompared = ({ checks }: ReceiptVerdict): boolean =>
  checks.some(({ name, outcome }) => name === 'extension' && outcome === 'passed');

interface FactsProps {
  readonly facts: Extract<ReceiptVerdict, { valid: true }>['facts'];
  readonly compared: boolean;
}
function Facts({ facts, compared }: FactsProps) {
  const say = useWords(words);
  const { day } = useFormats();
  const kinds: Readonly<Record<string, string>> = say.receiptKinds;
  return (
    <div className={css.under}>
      <p>
        {say.validWhat({
          n: facts.n,
          day: day(facts.t),
          compared,
          title: facts.title ?? null,
          name: facts.identity?.held.name ?? null,
          directorate: facts.identity?.held.directorate ?? null,
        })}
      </p>
      <p>{say.validAct(kinds[facts.kind] ?? say.otherReceipt)}</p>
      {facts.text !== undefined && (
        <details className={folded.folded}>
          <summary>{say.receiptText}</summary>
          <KeptText>{facts.text}</KeptText>
        </details>
      )}
      <p className={css.day}>{say.signedBy(facts.signedBy.join(', '))}</p>
    </div>
  );
}
