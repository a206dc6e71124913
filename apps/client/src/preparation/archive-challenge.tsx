/** Putting a challenge away: what it gave, and why an effect was not measured. What was typed survives a refusal and a reload. */
import { ideaId, readChallenge, STORY_LIMIT, type Challenge, type IdeaId } from '@butinerie/contracts';
import { useState } from 'react';
import { useKept } from '../platform/kept.ts';
import { useWords } from '../platform/language.tsx';
import { refresh } from '../platform/query.ts';
import { useSignedIn } from '../platform/session.tsx';
import { Button } from '../ui/button.tsx';
import { TextArea } from '../ui/field.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { Section } from '../ui/page.tsx';
import { useToast } from '../ui/toast.tsx';
import { words } from './course-words.ts';
import { useArchiveChallenge } from './queries.ts';

const REASON_LIMIT = 2_000;

interface Said {
  readonly story: string;
  readonly reasons: Readonly<Record<IdeaId, string>>;
}
const NOTHING: Said = { story: '', reasons: {} };

function recall(raw: unknown): Said | null {
  if (typeof raw !== 'object' || raw === null) return null;
  const { story, reasons } = raw as Partial<Record<keyof Said, unknown>>;
  if (typeof story !== 'string' || typeof reasons !== 'object' || reasons === null) return null;
  const known = Object.entries(reasons).flatMap(([id, reason]) => {
    const idea = ideaId.safeParse(id).data;
    return idea === undefined || typeof reason !== 'string' ? [] : [[idea, reason] as const];
  });
  return { story, reasons: Object.fromEntries(known) };
}

export function ArchiveChallenge({ challenge }: { readonly challenge: Challenge }) {
  const say = useWords(words);
  const toast = useToast();
  const { run, pending, failure } = useArchiveChallenge();
  const { id, version, unmeasured } = challenge;
  const me = useSignedIn();
  // Written over more than one day: it waits on the device until it is sent.
  const [kept, keep] = useKept(`butinerie.archive.${me.id}.${id}`, recall);
  const said = kept ?? NOTHING;
  const { story, reasons } = said;
  const [tried, setTried] = useState(false);
  const reasonOf = (idea: IdeaId): string => reasons[idea] ?? '';
  const missing = (text: string): boolean => text.trim() === '';
  const archive = async (): Promise<void> => {
    setTried(true);
    if (missing(story) || unmeasured.some(({ idea }) => missing(reasonOf(idea)))) return;
    const why = unmeasured.map(({ idea }) => ({ idea, reason: reasonOf(idea) }));
    const result = await run({ params: { challenge: id }, body: { story, unmeasured: why, version } });
    if (result.ok) {
      keep(null);
      toast({ text: say.archivedToast });
    } else if (result.failure.code === 'stale-version') refresh(readChallenge, { params: { challenge: id } });
  };
  return (
    <Section title={say.archive}>
      <p>{say.archiveFollows}</p>
      <TextArea
        label={say.archiveStory}
        hint={say.archiveStoryHint}
        limit={STORY_LIMIT}
        value={story}
        onChange={(next) => keep({ ...said, story: next })}
        error={tried && missing(story) ? say.archiveStoryMissing : null}
      />
      {unmeasured.map(({ idea, title }) => (
        <TextArea
          key={idea}
          rows={2}
          label={say.archiveReason(title)}
          limit={REASON_LIMIT}
          value={reasonOf(idea)}
          onChange={(reason) => keep({ ...said, reasons: { ...reasons, [idea]: reason } })}
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
