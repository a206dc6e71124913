/** The living text of an idea: read as it changes, and written in once somebody presses « Écrire ». */
import type { IdeaPage } from '@butinerie/contracts';
import { bodyOf, readDocument } from '@butinerie/collaboration/document';
import { Suspense, useEffect } from 'react';
import type * as Y from 'yjs';
import { useFormats, useWords } from '../platform/language.tsx';
import { part } from '../platform/part.ts';
import { selfOn } from '../platform/self-on.ts';
import { useSignedIn } from '../platform/session.tsx';
import { Button } from '../ui/button.tsx';
import { Reload, WithoutPart } from '../ui/error-boundary.tsx';
import { Notice } from '../ui/notice.tsx';
import { KeptText } from '../ui/page.tsx';
import { Skeleton } from '../ui/reading.tsx';
import css from './co-editing.module.css';
import { Presence } from './presence.tsx';
import { putBack } from './put-back.ts';
import { RecoveredText } from './recovered-draft.tsx';
import { renderBody } from './render-body.tsx';
import { TextStatus } from './text-status.tsx';
import { useDocument } from './use-document.ts';
import { usePersonalWords, type WritingGuard } from './use-personal-words.tsx';
import { useIdeaSession, type OpenText } from './use-idea-session.ts';
import { words } from './words.ts';

const IdeaEditor = part(async () => (await import('./idea-editor.tsx')).IdeaEditor);

export interface LivingTextProps {
  readonly idea: IdeaPage;
  /** Pressed « Écrire ». */
  readonly writing: boolean;
  /** Whether the clock and the rights let this person write now. */
  readonly writable: boolean;
  /** Whether the challenge has closed. */
  readonly closed: boolean;
  readonly onDone: () => void;
}

export function LivingText({ idea, writing, writable, closed, onDone }: LivingTextProps) {
  const say = useWords(words);
  const me = useSignedIn();
  const self = selfOn(idea, me);
  const open = useIdeaSession({ idea: idea.id, person: me.id, write: writing });
  const ready = open !== null && open.status.filled;

  // What is on the device comes back with the next page; only what is nowhere else is worth a question.
  const atRisk = open !== null && open.status.unsent > 0 && open.status.kept !== true;
  useEffect(() => {
    if (!atRisk) return undefined;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [atRisk]);

  const writes = ready && open.write;
  const mayWrite = writable && open !== null && open.status.writable;
  const guard = usePersonalWords(writes ? open.session.doc : null, mayWrite);
  return (
    <section aria-label={say.text} className={css.text}>
      {open && ready && <Kept open={open} asked={guard.asked} />}
      {writes ? (
        <WithoutPart missing={<NoEditor doc={open.session.doc} title={idea.title} onDone={onDone} />}>
          <TextNotices open={open} closed={closed} />
          <Suspense fallback={<Skeleton lines={5} />}>
            <IdeaEditor
              key={open.status.generation}
              open={open}
              name={self.name}
              writable={mayWrite}
              onLeave={() => document.getElementById(DONE)?.focus()}
            />
          </Suspense>
          {guard.notice}
          <div className={css.below}>
            <TextStatus status={open.status} />
            <Button id={DONE} onClick={() => guard.passes() && onDone()}>
              {say.done}
            </Button>
          </div>
          {!closed && (
            <Presence
              session={open.session}
              present={open.present}
              me={self.id}
              away={open.status.state === 'offline'}
            />
          )}
        </WithoutPart>
      ) : (
        <>
          {ready ? <ReadText doc={open.session.doc} title={idea.title} /> : <PlainText idea={idea} />}
          {writing && <output>{say.opening}</output>}
          {open?.carries && <TextStatus status={open.status} />}
        </>
      )}
    </section>
  );
}

const DONE = 'fini-d-ecrire';

interface NoEditorProps extends ReadTextProps {
  readonly onDone: () => void;
}
/** Its files did not come; the text is there to be read all the same. */
function NoEditor({ onDone, ...text }: NoEditorProps) {
  const say = useWords(words);
  return (
    <>
      <ReadText {...text} />
      <Notice live tone="warning" title={say.noEditor}>
        <p>{say.noEditorWhat}</p>
        <Reload />
      </Notice>
      <div className={css.below}>
        <Button onClick={onDone}>{say.done}</Button>
      </div>
    </>
  );
}

/** Before the document is here, or without a network: what the page itself brought. */
function PlainText({ idea }: { readonly idea: IdeaPage }) {
  const say = useWords(words);
  if (idea.text.trim() === idea.title.trim()) return null;
  return idea.text.trim() ? <KeptText>{idea.text}</KeptText> : <p>{say.empty}</p>;
}

interface ReadTextProps {
  readonly doc: Y.Doc;
  readonly title: string;
}
export function ReadText({ doc, title }: ReadTextProps) {
  const say = useWords(words);
  const drawn = useDocument(doc);
  const { text } = readDocument(doc);
  // An imported statement has one text for both: it is shown once.
  if (text.trim() === title.trim()) return null;
  if (text.trim() === '') return <p>{say.empty}</p>;
  return <div className={css.read}>{renderBody(bodyOf(doc), drawn)}</div>;
}

function TextNotices({ open, closed }: { readonly open: OpenText; readonly closed: boolean }) {
  const say = useWords(words);
  const { time } = useFormats();
  const { session, status, lateAt } = open;
  return (
    <>
      {(closed || status.state === 'sealed') && (
        <Notice live title={say.closed}>
          <p>{status.savedAt ? say.closedWhat(time(status.savedAt.getTime())) : say.closedNothing}</p>
        </Notice>
      )}
      {lateAt && (
        <Notice live tone="warning" title={say.late}>
          <p>{say.lateWhat(time(lateAt))}</p>
        </Notice>
      )}
      {status.state === 'refused' && (
        <Notice live tone="danger" title={say.refused}>
          <p>{say.refusedWhat}</p>
          <div>
            <Button onClick={() => session.restart()}>{say.restart}</Button>
          </div>
        </Notice>
      )}
    </>
  );
}

/** Recovered drafts; not one whose words arrived after all. */
function Kept({ open, asked }: { readonly open: OpenText } & Pick<WritingGuard, 'asked'>) {
  const { recovered, session, status, forget, write } = open;
  // Drawn at each key: a text is read only where there is something to compare it with.
  const here = recovered.length > 0 ? readDocument(session.doc) : null;
  const arrived = recovered.filter(
    ({ title, text }) => status.state !== 'refused' && here?.title === title && here.text === text,
  );
  useEffect(() => {
    for (const draft of arrived) forget(draft);
    // The function is another one at each draw; what it does is not.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [arrived.length]);
  return recovered
    .filter((draft) => !arrived.includes(draft))
    .map((draft) => (
      <RecoveredText
        key={draft.at}
        draft={draft}
        onPutBack={
          write && status.writable
            ? (text) => {
                asked(text);
                return putBack(session.doc, text);
              }
            : null
        }
        onForget={() => forget(draft)}
      />
    ));
}
