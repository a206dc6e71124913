/** One challenge on the desk: a new one, a draft, or one that is scheduled and only watched over. */
import { challengeId, mintId, type Challenge, type ChallengeId } from '@butinerie/contracts';
import { mayModerate } from '@butinerie/domain';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { readKept, writeKept } from '../platform/kept.ts';
import { useWords } from '../platform/language.tsx';
import { useSignedIn } from '../platform/session.tsx';
import { Page, PageFrame } from '../ui/page.tsx';
import { Reading } from '../ui/reading.tsx';
import { ForModerators } from './for-moderators.tsx';
import { PreparationForm } from './preparation-form.tsx';
import { useChallengeToPrepare, useStaff } from './queries.ts';
import { SettledPage } from './settled-page.tsx';
import { words } from './words.ts';

const recallId = (raw: unknown): ChallengeId | null => challengeId.safeParse(raw).data ?? null;

export function NewPreparationPage() {
  const me = useSignedIn();
  const navigate = useNavigate();
  const key = `butinerie.preparation.${me.id}.new`;
  // The id is kept with what is typed: a reload goes on with the same challenge.
  const [id] = useState(() => {
    const found = readKept(key, recallId) ?? mintId('challenge');
    writeKept(key, found);
    return found;
  });
  const begun = (): void => {
    writeKept(key, null);
    void navigate(`/preparer/${id}`, { replace: true });
  };
  if (!mayModerate(me)) return <ForModerators />;
  return <PreparationForm id={id} challenge={null} people={[]} onSaved={begun} />;
}

export function PreparationPage() {
  const say = useWords(words);
  const id = challengeId.safeParse(useParams()['challenge']);
  if (!id.success) return <Page title={say.forModerators} />;
  return <Prepared key={id.data} id={id.data} />;
}

function Prepared({ id }: { readonly id: ChallengeId }) {
  const read = useChallengeToPrepare(id);
  const staff = useStaff();
  if (read.state !== 'ready' || staff.state !== 'ready')
    return (
      <PageFrame>
        <Reading read={read.state === 'ready' ? staff : read}>{() => null}</Reading>
      </PageFrame>
    );
  const challenge: Challenge = read.value;
  return challenge.acts.includes('draftChallenge') ? (
    <PreparationForm id={id} challenge={challenge} people={staff.value.people} />
  ) : (
    <SettledPage challenge={challenge} />
  );
}
