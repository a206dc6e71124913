/** News of notes → cache: the note, the talk under it, the lists it stands in. */
import { listNoteComments, listNotes, noteChanged, readNote } from '@butinerie/contracts';
import { refresh } from '../platform/query.ts';
import { onNews } from '../platform/socket.ts';

export const listenToNotes = (): (() => void) =>
  onNews(noteChanged, ({ note }) => {
    refresh(readNote, { params: { note } });
    refresh(listNoteComments, { params: { note } });
    refresh(listNotes);
  });
