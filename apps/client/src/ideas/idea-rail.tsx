/** What stands beside an idea: its people, its lineage drawn as threads, its closed version. */
import type { IdeaPage, IdeaRef, PersonRef } from '@butinerie/contracts';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { contributorsOf } from '../ui/credit-line.tsx';
import { useFormats, useWords } from '../platform/language.tsx';
import { PersonName } from '../ui/person-name.tsx';
import { Rail } from '../ui/rail.tsx';
import { Knot, Thread } from '../ui/thread.tsx';
import css from './ideas.module.css';
import { words } from './words.ts';

export interface IdeaRailProps {
  readonly idea: IdeaPage;
  /** Proof and whatever other concepts have to say. */
  readonly children?: ReactNode;
}

export function IdeaRail({ idea, children }: IdeaRailProps) {
  const say = useWords(words);
  const { credits, contributions, seal, parents, children: grown } = idea;
  return (
    <Rail title={say.rail}>
      <People title={say.originators} people={credits.originators} />
      <People title={say.contributors} people={contributorsOf(credits)} brought={contributions} />
      <Lineage title={say.parents} ideas={parents} />
      <Lineage title={say.children} ideas={grown} />
      {seal && <ClosedVersion seal={seal} />}
      {children}
    </Rail>
  );
}

interface PeopleProps {
  readonly title: string;
  readonly people: readonly PersonRef[];
  readonly brought?: IdeaPage['contributions'];
}
/** Under a name what that person brought, where an author said so. */
function People({ title, people, brought = [] }: PeopleProps) {
  if (people.length === 0) return null;
  return (
    <section className={css.aside}>
      <h2>{title}</h2>
      {people.map((person) => (
        <div key={person.id}>
          <PersonName person={person} directorate />
          {brought
            .filter((line) => line.person.id === person.id)
            .map((line) => (
              <p key={line.about} className={css.broughtLine}>
                {line.brought}
              </p>
            ))}
        </div>
      ))}
    </section>
  );
}

function Lineage({ title, ideas }: { readonly title: string; readonly ideas: readonly IdeaRef[] }) {
  const { list } = useFormats();
  if (ideas.length === 0) return null;
  return (
    <section className={css.aside}>
      <h2>{title}</h2>
      <Thread>
        {ideas.map(({ id, title: name, originators }) => (
          <Knot key={id} {...(originators[0] && { personId: originators[0].id })}>
            <Link to={`/idees/${id}`}>{name}</Link>
            <p>{list(originators.map((person) => person.name))}</p>
          </Knot>
        ))}
      </Thread>
    </section>
  );
}

function ClosedVersion({ seal }: { readonly seal: NonNullable<IdeaPage['seal']> }) {
  const say = useWords(words);
  const { day, time, count } = useFormats();
  return (
    <section className={css.aside}>
      <h2>{say.closedVersion}</h2>
      <p>{say.closedSince(day(seal.at), time(seal.at))}</p>
      <details>
        <summary>{say.closedProof}</summary>
        <dl className={css.facts}>
          <div>
            <dt>{say.textHash}</dt>
            <dd>
              <code>{seal.textHash}</code>
            </dd>
          </div>
          <div>
            <dt>{say.logRoot(count(seal.logRows))}</dt>
            <dd>
              <code>{seal.logRoot}</code>
            </dd>
          </div>
        </dl>
      </details>
    </section>
  );
}
