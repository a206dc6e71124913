/** `/defis/:challenge/engagement`: what the directorates promise, who signed it and when; a sponsor signs here. */
import type { Challenge, Kit } from '@butinerie/contracts';
import { useState } from 'react';
import { useFormats, useWords } from '../platform/language.tsx';
import { Button, ButtonRow, LinkButton } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { EmptyState, FailureNotice } from '../ui/notice.tsx';
import { KeptText, Page, Section } from '../ui/page.tsx';
import { PersonName } from '../ui/person-name.tsx';
import { Knot, Thread } from '../ui/thread.tsx';
import { useToast } from '../ui/toast.tsx';
import css from './kit.module.css';
import { showKit, useSignCommitment } from './queries.ts';
import { WithKit } from './with-kit.tsx';
import { words } from './words.ts';

export function CommitmentPage() {
  return <WithKit>{(challenge, kit) => <Commitment challenge={challenge} kit={kit} />}</WithKit>;
}

function Commitment({ challenge, kit }: { readonly challenge: Challenge; readonly kit: Kit }) {
  const say = useWords(words);
  const written = kit.texts.find(({ name }) => name === 'commitment');
  // To those who do not prepare it: the words that were signed last.
  const text = written?.text ?? kit.signatures.at(-1)?.text;
  return (
    <Page
      kicker={challenge.question}
      title={say.commitmentTitle}
      now={say.commitmentNow}
      acts={
        <ButtonRow>
          {written && kit.acts.includes('signCommitment') && (
            <Sign challenge={challenge} version={written.version} />
          )}
          <LinkButton to={`/defis/${challenge.id}`}>{say.back}</LinkButton>
        </ButtonRow>
      }
    >
      {text === undefined ? (
        <EmptyState title={say.noCommitment}>{say.noCommitmentWhat}</EmptyState>
      ) : (
        <KeptText>{text}</KeptText>
      )}
      <Section title={say.signed(kit.signatures.length)}>
        <Signatures kit={kit} />
      </Section>
    </Page>
  );
}

export function Signatures({ kit }: { readonly kit: Kit }) {
  const say = useWords(words);
  const { day } = useFormats();
  const now = kit.texts.find(({ name }) => name === 'commitment')?.version ?? kit.signatures.at(-1)?.version;
  if (kit.signatures.length === 0) return <p className={css.quiet}>{say.unsigned}</p>;
  return (
    <Thread label={say.signed(kit.signatures.length)}>
      {kit.signatures.map(({ person, directorate, at, version }) => (
        <Knot key={`${person.id} ${directorate} ${version}`} personId={person.id}>
          <PersonName person={person} />
          <p className={css.quiet}>
            {say.signedFor(directorate, day(at))}
            {version !== now && ` (${say.olderWords})`}
          </p>
        </Knot>
      ))}
    </Thread>
  );
}

function Sign({ challenge, version }: { readonly challenge: Challenge; readonly version: number }) {
  const say = useWords(words);
  const toast = useToast();
  const [asked, setAsked] = useState(false);
  const { run, pending, failure } = useSignCommitment();
  const sign = async (): Promise<void> => {
    const result = await run({ params: { challenge: challenge.id }, body: { version } });
    if (!result.ok) return;
    showKit(result.value);
    setAsked(false);
    toast({ text: say.signToast });
  };
  return (
    <>
      <Button tone="primary" aria-haspopup="dialog" onClick={() => setAsked(true)}>
        {say.sign}
      </Button>
      <Dialog
        open={asked}
        title={say.signAsk}
        onClose={() => setAsked(false)}
        footer={
          <ButtonRow>
            <Button tone="primary" pending={pending} onClick={() => void sign()}>
              {say.signYes}
            </Button>
            <Button onClick={() => setAsked(false)}>{say.signNo}</Button>
          </ButtonRow>
        }
      >
        <p>{say.signFollows}</p>
        <FailureNotice failure={failure} />
      </Dialog>
    </>
  );
}
