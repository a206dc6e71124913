/** The ideas of a challenge: three to rebound on, then all of them without counters, with a search that forgives. */
import type { Idea } from '@butinerie/contracts';
import { useDeferredValue, useMemo, useState } from 'react';
import { useFormats, useWords } from '../platform/language.tsx';
import { Button } from '../ui/button.tsx';
import { CardList } from '../ui/card.tsx';
import { TextField } from '../ui/field.tsx';
import { EmptyState } from '../ui/notice.tsx';
import { Section } from '../ui/page.tsx';
import { filterIdeas } from './filter-ideas.ts';
import { IdeaCard, IdeaEntry } from './idea-entry.tsx';
import css from './ideas.module.css';
import { words } from './words.ts';

/** Where « Je rebondis » leads. */
export const THREE_IDEAS = 'trois-idees';
/** Below this, three ideas set apart would be the list itself. */
const FEW = 4;
/** Drawn at once; the rest on demand, so that three hundred ideas cost a phone nothing. */
const FIRST = 30;

export interface IdeaListProps {
  readonly ideas: readonly Idea[];
  /** Whether one may rebound now. */
  readonly rebound: boolean;
  /** Whether ideas are still welcome: what an empty list says. */
  readonly welcome: boolean;
}

export function IdeaList({ ideas, rebound, welcome }: IdeaListProps) {
  const say = useWords(words);
  const { counted } = useFormats();
  const [typed, setTyped] = useState('');
  const [shown, setShown] = useState(FIRST);
  const wanted = useDeferredValue(typed);
  const found = useMemo(() => filterIdeas(ideas, wanted), [ideas, wanted]);
  // One does not rebound on what one wrote.
  const others = ideas.filter(({ mine }) => mine === null);
  const three = rebound && ideas.length >= FEW ? others.slice(0, 3) : [];

  if (ideas.length === 0)
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
        {ideas.length > FEW && (
          <search>
            <TextField
              label={say.search}
              hint={say.searchHint}
              type="search"
              autoComplete="off"
              value={typed}
              onChange={(next) => {
                setTyped(next);
                setShown(FIRST);
              }}
            />
          </search>
        )}
        <output className={typed ? css.found : 'out-of-sight'}>{wanted && say.found(found.length)}</output>
        {found.length > 0 && (
          <CardList label={say.all}>
            {found.slice(0, shown).map((idea) => (
              <IdeaEntry key={idea.id} idea={idea} />
            ))}
          </CardList>
        )}
        {found.length > shown && (
          <div>
            <Button onClick={() => setShown((before) => before + 60)}>
              {say.more(counted(found.length - shown, say.moreIdeas))}
            </Button>
          </div>
        )}
      </Section>
    </>
  );
}
