/** The theme and the answers of an idea, as everybody reads them; changed here by whoever writes in it. */
import type { IdeaPage, Particulars } from '@butinerie/contracts';
import { useState } from 'react';
import { useWords } from '../platform/language.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { Section } from '../ui/page.tsx';
import { SaidParticulars } from '../ui/said-particulars.tsx';
import { useToast } from '../ui/toast.tsx';
import { asksSomething, particularsOf, type Asks } from './particulars.ts';
import { ParticularsFields } from './particulars-fields.tsx';
import { words } from './particulars-words.ts';
import css from './ideas.module.css';
import { showPage, useSetParticulars } from './queries.ts';

export interface ParticularsViewProps {
  readonly idea: IdeaPage;
  readonly asks: Asks;
  readonly may: boolean;
}

export function ParticularsView({ idea, asks, may }: ParticularsViewProps) {
  const say = useWords(words);
  const [changing, setChanging] = useState(false);
  const changes = may && asksSomething(asks);
  if (idea.theme === null && idea.answers.length === 0 && !changes) return null;
  return (
    <Section title={say.title}>
      {changing ? (
        <ChangeForm idea={idea} asks={asks} onDone={() => setChanging(false)} />
      ) : (
        <>
          <SaidParticulars theme={idea.theme} answers={idea.answers} />
          {changes && (
            <div>
              <Button onClick={() => setChanging(true)}>
                {idea.mine === null ? say.changeTheme : say.change}
              </Button>
            </div>
          )}
        </>
      )}
    </Section>
  );
}

function ChangeForm({ idea, asks, onDone }: Omit<ParticularsViewProps, 'may'> & { onDone: () => void }) {
  const say = useWords(words);
  const toast = useToast();
  const { run, pending, failure } = useSetParticulars();
  const [value, setValue] = useState<Particulars>(() => particularsOf(idea));
  const writes = idea.mine !== null;
  const save = async (): Promise<void> => {
    // A moderator who has no part in it changes the theme and no answer.
    const body = writes ? value : { theme: value.theme, answers: [] };
    const result = await run({ params: { idea: idea.id }, body });
    if (!result.ok) return;
    showPage(result.value);
    toast({ text: say.saved });
    onDone();
  };
  return (
    <form
      className={css.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <ParticularsFields
        asks={writes ? asks : { ...asks, fields: [] }}
        value={value}
        onChange={setValue}
        failure={failure}
      />
      <FailureNotice failure={failure} />
      <ButtonRow>
        <Button type="submit" tone="primary" pending={pending}>
          {say.save}
        </Button>
        <Button onClick={onDone}>{say.cancel}</Button>
      </ButtonRow>
    </form>
  );
}
