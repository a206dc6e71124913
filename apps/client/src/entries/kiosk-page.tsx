/**
 * `/borne`: a shared device. No session, no draft, no storage, no page of the history for what is typed: all of it lies in
 * this page's memory, and goes when its person says so or leaves it alone.
 */
import {
  KIOSK_WARNING_SECONDS,
  type AnswerOf,
  type EntrySlip,
  type FollowedEntry,
  type readKiosk,
} from '@butinerie/contracts';
import { useEffect, useState } from 'react';
import { useWords } from '../platform/language.tsx';
import { useMe } from '../platform/session.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { CodeForm } from './code-form.tsx';
import css from './entries.module.css';
import { EntryForm, type DrawAsked, type EntryAsks } from './entry-form.tsx';
import { EntryPaper } from './entry-paper.tsx';
import { Followed } from './followed.tsx';
import { useEnterAtKiosk, useReadKiosk } from './queries.ts';
import { useForgetting } from './use-forgetting.ts';
import { words } from './words.ts';

interface KioskPageProps {
  readonly asked: DrawAsked;
}
export function KioskPage({ asked }: KioskPageProps) {
  const say = useWords(words);
  const me = useMe();
  const [token] = useState(() => location.hash.slice(1));
  const [people, setPeople] = useState(0);
  const [kiosk, setKiosk] = useState<AnswerOf<typeof readKiosk> | null>(null);
  const { run, failure } = useReadKiosk();
  useEffect(() => {
    void run({ body: { token } }).then((result) => {
      if (result.ok) setKiosk(result.value);
    });
    // Asked anew for each person: a kiosk that was shut meanwhile says so before anybody types.
  }, [run, token, people]);
  if (me !== null)
    return (
      <Page title={say.kioskTitle}>
        <Notice tone="warning" title={say.kioskSession}>
          <p>{say.kioskSessionWhat}</p>
        </Notice>
      </Page>
    );
  if (failure !== null || kiosk === null)
    return failure === null ? null : <Page title={say.kioskClosed} now={say.kioskClosedWhat} />;
  return (
    <Page title={kiosk.question} now={say.kioskQuiet}>
      <OnePerson
        key={people}
        token={token}
        directorates={kiosk.directorates}
        asks={kiosk}
        asked={asked}
        onGone={() => setPeople((before) => before + 1)}
      />
    </Page>
  );
}

interface OnePersonProps {
  readonly token: string;
  readonly directorates: readonly string[];
  readonly asks: EntryAsks;
  readonly asked: DrawAsked;
  /** Everything of hers is forgotten: the next one finds a page as at the start. */
  readonly onGone: () => void;
}
function OnePerson({ token, directorates, asks, asked, onGone }: OnePersonProps) {
  const say = useWords(words);
  const [at, setAt] = useState<'start' | 'idea' | 'code'>('start');
  const [slip, setSlip] = useState<EntrySlip | null>(null);
  const [followed, setFollowed] = useState<FollowedEntry | null>(null);
  const { run, pending, failure } = useEnterAtKiosk();
  const warned = useForgetting(at !== 'start', onGone);
  if (at === 'start')
    return (
      <ButtonRow>
        <Button tone="primary" onClick={() => setAt('idea')}>
          {say.kioskStart}
        </Button>
        <Button onClick={() => setAt('code')}>{say.kioskFollow}</Button>
      </ButtonRow>
    );
  return (
    <div className={css.answer}>
      {warned && (
        <Notice live tone="warning" title={say.kioskWarning(KIOSK_WARNING_SECONDS)}>
          <div>
            {/* Any touch is heard; this one is for whoever looks for something to press. */}
            <Button>{say.kioskStay}</Button>
          </div>
        </Notice>
      )}
      {slip !== null && (
        <>
          <Notice live tone="good" title={say.paperReady}>
            <p>{say.paperNow}</p>
          </Notice>
          <EntryPaper slip={slip} />
          <div data-print="no">
            <Button onClick={() => print()}>{say.print}</Button>
          </div>
        </>
      )}
      {slip === null && at === 'idea' && (
        <EntryForm
          asks={asks}
          asked={asked}
          directorates={directorates}
          textLabel={say.kioskText}
          charterLabel={say.charterMine}
          send={say.kioskPublish}
          pending={pending}
          failure={failure}
          onSend={(entered) =>
            void run({ body: { token, ...entered } }).then((result) => {
              if (result.ok) setSlip(result.value);
            })
          }
        />
      )}
      {at === 'code' &&
        (followed === null ? <CodeForm start="" onOpen={setFollowed} /> : <Followed entry={followed} />)}
      <div data-print="no">
        <Button tone="quiet" onClick={onGone}>
          {say.kioskEnd}
        </Button>
      </div>
    </div>
  );
}
