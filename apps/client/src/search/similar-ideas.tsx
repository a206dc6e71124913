/**
 * Under a title being typed: ideas that say something alike, to rebound on rather than to repeat. A hand held out: it
 * takes no focus, asks for nothing, and goes away for good when told that this idea is another one.
 */
import type { ChallengeId, IdeaId, SimilarIdea } from '@butinerie/contracts';
import { useState } from 'react';
import { Link } from 'react-router';
import { useFormats, useWords } from '../platform/language.tsx';
import { useSettled } from '../platform/settled.ts';
import { Button, LinkButton } from '../ui/button.tsx';
import { useSimilar } from './queries.ts';
import css from './search.module.css';
import { words } from './words.ts';

export interface SimilarIdeasProps {
  readonly challenge: ChallengeId;
  readonly title: string;
  /** The draft itself and what it grows from. */
  readonly except: readonly IdeaId[];
}

/** Fewer letters say nothing yet. */
const ENOUGH = 8;

export function SimilarIdeas({ challenge, title, except }: SimilarIdeasProps) {
  const say = useWords(words);
  const [dismissed, setDismissed] = useState<ReadonlySet<IdeaId>>(new Set());
  const settled = useSettled(title.trim().slice(0, 1_000), 400);
  const read = useSimilar(challenge, settled, except, settled.length >= ENOUGH);
  const found = read.state === 'ready' && settled.length >= ENOUGH ? read.value.ideas : [];
  const shown = found.filter(({ id }) => !dismissed.has(id));
  return (
    <>
      {/* Read aloud: that there is something, not all of it. */}
      <output className="out-of-sight">{shown.length > 0 && say.title(shown.length)}</output>
      {shown.length > 0 && (
        <section className={css.similar} aria-label={say.title(shown.length)}>
          <h2>{say.title(shown.length)}</h2>
          <p className={css.quiet}>{say.what}</p>
          {/* Safari forgets that a list without bullets is a list. */}
          {/* eslint-disable-next-line jsx-a11y/no-redundant-roles */}
          <ul role="list" className={css.list}>
            {shown.map((idea) => (
              <Similar key={idea.id} idea={idea} />
            ))}
          </ul>
          <div>
            <Button
              tone="quiet"
              onClick={() => setDismissed(new Set([...dismissed, ...shown.map(({ id }) => id)]))}
            >
              {say.dismiss}
            </Button>
          </div>
        </section>
      )}
    </>
  );
}

function Similar({ idea }: { readonly idea: SimilarIdea }) {
  const say = useWords(words);
  const { list } = useFormats();
  const names = idea.originators.map(({ name }) => name);
  return (
    <li className={css.idea}>
      <Link to={`/idees/${idea.id}`}>{idea.title}</Link>
      {names.length > 0 && <span className={css.quiet}>{say.by(list(names))}</span>}
      {idea.excerpt !== idea.title && <span className={css.quiet}>{idea.excerpt}</span>}
      <LinkButton to={`/idees/${idea.id}#rebondir`} icon="rebound">
        {say.rebound}
        <span className="out-of-sight">{say.on(idea.title)}</span>
      </LinkButton>
    </li>
  );
}
