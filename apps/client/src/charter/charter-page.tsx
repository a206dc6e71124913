/** `/charte`: the rules of the house, for anybody to read and print; those who may change them do it here. */
import { CHARTER_LIMIT, type Charter } from '@butinerie/contracts';
import { useState, type FormEvent } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useKept, versionedTextsOf } from '../platform/kept.ts';
import { useFormats, useLanguage, useWords } from '../platform/language.tsx';
import { useMe, useSignedIn } from '../platform/session.tsx';
import { Button, ButtonRow, LinkButton } from '../ui/button.tsx';
import { CharterText } from '../ui/charter-text.tsx';
import { Checkbox } from '../ui/choices.tsx';
import { ComparedText } from '../ui/compared-text.tsx';
import { TextArea } from '../ui/field.tsx';
import folded from '../ui/folded.module.css';
import { FailureNotice, Notice } from '../ui/notice.tsx';
import { Page, Section } from '../ui/page.tsx';
import { Reading } from '../ui/reading.tsx';
import { ReadPage } from '../ui/read-page.tsx';
import { StatusLine } from '../ui/status-line.tsx';
import { useToast } from '../ui/toast.tsx';
import css from './charter.module.css';
import { readCharterAgain, showCharter, useCharter, useSaveCharter } from './queries.ts';
import { words } from './words.ts';

export function CharterPage() {
  const [query] = useSearchParams();
  return (
    <ReadPage read={useCharter(query.get('version'))}>{(charter) => <Whole charter={charter} />}</ReadPage>
  );
}

function Whole({ charter }: { readonly charter: Charter }) {
  const say = useWords(words);
  const { day } = useFormats();
  const me = useMe();
  const { version, since, current, accepted, asked, by, at, acts } = charter;
  const former = Array.from({ length: current - 1 }, (_, n) => current - 1 - n);
  return (
    <Page
      title={say.title}
      now={say.now}
      acts={
        <div data-print="no">
          <ButtonRow>
            <Button onClick={() => print()}>{say.print}</Button>
            {version !== current && <LinkButton to="/charte">{say.inForce}</LinkButton>}
          </ButtonRow>
        </div>
      }
    >
      {version !== current && <Notice tone="warning">{say.former}</Notice>}
      <CharterText charter={charter} />
      <p className={css.quiet}>
        {say.version(version, day(at))}
        {by !== null && say.writtenBy(by.name)}
        {version === 1 && say.first}.
      </p>
      {me !== null && (
        <p className={css.quiet} data-print="no">
          {accepted && say.yours(accepted.version, day(accepted.at))} {asked && say.notYours}
        </p>
      )}
      {since !== version && <Corrected charter={charter} />}
      <div data-print="no">
        {former.length > 0 && (
          <Section title={say.versions}>
            <ul>
              {former.map((number) => (
                <li key={number}>
                  <Link to={`/charte?version=${number}`}>{say.versionLink(number)}</Link>
                </li>
              ))}
            </ul>
          </Section>
        )}
        {acts.includes('saveCharter') && version === current && <Write charter={charter} />}
      </div>
    </Page>
  );
}

/** What was corrected, for everybody to see that it is no more than that. */
function Corrected({ charter }: { readonly charter: Charter }) {
  const say = useWords(words);
  const { language } = useLanguage();
  const before = charter.version - 1;
  const other = language === 'fr' ? 'en' : 'fr';
  return (
    <Section title={say.corrected(before)}>
      <p>
        {say.correctedWhat(charter.since)}{' '}
        <Link to={`/charte?version=${before}`}>{say.versionLink(before)}</Link>
      </p>
      <details className={folded.folded}>
        <summary>{say.correctedWords}</summary>
        <Reading read={useCharter(String(before))}>
          {(former) => (
            <>
              <ComparedText before={former[language]} after={charter[language]} />
              {former[other] !== charter[other] && (
                <div lang={other}>
                  <ComparedText before={former[other]} after={charter[other]} />
                </div>
              )}
            </>
          )}
        </Reading>
      </details>
    </Section>
  );
}

function Write({ charter }: { readonly charter: Charter }) {
  const say = useWords(words);
  const me = useSignedIn();
  const toast = useToast();
  const [kept, keep, settle] = useKept(`butinerie.charter.${me.id}`, (raw) =>
    versionedTextsOf(raw, ['fr', 'en'], charter.version),
  );
  const [correction, setCorrection] = useState(false);
  const { run, pending, failure, clear } = useSaveCharter();
  /** The one that was read when the writing began is the one it stands on. */
  const { fr, en, version } = kept ?? charter;
  const change = (text: { fr: string; en: string }): void => {
    clear();
    keep({ ...text, version });
  };
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const result = await run({ body: { fr, en, version, ...(correction ? { correction } : {}) } });
    if (result.ok) {
      settle(kept, (typedSince) => ({ ...typedSince, version: result.value.version }));
      setCorrection(false);
      showCharter(result.value);
      toast({ text: correction ? say.savedCorrection : say.saved });
    } else if (result.failure.code === 'stale-version') {
      // What it would correct is not what she read.
      setCorrection(false);
      const { current } = result.failure;
      settle(null, (mine) => ({ ...mine, version: current }));
      readCharterAgain();
    }
  };
  const overtaken = failure?.code === 'stale-version' || (kept !== null && version !== charter.version);
  return (
    <Section title={say.write}>
      <p className={css.quiet}>{say.writeWhat}</p>
      <form className={css.form} noValidate onSubmit={(event) => void save(event)}>
        <TextArea
          label={say.french}
          rows={14}
          maxLength={CHARTER_LIMIT}
          value={fr}
          onChange={(next) => change({ fr: next, en })}
        />
        <TextArea
          label={say.english}
          rows={14}
          maxLength={CHARTER_LIMIT}
          value={en}
          onChange={(next) => change({ fr, en: next })}
        />
        {charter.acts.includes('correctCharter') && (
          <Checkbox
            label={say.correction}
            hint={say.correctionWhat}
            checked={correction}
            onChange={setCorrection}
          />
        )}
        {overtaken ? (
          <Notice live tone="warning">
            {say.theirs}
          </Notice>
        ) : (
          <FailureNotice failure={failure} />
        )}
        {kept !== null && <StatusLine state="notSent">{say.notSaved}</StatusLine>}
        <ButtonRow>
          <Button type="submit" pending={pending}>
            {correction ? say.saveCorrection : say.save}
          </Button>
        </ButtonRow>
      </form>
    </Section>
  );
}
