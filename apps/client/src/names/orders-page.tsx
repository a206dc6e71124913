/** Requests about names, for a data protection officer: those that people signed are registered here. */
import { listNameRequests } from '@butinerie/contracts';
import { mayOrderNameChange } from '@butinerie/domain';
import { useFormats, useWords } from '../platform/language.tsx';
import { useRead } from '../platform/query.ts';
import { useSignedIn } from '../platform/session.tsx';
import { CardList, Entry } from '../ui/card.tsx';
import { NotYoursPage } from '../ui/not-yours-page.tsx';
import { EmptyState } from '../ui/notice.tsx';
import { Page, Section } from '../ui/page.tsx';
import { Reading, Skeleton } from '../ui/reading.tsx';
import { CancelButton } from './cancel-button.tsx';
import css from './names.module.css';
import { OrderForm } from './order-form.tsx';
import { wishOf } from './wish-of.ts';
import { words } from './words.ts';

export function OrdersPage() {
  const say = useWords(words);
  const me = useSignedIn();
  const mine = mayOrderNameChange(me);
  if (!mine)
    return <NotYoursPage title={say.notYours} now={say.notYoursWhat} to="/mon-nom" label={say.title} />;
  return <Orders />;
}

function Orders() {
  const say = useWords(words);
  const { day } = useFormats();
  const read = useRead(listNameRequests, {});
  return (
    <Page title={say.ordersTitle} now={say.ordersLead}>
      <Reading read={read} skeleton={<Skeleton lines={8} />}>
        {({ requests, people }) => (
          <>
            <OrderForm people={people} />
            <Section title={say.list}>
              {requests.length === 0 ? (
                <EmptyState title={say.ordersNone}>{say.ordersNoneWhat}</EmptyState>
              ) : (
                <CardList label={say.list}>
                  {requests.map((request) => (
                    <Entry key={request.id}>
                      <h3>{request.person.name}</h3>
                      <p>{wishOf(request, say)}</p>
                      {request.reference !== null && <p>{say.ordered(request.reference)}</p>}
                      <p className={css.quiet}>
                        {say.askedOn(day(request.askedAt))}, {say.states[request.state]}
                        {request.state === 'waiting' &&
                          request.dueAt !== null &&
                          `, ${say.dueShort(day(request.dueAt))}`}
                      </p>
                      {request.state === 'waiting' && <CancelButton request={request} />}
                    </Entry>
                  ))}
                </CardList>
              )}
            </Section>
          </>
        )}
      </Reading>
    </Page>
  );
}
