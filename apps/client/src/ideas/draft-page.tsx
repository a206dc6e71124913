/** A draft begun earlier, with its lineage and the hour it was saved. Its author's alone. */
import type { Challenge, IdeaPage } from '@butinerie/contracts';
import { actOpen } from '../platform/act-open.ts';
import type { ReactNode } from 'react';
import { Navigate } from 'react-router';
import { useFormats, useWords } from '../platform/language.tsx';
import { useSignedIn } from '../platform/session.tsx';
import { Page } from '../ui/page.tsx';
import { DraftForm, type DraftAids } from './draft-form.tsx';
import { particularsOf } from './particulars.ts';
import { words } from './words.ts';

export interface DraftPageProps {
  readonly idea: IdeaPage;
  readonly challenge: Challenge;
  readonly now: ReactNode;
  readonly aids: DraftAids;
}

export function DraftPage({ idea, challenge, now, aids }: DraftPageProps) {
  const say = useWords(words);
  const me = useSignedIn();
  const { day, time } = useFormats();
  if (idea.state !== 'draft') return <Navigate replace to={`/idees/${idea.id}`} />;
  const { id, title, text, savedAt, parents, underPseudonym } = idea;
  return (
    <Page title={say.draftTitle} kicker={challenge.question} now={now}>
      <p>{say.resumedWhat(day(savedAt), time(savedAt))}</p>
      <DraftForm
        start={{
          idea: id,
          person: me.id,
          challenge: challenge.id,
          parents: parents.map((parent) => parent.id),
          grownFrom: null,
          underPseudonym,
          title,
          text,
          savedAt,
          particulars: particularsOf(idea),
        }}
        open={actOpen(challenge, 'publishIdea')}
        aids={aids}
        asks={challenge}
      />
    </Page>
  );
}
