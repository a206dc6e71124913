/** The names of an idea, when somebody finds them wrong: every step with its date, and what the reader may do. */
import {
  ideaId,
  listDisputes,
  mintId,
  openDispute,
  type Dispute,
  type IdeaId,
  type PersonRef,
} from '@butinerie/contracts';
import { useState } from 'react';
import { useWords } from '../platform/language.tsx';
import { useAct, useRead } from '../platform/query.ts';
import { LinkButton } from '../ui/button.tsx';
import { EmptyState, FailureNotice, Notice } from '../ui/notice.tsx';
import { Page, Section } from '../ui/page.tsx';
import { NamedPage, ReadPage } from '../ui/read-page.tsx';
import { useToast } from '../ui/toast.tsx';
import { DisputeEntry } from './dispute-entry.tsx';
import { TextForm } from './text-form.tsx';
import { words } from './words.ts';

export function DisputesPage() {
  return (
    <NamedPage param="idea" schema={ideaId}>
      {(idea) => <Disputes idea={idea} />}
    </NamedPage>
  );
}

function Disputes({ idea }: { readonly idea: IdeaId }) {
  const say = useWords(words);
  const read = useRead(listDisputes, { params: { idea } });
  return (
    <ReadPage read={read}>
      {({ title, disputes, mayOpen, people }) => (
        <Page
          title={say.title}
          now={say.lead(title)}
          acts={
            <div>
              <LinkButton to={`/idees/${idea}`}>{say.back}</LinkButton>
            </div>
          }
        >
          <Notice>
            <p>{say.never}</p>
          </Notice>
          {disputes.length === 0 ? (
            <EmptyState title={say.none}>{say.noneWhat}</EmptyState>
          ) : (
            <DisputeList disputes={disputes} people={people} />
          )}
          {mayOpen && <OpenForm idea={idea} />}
        </Page>
      )}
    </ReadPage>
  );
}

function DisputeList({
  disputes,
  people,
}: {
  readonly disputes: readonly Dispute[];
  readonly people: readonly PersonRef[];
}) {
  return disputes.map((dispute) => <DisputeEntry key={dispute.id} dispute={dispute} people={people} />);
}

function OpenForm({ idea }: { readonly idea: IdeaId }) {
  const say = useWords(words);
  const toast = useToast();
  const { run, pending, failure } = useAct(openDispute, { refreshes: [listDisputes] });
  const [id, setId] = useState(() => mintId('dispute'));
  const open = async (text: string): Promise<boolean> => {
    const made = await run({ params: { idea }, body: { id, text } });
    if (!made.ok) return false;
    setId(mintId('dispute'));
    toast({ text: say.opened });
    return true;
  };
  return (
    <Section title={say.openTitle}>
      <TextForm label={say.openField} hint={say.openHint} act={say.open} pending={pending} onText={open} />
      <FailureNotice failure={failure} />
    </Section>
  );
}
