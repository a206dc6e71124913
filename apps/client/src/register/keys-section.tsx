/** The key that signs: how it stands, and the two administrators it takes to change it. */
import { readRegisterKeys, askKeyChange, cancelKeyChange, mintId, type AnswerOf } from '@butinerie/contracts';
import { useFormats, useWords } from '../platform/language.tsx';
import { remember, useAct, useRead } from '../platform/query.ts';
import { useSignedIn } from '../platform/session.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { CardList, Entry } from '../ui/card.tsx';
import { FailureNotice, Notice } from '../ui/notice.tsx';
import { Section } from '../ui/page.tsx';
import { Reading, Skeleton } from '../ui/reading.tsx';
import { KeyCode } from './key-code.tsx';
import css from './register.module.css';
import { words } from './words.ts';

type Keys = AnswerOf<typeof readRegisterKeys>;

export function KeysSection() {
  const say = useWords(words);
  const read = useRead(readRegisterKeys, {});
  return (
    <Section title={say.key}>
      <p>{say.keyWhat}</p>
      <Reading read={read} skeleton={<Skeleton lines={3} />}>
        {(keys) => <KeyState keys={keys} />}
      </Reading>
    </Section>
  );
}

function KeyState({ keys }: { readonly keys: Keys }) {
  const say = useWords(words);
  const { day } = useFormats();
  const open = keys.changes.find(({ state }) => state === 'waiting' || state === 'to-confirm');
  const earlier = keys.changes.filter((change) => change !== open);
  return (
    <>
      {keys.state !== 'signs' && (
        <Notice tone="danger" title={say.keyStates[keys.state]}>
          <p>{keys.state === 'lost' ? say.keyLostDo : say.keyRefusesDo(keys.reason ?? '')}</p>
        </Notice>
      )}
      <p>{say.keyNow}</p>
      <pre className={css.mono}>{keys.current}</pre>
      {open ? (
        <OpenChange change={open} />
      ) : (
        keys.state !== 'refuses' && <AskChange lost={keys.state === 'lost'} />
      )}
      {earlier.length > 0 && (
        <CardList label={say.keyEarlier}>
          {earlier.map((change) => (
            <Entry key={change.id}>
              <p>{say.keyKinds[change.kind]}</p>
              <p className={css.quiet}>
                {[change.by.name, change.second?.name].filter(Boolean).join(', ')} ·{' '}
                {day(change.doneAt ?? change.askedAt)} · {say.keyChangeStates[change.state]}
              </p>
            </Entry>
          ))}
        </CardList>
      )}
    </>
  );
}

function AskChange({ lost }: { readonly lost: boolean }) {
  const say = useWords(words);
  const { run, pending, failure } = useAct(askKeyChange);
  const kind = lost ? 'lose' : 'rotate';
  const ask = async (): Promise<void> => {
    const asked = await run({ body: { id: mintId('keyChange'), kind } });
    if (asked.ok) remember(readRegisterKeys, {}, asked.value);
  };
  return (
    <>
      <p>{lost ? say.keyLoseWhat : say.keyRotateWhat}</p>
      <FailureNotice failure={failure} />
      <ButtonRow>
        <Button tone={lost ? 'danger' : 'secondary'} pending={pending} onClick={() => void ask()}>
          {say.keyAsk[kind]}
        </Button>
      </ButtonRow>
    </>
  );
}

function OpenChange({ change }: { readonly change: Keys['changes'][number] }) {
  const say = useWords(words);
  const { moment } = useFormats();
  const me = useSignedIn();
  const { run, pending, failure } = useAct(cancelKeyChange);
  const cancel = async (): Promise<void> => {
    const cancelled = await run({ params: { change: change.id }, body: {} });
    if (cancelled.ok) remember(readRegisterKeys, {}, cancelled.value);
  };
  const mine = change.by.id === me.id;
  return (
    <>
      <p>{say.keyAsked(change.by.name, say.keyKinds[change.kind])}</p>
      {change.newKey !== null && (
        <>
          <p>{say.keyNext}</p>
          <pre className={css.mono}>{change.newKey}</pre>
        </>
      )}
      {change.expiresAt !== null && (
        <p className={css.quiet}>{say.keySecondUntil(moment(change.expiresAt))}</p>
      )}
      {mine && change.state === 'waiting' && <p>{say.keyWaitForAnother}</p>}
      {mine === (change.state === 'to-confirm') && <KeyCode change={change} />}
      <FailureNotice failure={failure} />
      <ButtonRow>
        <Button tone="quiet" pending={pending} onClick={() => void cancel()}>
          {say.keyCancel}
        </Button>
      </ButtonRow>
    </>
  );
}
