/** The challenges beside this one, one line each. */
import type { Challenge } from '@butinerie/contracts';
import { useFormats, useWords } from '../platform/language.tsx';
import { CardList, Entry, Tag, TitleLink } from '../ui/card.tsx';
import { Section } from '../ui/page.tsx';
import { BesideThumb } from '../ui/visual.tsx';
import css from './challenges.module.css';
import { words } from './words.ts';

export function OtherChallenges({ challenges }: { readonly challenges: readonly Challenge[] }) {
  const say = useWords(words);
  const { shortDay } = useFormats();
  if (challenges.length === 0) return null;
  return (
    <Section title={say.others}>
      <CardList>
        {challenges.map(({ id, question, phase, opensAt, closesAt, visual }) => (
          <Entry key={id}>
            <BesideThumb challenge={id} visual={visual}>
              <h3>
                <TitleLink to={`/defis/${id}`}>{question}</TitleLink>
              </h3>
              <p className={css.dates}>
                <Tag tone={phase === 'ideation' || phase === 'rebound' ? 'accent' : 'plain'}>
                  {say.state[phase]}
                </Tag>
                <span>
                  {shortDay(opensAt.instant)} – {shortDay(closesAt.instant)}
                </span>
              </p>
            </BesideThumb>
          </Entry>
        ))}
      </CardList>
    </Section>
  );
}
