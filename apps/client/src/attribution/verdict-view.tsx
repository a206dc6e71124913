/** The verdict on a receipt: one sentence, what it says, then every check in plain words. */
import type { ReceiptVerdict } from '@butinerie/attribution';
import { useFormats, useWords } from '../platform/language.tsx';
import { cx } from '../ui/classes.ts';
import { Icon } from '../ui/icon.tsx';
import { KeptText } from '../ui/page.tsx';
import css from './attribution.module.css';
import { CheckList } from './check-list.tsx';
import { sayCheck } from './verdict-words.ts';
import { words } from './words.ts';

export function VerdictView({ verdict }: { readonly verdict: ReceiptVerdict }) {
  const say = useWords(words);
  return (
    <div className={css.details}>
      <p className={cx(css.held, !verdict.valid && css.broken)}>
        <Icon name={verdict.valid ? 'lock' : 'warning'} />
        <span className={css.claim}>{verdict.valid ? say.valid : say.invalid}</span>
      </p>
      {verdict.valid ? (
        <Facts facts={verdict.facts} compared={isCompared(verdict)} />
      ) : (
        <p>{say.invalidWhat}</p>
      )}
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
        <details className={css.folded}>
          <summary>{say.receiptText}</summary>
          <KeptText>{facts.text}</KeptText>
        </details>
      )}
      <p className={css.day}>{say.signedBy(facts.signedBy.join(', '))}</p>
    </div>
  );
}
