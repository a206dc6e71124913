/** The page of a note, composed: its words, the talk under it, following and reporting. */
import { noteId, type NotePage } from '@butinerie/contracts';
import { NoteDiscussion } from './discussion/discussion.tsx';
import { useNoteTalk } from './discussion/queries.ts';
import { ReportForm } from './moderation/report-content.tsx';
import { saidByOthers } from './notes/credited.tsx';
import { HideNote } from './notes/moderate-note.tsx';
import { NoteView } from './notes/note-page.tsx';
import { useNote, useReportNote } from './notes/queries.ts';
import { FollowNote } from './notifications/follow-button.tsx';
import { NamedPage, ReadPage } from './ui/read-page.tsx';

/** `/notes/:note`. */
export function NoteScreen() {
  return (
    <NamedPage param="note" schema={noteId}>
      {(id) => <ReadNote id={id} />}
    </NamedPage>
  );
}

function ReadNote({ id }: { readonly id: NotePage['id'] }) {
  const read = useNote(id);
  return <ReadPage read={read}>{(note) => <WholeNote note={note} />}</ReadPage>;
}

function WholeNote({ note }: { readonly note: NotePage }) {
  const { read } = useNoteTalk(note.id);
  const { run, pending, failure } = useReportNote();
  const send: Parameters<typeof ReportForm>[0]['send'] = async (body) =>
    (await run({ params: { note: note.id }, body })).ok;
  const others = read.state === 'ready' ? saidByOthers(read.value.comments) : [];
  return (
    <NoteView
      // What others said is known before one is asked who comes along.
      key={read.state}
      note={note}
      others={others}
      follow={<FollowNote note={note.id} />}
      report={<ReportForm send={send} pending={pending} failure={failure} />}
      talk={
        <NoteDiscussion
          note={note}
          report={(comment) =>
            note.acts.includes('moderateNote') ? (
              <HideNote note={note} comment={comment} />
            ) : (
              <ReportForm comment={comment} send={send} pending={pending} failure={failure} />
            )
          }
        />
      }
    />
  );
}
