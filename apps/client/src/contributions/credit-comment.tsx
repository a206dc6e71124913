/** Under a comment: an author credits who wrote it, in a line; once that is done, everybody reads the line. */
import {
  BROUGHT_LIMIT,
  creditComment,
  readIdea,
  type Comment,
  type Contribution,
  type IdeaPage,
} from '@butinerie/contracts';
import { useEffect, useRef, useState, type SubmitEvent } from 'react';
import { useWords } from '../platform/language.tsx';
import { revise, useAct } from '../platform/query.ts';
import { Button, ButtonRow } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { useToast } from '../ui/toast.tsx';
import css from './contributions.module.css';
import { words } from './words.ts';

interface CreditCommentProps {
  readonly idea: IdeaPage;
  readonly comment: Comment;
}

export function CreditComment({ idea, comment }: CreditCommentProps) {
  const said = idea.contributions.find(({ about }) => about === comment.id);
  if (said) return <Brought contribution={said} />;
  const { originators, coauthors } = idea.credits;
  const writes = [...originators, ...coauthors].some(({ id }) => id === comment.person.id);
  return idea.acts.includes('creditComment') && !writes ? <Crediting idea={idea} comment={comment} /> : null;
}

function Brought({ contribution: { by, brought } }: { readonly contribution: Contribution }) {
  const say = useWords(words);
  return (
    <p className={css.brought}>
      {say.said(by.name)} <q>{brought}</q>
    </p>
  );
}

function Crediting({ idea, comment }: CreditCommentProps) {
  const say = useWords(words);
  const toast = useToast();
  const { run, pending, failure } = useAct(creditComment);
  const [open, setOpen] = useState(false);
  const [line, setLine] = useState('');
  const [missing, setMissing] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  // « Créditer » was pressed to write here.
  useEffect(() => {
    if (open) form.current?.querySelector('input')?.focus();
  }, [open]);
  const { name } = comment.person;
  const send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    setMissing(line.trim() === '');
    if (line.trim() === '') return;
    const credited = await run({ params: { comment: comment.id }, body: { brought: line } });
    if (!credited.ok) return;
    revise(readIdea, { params: { idea: idea.id } }, (page) => ({
      ...page,
      contributions: [...page.contributions.filter(({ about }) => about !== comment.id), credited.value],
    }));
    toast({ text: say.done(name) });
  };
  if (!open)
    return (
      <div>
        <Button tone="quiet" onClick={() => setOpen(true)}>
          {say.credit} <span className="out-of-sight">{name}</span>
        </Button>
      </div>
    );
  return (
    <form
      ref={form}
      className={css.form}
      aria-label={say.creditWhom(name)}
      onSubmit={(event) => void send(event)}
    >
      <TextField
        label={say.field(name)}
        hint={say.hint}
        limit={BROUGHT_LIMIT}
        value={line}
        onChange={setLine}
        error={missing && line.trim() === '' ? say.missing : null}
      />
      <FailureNotice failure={failure} />
      <ButtonRow>
        <Button tone="primary" type="submit" pending={pending}>
          {say.send}
        </Button>
        <Button onClick={() => setOpen(false)}>{say.no}</Button>
      </ButtonRow>
    </form>
  );
}
