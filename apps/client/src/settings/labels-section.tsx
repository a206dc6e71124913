/** What the title and the text of an idea are called on the forms of this challenge, and the sentence under each. */
import { HINT_LIMIT, LABEL_LIMIT, type Challenge, type Label, type Labels } from '@butinerie/contracts';
import { lengthOf, sameLabel } from '@butinerie/domain';
import { called } from '../platform/labels.ts';
import { useLanguage, useWords } from '../platform/language.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { words as formWords } from '../ui/form-words.ts';
import { FailureNotice, Notice } from '../ui/notice.tsx';
import { Section } from '../ui/page.tsx';
import { PartState } from './part-state.tsx';
import { useSetLabels } from './queries.ts';
import css from './settings.module.css';
import { usePart, useSaved } from './use-part.ts';
import { words } from './words.ts';

const WHICH = ['title', 'text'] as const;
/** Each of its words, the word of this page that names it, and how long it may be. */
const PARTS = [
  ['fr', 'label', LABEL_LIMIT],
  ['en', 'labelEnglish', LABEL_LIMIT],
  ['helpFr', 'labelHelp', HINT_LIMIT],
  ['helpEn', 'labelHelpEnglish', HINT_LIMIT],
] as const;

const tooLong = (text: string, limit: number): boolean => lengthOf(text.trim()) > limit;
const holds = (labels: Labels): boolean =>
  !sameLabel(labels) &&
  WHICH.every((which) => PARTS.every(([part, , limit]) => !tooLong(labels[which][part], limit)));

function recall(raw: unknown): Labels | null {
  const kept = raw as Partial<Record<keyof Labels, Partial<Record<keyof Label, unknown>>>> | null;
  const whole = WHICH.every((which) => PARTS.every(([part]) => typeof kept?.[which]?.[part] === 'string'));
  return whole ? (raw as Labels) : null;
}
const linesOf = (labels: Labels): readonly string[] =>
  WHICH.flatMap((which) => PARTS.map(([part]) => labels[which][part])).filter((line) => line !== '');

export function LabelsSection({ challenge }: { readonly challenge: Challenge }) {
  const say = useWords(words);
  const products = useWords(formWords);
  const { language } = useLanguage();
  const { run, pending, failure } = useSetLabels();
  const { id, version } = challenge;
  const part = usePart<Labels>({ name: 'labels', challenge: id }, challenge.labels, recall);
  const { value: labels, change } = part;
  const saved = useSaved(part, (saved) => saved.labels);
  const save = async (): Promise<void> => {
    if (!holds(labels)) return;
    saved(await run({ params: { challenge: id }, body: { labels, version } }), id);
  };
  return (
    <Section title={say.labelsTitle}>
      <p className={css.what}>{say.labelsWhat}</p>
      {WHICH.map((which) => {
        const now = called(labels[which], products[which], language);
        return (
          <fieldset key={which} className={css.item}>
            <legend>{say.labelOf[which]}</legend>
            <p className={css.what}>
              {say.labelNow} <strong>{now.label}</strong>
              <br />
              {now.hint}
            </p>
            {PARTS.map(([name, word, limit]) => (
              <TextField
                key={name}
                label={say[word]}
                optional
                limit={limit}
                value={labels[which][name]}
                onChange={(text) => change({ ...labels, [which]: { ...labels[which], [name]: text } })}
                error={tooLong(labels[which][name], limit) ? say.labelTooLong : null}
              />
            ))}
          </fieldset>
        );
      })}
      {sameLabel(labels) && (
        <Notice live tone="warning">
          {say.labelsSame}
        </Notice>
      )}
      <PartState part={part} linesOf={linesOf} />
      <FailureNotice failure={part.theirs === null ? failure : null} />
      <ButtonRow>
        <Button tone="primary" pending={pending} disabled={part.theirs !== null} onClick={() => void save()}>
          {say.saveLabels}
        </Button>
      </ButtonRow>
    </Section>
  );
}
