/** One challenge on the desk: a new one, a draft, or one that is scheduled and only watched over. */
import {
  challengeId,
  formatId,
  mintId,
  type Challenge,
  type ChallengeId,
  type FormatId,
} from '@butinerie/contracts';
import { mayModerate } from '@butinerie/domain';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { readKept, writeKept } from '../platform/kept.ts';
import { useSignedIn } from '../platform/session.tsx';
import { NamedPage, ReadPage } from '../ui/read-page.tsx';
import { ForModerators } from './for-moderators.tsx';
import type { ChosenFormat } from './format-notice.tsx';
import { PreparationForm } from './preparation-form.tsx';
import { useChallengeToPrepare, useHouseFormats, useStaff } from './queries.ts';
import { SettledPage } from './settled-page.tsx';

const recallId = (raw: unknown): ChallengeId | null => challengeId.safeParse(raw).data ?? null;

/** `?comme=`: the challenge that the new one is begun like; `?format=`: the format of the house. */
export function NewPreparationPage() {
  const me = useSignedIn();
  const [query] = useSearchParams();
  const like = recallId(query.get('comme'));
  const format = formatId.safeParse(query.get('format')).data;
  if (!mayModerate(me)) return <ForModerators />;
  if (like !== null) return <Duplicate key={like} of={like} />;
  return format === undefined ? <NewPreparation key="new" /> : <InFormat key={format} id={format} />;
}

function Duplicate({ of }: { readonly of: ChallengeId }) {
  return <ReadPage read={useChallengeToPrepare(of)}>{(like) => <NewPreparation like={like} />}</ReadPage>;
}

/** Taken off the list meanwhile it serves all the same: what was typed here stays where it was typed. */
function InFormat({ id }: { readonly id: FormatId }) {
  return (
    <ReadPage read={useHouseFormats()}>
      {({ formats }) => (
        <NewPreparation format={{ id, listed: formats.find((format) => format.id === id) ?? null }} />
      )}
    </ReadPage>
  );
}

interface NewPreparationProps {
  readonly like?: Challenge;
  readonly format?: ChosenFormat;
}
function NewPreparation({ like, format }: NewPreparationProps) {
  const me = useSignedIn();
  const navigate = useNavigate();
  const key = `butinerie.preparation.${me.id}.new${like || format ? `.${(like ?? format)?.id}` : ''}`;
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
  const from = { ...(like && { like }), ...(format && { format }) };
  return <PreparationForm id={id} challenge={null} people={[]} {...from} onSaved={begun} />;
}

export function PreparationPage() {
  return (
    <NamedPage param="challenge" schema={challengeId}>
      {(id) => <Prepared id={id} />}
    </NamedPage>
  );
}

function Prepared({ id }: { readonly id: ChallengeId }) {
  return (
    <ReadPage read={useChallengeToPrepare(id)}>
      {(challenge) =>
        challenge.acts.includes('draftChallenge') ? (
          <Draft challenge={challenge} />
        ) : (
          <SettledPage challenge={challenge} />
        )
      }
    </ReadPage>
  );
}

function Draft({ challenge }: { readonly challenge: Challenge }) {
  return (
    <ReadPage read={useStaff()}>
      {({ people }) => <PreparationForm id={challenge.id} challenge={challenge} people={people} />}
    </ReadPage>
  );
}
