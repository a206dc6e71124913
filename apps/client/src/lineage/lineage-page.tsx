/** « Filiation » : the family of one idea, drawn and as a table, and what was earned downstream. */
import { ideaId, type IdeaId, type IdeaPage } from '@butinerie/contracts';
import { useWords } from '../platform/language.tsx';
import { ButtonRow, LinkButton } from '../ui/button.tsx';
import { IdeaCredit } from '../ui/credit-line.tsx';
import { EmptyState, Notice } from '../ui/notice.tsx';
import { Page, Section } from '../ui/page.tsx';
import { NamedPage, ReadPage } from '../ui/read-page.tsx';
import { Reading, Skeleton } from '../ui/reading.tsx';
import { ImpactList } from './impact-list.tsx';
import { LineageGraph } from './lineage-graph.tsx';
import { LineageTable } from './lineage-table.tsx';
import css from './lineage.module.css';
import { useIdeaOfFamily, useLineage } from './queries.ts';
import { words } from './words.ts';

export function LineagePage() {
  return (
    <NamedPage param="idea" schema={ideaId}>
      {(id) => <OfIdea key={id} id={id} />}
    </NamedPage>
  );
}

function OfIdea({ id }: { readonly id: IdeaId }) {
  const read = useIdeaOfFamily(id);
  return <ReadPage read={read}>{(idea) => <Family idea={idea} />}</ReadPage>;
}

function Family({ idea }: { readonly idea: IdeaPage }) {
  const say = useWords(words);
  const read = useLineage(idea.id);
  return (
    <Page
      title={say.title(idea.title)}
      kicker={say.kicker}
      credit={<IdeaCredit idea={idea} />}
      now={say.lead}
    >
      <Reading read={read} skeleton={<Skeleton lines={8} />}>
        {({ family, impact, more }) =>
          family.length < 2 ? (
            <EmptyState title={say.alone} />
          ) : (
            <>
              {more && (
                <Notice>
                  <p>{say.more}</p>
                </Notice>
              )}
              <LineageGraph family={family} here={idea.id} />
              <LineageTable family={family} />
              <Section title={say.impact}>
                {impact.length === 0 ? (
                  <p className={css.quiet}>{say.noImpact}</p>
                ) : (
                  <ImpactList label={say.impact} impact={impact} />
                )}
              </Section>
            </>
          )
        }
      </Reading>
      <ButtonRow>
        <LinkButton to={`/idees/${idea.id}`} icon="back">
          {say.back}
        </LinkButton>
      </ButtonRow>
    </Page>
  );
}
