/** On the page of a sealed idea: its passages that stand in older ideas too, and the authors' answer to each. */
import { BROUGHT_LIMIT, type IdeaPage, type PersonRef, type Quotation } from '@butinerie/contracts';
import { mayModerate } from '@butinerie/domain';
import { useState, type SubmitEvent } from 'react';
import { Link } from 'react-router';
import { useFormats, useWords } from '../platform/language.tsx';
import { useMe } from '../platform/session.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { FailureNotice, Notice } from '../ui/notice.tsx';
import { KeptText } from '../ui/page.tsx';
import { useToast } from '../ui/toast.tsx';
import { useAnswerQuotation, useQuotations } from './queries.ts';
import css from './quotations.module.css';
import { words } from './words.ts';

export function Quotations({ idea }: { readonly idea: IdeaPage }) {
  const me = useMe();
  const concerned = idea.mine !== null || (me !== null && mayModerate(me, idea.challenge));
  return idea.seal !== null && concerned ? <Found idea={idea} /> : null;
}

function Found({ idea }: { readonly idea: IdeaPage }) {
  const read = useQuotations(idea.id);
  if (read.state !== 'ready') return null;
  return read.value.quotations.map((quotation) => (
    <QuotationNotice key={quotation.source.id} quotation={quotation} />
  ));
}

export function QuotationNotice({ quotation }: { readonly quotation: Quotation }) {
  const say = useWords(words);
  const { list, shortDay } = useFormats();
  const { idea, source, people, passage, answer, answered, mayAnswer } = quotation;
  const names = list(people.map(({ name }: PersonRef) => name));
  return (
    <Notice title={say.title}>
      <blockquote className={css.passage}>{passage}</blockquote>
      <p>
        <Link to={`/idees/${source.id}`}>{source.title}</Link>
        {people.length > 0 && `, ${say.from(names)}`}
      </p>
      {mayAnswer && <Answering quotation={quotation} names={names} />}
      {answer === 'open' && !mayAnswer && <p>{say.open}</p>}
      {answered && (
        <p>
          {answer === 'credited'
            ? say.credited(answered.by.name, shortDay(answered.at))
            : say.declined(answered.by.name, shortDay(answered.at))}
        </p>
      )}
      {answered && answered.reason !== '' && <KeptText>{answered.reason}</KeptText>}
      {!mayAnswer && (
        <p>
          <Link to={`/idees/${idea}/noms`}>{say.names}</Link>
        </p>
      )}
    </Notice>
  );
}

function Answering({ quotation, names }: { readonly quotation: Quotation; readonly names: string }) {
  const say = useWords(words);
  const toast = useToast();
  const { run, pending, failure } = useAnswerQuotation();
  const [declining, setDeclining] = useState(false);
  const [reason, setReason] = useState('');
  const { idea, source } = quotation;
  const answer = async (said: 'credit' | 'decline'): Promise<void> => {
    // A reason that was typed for declining says nothing of a credit.
    const body = { answer: said, reason: said === 'decline' ? reason : '' };
    const done = await run({ params: { idea, source: source.id }, body });
    if (done.ok) toast({ text: said === 'credit' ? say.done(names) : say.kept });
  };
  const decline = (event: SubmitEvent): void => {
    event.preventDefault();
    void answer('decline');
  };
  if (declining)
    return (
      <form className={css.form} onSubmit={decline}>
        <TextField
          label={say.reason}
          hint={say.reasonHint}
          optional
          limit={BROUGHT_LIMIT}
          value={reason}
          onChange={setReason}
        />
        <FailureNotice failure={failure} />
        <ButtonRow>
          <Button type="submit" pending={pending}>
            {say.sure}
          </Button>
          <Button tone="quiet" onClick={() => setDeclining(false)}>
            {say.back}
          </Button>
        </ButtonRow>
      </form>
    );
  return (
    <>
      <p>{say.ask(names)}</p>
      <FailureNotice failure={failure} />
      <ButtonRow>
        <Button icon="check" pending={pending} onClick={() => void answer('credit')}>
          {say.credit}
        </Button>
        <Button tone="quiet" onClick={() => setDeclining(true)}>
          {say.decline}
        </Button>
      </ButtonRow>
    </>
  );
}
