/** Between two challenges: notes for later and practices that already work. What other slices may ask of it. */
import * as contracts from '@butinerie/contracts';
import type {
  ChallengeId,
  CommentId,
  DirectorateId,
  IdeaId,
  NoteReport,
  PersonId,
  ReportId,
} from '@butinerie/contracts';
import type { NoteFacts, WishFacts } from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import type { NoteTalks } from '../discussion/index.ts';
import { serve, type Api } from '../platform/http.ts';
import { answerWish, bringNote, comeIn } from './bring-note.ts';
import { maySee, type NotesDeps, type NotesSetup } from './deps.ts';
import { createNoteBoard, listNotes } from './list-notes.ts';
import { moderateNote } from './moderate-note.ts';
import { noteStore } from './notes.store.ts';
import { readNote, readNoteOfIdea } from './read-note.ts';
import { reportNote } from './report-note.ts';
import { takeUpPractice } from './take-up-practice.ts';
import { publishNote, rewriteNote, saveNoteDraft, setWithdrawn } from './write-note.ts';

export interface WishRecord extends WishFacts {
  /** Null for the author's own. */
  readonly by: PersonId | null;
  readonly words: string;
  readonly at: Date;
  /** The identifier of the idea it becomes, made with the wish: however often it is tried, it is one idea. */
  readonly idea: IdeaId;
  /** Whose comments come along. */
  readonly credited: readonly CommentId[];
  /** The author's, when she agreed. */
  readonly directorate: DirectorateId | null;
}

export interface NoteReportRecord extends Omit<NoteReport, 'id' | 'at'> {
  readonly id: ReportId;
  readonly by: PersonId;
  readonly at: Date;
  readonly answeredAt: Date | null;
}

export interface NoteRecord extends NoteFacts {
  readonly title: string;
  readonly text: string;
  readonly savedAt: Date;
  readonly versions: readonly { readonly title: string; readonly text: string; readonly at: Date }[];
  readonly takeUps: readonly { readonly person: PersonId; readonly words: string; readonly at: Date }[];
  readonly wishes: readonly WishRecord[];
  readonly reports: readonly NoteReportRecord[];
  readonly hiddenFor: string | null;
  /** Counts every change of the record, whoever made it. */
  readonly revision: number;
}

export interface Notes extends NoteTalks {
  /** Those wanted in a challenge. */
  wantedIn(challenge: ChallengeId): Promise<NoteRecord[]>;
}

export function createNotes(setup: NotesSetup): Notes & { serve(api: Api<Speaker>): void } {
  const store = noteStore(setup.database.connection, setup.wakeUps);
  const announce: Notes['announce'] = (note) =>
    setup.realtime.announce(contracts.noteChanged, { note }, 'everybody');
  const board = createNoteBoard({ ...setup, store, words: setup.newIndex() });
  const deps: NotesDeps = { ...setup, store, announce, board };
  setup.challenges.onPhase(async (challenge, phase) => {
    if (phase === 'ideation') await comeIn(deps)(challenge.id);
  });
  return {
    announce,
    wantedIn: (challenge) => store.wantedIn(challenge),
    async talkedAbout(id, by) {
      const note = await store.record(id);
      return maySee(note, by) ? note : null;
    },
    serve(api) {
      serve(api, contracts.saveNoteDraft, ({ params, body, speaker }) =>
        saveNoteDraft(deps)(params.note, body, speaker),
      );
      serve(api, contracts.publishNote, ({ params, speaker }) => publishNote(deps)(params.note, speaker));
      serve(api, contracts.rewriteNote, ({ params, body, speaker }) =>
        rewriteNote(deps)(params.note, body, speaker),
      );
      serve(api, contracts.withdrawNote, ({ params, speaker }) =>
        setWithdrawn(deps)(params.note, 'withdrawNote', speaker),
      );
      serve(api, contracts.restoreNote, ({ params, speaker }) =>
        setWithdrawn(deps)(params.note, 'restoreNote', speaker),
      );
      serve(api, contracts.readNote, ({ params, speaker }) => readNote(deps)(params.note, speaker));
      serve(api, contracts.readNoteOfIdea, ({ params, speaker }) =>
        readNoteOfIdea(deps)(params.idea, speaker),
      );
      serve(api, contracts.listNotes, ({ query, speaker }) => listNotes(deps)(query, speaker));
      serve(api, contracts.takeUpPractice, ({ params, body, speaker }) =>
        takeUpPractice(deps)(params.note, body.words, speaker),
      );
      serve(api, contracts.bringNote, ({ params, body, speaker }) =>
        bringNote(deps)(params.note, body, speaker),
      );
      serve(api, contracts.answerWish, ({ params, body, speaker }) =>
        answerWish(deps)(params, body, speaker),
      );
      serve(api, contracts.reportNote, ({ params, body, speaker }) =>
        reportNote(deps)(params.note, body, speaker),
      );
      serve(api, contracts.moderateNote, ({ params, body, speaker }) =>
        moderateNote(deps)(params.note, body, speaker),
      );
    },
  };
}
