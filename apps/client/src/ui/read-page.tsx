/** A page that is one thing read: its frame while it comes, the page of nothing there, and then the thing itself. */
import type { AnswerOf, Route } from '@butinerie/contracts';
import { Fragment, type ReactNode } from 'react';
import { useParams } from 'react-router';
import type { z } from 'zod';
import type { Read } from '../platform/query.ts';
import { NotFoundPage } from './not-found-page.tsx';
import { PageFrame } from './page.tsx';
import { Reading, Skeleton } from './reading.tsx';

export interface ReadPageProps<R extends Route> {
  readonly read: Read<R>;
  readonly children: (value: AnswerOf<R>) => ReactNode;
}
export function ReadPage<R extends Route>({ read, children }: ReadPageProps<R>) {
  if (read.state === 'ready') return children(read.value);
  if (read.state === 'refused' && read.failure.code === 'not-found') return <NotFoundPage />;
  return (
    <PageFrame>
      <Reading read={read} skeleton={<Skeleton lines={8} />}>
        {() => null}
      </Reading>
    </PageFrame>
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
