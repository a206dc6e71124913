/** The ideas of a challenge: three to rebound on, then all of them without counters, with a search that forgives. */
import type { AnswerOf, ChallengeId, listIdeas } from '@butinerie/contracts';
import { useState } from 'react';
import { useFormats, useWords } from '../platform/language.tsx';
import { useSettled } from '../platform/settled.ts';
import { Button } from '../ui/button.tsx';
import { CardList, Entry } from '../ui/card.tsx';
import { EmptyState } from '../ui/notice.tsx';
import { Section } from '../ui/page.tsx';
import { Reading, Skeleton } from '../ui/reading.tsx';
import { IdeaCard, IdeaEntry } from './idea-entry.tsx';
import css from './ideas.module.css';
import { EVERYTHING, narrows, PAGE, queryOf, type Wanted } from './list-query.ts';
import { ListTools } from './list-tools.tsx';
import { useIdeas } from './queries.ts';
import { words } from './words.ts';

/** Where « Je rebondis » leads. */
export const THREE_IDEAS = 'trois-idees';
/** Below this, three ideas set apart would be the list itself. */
const FEW = 4;

export interface IdeaListProps {
  readonly challenge: ChallengeId;
  /** The first of them all, as nobody narrowed them yet. */
  readonly first: AnswerOf<typeof listIdeas>;
  /** Whether one may rebound now. */
  readonly rebound: boolean;
  /** Whether ideas are still welcome: what an empty list says. */
  readonly welcome: boolean;
}

export function IdeaList({ challenge, first, rebound, welcome }: IdeaListProps) {
  const say = useWords(words);
  const [wanted, setWanted] = useState<Wanted>(EVERYTHING);
  // One does not rebound on what one wrote.
  const others = first.ideas.filter(({ mine }) => mine === null);
  const three = rebound && first.total >= FEW ? others.slice(0, 3) : [];

  if (first.total === 0)
    return (
      <EmptyState title={welcome ? say.firstIdea : say.noIdea}>
        {welcome ? say.firstIdeaWhat : say.noIdeaWhat}
      </EmptyState>
    );
  return (
    <>
      {three.length > 0 && (
        <Section title={say.threeTitle} id={THREE_IDEAS}>
          <p className={css.lead}>{say.threeWhat}</p>
          <CardList>
            {three.map((idea) => (
              <IdeaCard key={idea.id} idea={idea} rebound={rebound} />
            ))}
          </CardList>
        </Section>
      )}
      <Section title={say.all} id={three.length > 0 ? 'idees' : THREE_IDEAS}>
        {first.total > FEW && (
          <ListTools
            wanted={wanted}
            onWant={setWanted}
            directorates={first.directorates}
            states={first.states}
            themes={first.themes}
            rebound={rebound}
          />
        )}
        <Found challenge={challenge} wanted={wanted} />
      </Section>
    </>
  );
}

/** Asked again once somebody pauses; what she ticks is asked at once. */
function Found({ challenge, wanted }: { readonly challenge: ChallengeId; readonly wanted: Wanted }) {
  const say = useWords(words);
  const search = useSettled(wanted.search);
  const settled = { ...wanted, search };
  const read = useIdeas(challenge, queryOf(settled, 0));
  const total = read.state === 'ready' ? read.value.total : null;
  return (
    <>
      <output className={narrows(settled) ? css.found : 'out-of-sight'}>
        {narrows(settled) && total !== null && say.found(total)}
      </output>
      {total !== 0 && (
        <Pages key={JSON.stringify(settled)} challenge={challenge} wanted={settled} total={total ?? PAGE} />
      )}
    </>
  );
}

interface PagesProps {
  readonly challenge: ChallengeId;
  readonly wanted: Wanted;
  readonly total: number;
}
function Pages({ challenge, wanted, total }: PagesProps) {
  const say = useWords(words);
  const { counted } = useFormats();
  const [pages, setPages] = useState(1);
  const left = total - pages * PAGE;
  return (
    <>
      <CardList label={say.all}>
        {Array.from({ length: pages }, (_, page) => (
          <PageOfIdeas key={page} challenge={challenge} wanted={wanted} page={page} />
        ))}
      </CardList>
      {left > 0 && (
        <div>
          <Button onClick={() => setPages((before) => before + 1)}>
            {say.more(counted(left, say.moreIdeas))}
          </Button>
        </div>
      )}
    </>
  );
}

interface PageOfIdeasProps {
  readonly challenge: ChallengeId;
  readonly wanted: Wanted;
  readonly page: number;
}
function PageOfIdeas({ challenge, wanted, page }: PageOfIdeasProps) {
  const read = useIdeas(challenge, queryOf(wanted, page));
  if (read.state === 'ready') return read.value.ideas.map((idea) => <IdeaEntry key={idea.id} idea={idea} />);
  return (
    <Entry>
      <Reading read={read} skeleton={<Skeleton lines={4} />}>
        {() => null}
      </Reading>
    </Entry>
  );
}
