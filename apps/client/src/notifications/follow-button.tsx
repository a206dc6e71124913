/** « Suivre » : one tap, and one tap back. */
import { listFollows, type ChallengeId, type IdeaId, type NoteId } from '@butinerie/contracts';
import { useWords } from '../platform/language.tsx';
import { remember } from '../platform/query.ts';
import { Button } from '../ui/button.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { useToast } from '../ui/toast.tsx';
import { words } from './preferences-words.ts';
import { useFollowChallenge, useFollowIdea, useFollowNote, useFollows } from './queries.ts';

export function FollowIdea({ idea }: { readonly idea: IdeaId }) {
  const say = useWords(words);
  const read = useFollows();
  const { run, pending, failure } = useFollowIdea();
  const followed = read.state === 'ready' && read.value.ideas.includes(idea);
  return (
    <FollowButton
      followed={followed}
      pending={pending || read.state !== 'ready'}
      failure={failure}
      said={say.followsIdea}
      onChange={async (next) => {
        const result = await run({ params: { idea }, body: { followed: next } });
        if (result.ok) remember(listFollows, {}, result.value);
        return result.ok;
      }}
    />
  );
}

export function FollowChallenge({ challenge }: { readonly challenge: ChallengeId }) {
  const say = useWords(words);
  const read = useFollows();
  const { run, pending, failure } = useFollowChallenge();
  const followed = read.state === 'ready' && read.value.challenges.includes(challenge);
  return (
    <FollowButton
      followed={followed}
      pending={pending || read.state !== 'ready'}
      failure={failure}
      said={say.followsChallenge}
      onChange={async (next) => {
        const result = await run({ params: { challenge }, body: { followed: next } });
        if (result.ok) remember(listFollows, {}, result.value);
        return result.ok;
      }}
    />
  );
}

export function FollowNote({ note }: { readonly note: NoteId }) {
  const say = useWords(words);
  const read = useFollows();
  const { run, pending, failure } = useFollowNote();
  const followed = read.state === 'ready' && read.value.notes.includes(note);
  return (
    <FollowButton
      followed={followed}
      pending={pending || read.state !== 'ready'}
      failure={failure}
      said={say.followsNote}
      onChange={async (next) => {
        const result = await run({ params: { note }, body: { followed: next } });
        if (result.ok) remember(listFollows, {}, result.value);
        return result.ok;
      }}
    />
  );
}

interface FollowButtonProps {
  readonly followed: boolean;
  readonly pending: boolean;
  readonly failure: Parameters<typeof FailureNotice>[0]['failure'];
  readonly said: string;
  readonly onChange: (followed: boolean) => Promise<boolean>;
}
function FollowButton({ followed, pending, failure, said, onChange }: FollowButtonProps) {
  const say = useWords(words);
  const toast = useToast();
  const change = async (): Promise<void> => {
    if (await onChange(!followed)) toast({ text: followed ? say.unfollowed : said });
  };
  return (
    <div>
      <Button
        icon={followed ? 'check' : 'bell'}
        aria-pressed={followed}
        pending={pending}
        onClick={() => void change()}
      >
        {followed ? say.followed : say.follow}
      </Button>
      <FailureNotice failure={failure} />
    </div>
  );
}
