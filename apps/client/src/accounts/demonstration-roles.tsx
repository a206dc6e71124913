/** The roles of a demonstration, one click each. */
import type { SessionState } from '@butinerie/contracts';
import { useWords } from '../platform/language.tsx';
import { useSession } from '../platform/session.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { Section } from '../ui/page.tsx';
import { PersonName } from '../ui/person-name.tsx';
import css from './accounts.module.css';
import { useSignInAsDemonstration } from './queries.ts';
import { words } from './words.ts';

export function DemonstrationRoles({ onInside }: { readonly onInside: (session: SessionState) => void }) {
  const say = useWords(words);
  const { demonstrationRoles } = useSession();
  const { run, failure } = useSignInAsDemonstration();
  const parts: Readonly<Record<string, string>> = say.parts;

  const play = async (person: string): Promise<void> => {
    const result = await run({ body: { person } });
    if (result.ok) onInside(result.value);
  };
  return (
    <Section title={say.demonstrationTitle}>
      <p>{say.demonstrationWhat}</p>
      <FailureNotice failure={failure} />
      {/* Safari forgets that a list without bullets is a list. */}
      {/* eslint-disable-next-line jsx-a11y/no-redundant-roles */}
      <ul role="list" className={css.roles}>
        {demonstrationRoles.map(({ person, name, directorate, part }) => (
          <li key={person}>
            <button type="button" className={css.role} onClick={() => void play(person)}>
              <PersonName person={{ id: person, name, directorate }} />
              <span className={css.part}>{[parts[part], directorate].filter(Boolean).join(' · ')}</span>
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
