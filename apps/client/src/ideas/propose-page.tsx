/**
 * « J'ai une idée »: a new draft, or the one begun here or on another device. Growing from a rebound (`?rebond=`) or
 * built on ideas (`?sur=`), it keeps its lineage.
 */
import {
  challengeId,
  ideaId,
  mintId,
  reboundId,
  type AnswerOf,
  type Challenge,
  type IdeaId,
  type listMine,
  type PersonId,
  type Rebound,
} from '@butinerie/contracts';
import { actOpen } from '../platform/act-open.ts';
import { useMemo, useState, type ReactNode } from 'react';
import { Navigate, useParams, useSearchParams } from 'react-router';
import { useFormats, useWords } from '../platform/language.tsx';
import { useSignedIn } from '../platform/session.tsx';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Skeleton } from '../ui/reading.tsx';
import { DraftForm, type DraftAids } from './draft-form.tsx';
import { keptDrafts } from './draft-store.ts';
import { ASKS_NOTHING, particularsOf, type Asks } from './particulars.ts';
import { useMine } from './queries.ts';
import type { DraftStart } from './use-draft.ts';
import { words } from './words.ts';

type Mine = AnswerOf<typeof listMine>;
interface Origin {
  readonly parents: readonly IdeaId[];
  readonly rebound: Rebound | null;
}

export interface ProposePageProps {
  /** As of this moment; null while it is read. */
  readonly challenge: Challenge | null;
  readonly now: ReactNode;
  /** What everybody who would write has to know first. */
  readonly notice: ReactNode;
  readonly aids: DraftAids;
}

export function ProposePage({ challenge, now, notice, aids }: ProposePageProps) {
  const say = useWords(words);
  const me = useSignedIn();
  const mine = useMine();
  const [search] = useSearchParams();
  const params = useParams();
  const id = challengeId.safeParse(params['challenge']);
  const waitsFor = search.get('rebond');
  const known = mine.state === 'ready' ? mine.value : null;
  const rebound = known?.rebounds.find(({ id: own }) => own === waitsFor) ?? null;

  // Grown before this page: its draft goes on there. Grown by this very page while one types: the page stays.
  const grownBefore = useMemo(
    () => rebound?.grownInto ?? null,
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [known !== null],
  );
  if (grownBefore) return <Navigate replace to={`/idees/${grownBefore}/brouillon`} />;
  const parents = (search.get('sur') ?? '').split(',').flatMap((text) => {
    const parsed = ideaId.safeParse(text);
    return parsed.success ? [parsed.data] : [];
  });
  const origin = {
    rebound,
    parents: [...new Set([...(rebound ? [rebound.idea] : []), ...parents])].slice(0, 8),
  };
  // Without the network the list of what one has never comes; the device's own drafts are enough then.
  const ready = id.success && mine.state !== 'loading';
  return (
    <Page
      title={origin.parents.length > 0 ? say.growTitle : say.proposeTitle}
      kicker={challenge?.question}
      now={now}
    >
      {notice}
      {waitsFor && ready && !rebound && known && (
        <Notice tone="warning" title={say.reboundUnknown}>
          <p>{say.reboundUnknownWhat}</p>
        </Notice>
      )}
      {ready ? (
        <Resumed
          key={`${id.data} ${waitsFor ?? ''} ${origin.parents.join()}`}
          person={me.id}
          challenge={id.data}
          mine={known}
          origin={origin}
          open={challenge === null || actOpen(challenge, 'publishIdea')}
          grownFrom={reboundId.safeParse(waitsFor).data ?? null}
          aids={aids}
          asks={challenge ?? ASKS_NOTHING}
        />
      ) : (
        <Skeleton lines={5} />
      )}
    </Page>
  );
}

interface ResumedProps {
  readonly person: PersonId;
  readonly challenge: DraftStart['challenge'];
  readonly mine: Mine | null;
  readonly origin: Origin;
  readonly open: boolean;
  readonly grownFrom: DraftStart['grownFrom'];
  readonly aids: DraftAids;
  readonly asks: Asks;
}

function Resumed({ person, challenge, mine, origin, open, grownFrom, aids, asks }: ResumedProps) {
  const say = useWords(words);
  const { day, time } = useFormats();
  const [fresh, setFresh] = useState<IdeaId | null>(null);
  const [, again] = useState(0);
  // Chosen once: a list read again while somebody types must not change the draft under her hands.
  const begun = useMemo(
    () => findBegun({ person, challenge, mine, origin, grownFrom }),
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [],
  );
  const empty = useMemo(
    (): DraftStart => ({
      idea: fresh ?? mintId('idea'),
      person,
      challenge,
      parents: origin.parents,
      grownFrom: origin.rebound ? origin.rebound.id : null,
      title: '',
      text: fresh ? '' : (origin.rebound?.text ?? ''),
      savedAt: null,
    }),
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [fresh],
  );
  const start = fresh === null && begun !== null ? begun.start : empty;
  return (
    <>
      {begun && fresh === null && (
        <Notice title={say.resumed}>
          <p>{say.resumedWhat(day(begun.at), time(begun.at))}</p>
          {origin.parents.length === 0 && (
            <div>
              <Button
                tone="quiet"
                onClick={() => {
                  setFresh(mintId('idea'));
                  again((times) => times + 1);
                }}
              >
                {say.startAnother}
              </Button>
            </div>
          )}
        </Notice>
      )}
      <DraftForm key={start.idea} start={start} open={open} aids={aids} asks={asks} />
    </>
  );
}

type Looking = Omit<ResumedProps, 'open' | 'aids' | 'asks'>;

/** The draft of this challenge and this origin that was touched last, here or by the server's word. */
function findBegun(looking: Looking): { start: DraftStart; at: string | number } | null {
  const { person, challenge, mine, origin, grownFrom } = looking;
  const here = keptDrafts(person).find(
    (draft) =>
      draft.challenge === challenge &&
      draft.grownFrom === grownFrom &&
      draft.parents.join() === origin.parents.join() &&
      (draft.title !== '' || draft.text !== ''),
  );
  const there =
    origin.parents.length > 0 ? undefined : mine?.drafts.find((draft) => draft.challenge === challenge);
  if (here && (!there || here.idea === there.id || here.typedAt >= Date.parse(there.savedAt))) {
    const same = there?.id === here.idea ? there : null;
    return {
      start: {
        ...here,
        title: same?.title ?? here.title,
        text: same?.text ?? here.text,
        ...(same && { particulars: here.particulars ?? particularsOf(same) }),
        savedAt: same?.savedAt ?? here.savedAt,
        underPseudonym: same?.underPseudonym ?? (here.pseudonym ?? null) !== null,
      },
      at: Math.max(here.typedAt, same ? Date.parse(same.savedAt) : 0),
    };
  }
  if (!there || (there.title === '' && there.text === '')) return null;
  const { id, title, text, savedAt, underPseudonym } = there;
  return {
    start: {
      idea: id,
      person,
      challenge,
      parents: [],
      grownFrom: null,
      underPseudonym,
      title,
      text,
      particulars: particularsOf(there),
      savedAt,
    },
    at: savedAt,
  };
}
