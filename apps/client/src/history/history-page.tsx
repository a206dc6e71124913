/** What a text was: its versions by day and person, and what was taken out of it, each one press from coming back. */
import type { IdeaId, IdeaPage, PersonRef, TextHistory } from '@butinerie/contracts';
import { useFormats, useWords } from '../platform/language.tsx';
import { LinkButton } from '../ui/button.tsx';
import { AroundIdea, NamedIdea } from '../ui/idea-page.tsx';
import { Section } from '../ui/page.tsx';
import { Reading, Skeleton } from '../ui/reading.tsx';
import css from './history.module.css';
import { useTextHistory } from './queries.ts';
import { Removals } from './removals.tsx';
import { words } from './words.ts';

export function HistoryPage() {
  return <NamedIdea>{(idea) => <Whole idea={idea} />}</NamedIdea>;
}

function Whole({ idea }: { readonly idea: IdeaPage }) {
  const say = useWords(words);
  const read = useTextHistory(idea.id);
  return (
    <AroundIdea
      idea={idea}
      title={say.title(idea.seal?.title ?? idea.title)}
      kicker={say.kicker}
      now={say.lead}
      back={say.back}
    >
      <Reading read={read} skeleton={<Skeleton lines={6} />}>
        {(history) => (
          <>
            <Versions idea={idea.id} history={history} />
            <Removals idea={idea.id} history={history} />
          </>
        )}
      </Reading>
    </AroundIdea>
  );
}

interface VersionsProps {
  readonly idea: IdeaId;
  readonly history: TextHistory;
}
function Versions({ idea, history: { versions, people } }: VersionsProps) {
  const say = useWords(words);
  const { day: sayDay } = useFormats();
  const past = versions.filter(({ endedBy }) => endedBy !== 'now');
  const names = new Map<string, PersonRef>(people.map((person) => [person.id, person]));
  return (
    <Section title={say.versions}>
      <p className={css.quiet}>{say.versionsWhat}</p>
      {past.length === 0 ? (
        <p>{say.none}</p>
      ) : (
        <ol className={css.list}>
          {past.map(({ version, day, people: by, endedBy, restored }) => (
            <li key={version} className={css.entry}>
              <h3>{sayDay(day)}</h3>
              <p>
                {say.endedBy[endedBy]}
                {restored && ` (${say.restored})`}
              </p>
              <p className={css.quiet}>
                {say.by(by.map((person) => names.get(person)?.name ?? say.nobody).join(', ') || say.nobody)}
              </p>
              <div>
                <LinkButton
                  to={`/idees/${idea}/historique/${version}`}
                  aria-label={say.readOf(sayDay(day), say.endedBy[endedBy])}
                >
                  {say.read}
                </LinkButton>
              </div>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}
