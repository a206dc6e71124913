/** What was earned downstream, each with the way that leads there. */
import type { Impact } from '@butinerie/contracts';
import { Fragment } from 'react';
import { Link } from 'react-router';
import { useWords } from '../platform/language.tsx';
import { CardList, Entry, Tag, TitleLink } from '../ui/card.tsx';
import { Icon } from '../ui/icon.tsx';
import css from './lineage.module.css';
import { words } from './words.ts';

export function ImpactList({
  impact,
  label,
}: {
  readonly impact: readonly Impact[];
  readonly label: string;
}) {
  const say = useWords(words);
  return (
    <CardList label={label}>
      {impact.map(({ idea, earned, adoptedBy, path }) => (
        <Entry key={idea.id}>
          <h3>
            <TitleLink to={`/idees/${idea.id}`}>{idea.title}</TitleLink>
          </h3>
          <p className={css.line}>
            <Tag tone={earned === 'selected' ? 'accent' : 'good'}>{say.earned[earned]}</Tag>
            {adoptedBy !== null && <span>{say.by(adoptedBy)}</span>}
          </p>
          <p className={css.way}>
            {say.way}{' '}
            {path.map(({ id, title }, at) => (
              <Fragment key={id}>
                {at > 0 && (
                  <span className={css.arrow}>
                    <Icon name="arrow" />
                  </span>
                )}
                {id === idea.id ? <span>{title}</span> : <Link to={`/idees/${id}`}>{title}</Link>}
              </Fragment>
            ))}
          </p>
        </Entry>
      ))}
    </CardList>
  );
}
