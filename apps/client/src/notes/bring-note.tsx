/** Into a challenge: a moderator asks for the note, its author brings it herself with those whose words come along. */
import type { ChallengeId, Comment, NotePage } from '@butinerie/contracts';
import { useState } from 'react';
import { useWords } from '../platform/language.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Select, TextArea } from '../ui/field.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { useToast } from '../ui/toast.tsx';
import { Credited, useCredited } from './credited.tsx';
import { showNote, useBringNote } from './queries.ts';
import { words } from './words.ts';

interface BringNoteProps {
  readonly note: NotePage;
  readonly others: readonly Comment[];
}
export function BringNote({ note, others }: BringNoteProps) {
  const say = useWords(words);
  const [open, setOpen] = useState(false);
  if (note.challenges.length === 0 || !note.acts.includes('bringNote')) return null;
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {note.mine ? say.bringOwn : say.bring}
      </Button>
      {open && <Bringing note={note} others={others} onClose={() => setOpen(false)} />}
    </>
  );
}

function Bringing({ note, others, onClose }: BringNoteProps & { readonly onClose: () => void }) {
  const say = useWords(words);
  const toast = useToast();
  const { run, pending, failure } = useBringNote();
  const { credited, set } = useCredited(others);
  const [chosen, choose] = useState<ChallengeId | undefined>(note.challenges[0]?.id);
  const [why, setWhy] = useState('');
  const send = async (): Promise<void> => {
    if (chosen === undefined) return;
    const body = { challenge: chosen, words: why, credited: note.mine ? credited : [] };
    const result = await run({ params: { note: note.id }, body });
    if (!result.ok) return;
    showNote(result.value);
    onClose();
    const state = result.value.wishes.find(({ challenge }) => challenge.id === chosen)?.state;
    toast({
      text: state === 'brought' ? say.accepted : state === 'accepted' ? say.acceptedLater : say.asked,
    });
  };
  return (
    <Dialog
      open
      title={note.mine ? say.acceptTitle : say.bringTitle}
      onClose={onClose}
      footer={
        <ButtonRow>
          <Button tone="primary" pending={pending} onClick={() => void send()}>
            {note.mine ? say.accept : say.askYes}
          </Button>
          <Button onClick={onClose}>{say.back}</Button>
        </ButtonRow>
      }
    >
      <p>{note.mine ? say.acceptWhat : say.bringWhat(note.author.name)}</p>
      <Select
        label={say.whichChallenge}
        value={chosen ?? ''}
        onChange={(value) => choose(note.challenges.find(({ id }) => id === value)?.id)}
        options={note.challenges.map(({ id, question }) => ({ value: id, label: question }))}
      />
      {note.mine ? (
        <Credited others={others} credited={credited} onSet={set} />
      ) : (
        <TextArea
          label={say.why}
          hint={say.whyHint}
          optional
          rows={2}
          limit={1_000}
          value={why}
          onChange={setWhy}
        />
      )}
      <FailureNotice failure={failure} />
    </Dialog>
  );
}
