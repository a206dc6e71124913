/** Texts to be destroyed: asked by an officer, confirmed by a second person, cancelled until they are gone. */
import { cancelShredding, confirmShredding, listShreddings, type Shredding } from '@butinerie/contracts';
import { mayFollowShreddings } from '@butinerie/domain';
import { useFormats, useWords } from '../platform/language.tsx';
import { remember, useAct, useRead } from '../platform/query.ts';
import { useSignedIn } from '../platform/session.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { CardList, Entry } from '../ui/card.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { Page, Section } from '../ui/page.tsx';
import { Reading, Skeleton } from '../ui/reading.tsx';
import { AskShredding } from './ask-shredding.tsx';
import { words } from './words.ts';

export function ShreddingsPage() {
  const say = useWords(words);
  const me = useSignedIn();
  if (!mayFollowShreddings(me)) return <Page title={say.notYours} now={say.notYoursWhat} />;
  return (
    <Page title={say.title} now={say.lead}>
      <AskShredding />
      <Requests />
    </Page>
  );
}

function Requests() {
  const say = useWords(words);
  const read = useRead(listShreddings, {});
  return (
    <Section title={say.list}>
      <Reading read={read} skeleton={<Skeleton lines={4} />}>
        {({ shreddings }) =>
          shreddings.length === 0 ? (
            <p>{say.none}</p>
          ) : (
            <CardList label={say.list}>
              {shreddings.map((shredding) => (
                <Entry key={shredding.id}>
                  <OneRequest shredding={shredding} />
                </Entry>
              ))}
            </CardList>
          )
        }
      </Reading>
    </Section>
  );
}

function OneRequest({ shredding }: { readonly shredding: Shredding }) {
  const say = useWords(words);
  const { day } = useFormats();
  const me = useSignedIn();
  const confirming = useAct(confirmShredding);
  const cancelling = useAct(cancelShredding);
  const { state, by, second, dueAt } = shredding;
  const given = { params: { shredding: shredding.id }, body: {} };
  const confirm = async (): Promise<void> => {
    const done = await confirming.run(given);
    if (done.ok) remember(listShreddings, {}, done.value);
  };
  const cancel = async (): Promise<void> => {
    const done = await cancelling.run(given);
    if (done.ok) remember(listShreddings, {}, done.value);
  };
  return (
    <>
      <h3>{shredding.idea.title}</h3>
      <p>
        {say.motiveOptions[shredding.motive]}, {shredding.reference}
      </p>
      <p>{say.by(by.name, second?.name ?? null)}</p>
      <p>
        {say.states[state]}
        {state === 'waiting' && dueAt !== null && `, ${say.dueOn(day(dueAt))}`}
      </p>
      <FailureNotice failure={confirming.failure ?? cancelling.failure} />
      {(state === 'asked' || state === 'waiting') && (
        <ButtonRow>
          {state === 'asked' && by.id !== me.id && (
            <Button tone="danger" pending={confirming.pending} onClick={() => void confirm()}>
              {say.confirm}
            </Button>
          )}
          <Button pending={cancelling.pending} onClick={() => void cancel()}>
            {say.cancel}
          </Button>
        </ButtonRow>
      )}
    </>
  );
}
