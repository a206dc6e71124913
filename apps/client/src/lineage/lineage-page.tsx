/** « Filiation » : the family of one idea, drawn and as a table, and what was earned downstream. */
import type { IdeaPage } from '@butinerie/contracts';
import { useWords } from '../platform/language.tsx';
import { AroundIdea, NamedIdea } from '../ui/idea-page.tsx';
import { EmptyState, Notice } from '../ui/notice.tsx';
import { Section } from '../ui/page.tsx';
import { Reading, Skeleton } from '../ui/reading.tsx';
import { ImpactList } from './impact-list.tsx';
import { LineageGraph } from './lineage-graph.tsx';
import { LineageTable } from './lineage-table.tsx';
import css from './lineage.module.css';
import { useLineage } from './queries.ts';
import { words } from './words.ts';

export function LineagePage() {
  return <NamedIdea>{(idea) => <Family idea={idea} />}</NamedIdea>;
}

function Family({ idea }: { readonly idea: IdeaPage }) {
  const say = useWords(words);
  const read = useLineage(idea.id);
  return (
    <AroundIdea idea={idea} title={say.title(idea.title)} kicker={say.kicker} now={say.lead} back={say.back}>
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
    </AroundIdea>
  );
}
