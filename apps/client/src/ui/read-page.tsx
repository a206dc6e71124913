/** A page that is one thing read: its frame while it comes, the page of nothing there, and then the thing itself. */
import type { AnswerOf, Route } from '@butinerie/contracts';
import { Fragment, type ReactNode } from 'react';
import { useParams } from 'react-router';
import type { z } from 'zod';
import type { Read } from '../platform/query.ts';
import { useWords } from '../platform/language.tsx';
import { LinkButton } from './button.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { FailureNotice, type FailureNoticeProps } from './notice.tsx';
import { NotYoursPage } from './not-yours-page.tsx';
import { Page, PageFrame } from './page.tsx';
import { Skeleton } from './reading.tsx';
import { words } from './words.ts';

export interface ReadPageProps<R extends Route> {
  readonly read: Read<R>;
  readonly children: (value: AnswerOf<R>) => ReactNode;
}
export function ReadPage<R extends Route>({ read, children }: ReadPageProps<R>) {
  if (read.state === 'ready') return children(read.value);
  if (read.state === 'refused') return <RefusedPage failure={read.failure} retry={read.retry} />;
  return (
    <PageFrame>
      <Skeleton lines={8} />
    </PageFrame>
  );
}

/** A page all the same: a heading that says what is wrong, and a way on. */
function RefusedPage({ failure, retry }: Required<FailureNoticeProps>) {
  const say = useWords(words);
  if (failure?.code === 'not-found') return <NotFoundPage />;
  if (failure?.code === 'not-allowed')
    return <NotYoursPage title={say.notOpenPage} now={say.notOpenWhat} to="/" label={say.home} />;
  return (
    <Page
      title={say.missingTitle}
      acts={
        <div>
          <LinkButton to="/">{say.home}</LinkButton>
        </div>
      }
    >
      <FailureNotice failure={failure} retry={retry} />
    </Page>
  );
}

export interface NamedPageProps<S extends z.ZodType<string>> {
  /** The part of the address that names the thing, and what it has to look like. */
  readonly param: string;
  readonly schema: S;
  readonly children: (id: z.output<S>) => ReactNode;
}
/** Another id is another page: nothing typed or opened on one is carried over to the next. */
export function NamedPage<S extends z.ZodType<string>>({ param, schema, children }: NamedPageProps<S>) {
  const parsed = schema.safeParse(useParams()[param]);
  return parsed.success ? <Fragment key={parsed.data}>{children(parsed.data)}</Fragment> : <NotFoundPage />;
}
