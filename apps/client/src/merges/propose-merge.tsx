/** A moderator asks that this idea join another one: which, and why. Nothing follows but a question to its authors. */
import {
  findSimilar,
  ideaId,
  listIdeas,
  mintId,
  type IdeaId,
  type IdeaPage,
  type IdeaRef,
} from '@butinerie/contracts';
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
type OneIdea = Pick<IdeaRef, 'id' | 'title' | 'originators'>;

/** Begins with what resembles the idea itself; then whatever is looked for. */
function OtherIdea({ idea, chosen, onChoose }: OtherIdeaProps) {
  const say = useWords(words);
  const [typed, setTyped] = useState('');
  const search = useSettled(typed.trim().slice(0, 200));
  const params = { challenge: idea.challenge };
  const like = { title: idea.title.slice(0, 1_000), except: [idea.id] };
  const alike = useRead(findSimilar, { params, body: like }, { when: search === '' });
  const sought = useRead(listIdeas, { params, query: { search, count: '6' } }, { when: search !== '' });
  const resembling: readonly OneIdea[] = search === '' && alike.state === 'ready' ? alike.value.ideas : [];
  const matching: readonly OneIdea[] =
    search !== '' && sought.state === 'ready'
      ? sought.value.ideas.map(({ id, title, credits }) => ({ id, title, originators: credits.originators }))
      : [];
  const others = [...resembling, ...matching].filter(({ id }) => id !== idea.id);
  const empty = search !== '' && sought.state === 'ready' && others.length === 0;
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
          options={others.map(({ id, title, originators }) => ({
            value: id,
            label: title,
            hint: originators.map(({ name }) => name).join(', '),
          }))}
        />
      )}
      <output>{empty && say.nothing}</output>
    </>
  );
}
