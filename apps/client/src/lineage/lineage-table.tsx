/** The same family as a table: every title whole. */
import type { Relative } from '@butinerie/contracts';
import { earnedIn } from '@butinerie/domain';
import { Link } from 'react-router';
import { useFormats, useWords } from '../platform/language.tsx';
import { Table } from '../ui/table.tsx';
import css from './lineage.module.css';
import { words } from './words.ts';

export function LineageTable({ family }: { readonly family: readonly Relative[] }) {
  const say = useWords(words);
  const { list } = useFormats();
  const titles = new Map<string, string>(family.map(({ id, title }) => [id, title]));
  const { columns } = say;
  return (
    <details>
      <summary>{say.table}</summary>
      <Table className={css.table}>
        <caption className="out-of-sight">{say.drawing}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.idea}</th>
            <th scope="col">{columns.people}</th>
            <th scope="col">{columns.parents}</th>
            <th scope="col">{columns.state}</th>
          </tr>
        </thead>
        <tbody>
          {family.map(({ id, title, originators, parents, state, adoptedBy }) => {
            const earned = earnedIn(state);
            return (
              <tr key={id}>
                <th scope="row">
                  <Link to={`/idees/${id}`}>{title}</Link>
                </th>
                <td data-column={columns.people}>
                  {originators.length > 0 ? list(originators.map(({ name }) => name)) : say.nobody}
                </td>
                <td data-column={columns.parents}>
                  {parents.length > 0
                    ? list(parents.map((parent) => say.quoted(titles.get(parent) ?? '')))
                    : '–'}
                </td>
                <td data-column={columns.state}>
                  {earned === null ? '–' : say.earned[earned]} {adoptedBy !== null && say.by(adoptedBy)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </Table>
    </details>
  );
}
