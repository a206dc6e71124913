/** « Repris par » : who does elsewhere what works here, named for good; and the act of saying so. */
import { TAKE_UP_LIMIT, type NotePage } from '@butinerie/contracts';
import { useState } from 'react';
import { useFormats, useWords } from '../platform/language.tsx';
import { useSignedIn } from '../platform/session.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextArea } from '../ui/field.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { KeptText, Section } from '../ui/page.tsx';
import { PersonName } from '../ui/person-name.tsx';
import { Knot, Thread } from '../ui/thread.tsx';
import { useToast } from '../ui/toast.tsx';
import css from './notes.module.css';
import { showNote, useTakeUpPractice } from './queries.ts';
import { words } from './words.ts';

export function TakeUps({ note }: { readonly note: NotePage }) {
  const say = useWords(words);
  const { shortDay } = useFormats();
  return (
    <Section title={say.takeUps}>
      {note.takeUps.length === 0 && <p className={css.quiet}>{say.nobodyYet}</p>}
      <Thread label={say.takeUps}>
        {note.takeUps.map(({ person, words: how, at }) => (
          <Knot key={person.id} personId={person.id}>
            <p className={css.row}>
              <PersonName person={person} directorate />
              <span className={css.quiet}>{shortDay(at)}</span>
            </p>
            {how !== '' && <KeptText>{how}</KeptText>}
          </Knot>
        ))}
      </Thread>
    </Section>
  );
}

function Act({ note }: { readonly note: NotePage }) {
  const say = useWords(words);
  const me = useSignedIn();
  const toast = useToast();
  const before = note.takeUps.find(({ person }) => person.id === me.id);
  const [open, setOpen] = useState(false);
  const [how, setHow] = useState(before?.words ?? '');
  const { run, pending, failure } = useTakeUpPractice();
  const send = async (): Promise<void> => {
    const result = await run({ params: { note: note.id }, body: { words: how } });
    if (!result.ok) return;
    showNote(result.value);
    setOpen(false);
    toast({ text: say.takenUp });
  };
  return (
    <>
      <Button tone={before ? 'secondary' : 'primary'} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {before ? say.takeUpAgain : say.takeUp}
      </Button>
      <Dialog
        open={open}
        title={say.takeUpTitle}
        onClose={() => setOpen(false)}
        footer={
          <ButtonRow>
            <Button tone="primary" pending={pending} onClick={() => void send()}>
              {say.takeUpYes}
            </Button>
            <Button onClick={() => setOpen(false)}>{say.back}</Button>
          </ButtonRow>
        }
      >
        <p>{say.takeUpWhat(note.author.name)}</p>
        <TextArea
          label={say.takeUpField}
          optional
          rows={3}
          limit={TAKE_UP_LIMIT}
          value={how}
          onChange={setHow}
        />
        <FailureNotice failure={failure} />
      </Dialog>
    </>
  );
}
TakeUps.Act = Act;
