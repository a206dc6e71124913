/** One note: whose it is, its words, who took it up, where it is wanted or what it became, and the talk under it. */
import type { NotePage as NoteRead } from '@butinerie/contracts';
import { useState, type ReactNode } from 'react';
import { useFormats, useWords } from '../platform/language.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import folded from '../ui/folded.module.css';
import { FailureNotice, Notice } from '../ui/notice.tsx';
import { KeptText, Page } from '../ui/page.tsx';
import { useToast } from '../ui/toast.tsx';
import { BringNote } from './bring-note.tsx';
import { ModerateNote } from './moderate-note.tsx';
import { NoteCredit } from './note-entry.tsx';
import css from './notes.module.css';
import { showNote, useRestoreNote, useWithdrawNote } from './queries.ts';
import { RewriteNote } from './rewrite-note.tsx';
import { TakeUps } from './take-ups.tsx';
import { Wishes } from './wishes.tsx';
import { words } from './words.ts';

export interface NoteViewProps {
  readonly note: NoteRead;
  readonly talk: ReactNode;
  readonly follow: ReactNode;
  readonly report: ReactNode;
  /** What others said under it, for who may come along. */
  readonly others: Parameters<typeof Wishes>[0]['others'];
}

export function NoteView({ note, talk, follow, report, others }: NoteViewProps) {
  const say = useWords(words);
  const { day } = useFormats();
  const [rewriting, setRewriting] = useState(false);
  const { state, title, text, versions, publishedAt, savedAt, acts, mine, hiddenFor } = note;
  const gone = state === 'withdrawn' || state === 'hidden' ? say.noWords[state] : say.untitled;
  const since =
    versions.length > 0 ? say.rewritten_on(day(savedAt)) : say.published_on(day(publishedAt ?? savedAt));
  return (
    <Page
      title={title ?? gone}
      kicker={say.kinds[note.kind]}
      credit={<NoteCredit note={note} />}
      now={since}
      acts={
        state === 'published' && (
          <ButtonRow>
            {acts.includes('takeUpPractice') && <TakeUps.Act note={note} />}
            <BringNote note={note} others={others} />
            {!mine && follow}
            {acts.includes('rewriteNote') && (
              <Button onClick={() => setRewriting(true)}>{say.rewrite}</Button>
            )}
          </ButtonRow>
        )
      }
    >
      {(state === 'withdrawn' || state === 'hidden') && (
        <Notice tone="warning">
          <p>{state === 'withdrawn' && mine ? say.state.withdrawnMine : say.state[state]}</p>
          {hiddenFor && <p>{say.hiddenFor(hiddenFor)}</p>}
        </Notice>
      )}
      {rewriting && acts.includes('rewriteNote') ? (
        <RewriteNote note={note} onDone={() => setRewriting(false)} />
      ) : (
        text !== null && <KeptText>{text}</KeptText>
      )}
      {versions.length > 0 && (
        <details className={folded.folded}>
          <summary>{say.versions(versions.length)}</summary>
          <div className={css.stack}>
            {versions.toReversed().map((version, at) => (
              <section key={at}>
                <p className={css.quiet}>{say.versionOf(day(nextOf(note, versions.length - 1 - at)))}</p>
                <h3>{version.title}</h3>
                <KeptText>{version.text}</KeptText>
              </section>
            ))}
          </div>
        </details>
      )}
      <ModerateNote note={note} />
      <Wishes note={note} others={others} />
      {note.kind === 'practice' && state !== 'draft' && <TakeUps note={note} />}
      {talk}
      <Own note={note} />
      {acts.includes('reportNote') && report}
    </Page>
  );
}

/** When the version after this one was written. */
function nextOf({ versions, savedAt }: NoteRead, index: number): string {
  return versions[index + 1]?.at ?? savedAt;
}

function Own({ note: { id, acts } }: { readonly note: NoteRead }) {
  const say = useWords(words);
  const toast = useToast();
  const withdraw = useWithdrawNote();
  const restore = useRestoreNote();
  const change = async (act: typeof withdraw): Promise<boolean> => {
    const result = await act.run({ params: { note: id } });
    if (result.ok) showNote(result.value);
    return result.ok;
  };
  const takeBack = async (): Promise<void> => {
    if (await change(withdraw)) toast({ text: say.withdrawnToast, undo: () => void change(restore) });
  };
  return (
    <>
      <FailureNotice failure={withdraw.failure ?? restore.failure} />
      <ButtonRow>
        {acts.includes('withdrawNote') && (
          <Button tone="quiet" pending={withdraw.pending} onClick={() => void takeBack()}>
            {say.withdraw}
          </Button>
        )}
        {acts.includes('restoreNote') && (
          <Button pending={restore.pending} onClick={() => void change(restore)}>
            {say.restore}
          </Button>
        )}
      </ButtonRow>
    </>
  );
}
