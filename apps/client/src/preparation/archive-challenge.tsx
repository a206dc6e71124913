/** Putting a challenge away: what it gave, and why an effect was not measured. What was typed survives a refusal. */
import { STORY_LIMIT, type Challenge, type IdeaId } from '@butinerie/contracts';
import { useState } from 'react';
import { useWords } from '../platform/language.tsx';
import { Button } from '../ui/button.tsx';
import { TextArea } from '../ui/field.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { Section } from '../ui/page.tsx';
import { useToast } from '../ui/toast.tsx';
import { words } from './course-words.ts';
import { useArchiveChallenge } from './queries.ts';

const REASON_LIMIT = 2_000;

export function ArchiveChallenge({ challenge }: { readonly challenge: Challenge }) {
  const say = useWords(words);
  const toast = useToast();
  const { run, pending, failure } = useArchiveChallenge();
  const { id, version, unmeasured } = challenge;
  const [story, setStory] = useState('');
  const [reasons, setReasons] = useState<Readonly<Record<IdeaId, string>>>({});
  const [tried, setTried] = useState(false);
  const reasonOf = (idea: IdeaId): string => reasons[idea] ?? '';
  const missing = (text: string): boolean => text.trim() === '';
  const archive = async (): Promise<void> => {
    setTried(true);
    if (missing(story) || unmeasured.some(({ idea }) => missing(reasonOf(idea)))) return;
    const said = unmeasured.map(({ idea }) => ({ idea, reason: reasonOf(idea) }));
    const result = await run({ params: { challenge: id }, body: { story, unmeasured: said, version } });
    if (result.ok) toast({ text: say.archivedToast });
  };
  return (
    <Section title={say.archive}>
      <p>{say.archiveFollows}</p>
      <TextArea
        label={say.archiveStory}
        hint={say.archiveStoryHint}
        limit={STORY_LIMIT}
        value={story}
        onChange={setStory}
        error={tried && missing(story) ? say.archiveStoryMissing : null}
      />
      {unmeasured.map(({ idea, title }) => (
        <TextArea
          key={idea}
          rows={2}
          label={say.archiveReason(title)}
          limit={REASON_LIMIT}
          value={reasonOf(idea)}
          onChange={(reason) => setReasons((before) => ({ ...before, [idea]: reason }))}
          error={tried && missing(reasonOf(idea)) ? say.archiveReasonMissing : null}
        />
      ))}
      <FailureNotice failure={failure} />
      <div>
        <Button tone="primary" pending={pending} onClick={() => void archive()}>
          {say.archive}
        </Button>
      </div>
    </Section>
  );
}
