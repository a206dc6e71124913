/** Reads and acts of what is between two challenges. */
import {
  answerWish,
  bringNote,
  listNotes,
  moderateNote,
  publishNote,
  readNote,
  readNoteOfIdea,
  reportNote,
  restoreNote,
  rewriteNote,
  saveNoteDraft,
  takeUpPractice,
  withdrawNote,
  type AnswerOf,
  type IdeaId,
  type NoteId,
  type NoteKind,
} from '@butinerie/contracts';
import { remember, useAct, useRead } from '../platform/query.ts';

export interface Wanted {
  readonly kind: NoteKind | '';
  readonly search: string;
  readonly from: number;
}
export const useNotes = ({ kind, search, from }: Wanted) =>
  useRead(listNotes, {
    query: {
      ...(kind === '' ? {} : { kind }),
      ...(search.trim() === '' ? {} : { search: search.slice(0, 200) }),
      ...(from === 0 ? {} : { from: String(from) }),
    },
  });
export const useNote = (note: NoteId) => useRead(readNote, { params: { note } });
export const useNoteOfIdea = (idea: IdeaId) => useRead(readNoteOfIdea, { params: { idea } });

const lists = { refreshes: [listNotes] };
export const useSaveNoteDraft = () => useAct(saveNoteDraft);
export const usePublishNote = () => useAct(publishNote, lists);
export const useRewriteNote = () => useAct(rewriteNote, lists);
export const useWithdrawNote = () => useAct(withdrawNote, lists);
export const useRestoreNote = () => useAct(restoreNote, lists);
export const useTakeUpPractice = () => useAct(takeUpPractice, lists);
export const useBringNote = () => useAct(bringNote, lists);
export const useAnswerWish = () => useAct(answerWish, lists);
export const useReportNote = () => useAct(reportNote);
export const useModerateNote = () => useAct(moderateNote, lists);

export const showNote = (page: AnswerOf<typeof readNote>): void =>
  remember(readNote, { params: { note: page.id } }, page);
