/** « Qui a écrit quoi »: the words of one idea with their writers, and the days of its writing. */
import type { Authorship, Credits, IdeaPage, PersonId } from '@butinerie/contracts';
import { useState } from 'react';
import { useWords } from '../platform/language.tsx';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/classes.ts';
import { AroundIdea, NamedIdea } from '../ui/idea-page.tsx';
import { EmptyState } from '../ui/notice.tsx';
import { Section } from '../ui/page.tsx';
import { Reading, Skeleton } from '../ui/reading.tsx';
import folded from '../ui/folded.module.css';
import sheet from '../ui/sheet.module.css';
import css from './authorship.module.css';
import { ColouredText, Legend, Passages } from './coloured-text.tsx';
import { History } from './history.tsx';
import { useAuthorship } from './queries.ts';
import { words } from './words.ts';

export function AuthorshipPage() {
  return <NamedIdea>{(idea) => <Whole idea={idea} />}</NamedIdea>;
}

function Whole({ idea }: { readonly idea: IdeaPage }) {
  const say = useWords(words);
  const read = useAuthorship(idea.id);
  return (
    <AroundIdea
      idea={idea}
      title={say.title(idea.seal?.title ?? idea.title)}
      kicker={say.kicker}
      now={say.lead}
      back={say.back}
    >
      <Reading read={read} skeleton={<Skeleton lines={8} />}>
        {(authorship) => <Coloured authorship={authorship} credits={idea.credits} />}
      </Reading>
    </AroundIdea>
  );
}

interface ColouredProps {
  readonly authorship: Authorship;
  readonly credits: Credits;
}
function Coloured({ authorship: { title, text, days, people }, credits }: ColouredProps) {
  const say = useWords(words);
  const [shown, setShown] = useState(true);
  const names = new Map(people.map((person) => [person.id as string, person]));
  const written = new Set([...title, ...text].map(({ by }) => by));
  // In the order of the credit: whoever had the idea comes first.
  const order = [...credits.originators, ...credits.coauthors, ...credits.rebounders].map(({ id }) => id);
  const place = (id: PersonId): number => (order.includes(id) ? order.indexOf(id) : order.length);
  const writers = people
    .filter(({ id }) => written.has(id))
    .toSorted((one, other) => place(one.id) - place(other.id));
  if (writers.length === 0) return <EmptyState title={say.empty} />;
  return (
    <>
      <Section title={say.text}>
        <Legend people={writers} />
        <div>
          <Button aria-pressed={shown} onClick={() => setShown(!shown)}>
            {say.colours}
          </Button>
        </div>
        <div className={cx(sheet.sheet, shown && css.coloured)}>
          <div className={sheet.title}>
            <ColouredText spans={title} names={names} />
          </div>
          <ColouredText spans={text} names={names} />
        </div>
        <details className={folded.folded}>
          <summary>{say.passages}</summary>
          <p className={css.quiet}>{say.passagesWhat}</p>
          <Passages spans={[...title, ...text]} names={names} />
        </details>
      </Section>
      <Section title={say.history}>
        <p className={css.quiet}>
          {say.historyWhat} {days.some(({ removed }) => removed.length > 0) && say.removedHow}
        </p>
        <History days={days} names={names} />
      </Section>
    </>
  );
}
