/** Whose it is: « Idée de … · avec … · adoptée par … ». Every name, whole, never smaller than the text. */
import type { Credits, IdeaPage, PersonRef } from '@butinerie/contracts';
import { Fragment, type ReactNode } from 'react';
import { useFormats, useWords } from '../platform/language.tsx';
import { Icon } from './icon.tsx';
import css from './people.module.css';
import { words } from './words.ts';

export interface CreditLineProps {
  readonly credits: Credits;
  readonly adoptedBy?: string | null;
  readonly authorToConfirm?: boolean;
  /** Day since when nobody can take a name away. */
  readonly lockedAt?: string | null;
}

function Names({ people }: { readonly people: readonly PersonRef[] }) {
  const { language } = useFormats();
  const parts = new Intl.ListFormat(language).formatToParts(people.map(({ name }) => name));
  return parts.map((part, at) => (
    // Position is identity here: two people may share a name.
    <Fragment key={at}>{part.type === 'element' ? <strong>{part.value}</strong> : part.value}</Fragment>
  ));
}

/** Co-authors and rebounders are both « avec »; a person who is both is named once. */
export function contributorsOf({ originators, coauthors, rebounders }: Credits): PersonRef[] {
  const seen = new Set(originators.map(({ id }) => id));
  return [...coauthors, ...rebounders].filter(({ id }) => !seen.has(id) && seen.add(id));
}

/** The credit line of a whole idea. */
export function IdeaCredit({ idea }: { readonly idea: IdeaPage }) {
  return (
    <CreditLine
      credits={idea.credits}
      adoptedBy={idea.adoptedBy}
      authorToConfirm={idea.authorToConfirm}
      lockedAt={idea.adoption?.adoptedAt ?? null}
    />
  );
}

export function CreditLine({ credits, adoptedBy, authorToConfirm, lockedAt }: CreditLineProps) {
  const say = useWords(words);
  const formats = useFormats();
  const contributors = contributorsOf(credits);
  const [first] = credits.originators;
  const unnamed = authorToConfirm === true && first === undefined;
  const parts: ReactNode[] = [
    <Fragment key="of">
      <span className={css.glue}>{say.ideaOf(unnamed ? say.authorToConfirm : (first?.name ?? ''))}</span>
      {unnamed ? <em>{say.authorToConfirm}</em> : <Names people={credits.originators} />}
    </Fragment>,
  ];
  const add = (key: string, glue: string, names: ReactNode): void => {
    parts.push(
      <Fragment key={key}>
        <span className={css.glue}> · {glue}</span> {names}
      </Fragment>,
    );
  };
  if (contributors.length > 0) add('with', say.with, <Names people={contributors} />);
  if (adoptedBy) add('adopted', say.adoptedBy, <strong>{say.adopter(adoptedBy)}</strong>);
  if (credits.carrier) add('carried', say.carriedBy, <strong>{credits.carrier.name}</strong>);
  return (
    <div>
      <p className={css.credit}>{parts}</p>
      {lockedAt && (
        <p className={css.locked}>
          <Icon name="lock" />
          {say.creditLocked(formats.day(lockedAt))}
        </p>
      )}
    </div>
  );
}
