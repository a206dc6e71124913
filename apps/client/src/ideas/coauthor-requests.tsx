/** Who asked to co-write: an originator answers each with one press. */
import type { IdeaPage, PersonId } from '@butinerie/contracts';
import { useState } from 'react';
import { useWords } from '../platform/language.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { Card, CardList } from '../ui/card.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { Section } from '../ui/page.tsx';
import { PersonName } from '../ui/person-name.tsx';
import { useToast } from '../ui/toast.tsx';
import css from './ideas.module.css';
import { showPage, useAnswerCoauthor } from './queries.ts';
import { words } from './words.ts';

export function CoauthorRequests({ idea }: { readonly idea: IdeaPage }) {
  const say = useWords(words);
  const toast = useToast();
  const { run, pending, failure } = useAnswerCoauthor();
  const [asked, setAsked] = useState<PersonId | null>(null);
  const answer = async (person: PersonId, name: string, yes: boolean): Promise<void> => {
    setAsked(person);
    const result = await run({
      params: { idea: idea.id, person },
      body: { answer: yes ? 'accept' : 'decline' },
    });
    if (!result.ok) return;
    showPage(result.value);
    toast({ text: yes ? say.accepted(name) : say.declined(name) });
  };
  return (
    <Section title={say.requestsTitle(idea.requests.length)}>
      <FailureNotice failure={failure} />
      <CardList>
        {idea.requests.map((person) => (
          <Card as="li" key={person.id}>
            <div className={css.request}>
              <PersonName person={person} directorate />
              <ButtonRow>
                <Button
                  tone="primary"
                  icon="check"
                  pending={pending && asked === person.id}
                  onClick={() => void answer(person.id, person.name, true)}
                >
                  {say.accept}
                </Button>
                <Button tone="quiet" onClick={() => void answer(person.id, person.name, false)}>
                  {say.decline}
                </Button>
              </ButtonRow>
            </div>
          </Card>
        ))}
      </CardList>
    </Section>
  );
}
