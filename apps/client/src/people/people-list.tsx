/** People, found by a search that forgives, a screenful at a time. */
import type { PersonRecord } from '@butinerie/contracts';
import { useDeferredValue, useState, type ReactNode } from 'react';
import { useWords } from '../platform/language.tsx';
import { Button } from '../ui/button.tsx';
import { CardList, Entry, Tag } from '../ui/card.tsx';
import { TextField } from '../ui/field.tsx';
import { EmptyState } from '../ui/notice.tsx';
import { PersonName } from '../ui/person-name.tsx';
import { findPeople } from './find-people.ts';
import css from './people.module.css';
import { words } from './words.ts';

const SCREENFUL = 60;

export interface PeopleListProps {
  /** In the order in which they are shown. */
  readonly people: readonly PersonRecord[];
  readonly act: (person: PersonRecord) => ReactNode;
}
export function PeopleList({ people, act }: PeopleListProps) {
  const say = useWords(words);
  const [wanted, setWanted] = useState('');
  const [shown, setShown] = useState(SCREENFUL);
  const found = findPeople(people, useDeferredValue(wanted));
  const left = found.length - shown;
  return (
    <div className={css.list}>
      <TextField
        type="search"
        label={say.search}
        hint={say.searchHint}
        value={wanted}
        onChange={(next) => {
          setWanted(next);
          setShown(SCREENFUL);
        }}
      />
      <output className={css.quiet}>{wanted.trim() !== '' && say.found(found.length, people.length)}</output>
      {found.length === 0 ? (
        <EmptyState title={say.nobodyFound}>{say.nobodyFoundWhat}</EmptyState>
      ) : (
        <CardList label={say.people}>
          {found.slice(0, shown).map((person) => (
            <Entry key={person.id}>
              <div className={css.row}>
                <PersonLines person={person} />
                <div>{act(person)}</div>
              </div>
            </Entry>
          ))}
        </CardList>
      )}
      {left > 0 && (
        <div>
          <Button onClick={() => setShown(shown + SCREENFUL)}>{say.more(Math.min(left, SCREENFUL))}</Button>
        </div>
      )}
    </div>
  );
}

function PersonLines({ person }: { readonly person: PersonRecord }) {
  const say = useWords(words);
  const { id, name, directorate, organisation, mail, grants, lastSeenAt } = person;
  const where = directorate?.name ?? organisation;
  const roles = [...new Set(grants.map(({ role }) => role))];
  return (
    <div className={css.lines}>
      <PersonName person={{ id, name, directorate: where }} />
      <p className={css.quiet}>{[where, mail].filter(Boolean).join(' · ')}</p>
      <p className={css.tags}>
        {roles.map((role) => (
          <Tag key={role} tone="accent">
            {say.role[role]}
          </Tag>
        ))}
        {organisation !== null && <Tag>{say.outsider}</Tag>}
        {mail === null && <Tag>{say.noMailbox}</Tag>}
        {lastSeenAt === null && <Tag tone="warning">{say.unopened}</Tag>}
      </p>
    </div>
  );
}
