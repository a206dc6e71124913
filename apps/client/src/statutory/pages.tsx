/** The statutory pages, one click from everywhere. */
import { Link } from 'react-router';
import { useWords } from '../platform/language.tsx';
import { useOwnWords } from '../platform/own-words.ts';
import { useMe } from '../platform/session.tsx';
import { Page, Section } from '../ui/page.tsx';
import { words as accessibility } from './accessibility-words.ts';
import { words as help } from './help-words.ts';
import { ecodesignWords, legalWords, sourceWords } from './legal-words.ts';
import { words as personalData } from './personal-data-words.ts';
import { StatutoryPage } from './statutory-page.tsx';
import css from './statutory.module.css';
import { words } from './words.ts';

export function AccessibilityPage() {
  const { title, lead, sections } = useWords(accessibility);
  return <StatutoryPage title={title} lead={lead} sections={Object.values(sections)} />;
}
export function PersonalDataPage() {
  const { title, lead, sections } = useWords(personalData);
  return <StatutoryPage title={title} lead={lead} sections={Object.values(sections)} />;
}
export function LegalPage() {
  const { title, sections } = useWords(legalWords);
  return <StatutoryPage title={title} sections={Object.values(sections)} />;
}
export function EcodesignPage() {
  const { title, lead, sections } = useWords(ecodesignWords);
  return <StatutoryPage title={title} lead={lead} sections={Object.values(sections)} />;
}
export function SourcePage() {
  const { title, sections } = useWords(sourceWords);
  return <StatutoryPage title={title} sections={Object.values(sections)} />;
}

export function HelpPage() {
  const { title, sections, glossary, glossaryTitle } = useWords(help);
  const own = useOwnWords();
  return (
    <StatutoryPage title={title} sections={Object.values(sections)}>
      <Section title={glossaryTitle}>
        <dl className={css.glossary}>
          {Object.entries(glossary).map(([word, meaning]) => (
            <div key={word}>
              <dt lang="fr">{own.say(word, 'fr')}</dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </Section>
    </StatutoryPage>
  );
}

/** `mine`: address and name of each place of the reader's own menu. */
export function SiteMapPage({ mine }: { readonly mine: readonly (readonly [string, string])[] }) {
  const say = useWords(words);
  const me = useMe();
  const { pages } = say;
  return (
    <Page title={say.siteMap}>
      <Places
        title={say.everybody}
        places={[
          ['/', say.home],
          ...(me ? [] : [['/entrer', say.enter] as const]),
          ['/verifier', say.verify],
          ['/suivre', say.follow],
          ['/moderation', say.moderation],
        ]}
      />
      {me && <Places title={say.signedIn} places={[['/avis', say.notices], ...mine]} />}
      <Places
        title={say.statutory}
        places={[
          ['/charte', pages.charter],
          ['/accessibilite', pages.accessibility],
          ['/donnees-personnelles', pages.personalData],
          ['/mentions-legales', pages.legal],
          ['/ecoconception', pages.ecodesign],
          ['/code-source', pages.source],
          ['/aide', pages.help],
        ]}
      />
    </Page>
  );
}

interface PlacesProps {
  readonly title: string;
  readonly places: readonly (readonly [to: string, label: string])[];
}
function Places({ title, places }: PlacesProps) {
  return (
    <Section title={title}>
      <ul className={css.list}>
        {places.map(([to, label]) => (
          <li key={to}>
            <Link to={to}>{label}</Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
