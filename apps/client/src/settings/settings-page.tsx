/** What a challenge is made of besides its question and its dates: each part is saved by itself, before and after it opens. */
import { challengeId, type ChallengeId } from '@butinerie/contracts';
import { useWords } from '../platform/language.tsx';
import { ButtonRow, LinkButton } from '../ui/button.tsx';
import { Page } from '../ui/page.tsx';
import { NamedPage, ReadPage } from '../ui/read-page.tsx';
import { AudienceSection } from './audience-section.tsx';
import { FieldsSection } from './fields-section.tsx';
import { LabelsSection } from './labels-section.tsx';
import { OutsidersSection } from './outsiders-section.tsx';
import { ThemesSection } from './themes-section.tsx';
import { BannerSection } from './banner-section.tsx';
import { ColourSection } from './colour-section.tsx';
import { useChallengeToSet } from './queries.ts';
import { words } from './words.ts';

export function SettingsPage() {
  return (
    <NamedPage param="challenge" schema={challengeId}>
      {(id) => <Settings id={id} />}
    </NamedPage>
  );
}

function Settings({ id }: { readonly id: ChallengeId }) {
  const say = useWords(words);
  return (
    <ReadPage read={useChallengeToSet(id)}>
      {(challenge) => {
        const back = (
          <div>
            <LinkButton to={`/preparer/${id}`}>{say.back}</LinkButton>
          </div>
        );
        if (!challenge.acts.includes('prepareChallenge'))
          return <Page kicker={say.kicker} title={challenge.question} now={say.notNow} acts={back} />;
        return (
          <Page
            kicker={say.kicker}
            title={challenge.question}
            now={say.now}
            acts={
              <ButtonRow>
                <LinkButton to={`/preparer/${id}`}>{say.back}</LinkButton>
                <LinkButton to={`/preparer/formats?de=${id}`}>{say.keepAsFormat}</LinkButton>
              </ButtonRow>
            }
          >
            <AudienceSection challenge={challenge} />
            <OutsidersSection challenge={challenge} />
            <ColourSection challenge={challenge} />
            <BannerSection challenge={challenge} />
            <ThemesSection challenge={challenge} />
            <LabelsSection challenge={challenge} />
            <FieldsSection challenge={challenge} />
          </Page>
        );
      }}
    </ReadPage>
  );
}
