/** A moderator asks that this idea join another one: which, and why. Nothing follows but a question to its authors. */
import { ideaId, listIdeas, mintId, type IdeaId, type IdeaPage } from '@butinerie/contracts';
import { useState } from 'react';
import { useWords } from '../platform/language.tsx';
import { useRead } from '../platform/query.ts';
import { useSettled } from '../platform/settled.ts';
import { Button } from '../ui/button.tsx';
import { RadioCards } from '../ui/choices.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextArea, TextField } from '../ui/field.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { useToast } from '../ui/toast.tsx';
import { useProposeMerge } from './queries.ts';
import { words } from './words.ts';

type ProposedIdea = Pick<IdeaPage, 'id' | 'title' | 'challenge'>;

interface ProposeMergeProps {
  readonly idea: ProposedIdea;
  /** The idea it would join, where that is known already. */
  readonly into?: Pick<IdeaPage, 'id' | 'title'>;
}

export function ProposeMerge({ idea, into }: ProposeMergeProps) {
  const say = useWords(words);
  const [open, setOpen] = useState(false);
  return (
    <div>
      <Button
        tone={into === undefined ? 'quiet' : 'secondary'}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {say.propose}
      </Button>
      {open && <ProposeDialog idea={idea} known={into} onClose={() => setOpen(false)} />}
    </div>
  );
}

interface ProposeDialogProps {
  readonly idea: ProposedIdea;
  readonly known: ProposeMergeProps['into'];
  readonly onClose: () => void;
}
function ProposeDialog({ idea, known, onClose }: ProposeDialogProps) {
  const say = useWords(words);
  const toast = useToast();
  const propose = useProposeMerge();
  // One question, however often the button is pressed.
  const [id] = useState(() => mintId('merge'));
  const [into, setInto] = useState<IdeaId | null>(known?.id ?? null);
  const [reason, setReason] = useState('');
  const send = async (): Promise<void> => {
    if (into === null || reason.trim() === '') return;
    const result = await propose.run({ params: { idea: idea.id }, body: { id, into, reason } });
    if (!result.ok) return;
    toast({ text: say.asked });
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={say.proposeTitle}
      footer={
        <>
          <Button
            tone="primary"
            pending={propose.pending}
            disabled={into === null || reason.trim() === ''}
            onClick={() => void send()}
          >
            {say.send}
          </Button>
          <Button tone="quiet" onClick={onClose}>
            {say.cancel}
          </Button>
        </>
      }
    >
      <p>{say.proposeWhat}</p>
      {known === undefined ? (
        <OtherIdea idea={idea} chosen={into} onChoose={setInto} />
      ) : (
        <p>{say.joins(idea.title, known.title)}</p>
      )}
      <TextArea label={say.reason} hint={say.reasonHint} rows={3} value={reason} onChange={setReason} />
      <FailureNotice failure={propose.failure} />
    </Dialog>
  );
}

interface OtherIdeaProps {
  readonly idea: ProposedIdea;
  readonly chosen: IdeaId | null;
  readonly onChoose: (idea: IdeaId) => void;
}
/** Begins with what resembles the idea itself. */
function OtherIdea({ idea, chosen, onChoose }: OtherIdeaProps) {
  const say = useWords(words);
  const [typed, setTyped] = useState(idea.title);
  const search = useSettled(typed.trim().slice(0, 200));
  const params = { challenge: idea.challenge };
  const read = useRead(listIdeas, { params, query: { search, count: '6' } }, { when: search !== '' });
  const others = read.state === 'ready' ? read.value.ideas.filter(({ id }) => id !== idea.id) : [];
  return (
    <>
      <TextField label={say.find} hint={say.findHint} type="search" value={typed} onChange={setTyped} />
      {others.length > 0 && (
        <RadioCards<string>
          legend={say.choose}
          value={chosen}
          onChange={(value) => {
            const parsed = ideaId.safeParse(value);
            if (parsed.success) onChoose(parsed.data);
          }}
          options={others.map(({ id, title, credits }) => ({
            value: id,
            label: title,
            hint: credits.originators.map(({ name }) => name).join(', '),
          }))}
        />
      )}
      <output>{read.state === 'ready' && others.length === 0 && say.nothing}</output>
    </>
  );
}
