/** « Qui a écrit quoi »: the words of one idea with their writers, and the days of its writing. */
import { ideaId, type Authorship, type IdeaId, type IdeaPage } from '@butinerie/contracts';
import { useState } from 'react';
import { useWords } from '../platform/language.tsx';
import { Button, ButtonRow, LinkButton } from '../ui/button.tsx';
import { cx } from '../ui/classes.ts';
import { CreditLine } from '../ui/credit-line.tsx';
import { EmptyState } from '../ui/notice.tsx';
import { Page, Section } from '../ui/page.tsx';
import { NamedPage, ReadPage } from '../ui/read-page.tsx';
import { Reading, Skeleton } from '../ui/reading.tsx';
import css from './authorship.module.css';
import { ColouredText, Legend, Passages } from './coloured-text.tsx';
import { History } from './history.tsx';
import { useAuthorship, useIdeaToColour } from './queries.ts';
import { words } from './words.ts';

export function AuthorshipPage() {
  return (
    <NamedPage param="idea" schema={ideaId}>
      {(id) => <OfIdea id={id} />}
    </NamedPage>
  );
}

function OfIdea({ id }: { readonly id: IdeaId }) {
  const read = useIdeaToColour(id);
  return <ReadPage read={read}>{(idea) => <Whole idea={idea} />}</ReadPage>;
}

function Whole({ idea }: { readonly idea: IdeaPage }) {
  const say = useWords(words);
  const read = useAuthorship(idea.id);
  return (
    <Page
      title={say.title(idea.seal?.title ?? idea.title)}
      kicker={say.kicker}
      credit={
        <CreditLine
          credits={idea.credits}
          authorToConfirm={idea.authorToConfirm}
          adoptedBy={idea.adoptedBy}
          lockedAt={idea.adoption?.adoptedAt ?? null}
        />
      }
      now={say.lead}
    >
      <Reading read={read} skeleton={<Skeleton lines={8} />}>
        {(authorship) => <Coloured authorship={authorship} />}
      </Reading>
      <ButtonRow>
        <LinkButton to={`/idees/${idea.id}`} icon="back">
          {say.back}
        </LinkButton>
      </ButtonRow>
    </Page>
  );
}

function Coloured({ authorship: { title, text, days, people } }: { readonly authorship: Authorship }) {
  const say = useWords(words);
  const [shown, setShown] = useState(true);
  const names = new Map(people.map((person) => [person.id as string, person]));
  const written = new Set([...title, ...text].map(({ by }) => by));
  const writers = people.filter(({ id }) => written.has(id));
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
        <div className={cx(css.sheet, shown && css.coloured)}>
          <div className={css.title}>
            <ColouredText spans={title} names={names} />
          </div>
          <ColouredText spans={text} names={names} />
        </div>
        <details className={css.folded}>
          <summary>{say.passages}</summary>
          <p className={css.quiet}>{say.passagesWhat}</p>
          <Passages spans={[...title, ...text]} names={names} />
        </details>
      </Section>
      <Section title={say.history}>
        <p className={css.quiet}>
          {say.historyWhat} {say.removedHow}
        </p>
        <History days={days} names={names} />
      </Section>
    </>
  );
}
