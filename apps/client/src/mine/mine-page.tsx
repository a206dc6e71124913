/** « Mes idées, mes rebonds »: everything in my name, where it stands, who has the ball. */
import type { ChallengeId } from '@butinerie/contracts';
import type { ReactNode } from 'react';
import { useWords } from '../platform/language.tsx';
import { ButtonRow, LinkButton } from '../ui/button.tsx';
import { CardList } from '../ui/card.tsx';
import { EmptyState } from '../ui/notice.tsx';
import { Page, Section } from '../ui/page.tsx';
import { Reading, Skeleton } from '../ui/reading.tsx';
import { MyDraft, MyIdea, MyRebound } from './my-lines.tsx';
import { useChallengesOfMine, useMine } from './queries.ts';
import { words } from './words.ts';

/** `impact`: what came of all this in ideas of others. */
export function MinePage({ impact }: { readonly impact?: ReactNode }) {
  const say = useWords(words);
  const read = useMine();
  const known = useChallengesOfMine();
  const challenges = known.state === 'ready' ? known.value.challenges : [];
  const of = (id: ChallengeId) => challenges.find((challenge) => challenge.id === id) ?? null;
  return (
    <Page title={say.title}>
      <Reading read={read} skeleton={<Skeleton lines={8} />}>
        {({ drafts, ideas, rebounds }) => {
          const begun = drafts.filter(({ title, text }) => title.trim() !== '' || text.trim() !== '');
          if (begun.length + ideas.length + rebounds.length === 0)
            return (
              <EmptyState title={say.none} act={<LinkButton to="/">{say.home}</LinkButton>}>
                {say.noneWhat}
              </EmptyState>
            );
          return (
            <>
              {begun.length > 0 && (
                <Section title={say.drafts}>
                  <CardList>
                    {begun.map((idea) => (
                      <MyDraft key={idea.id} idea={idea} challenge={of(idea.challenge)} />
                    ))}
                  </CardList>
                </Section>
              )}
              {ideas.length > 0 && (
                <Section title={say.ideas}>
                  <CardList>
                    {ideas.map((idea) => (
                      <MyIdea key={idea.id} idea={idea} challenge={of(idea.challenge)} />
                    ))}
                  </CardList>
                </Section>
              )}
              {rebounds.length > 0 && (
                <Section title={say.rebounds}>
                  <CardList>
                    {rebounds.map((rebound) => (
                      <MyRebound key={rebound.id} rebound={rebound} challenges={challenges} />
                    ))}
                  </CardList>
                </Section>
              )}
              {impact}
              <ButtonRow>
                <LinkButton to="/mes-credits">{say.receipts}</LinkButton>
              </ButtonRow>
            </>
          );
        }}
      </Reading>
    </Page>
  );
}
