/** Pages around one idea: named by its address, its credit under the title, the way back to it at the end. */
import { ideaId, readIdea, type IdeaId, type IdeaPage } from '@butinerie/contracts';
import type { ReactNode } from 'react';
import { useRead } from '../platform/query.ts';
import { ButtonRow, LinkButton } from './button.tsx';
import { IdeaCredit } from './credit-line.tsx';
import { Page, type PageProps } from './page.tsx';
import { NamedPage, ReadPage } from './read-page.tsx';

interface OfIdea {
  readonly children: (idea: IdeaPage) => ReactNode;
}
/** The idea that the address names, once it is read. */
export function NamedIdea({ children }: OfIdea) {
  return (
    <NamedPage param="idea" schema={ideaId}>
      {(id) => <ReadIdea id={id}>{children}</ReadIdea>}
    </NamedPage>
  );
}

function ReadIdea({ id, children }: OfIdea & { readonly id: IdeaId }) {
  const read = useRead(readIdea, { params: { idea: id } });
  return <ReadPage read={read}>{children}</ReadPage>;
}

export interface AroundIdeaProps extends Pick<PageProps, 'title' | 'kicker' | 'now' | 'children'> {
  readonly idea: IdeaPage;
  readonly back: string;
}
export function AroundIdea({ idea, back, children, ...page }: AroundIdeaProps) {
  return (
    <Page {...page} credit={<IdeaCredit idea={idea} />}>
      {children}
      <ButtonRow>
        <LinkButton to={`/idees/${idea.id}`} icon="back">
          {back}
        </LinkButton>
      </ButtonRow>
    </Page>
  );
}
