/** Where a note is wanted and what it became: the author answers here; an idea and its note name each other. */
import type { Comment, NotePage, Wish } from '@butinerie/contracts';
import { useState } from 'react';
import { useWords } from '../platform/language.tsx';
import { Button, ButtonRow, LinkButton } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FailureNotice, Notice } from '../ui/notice.tsx';
import { KeptText, Section } from '../ui/page.tsx';
import { useToast } from '../ui/toast.tsx';
import { Credited, useCredited } from './credited.tsx';
import css from './notes.module.css';
import { showNote, useAnswerWish } from './queries.ts';
import { words } from './words.ts';

interface WishesProps {
  readonly note: NotePage;
  readonly others: readonly Comment[];
}
export function Wishes({ note, others }: WishesProps) {
  const say = useWords(words);
  if (note.wishes.length === 0) return null;
  return (
    <Section title={say.wishes}>
      {note.wishes.map((wish) => (
        <OneWish key={wish.challenge.id} note={note} wish={wish} others={others} />
      ))}
    </Section>
  );
}

function OneWish({ note, wish, others }: WishesProps & { readonly wish: Wish }) {
  const say = useWords(words);
  const { challenge, by, state, idea } = wish;
  if (state === 'brought')
    return (
      <Notice tone="good" title={say.broughtInto(challenge.question)}>
        {idea && (
          <div>
            <LinkButton to={`/idees/${idea}`}>{say.seeIdea}</LinkButton>
          </div>
        )}
      </Notice>
    );
  const asked =
    note.mine && by ? say.wished(by.name, challenge.question) : say.wishedByYou(challenge.question);
  return (
    <Notice title={asked}>
      {wish.words !== '' && <KeptText>{wish.words}</KeptText>}
      {(!note.mine || state !== 'asked') && <p className={css.quiet}>{say.wishState[state]}</p>}
      {note.mine && <Answer note={note} wish={wish} others={others} />}
    </Notice>
  );
}

function Answer({ note, wish, others }: WishesProps & { readonly wish: Wish }) {
  const say = useWords(words);
  const toast = useToast();
  const { run, pending, failure } = useAnswerWish();
  const { credited, set } = useCredited(others);
  const [open, setOpen] = useState(false);
  const answer = async (said: 'accept' | 'decline'): Promise<void> => {
    const params = { note: note.id, challenge: wish.challenge.id };
    const result = await run({ params, body: { answer: said, credited } });
    if (!result.ok) return;
    showNote(result.value);
    setOpen(false);
    const now = result.value.wishes.find(({ challenge }) => challenge.id === wish.challenge.id)?.state;
    toast({
      text: now === 'brought' ? say.accepted : now === 'accepted' ? say.acceptedLater : say.declined,
    });
  };
  return (
    <>
      <ButtonRow>
        {wish.state !== 'accepted' && (
          <Button tone="primary" aria-haspopup="dialog" onClick={() => setOpen(true)}>
            {say.accept}
          </Button>
        )}
        {wish.state !== 'declined' && (
          <Button pending={pending} onClick={() => void answer('decline')}>
            {wish.state === 'accepted' ? say.changeMind : say.decline}
          </Button>
        )}
      </ButtonRow>
      {!open && <FailureNotice failure={failure} />}
      <Dialog
        open={open}
        title={say.acceptTitle}
        onClose={() => setOpen(false)}
        footer={
          <ButtonRow>
            <Button tone="primary" pending={pending} onClick={() => void answer('accept')}>
              {say.accept}
            </Button>
            <Button onClick={() => setOpen(false)}>{say.back}</Button>
          </ButtonRow>
        }
      >
        <p>{say.acceptWhat}</p>
        <Credited others={others} credited={credited} onSet={set} />
        <FailureNotice failure={failure} />
      </Dialog>
    </>
  );
}
