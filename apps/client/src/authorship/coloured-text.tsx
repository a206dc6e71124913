/** A text whose words carry the colour of who wrote them, a legend beside it, and the same as a table. */
import type { AuthoredSpan, PersonRef } from '@butinerie/contracts';
import { Fragment } from 'react';
import { useWords } from '../platform/language.tsx';
import { hueStyle, PersonName } from '../ui/person-name.tsx';
import { Table } from '../ui/table.tsx';
import css from './authorship.module.css';
import { words } from './words.ts';

export type Names = ReadonlyMap<string, PersonRef>;

export function ColouredText({
  spans,
  names,
}: {
  readonly spans: readonly AuthoredSpan[];
  readonly names: Names;
}) {
  return (
    <p className={css.text}>
      {spans.map(({ text, by }, at) =>
        by === null ? (
          // A span is its place in a text that does not change while it is read.
          <Fragment key={at}>{text}</Fragment>
        ) : (
          <span key={at} className={css.span} style={hueStyle(by)} title={names.get(by)?.name}>
            {text}
          </span>
        ),
      )}
    </p>
  );
}

export function Legend({ people }: { readonly people: readonly PersonRef[] }) {
  const say = useWords(words);
  return (
    // Safari forgets that a list without bullets is a list.
    // eslint-disable-next-line jsx-a11y/no-redundant-roles
    <ul role="list" className={css.legend} aria-label={say.legend}>
      {people.map((person) => (
        <li key={person.id} className={css.entry} style={hueStyle(person.id)}>
          <span className={css.swatch} aria-hidden="true" />
          <PersonName person={person} directorate />
        </li>
      ))}
    </ul>
  );
}

/** Line by line of the text: who, then the words. */
export function Passages({
  spans,
  names,
}: {
  readonly spans: readonly AuthoredSpan[];
  readonly names: Names;
}) {
  const say = useWords(words);
  return (
    <Table className={css.table}>
      <caption className="out-of-sight">{say.passages}</caption>
      <thead>
        <tr>
          <th scope="col">{say.person}</th>
          <th scope="col">{say.wrote}</th>
        </tr>
      </thead>
      <tbody>
        {spans.map(({ text, by }, at) =>
          text.trim() === '' || by === null ? null : (
            <tr key={at}>
              <th scope="row">{names.get(by)?.name ?? say.nobody}</th>
              <td>{text.trim()}</td>
            </tr>
          ),
        )}
      </tbody>
    </Table>
  );
}
