/** What an author does with a rebound, or with a change somebody suggests: into the text, or beside it with a word on why. */
import { BROUGHT_LIMIT, type Rebound } from '@butinerie/contracts';
import { useState } from 'react';
import { useWords } from '../platform/language.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { useToast } from '../ui/toast.tsx';
import { showRebound, useDeclineRebound, useTakeRebound } from './queries.ts';
import { words } from './words.ts';

export function AnswerRebound({ rebound }: { readonly rebound: Rebound }) {
  const say = useWords(words);
  const toast = useToast();
  const take = useTakeRebound();
  const decline = useDeclineRebound();
  const [sure, setSure] = useState(false);
  const [line, setLine] = useState('');
  const [reason, setReason] = useState('');
  const { id, person, suggestion } = rebound;
  const params = { rebound: id };

  const accept = async (place: 'passage' | 'end'): Promise<void> => {
    const result = await take.run({ params, body: { brought: line, place } });
    if (!result.ok) return;
    showRebound(result.value);
    toast({ text: place === 'end' ? say.takenToast(person.name) : say.acceptedToast(person.name) });
  };
  const leave = async (): Promise<void> => {
    const result = await decline.run({ params, body: { reason } });
    if (!result.ok) return;
    showRebound(result.value);
    toast({ text: say.declinedToast });
  };
  // Changed since this page was read: the server says so when it is accepted.
  const changed = take.failure?.code === 'passage-changed' || (suggestion !== null && !suggestion.stands);
  return (
    <>
      <FailureNotice failure={take.failure ?? decline.failure} />
      {sure ? (
        <TextField
          label={say.reasonField}
          optional
          limit={BROUGHT_LIMIT}
          value={reason}
          onChange={setReason}
        />
      ) : (
        <TextField label={say.broughtField} optional limit={BROUGHT_LIMIT} value={line} onChange={setLine} />
      )}
      <ButtonRow>
        {!sure && suggestion !== null && !changed && (
          <Button icon="check" pending={take.pending} onClick={() => void accept('passage')}>
            {say.accept}
          </Button>
        )}
        {!sure && (suggestion === null || changed) && (
          <Button icon="check" pending={take.pending} onClick={() => void accept('end')}>
            {suggestion === null ? say.take : say.takeAtEnd}
          </Button>
        )}
        {sure ? (
          <>
            <Button tone="danger" pending={decline.pending} onClick={() => void leave()}>
              {suggestion === null ? say.declineSure : say.refuseSure}
            </Button>
            <Button tone="quiet" onClick={() => setSure(false)}>
              {say.declineNot}
            </Button>
          </>
        ) : (
          <Button tone="quiet" onClick={() => setSure(true)}>
            {suggestion === null ? say.decline : say.refuse}
          </Button>
        )}
      </ButtonRow>
    </>
  );
}
