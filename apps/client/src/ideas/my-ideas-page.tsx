/** What one proposed, co-writes and rebounded on, and where each of them stands. */
import { useFormats, useWords } from '../platform/language.tsx';
import { CardList, Entry, Tag, TitleLink } from '../ui/card.tsx';
import { EmptyState } from '../ui/notice.tsx';
import { KeptText, Page, Section } from '../ui/page.tsx';
import { Reading } from '../ui/reading.tsx';
import { IdeaEntry } from './idea-entry.tsx';
import css from './ideas.module.css';
import { MyDrafts } from './my-drafts.tsx';
import { useMine } from './queries.ts';
import { words } from './words.ts';

export function MyIdeasPage() {
  const say = useWords(words);
  const { shortDay } = useFormats();
  const read = useMine();
  return (
    <Page title={say.myIdeas}>
      <MyDrafts />
      <Reading read={read}>
        {({ drafts, ideas, rebounds }) =>
          drafts.length + ideas.length + rebounds.length === 0 ? (
            <EmptyState title={say.nothingMine}>{say.nothingMineWhat}</EmptyState>
          ) : (
            <>
              {ideas.length > 0 && (
                <Section title={say.publishedMine}>
                  <CardList>
                    {ideas.map((idea) => (
                      <IdeaEntry key={idea.id} idea={idea} />
                    ))}
                  </CardList>
                </Section>
              )}
              {rebounds.length > 0 && (
                <Section title={say.reboundsMine}>
                  <CardList>
                    {rebounds.map(({ id, idea, text, at, answer }) => (
                      <Entry key={id}>
                        <KeptText>{text}</KeptText>
                        <p className={css.found}>
                          <TitleLink to={`/idees/${idea}`}>{say.reboundOf(shortDay(at))}</TitleLink>{' '}
                          <Tag tone={answer === 'taken' ? 'good' : 'plain'}>{say.answer[answer]}</Tag>
                        </p>
                      </Entry>
                    ))}
                  </CardList>
                </Section>
              )}
            </>
          )
        }
      </Reading>
    </Page>
  );
}
