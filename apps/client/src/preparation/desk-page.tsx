/** The challenges one prepares and watches over, drafts first. */
import type { Challenge } from '@butinerie/contracts';
import { hasRole, mayModerate } from '@butinerie/domain';
import { useFormats, useWords } from '../platform/language.tsx';
import { useSignedIn } from '../platform/session.tsx';
import { ButtonRow, LinkButton } from '../ui/button.tsx';
import { CardList, Entry, Tag, TitleLink } from '../ui/card.tsx';
import { EmptyState } from '../ui/notice.tsx';
import { Page, Section } from '../ui/page.tsx';
import { Reading } from '../ui/reading.tsx';
import { BesideThumb } from '../ui/visual.tsx';
import { CheckDesk } from './check-desk.tsx';
import { ForModerators } from './for-moderators.tsx';
import { words as formatWords } from './format-words.ts';
import css from './preparation.module.css';
import { useChallengesToPrepare } from './queries.ts';
import { words } from './words.ts';

export function DeskPage() {
  const say = useWords(words);
  const ofFormats = useWords(formatWords);
  const me = useSignedIn();
  const read = useChallengesToPrepare();
  if (!mayModerate(me)) return hasRole(me, 'dpo') ? <CheckDesk /> : <ForModerators />;
  return (
    <Page
      title={say.deskTitle}
      now={say.deskNow}
      acts={
        <ButtonRow>
          <LinkButton to="/preparer/nouveau" tone="primary" icon="plus">
            {say.newChallenge}
          </LinkButton>
          <LinkButton to="/preparer/formats">{ofFormats.houseFormats}</LinkButton>
        </ButtonRow>
      }
    >
      <Reading read={read}>
        {({ challenges }) => {
          const mine = challenges.filter(({ id }) => mayModerate(me, id));
          const drafts = mine.filter(({ phase }) => phase === 'draft');
          const others = mine.filter(({ phase }) => phase !== 'draft');
          return (
            <>
              {drafts.length === 0 && <EmptyState title={say.noDraft}>{say.noDraftWhat}</EmptyState>}
              {drafts.length > 0 && (
                <Section title={say.drafts}>
                  <Challenges challenges={drafts} />
                </Section>
              )}
              {others.length > 0 && (
                <Section title={say.others}>
                  <Challenges challenges={others} />
                </Section>
              )}
            </>
          );
        }}
      </Reading>
    </Page>
  );
}

function Challenges({ challenges }: { readonly challenges: readonly Challenge[] }) {
  const say = useWords(words);
  const { moment } = useFormats();
  return (
    <CardList>
      {challenges.map(({ id, question, phase, opensAt, acts, visual }) => (
        <Entry key={id}>
          <BesideThumb challenge={id} visual={visual}>
            <h3>
              <TitleLink to={`/preparer/${id}`}>{question}</TitleLink>
            </h3>
            <p className={css.what}>{say.opensOn(moment(opensAt))}</p>
            <p className={css.state}>
              <Tag tone={phase === 'deliberation' ? 'accent' : 'plain'}>{say.phase[phase]}</Tag>
              {acts.includes('answerIdea') && (
                <LinkButton to={`/defis/${id}/choix`} className={css.above}>
                  {say.choose}
                </LinkButton>
              )}
            </p>
          </BesideThumb>
        </Entry>
      ))}
    </CardList>
  );
}
