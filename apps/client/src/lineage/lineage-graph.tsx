/** The family drawn: a thread from each idea to those that grew from it. What is drawn is also said, row by row. */
import type { IdeaId, Relative } from '@butinerie/contracts';
import { earnedIn } from '@butinerie/domain';
import { Link } from 'react-router';
import { useFormats, useWords } from '../platform/language.tsx';
import { Tag } from '../ui/card.tsx';
import { cx } from '../ui/classes.ts';
import { hueStyle } from '../ui/person-name.tsx';
import { drawLanes, type Place, type ThreadTo } from './lanes.ts';
import css from './lineage.module.css';
import { words } from './words.ts';

/** In rem, so that the drawing grows with the letters beside it. */
const ROW = 6.5;
const LANE = 1;
const x = (lane: number): number => 0.5 + lane * LANE;
const y = (row: number): number => row * ROW + 1;

function pathOf({ from, to, lane }: ThreadTo): string {
  const bend = 1.25;
  const [top, bottom] = [y(from.row), y(to.row)];
  const out =
    lane === from.lane ? '' : `C ${x(from.lane)} ${top + bend} ${x(lane)} ${top} ${x(lane)} ${top + bend}`;
  const back =
    lane === to.lane
      ? `V ${bottom}`
      : `V ${bottom - bend} C ${x(lane)} ${bottom} ${x(to.lane)} ${bottom - bend} ${x(to.lane)} ${bottom}`;
  return `M ${x(from.lane)} ${top} ${out} ${back}`;
}

export interface LineageGraphProps {
  /** Parents before children. */
  readonly family: readonly Relative[];
  readonly here: IdeaId;
}

export function LineageGraph({ family, here }: LineageGraphProps) {
  const say = useWords(words);
  const { places, threads, lanes } = drawLanes(family);
  const [wide, high] = [lanes * LANE, family.length * ROW];
  return (
    <div className={css.graph}>
      <svg
        className={css.threads}
        viewBox={`0 0 ${wide} ${high}`}
        style={{ inlineSize: `${wide}rem`, blockSize: `${high}rem` }}
        aria-hidden="true"
      >
        {threads.map((thread, at) => (
          // A thread has no name; its place is what it is.
          <path key={at} d={pathOf(thread)} className={css.thread} />
        ))}
        {places.map((place, at) => (
          <Dot key={family[at]?.id} place={place} relative={family[at]} here={family[at]?.id === here} />
        ))}
      </svg>
      {/* Safari forgets that a list without bullets is a list. */}
      {/* eslint-disable-next-line jsx-a11y/no-redundant-roles */}
      <ol role="list" className={css.rows} aria-label={say.drawing}>
        {family.map((relative) => (
          <Row key={relative.id} relative={relative} family={family} here={relative.id === here} />
        ))}
      </ol>
    </div>
  );
}

interface DotProps {
  readonly place: Place;
  readonly relative: Relative | undefined;
  readonly here: boolean;
}
function Dot({ place, relative, here }: DotProps) {
  const whose = relative?.originators[0]?.id;
  return (
    <circle
      cx={x(place.lane)}
      cy={y(place.row)}
      r={here ? 0.4 : 0.28}
      className={cx(css.dot, here && css.here)}
      style={whose === undefined ? undefined : hueStyle(whose)}
    />
  );
}

interface RowProps {
  readonly relative: Relative;
  readonly family: readonly Relative[];
  readonly here: boolean;
}
function Row({ relative: { id, title, originators, parents, state, adoptedBy }, family, here }: RowProps) {
  const say = useWords(words);
  const { list } = useFormats();
  const earned = earnedIn(state);
  const from = family.filter((other) => parents.includes(other.id)).map((other) => say.quoted(other.title));
  return (
    <li className={css.row} style={{ blockSize: `${ROW}rem` }} aria-current={here ? 'page' : undefined}>
      <span className={css.name} title={title}>
        {here ? <strong>{title}</strong> : <Link to={`/idees/${id}/filiation`}>{title}</Link>}
      </span>
      <span className={css.people}>
        {originators.length > 0 ? list(originators.map(({ name }) => name)) : say.nobody}
        {here && ` (${say.here})`}
      </span>
      {earned !== null && (
        <span>
          <Tag tone={earned === 'selected' ? 'accent' : 'good'}>
            {say.earned[earned]} {adoptedBy !== null && say.by(adoptedBy)}
          </Tag>
        </span>
      )}
      <span className="out-of-sight">{from.length > 0 ? say.grewFrom(list(from)) : say.startsHere}</span>
    </li>
  );
}
