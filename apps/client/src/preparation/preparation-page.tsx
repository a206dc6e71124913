/** One challenge on the desk: a new one, a draft, or one that is scheduled and only watched over. */
import { challengeId, mintId, type Challenge, type ChallengeId } from '@butinerie/contracts';
import { mayModerate } from '@butinerie/domain';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { readKept, writeKept } from '../platform/kept.ts';
import { useSignedIn } from '../platform/session.tsx';
import { NamedPage, ReadPage } from '../ui/read-page.tsx';
import { ForModerators } from './for-moderators.tsx';
import { PreparationForm } from './preparation-form.tsx';
import { useChallengeToPrepare, useStaff } from './queries.ts';
import { SettledPage } from './settled-page.tsx';

const recallId = (raw: unknown): ChallengeId | null => challengeId.safeParse(raw).data ?? null;

/** `?comme=`: the challenge that the new one is begun like. */
export function NewPreparationPage() {
  const me = useSignedIn();
  const like = recallId(useSearchParams()[0].get('comme'));
  if (!mayModerate(me)) return <ForModerators />;
  return like === null ? <NewPreparation key="new" /> : <Duplicate key={like} of={like} />;
}

function Duplicate({ of }: { readonly of: ChallengeId }) {
  return <ReadPage read={useChallengeToPrepare(of)}>{(like) => <NewPreparation like={like} />}</ReadPage>;
}

function NewPreparation({ like }: { readonly like?: Challenge }) {
  const me = useSignedIn();
  const navigate = useNavigate();
  const key = `butinerie.preparation.${me.id}.new${like ? `.${like.id}` : ''}`;
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
  return <PreparationForm id={id} challenge={null} people={[]} {...(like && { like })} onSaved={begun} />;
}

export function PreparationPage() {
  return (
    <NamedPage param="challenge" schema={challengeId}>
      {(id) => <Prepared id={id} />}
    </NamedPage>
  );
}

function Prepared({ id }: { readonly id: ChallengeId }) {
  const read = useChallengeToPrepare(id);
  const staff = useStaff();
  return (
    <ReadPage read={read}>
      {(challenge) =>
        challenge.acts.includes('draftChallenge') ? (
          <ReadPage read={staff}>
            {({ people }) => <PreparationForm id={id} challenge={challenge} people={people} />}
          </ReadPage>
        ) : (
          <SettledPage challenge={challenge} />
        )
      }
    </ReadPage>
  );
}
