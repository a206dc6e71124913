/** « Saisir pour un ou une collègue »: a moderator writes an idea down, then prints its paper; and opens a kiosk. */
import { challengeId, KIOSK_HOURS, type ChallengeId, type EntrySlip, type Kiosk } from '@butinerie/contracts';
import { PARIS } from '@butinerie/domain';
import { useState } from 'react';
import { useFormats, useWords } from '../platform/language.tsx';
import { Button, ButtonRow, LinkButton } from '../ui/button.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { Page, Section } from '../ui/page.tsx';
import { NamedPage, ReadPage } from '../ui/read-page.tsx';
import { svgPicture } from '../ui/svg-picture.ts';
import { useToast } from '../ui/toast.tsx';
import css from './entries.module.css';
import { EntryForm, type DrawAsked, type EntryAsks } from './entry-form.tsx';
import { EntryPaper } from './entry-paper.tsx';
import {
  useAsksOfEntries,
  useDirectorateNames,
  useEnterIdea,
  useFoundKiosk,
  useOpenKiosk,
  useShutKiosk,
} from './queries.ts';
import { words } from './words.ts';

interface EnterPageProps {
  readonly asked: DrawAsked;
}
export function EnterPage({ asked }: EnterPageProps) {
  return (
    <NamedPage param="challenge" schema={challengeId}>
      {(id) => <ReadAsks challenge={id} asked={asked} />}
    </NamedPage>
  );
}

interface EnterProps extends EnterPageProps {
  readonly challenge: ChallengeId;
}
function ReadAsks(props: EnterProps) {
  const read = useAsksOfEntries(props.challenge);
  return <ReadPage read={read}>{(asks) => <Enter asks={asks} {...props} />}</ReadPage>;
}

function Enter({ challenge, asks, asked }: EnterProps & { readonly asks: EntryAsks }) {
  const say = useWords(words);
  const [slip, setSlip] = useState<EntrySlip | null>(null);
  const { run, pending, failure } = useEnterIdea();
  const read = useDirectorateNames();
  if (slip !== null)
    return (
      <>
        <div data-print="no">
          <Page
            title={say.paperReady}
            now={say.paperNow}
            acts={
              <ButtonRow>
                <Button tone="primary" onClick={() => print()}>
                  {say.print}
                </Button>
                <Button onClick={() => setSlip(null)}>{say.another}</Button>
                <LinkButton to={`/defis/${challenge}`}>{say.back}</LinkButton>
              </ButtonRow>
            }
          />
        </div>
        <EntryPaper slip={slip} />
      </>
    );
  return (
    <Page title={say.enterTitle} now={say.enterNow}>
      <EntryForm
        asks={asks}
        asked={asked}
        directorates={read.state === 'ready' ? read.value.directorates.map(({ name }) => name) : []}
        textLabel={say.ideaText}
        charterLabel={say.charterTheirs}
        send={say.publish}
        pending={pending}
        failure={failure}
        onSend={(body) =>
          void run({ params: { challenge }, body }).then((result) => {
            if (result.ok) setSlip(result.value);
          })
        }
      />
      <KioskSection challenge={challenge} />
    </Page>
  );
}

function KioskSection({ challenge }: { readonly challenge: ChallengeId }) {
  const say = useWords(words);
  const toast = useToast();
  const [kiosk, setKiosk] = useState<Kiosk | null>(null);
  const { moment } = useFormats();
  const found = useFoundKiosk(challenge);
  const there = found.state === 'ready' ? found.value.kiosk : null;
  const open = useOpenKiosk();
  const shut = useShutKiosk();
  const params = { challenge };
  return (
    <Section title={say.kioskTitle}>
      <p>{say.kioskWhat(KIOSK_HOURS)}</p>
      {kiosk && (
        <>
          <img className={css.qr} src={svgPicture(kiosk.qr)} alt={say.kioskQr} />
          <p className={css.address}>{kiosk.url}</p>
        </>
      )}
      {there && (
        <p className={css.quiet}>
          {say.kioskThere(
            there.openedBy?.name ?? '',
            moment({ instant: Date.parse(there.until), timeZone: PARIS }),
          )}
        </p>
      )}
      <FailureNotice failure={open.failure ?? shut.failure} />
      <ButtonRow>
        <Button
          pending={open.pending}
          onClick={() =>
            void open.run({ params }).then((result) => {
              if (result.ok) setKiosk(result.value);
            })
          }
        >
          {there ? say.kioskAnew : say.kioskOpen}
        </Button>
        {there && (
          <Button
            tone="quiet"
            pending={shut.pending}
            onClick={() =>
              void shut.run({ params }).then((result) => {
                if (!result.ok) return;
                setKiosk(null);
                toast({ text: say.kioskIsShut });
              })
            }
          >
            {say.kioskShut}
          </Button>
        )}
      </ButtonRow>
    </Section>
  );
}
