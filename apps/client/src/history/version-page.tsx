/** One version of a text: what has changed since, the whole of it, and the way back to it. */
import type { IdeaPage, VersionInFull } from '@butinerie/contracts';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useFormats, useWords } from '../platform/language.tsx';
import { Button, ButtonRow, LinkButton } from '../ui/button.tsx';
import { ComparedText } from '../ui/compared-text.tsx';
import { IdeaCredit } from '../ui/credit-line.tsx';
import { NamedIdea } from '../ui/idea-page.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { NotFoundPage } from '../ui/not-found-page.tsx';
import { KeptText, Page, Section } from '../ui/page.tsx';
import { ReadPage } from '../ui/read-page.tsx';
import { useToast } from '../ui/toast.tsx';
import folded from '../ui/folded.module.css';
import sheet from '../ui/sheet.module.css';
import css from './history.module.css';
import { useRestoreVersion, useTextHistory, useTextVersion } from './queries.ts';
import { words } from './words.ts';

export function VersionPage() {
  const version = Number(useParams()['version']);
  if (!Number.isInteger(version) || version < 1) return <NotFoundPage />;
  return <NamedIdea>{(idea) => <OfVersion idea={idea} version={version} />}</NamedIdea>;
}

function OfVersion({ idea, version }: { readonly idea: IdeaPage; readonly version: number }) {
  const read = useTextVersion(idea.id, version);
  return <ReadPage read={read}>{(found) => <Whole idea={idea} found={found} />}</ReadPage>;
}

function Whole({ idea, found }: { readonly idea: IdeaPage; readonly found: VersionInFull }) {
  const say = useWords(words);
  const { day: sayDay } = useFormats();
  const { title, text, now } = found;
  const same = title === now.title && text === now.text;
  return (
    <Page
      title={say.version(sayDay(found.day))}
      kicker={idea.title}
      credit={<IdeaCredit idea={idea} />}
      now={say.endedBy[found.endedBy]}
      acts={!same && <Restore idea={idea} version={found.version} />}
    >
      <Section title={say.differences}>
        {same ? (
          <p>{say.same}</p>
        ) : (
          <>
            <p className={css.quiet}>{say.differencesWhat}</p>
            <div className={sheet.sheet}>
              <div className={sheet.title}>
                <ComparedText before={title} after={now.title} />
              </div>
              <ComparedText before={text} after={now.text} />
            </div>
          </>
        )}
      </Section>
      <details className={folded.folded}>
        <summary>{say.whole}</summary>
        <p className={sheet.title}>{title}</p>
        <KeptText>{text}</KeptText>
      </details>
      <ButtonRow>
        <LinkButton to={`/idees/${idea.id}/historique`} icon="back">
          {say.backToHistory}
        </LinkButton>
      </ButtonRow>
    </Page>
  );
}

function Restore({ idea, version }: { readonly idea: IdeaPage; readonly version: number }) {
  const say = useWords(words);
  const toast = useToast();
  const navigate = useNavigate();
  const [sure, setSure] = useState(false);
  const history = useTextHistory(idea.id);
  const { run, pending, failure } = useRestoreVersion();
  if (history.state !== 'ready') return null;
  if (!history.value.mayRestore) return <p className={css.quiet}>{say.cannot}</p>;
  const { originators, coauthors } = idea.credits;
  const restore = async (): Promise<void> => {
    const result = await run({ params: { idea: idea.id, version } });
    if (!result.ok) return;
    toast({ text: say.restoreDone });
    void navigate(`/idees/${idea.id}`);
  };
  return (
    <div className={css.entry}>
      {sure && <p>{say.restoreWhat(originators.length + coauthors.length - 1)}</p>}
      <FailureNotice failure={failure} />
      <div>
        {sure ? (
          <Button tone="primary" pending={pending} onClick={() => void restore()}>
            {say.restoreSure}
          </Button>
        ) : (
          <Button tone="primary" onClick={() => setSure(true)}>
            {say.restore}
          </Button>
        )}
      </div>
    </div>
  );
}
