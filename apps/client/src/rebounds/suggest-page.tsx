/** « Proposer une modification »: one passage said otherwise. The text stays as it is until an author accepts. */
import { REBOUND_LIMIT, type IdeaId, type IdeaPage } from '@butinerie/contracts';
import { useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { readKept, useKept } from '../platform/kept.ts';
import { useWords } from '../platform/language.tsx';
import { useSignedIn } from '../platform/session.tsx';
import { useSendAgain } from '../platform/use-send-again.ts';
import { Button, ButtonRow } from '../ui/button.tsx';
import { ComparedText } from '../ui/compared-text.tsx';
import { AroundIdea, NamedIdea } from '../ui/idea-page.tsx';
import { TextArea } from '../ui/field.tsx';
import { EmptyState, FailureNotice, Notice } from '../ui/notice.tsx';
import { KeptText, Section } from '../ui/page.tsx';
import { usePersonalData } from '../ui/personal-data.tsx';
import { Reading, Skeleton } from '../ui/reading.tsx';
import { useToast } from '../ui/toast.tsx';
import { showRebound, usePassages, useReboundOnIdea } from './queries.ts';
import { IDS, recallSuggestion, suggestionKey, type Suggestion } from './kept-rebound.ts';
import css from './rebounds.module.css';
import { Unsent } from './unsent.tsx';
import { words } from './words.ts';

export function SuggestPage() {
  return <NamedIdea>{(idea) => <Whole idea={idea} />}</NamedIdea>;
}

function Whole({ idea }: { readonly idea: IdeaPage }) {
  const say = useWords(words);
  const read = usePassages(idea.id);
  return (
    <AroundIdea idea={idea} title={say.suggestTitle(idea.title)} now={say.suggestLead} back={say.suggestBack}>
      {idea.acts.includes('reboundOnIdea') ? (
        <Reading read={read} skeleton={<Skeleton lines={6} />}>
          {({ passages }) => <Suggest idea={idea.id} passages={passages} />}
        </Reading>
      ) : (
        <Shut idea={idea.id} />
      )}
    </AroundIdea>
  );
}

/** Closed, maybe while she was writing: her words stay readable. */
function Shut({ idea }: { readonly idea: IdeaId }) {
  const say = useWords(words);
  const me = useSignedIn();
  const kept = readKept(suggestionKey(me.id, idea), recallSuggestion);
  return (
    <>
      <EmptyState title={say.suggestShut} />
      {kept && says(kept) && <Unsent text={kept.text} />}
    </>
  );
}

interface SuggestProps {
  readonly idea: IdeaId;
  readonly passages: readonly string[];
}
function Suggest({ idea, passages }: SuggestProps) {
  const say = useWords(words);
  const me = useSignedIn();
  const [kept, setKept] = useKept(suggestionKey(me.id, idea), recallSuggestion);
  const [only, setOnly] = useState(() => alone(passages));
  const draft = kept ?? only;
  const [choosing, setChoosing] = useState(false);
  const keep = (next: Suggestion | null): void => {
    setOnly(null);
    setKept(next);
    setChoosing(false);
  };
  if (draft !== null && !choosing)
    return (
      <Change
        idea={idea}
        draft={draft}
        keep={keep}
        choose={() => setChoosing(true)}
        stands={passages.includes(draft.instead)}
      />
    );
  if (passages.length === 0) return <EmptyState title={say.suggestNothing} />;
  const held = draft !== null && says(draft) ? draft : null;
  return (
    <Section title={say.suggestWhich}>
      {held && (
        <Notice title={say.suggestHeld}>
          <KeptText>{held.text}</KeptText>
        </Notice>
      )}
      <ol className={css.passages}>
        {passages.map((passage, at) => (
          <li key={at} className={css.rebound}>
            <KeptText>{passage}</KeptText>
            <div>
              <Button
                aria-label={say.suggestThisOf(passage)}
                onClick={() => keep(held ? withWordsOf(held, passage) : begin(passage))}
              >
                {say.suggestThis}
              </Button>
            </div>
          </li>
        ))}
      </ol>
    </Section>
  );
}

const begin = (passage: string): Suggestion => ({
  id: IDS.mint(),
  instead: passage,
  text: passage,
});
/** Of another passage it is another suggestion: the first may have arrived, though no answer to it did. */
const withWordsOf = (held: Suggestion, passage: string): Suggestion =>
  held.instead === passage ? held : { ...begin(passage), text: held.text };
/** Something was typed that is not the passage itself. */
const says = ({ text, instead }: Suggestion): boolean => text.trim() !== '' && text.trim() !== instead.trim();
/** Nothing to choose between. */
const alone = ([first, ...more]: readonly string[]): Suggestion | null =>
  first === undefined || more.length > 0 ? null : begin(first);

interface ChangeProps {
  readonly idea: IdeaId;
  readonly draft: Suggestion;
  readonly keep: (draft: Suggestion | null) => void;
  /** Another passage, for the same words. */
  readonly choose: () => void;
  /** Whether the passage is still there. */
  readonly stands: boolean;
}
function Change({ idea, draft, keep, choose, stands }: ChangeProps) {
  const say = useWords(words);
  const toast = useToast();
  const navigate = useNavigate();
  const { run, pending, failure, clear } = useReboundOnIdea();
  const { id, instead, text } = draft;
  const waits = failure?.code === 'offline';

  const send = async (): Promise<void> => {
    const result = await run({ params: { idea }, body: { id, text, instead } });
    if (!result.ok) {
      if (result.failure.code === 'id-taken') keep({ ...draft, id: IDS.mint() });
      return;
    }
    showRebound(result.value);
    keep(null);
    toast({ text: say.suggestSent });
    void navigate(`/idees/${idea}`);
  };
  useSendAgain(waits, send);

  const change = (next: string): void => {
    keep({ ...draft, text: next });
    clear();
  };
  const same = !says(draft);
  const guard = usePersonalData([{ text, change }], () => void send());
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!same && guard.passes()) void send();
  };
  return (
    <form className={css.form} noValidate onSubmit={submit}>
      {!stands && (
        <Notice tone="warning" title={say.suggestGone}>
          <p>{say.suggestGoneWhat}</p>
        </Notice>
      )}
      <TextArea
        label={say.suggestField}
        hint={say.suggestHint}
        rows={5}
        limit={REBOUND_LIMIT}
        value={text}
        onChange={change}
        error={null}
      />
      {!same && (
        <div>
          <p className={css.quiet}>{say.suggestCompared}</p>
          <ComparedText before={instead} after={text} />
        </div>
      )}
      {waits ? (
        <Notice live tone="warning" title={say.suggestKept}>
          <p>{say.keptWhat}</p>
        </Notice>
      ) : (
        <FailureNotice failure={failure} />
      )}
      {guard.notice}
      <ButtonRow>
        <Button type="submit" tone="primary" pending={pending} disabled={same}>
          {say.suggestSend}
        </Button>
        <Button tone="quiet" onClick={choose}>
          {say.suggestOther}
        </Button>
      </ButtonRow>
    </form>
  );
}
