/** My name: what becomes of it is asked, confirmed by a code, waits, and can be taken back until it is done. */
import { readMyNameRequests, type NameRequest } from '@butinerie/contracts';
import { useFormats, useWords } from '../platform/language.tsx';
import { useRead } from '../platform/query.ts';
import { useSignedIn } from '../platform/session.tsx';
import { CardList, Entry } from '../ui/card.tsx';
import { Notice } from '../ui/notice.tsx';
import { Page, Section } from '../ui/page.tsx';
import { Reading, Skeleton } from '../ui/reading.tsx';
import { AskForm } from './ask-form.tsx';
import { CancelButton } from './cancel-button.tsx';
import { CodeForm } from './code-form.tsx';
import css from './names.module.css';
import { wishOf } from './wish-of.ts';
import { words } from './words.ts';

export function MyNamePage() {
  const say = useWords(words);
  const me = useSignedIn();
  const read = useRead(readMyNameRequests, {});
  return (
    <Page title={say.title} now={say.lead}>
      <Notice>
        <p>{say.stays}</p>
      </Notice>
      <Section title={say.nowTitle}>
        <p>{say.shown(me.name)}</p>
      </Section>
      <Reading read={read} skeleton={<Skeleton lines={6} />}>
        {({ requests }) => <Requests requests={requests} />}
      </Reading>
    </Page>
  );
}

function Requests({ requests }: { readonly requests: readonly NameRequest[] }) {
  const say = useWords(words);
  const { day } = useFormats();
  const waiting = requests.find(({ state }) => state === 'waiting');
  // Only the newest code is good: an older one was asked for before.
  const toConfirm = requests[0]?.state === 'to-confirm' ? requests[0] : undefined;
  const earlier = requests.filter((request) => request !== waiting && request !== toConfirm);
  return (
    <>
      {waiting && (
        <Section title={say.waitingTitle}>
          <p>{wishOf(waiting, say)}</p>
          {waiting.dueAt !== null && <p>{say.dueOn(day(waiting.dueAt))}</p>}
          {waiting.reference !== null && <p>{say.ordered(waiting.reference)}</p>}
          <CancelButton request={waiting} />
        </Section>
      )}
      {!waiting && toConfirm && (
        <Section title={say.codeTitle}>
          <p>{wishOf(toConfirm, say)}</p>
          <CodeForm request={toConfirm} />
        </Section>
      )}
      {!waiting && !toConfirm && <AskForm />}
      {earlier.length > 0 && (
        <Section title={say.earlier}>
          <CardList label={say.earlier}>
            {earlier.map((request) => (
              <Entry key={request.id}>
                <p>{wishOf(request, say)}</p>
                <p className={css.quiet}>
                  {say.askedOn(day(request.askedAt))}, {say.states[request.state]}
                </p>
              </Entry>
            ))}
          </CardList>
        </Section>
      )}
    </>
  );
}
