/** `/notes`: what people keep between two challenges, found by its words; one's own drafts, and what awaits moderators. */
import { NOTE_KINDS, NOTES_AT_ONCE, type Note, type NoteKind } from '@butinerie/contracts';
import { useDeferredValue, useState } from 'react';
import { useWords } from '../platform/language.tsx';
import { Button, ButtonRow, LinkButton } from '../ui/button.tsx';
import { CardList } from '../ui/card.tsx';
import { Select, TextField } from '../ui/field.tsx';
import { EmptyState } from '../ui/notice.tsx';
import { Page, Section } from '../ui/page.tsx';
import { Reading, Skeleton } from '../ui/reading.tsx';
import { NoteEntry } from './note-entry.tsx';
import css from './notes.module.css';
import { useNotes, type Wanted } from './queries.ts';
import { words } from './words.ts';

const EVERYTHING: Wanted = { kind: '', search: '', from: 0 };

export function NotesPage() {
  const say = useWords(words);
  const [wanted, want] = useState(EVERYTHING);
  // What is typed stays fluent; the list follows.
  const read = useNotes(useDeferredValue(wanted));
  const kindOf = (value: string): NoteKind | '' => NOTE_KINDS.find((kind) => kind === value) ?? '';
  const asks = wanted.kind !== '' || wanted.search.trim() !== '';
  return (
    <Page
      title={say.title}
      now={say.now}
      acts={
        <ButtonRow>
          <LinkButton to="/notes/ecrire" tone="primary" icon="plus">
            {say.write}
          </LinkButton>
        </ButtonRow>
      }
    >
      <search className={css.tools}>
        <TextField
          label={say.search}
          hint={say.searchHint}
          type="search"
          autoComplete="off"
          value={wanted.search}
          onChange={(search) => want({ ...wanted, search, from: 0 })}
        />
        <Select
          label={say.sort}
          value={wanted.kind}
          onChange={(kind) => want({ ...wanted, kind: kindOf(kind), from: 0 })}
          options={[
            { value: '', label: say.all },
            ...NOTE_KINDS.map((kind) => ({ value: kind, label: say.kinds[kind] })),
          ]}
        />
      </search>
      <Reading read={read} skeleton={<Skeleton lines={6} />}>
        {({ notes, total, drafts, reported }) => (
          <>
            <Some title={say.reported} notes={asks ? [] : reported} />
            <Some title={say.drafts} notes={asks ? [] : drafts} />
            {total === 0 ? (
              <EmptyState title={asks ? say.noneFound : say.none}>
                {asks ? say.noneFoundWhat : say.noneWhat}
              </EmptyState>
            ) : (
              <Some title={say.listTitle(total)} notes={notes} />
            )}
            <ButtonRow>
              {wanted.from > 0 && (
                <Button onClick={() => want({ ...wanted, from: Math.max(0, wanted.from - NOTES_AT_ONCE) })}>
                  {say.previous}
                </Button>
              )}
              {wanted.from + notes.length < total && (
                <Button onClick={() => want({ ...wanted, from: wanted.from + NOTES_AT_ONCE })}>
                  {say.more}
                </Button>
              )}
            </ButtonRow>
          </>
        )}
      </Reading>
    </Page>
  );
}

function Some({ title, notes }: { readonly title: string; readonly notes: readonly Note[] }) {
  if (notes.length === 0) return null;
  return (
    <Section title={title}>
      <CardList>
        {notes.map((note) => (
          <NoteEntry key={note.id} note={note} />
        ))}
      </CardList>
    </Section>
  );
}
