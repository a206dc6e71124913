/** Saying something: one field, whom it is for, one press. What is typed stays until the server has it. */
import {
  COMMENT_LIMIT,
  commentId,
  mintId,
  type CommentId,
  type CommentKind,
  type PersonRef,
} from '@butinerie/contracts';
import { useState, type FormEvent } from 'react';
import { useWordsToSend, type Ids } from '../platform/kept-words.ts';
import { useWords } from '../platform/language.tsx';
import { useSignedIn } from '../platform/session.tsx';
import { useFailureText } from '../platform/use-failure-text.ts';
import { Button } from '../ui/button.tsx';
import { RadioCards } from '../ui/choices.tsx';
import { TextArea } from '../ui/field.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { usePersonalData } from '../ui/personal-data.tsx';
import { useToast } from '../ui/toast.tsx';
import css from './discussion.module.css';
import { MentionField } from './mention-field.tsx';
import type { TalkAt } from './queries.ts';
import { words } from './words.ts';

const IDS: Ids<CommentId> = { read: (raw) => commentId.safeParse(raw).data, mint: () => mintId('comment') };
const FIELD_CODES = ['text-missing', 'text-too-long', 'invalid-input'];

export interface CommentFormProps {
  readonly talk: TalkAt;
  /** The head of the thread it answers in. */
  readonly parent: CommentId | null;
  readonly around: readonly PersonRef[];
  readonly onSent?: () => void;
}

export function CommentForm({ talk, parent, around, onSent }: CommentFormProps) {
  const say = useWords(words);
  const failureText = useFailureText();
  const me = useSignedIn();
  const toast = useToast();
  const {
    words: draft,
    type,
    sent,
    takeAnotherId,
  } = useWordsToSend(`butinerie.comment.${me.id}.${parent ?? talk.place}`, IDS);
  const [kind, setKind] = useState<CommentKind>('comment');
  const [mentions, setMentions] = useState<readonly PersonRef[]>([]);
  const [empty, setEmpty] = useState(false);
  const { kinds, pending, failure, clear } = talk;

  const send = async (): Promise<void> => {
    const { id, text } = draft;
    setEmpty(text.trim() === '');
    if (text.trim() === '') return;
    const body = { id, parent, kind, text, mentions: mentions.map((person) => person.id) };
    const refused = await talk.say(body);
    if (refused?.code === 'id-taken') takeAnotherId();
    if (refused !== null) return;
    sent();
    setMentions([]);
    setKind('comment');
    toast({ text: say.sent });
    onSent?.();
  };
  const change = (text: string): void => {
    type(text);
    setEmpty(false);
    clear();
  };
  const guard = usePersonalData([{ text: draft.text, change }], () => void send());
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (guard.passes()) void send();
  };
  const ofField = failure !== null && FIELD_CODES.includes(failure.code);
  const others = around.filter(({ id }) => id !== me.id);
  return (
    <form className={css.form} noValidate onSubmit={submit}>
      <TextArea
        label={parent === null ? say.field : say.answerField}
        rows={3}
        limit={COMMENT_LIMIT}
        value={draft.text}
        onChange={change}
        error={empty ? say.empty : ofField ? Object.values(failureText(failure)).join(' ') : null}
      />
      {parent === null && draft.text !== '' && (
        <RadioCards<CommentKind>
          legend={say.kind}
          value={kind}
          onChange={setKind}
          options={kinds.map((value) => ({
            value,
            label: say.kinds[value],
            hint: say.kindHints[value],
          }))}
        />
      )}
      {draft.text !== '' && (
        <MentionField idea={talk.idea} around={others} mentions={mentions} onChange={setMentions} />
      )}
      {!ofField && <FailureNotice failure={failure} />}
      {guard.notice}
      <div>
        <Button type="submit" pending={pending}>
          {say.send}
        </Button>
      </div>
    </form>
  );
}
