/** The commitment as it stands, for everybody to read: the same page, signed. */
import type { Adoption, IdeaPage } from '@butinerie/contracts';
import { calendarDay, PARIS } from '@butinerie/domain';
import { serverNow } from '../platform/clock.ts';
import { useWords } from '../platform/language.tsx';
import { KeptText } from '../ui/page.tsx';
import css from './adoption.module.css';
import { Article, Dates, NamesThatStay, PeopleLine, WhatIsFixed } from './articles.tsx';
import { TheIdea } from './the-idea.tsx';
import { words } from './words.ts';

export interface AdoptedViewProps {
  readonly idea: IdeaPage;
  readonly adoption: Adoption;
}
export function AdoptedView({ idea, adoption }: AdoptedViewProps) {
  const say = useWords(words);
  const { carrierOffer, milestone } = adoption;
  return (
    <div className={css.sheet}>
      <TheIdea idea={idea} />
      <Article title={say.blockAdopted(adoption.directorate.name)}>
        <KeptText>{adoption.promise}</KeptText>
        <dl className={css.names}>
          <PeopleLine term={say.sponsor} people={[adoption.sponsor]} />
          <PeopleLine term={say.pilot} people={[adoption.pilot]} />
          <dt>{say.blockMilestone}</dt>
          <dd>{milestone.title}</dd>
          <dt>{say.blockTime}</dt>
          <dd>{say.halfDays(adoption.halfDays)}</dd>
        </dl>
        <p>{say.carrierTheirs[carrierOffer.choice ?? 'open'](carrierOffer.to.name)}</p>
      </Article>
      <NamesThatStay credits={idea.credits} />
      <Dates
        today={calendarDay(new Date(serverNow()), PARIS)}
        adoptedOn={calendarDay(new Date(adoption.adoptedAt), PARIS)}
        sure
        milestone={milestone.dueOn}
        dueOn={adoption.dueOn}
        answerBy={carrierOffer.answerBy}
        answersNames={carrierOffer.to.name}
      />
      <WhatIsFixed />
    </div>
  );
}
