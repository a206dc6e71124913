/** Whom a message is for: those on the page at hand, anybody else by a few letters. Boxes to tick, with the keyboard too. */
import { findMentionable, MENTION_LIMIT, type IdeaId, type PersonRef } from '@butinerie/contracts';
import { useState } from 'react';
import { useWords } from '../platform/language.tsx';
import { useRead } from '../platform/query.ts';
import { useSettled } from '../platform/settled.ts';
import { Checkbox } from '../ui/choices.tsx';
import { TextField } from '../ui/field.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import css from './discussion.module.css';
import { words } from './words.ts';

const LETTERS = 2;
const LONGEST = 60;

interface BoxesProps {
  readonly around: readonly PersonRef[];
  readonly mentions: readonly PersonRef[];
  readonly onChange: (mentions: readonly PersonRef[]) => void;
}
export interface MentionFieldProps extends BoxesProps {
  /** Null where only those at hand are addressed. */
  readonly idea: IdeaId | null;
}

export function MentionField({ idea, ...boxes }: MentionFieldProps) {
  const say = useWords(words);
  if (idea === null && boxes.around.length === 0) return null;
  return (
    <details>
      <summary>{say.mention}</summary>
      <div className={css.said}>
        {idea === null ? <Boxes {...boxes} /> : <Sought idea={idea} {...boxes} />}
      </div>
    </details>
  );
}

function Sought({ idea, around, ...boxes }: BoxesProps & { readonly idea: IdeaId }) {
  const say = useWords(words);
  const [typed, setTyped] = useState('');
  const sought = useSettled(typed.trim().slice(0, LONGEST));
  const asks = sought.length >= LETTERS;
  const read = useRead(findMentionable, { params: { idea }, body: { words: sought } }, { when: asks });
  const found = asks && read.state === 'ready' ? read.value.people : [];
  const known = asks && read.state === 'ready';
  return (
    <>
      <TextField
        label={say.mentionFind}
        hint={say.mentionFindHint}
        type="search"
        autoComplete="off"
        value={typed}
        onChange={setTyped}
        onKeyDown={(event) => {
          // Looking for somebody sends no message.
          if (event.key === 'Enter') event.preventDefault();
        }}
      />
      <output className={css.quiet}>
        {known && (found.length === 0 ? say.mentionNobody : say.mentionFound(found.length))}
      </output>
      {asks && read.state === 'refused' && <FailureNotice failure={read.failure} />}
      <Boxes around={[...found, ...around]} {...boxes} />
    </>
  );
}

function Boxes({ around, mentions, onChange }: BoxesProps) {
  const chosen = new Set(mentions.map(({ id }) => id));
  // Whoever was ticked stays to be seen, whatever is looked for next.
  const shown = new Map([...mentions, ...around].map((person) => [person.id, person]));
  return [...shown.values()].map((person) => (
    <Checkbox
      key={person.id}
      label={person.name}
      hint={person.directorate}
      checked={chosen.has(person.id)}
      disabled={mentions.length >= MENTION_LIMIT && !chosen.has(person.id)}
      onChange={(checked) =>
        onChange(checked ? [...mentions, person] : mentions.filter(({ id }) => id !== person.id))
      }
    />
  ));
}
