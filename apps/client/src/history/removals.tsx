/** What people took out of a text, whose words they were, and the one press that puts them back. */
import type { IdeaId, Removal, TextHistory } from '@butinerie/contracts';
import { useFormats, useWords } from '../platform/language.tsx';
import { Button } from '../ui/button.tsx';
import { Tag } from '../ui/card.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { Section } from '../ui/page.tsx';
import { useToast } from '../ui/toast.tsx';
import css from './history.module.css';
import { useRestoreRemoval } from './queries.ts';
import { words } from './words.ts';

export function Removals({ idea, history }: { readonly idea: IdeaId; readonly history: TextHistory }) {
  const say = useWords(words);
  const { removals, people, mayRestore } = history;
  const names = new Map<string, string>(people.map(({ id, name }) => [id, name]));
  return (
    <Section title={say.removals}>
      {removals.length === 0 ? (
        <p>{say.removalsNone}</p>
      ) : (
        <ol className={css.list}>
          {removals.map((removal) => (
            <TakenOut key={removal.removal} idea={idea} taken={removal} names={names} may={mayRestore} />
          ))}
        </ol>
      )}
    </Section>
  );
}

interface TakenOutProps {
  readonly idea: IdeaId;
  readonly taken: Removal;
  readonly names: ReadonlyMap<string, string>;
  readonly may: boolean;
}
function TakenOut({ idea, taken, names, may }: TakenOutProps) {
  const say = useWords(words);
  const { day: sayDay } = useFormats();
  const toast = useToast();
  const { run, pending, failure } = useRestoreRemoval();
  const nameOf = (person: string): string => names.get(person) ?? say.nobody;
  const others = taken.of.filter((person) => person !== taken.by).map(nameOf);
  const putBack = async (): Promise<void> => {
    const result = await run({ params: { idea, removal: taken.removal } });
    if (result.ok) toast({ text: say.putBackDone });
  };
  return (
    <li className={css.entry}>
      <h3>{sayDay(taken.day)}</h3>
      <p>
        {others.length === 0
          ? say.removedOwn(nameOf(taken.by))
          : say.removed(nameOf(taken.by), others.join(', '))}
      </p>
      {taken.passages.map((passage, at) => (
        <blockquote key={at} className={css.passage}>
          {passage}
        </blockquote>
      ))}
      <FailureNotice failure={failure} />
      <div>
        {!taken.gone && <Tag tone="good">{say.isBack}</Tag>}
        {taken.gone && may && (
          <Button pending={pending} onClick={() => void putBack()}>
            {say.putBack}
          </Button>
        )}
      </div>
    </li>
  );
}
