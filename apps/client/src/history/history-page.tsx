/** What a text was: its versions by day and person, and what was taken out of it, each one press from coming back. */
import { ideaId, type IdeaId, type IdeaPage, type PersonRef, type TextHistory } from '@butinerie/contracts';
import { useFormats, useWords } from '../platform/language.tsx';
import { ButtonRow, LinkButton } from '../ui/button.tsx';
import { IdeaCredit } from '../ui/credit-line.tsx';
import { Page, Section } from '../ui/page.tsx';
import { NamedPage, ReadPage } from '../ui/read-page.tsx';
import { Reading, Skeleton } from '../ui/reading.tsx';
import css from './history.module.css';
import { useIdeaOfHistory, useTextHistory } from './queries.ts';
import { Removals } from './removals.tsx';
import { words } from './words.ts';

export function HistoryPage() {
  return (
    <NamedPage param="idea" schema={ideaId}>
      {(id) => <OfIdea id={id} />}
    </NamedPage>
  );
}

function OfIdea({ id }: { readonly id: IdeaId }) {
  const read = useIdeaOfHistory(id);
  return <ReadPage read={read}>{(idea) => <Whole idea={idea} />}</ReadPage>;
}

function Whole({ idea }: { readonly idea: IdeaPage }) {
  const say = useWords(words);
  const read = useTextHistory(idea.id);
  return (
    <Page
      title={say.title(idea.seal?.title ?? idea.title)}
      kicker={say.kicker}
      credit={<IdeaCredit idea={idea} />}
      now={say.lead}
    >
      <Reading read={read} skeleton={<Skeleton lines={6} />}>
        {(history) => (
          <>
            <Versions idea={idea.id} history={history} />
            <Removals idea={idea.id} history={history} />
          </>
        )}
      </Reading>
      <ButtonRow>
        <LinkButton to={`/idees/${idea.id}`} icon="back">
          {say.back}
        </LinkButton>
      </ButtonRow>
    </Page>
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
