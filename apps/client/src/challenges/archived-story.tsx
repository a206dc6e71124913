/** What an archived challenge gave, and of which ideas the effect was not measured, each with the reason. */
import type { Challenge } from '@butinerie/contracts';
import { Link } from 'react-router';
import { useFormats, useWords } from '../platform/language.tsx';
import { KeptText, Section } from '../ui/page.tsx';
import { words } from './words.ts';

export function ArchivedStory({ challenge }: { readonly challenge: Challenge }) {
  const { notice } = useWords(words);
  const { day } = useFormats();
  const { archived, unmeasured } = challenge;
  if (archived === null) return null;
  const on = day(archived.at);
  return (
    <Section title={notice.archived}>
      <KeptText>{archived.story}</KeptText>
      <p>{archived.by ? notice.archivedBy(archived.by.name, on) : notice.archivedOn(on)}</p>
      {unmeasured.length > 0 && (
        <>
          <h3>{notice.unmeasured}</h3>
          <ul>
            {unmeasured.map(({ idea, title, reason }) => (
              <li key={idea}>
                <Link to={`/idees/${idea}`}>{title}</Link>
                <KeptText>{`${notice.unmeasuredWhy} ${reason ?? ''}`}</KeptText>
              </li>
            ))}
          </ul>
        </>
      )}
      <p>{notice.archivedWhat}</p>
    </Section>
  );
}
