/** Files beside an idea's text. What other slices may ask of it. */
import * as contracts from '@butinerie/contracts';
import type { AttachmentId, AttachmentType, ChallengeId, IdeaId, PersonId } from '@butinerie/contracts';
import { MEDIA_TYPES, ok } from '@butinerie/contracts';
import { FILES_AN_HOUR, type AttachedFacts } from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import type { IdeaRecord } from '../ideas/index.ts';
import { serve, type Api } from '../platform/http.ts';
import type { Transaction } from '../platform/mongo.ts';
import { limiter, type Limiter } from '../platform/rates.ts';
import { personRoom } from '../platform/realtime.ts';
import { attachFile } from './attach-file.ts';
import { attachmentStore } from './attachments.store.ts';
import { describeAttachment, removeAttachment, restoreAttachment } from './change-attachment.ts';
import { askedFor, type AttachmentDeps, type AttachmentsSetup, type FileModeration } from './deps.ts';
import { fileStore, type FileStore } from './files.store.ts';
import { listAttachments } from './list-attachments.ts';

export interface AttachmentRecord extends AttachedFacts {
  readonly id: AttachmentId;
  readonly challenge: ChallengeId;
  readonly idea: IdeaId;
  readonly name: string;
  readonly type: AttachmentType;
  readonly size: number;
  readonly width: number | null;
  readonly height: number | null;
  readonly alt: string;
  /** SHA-256 of the bytes, hex: their name where they are kept. */
  readonly file: string;
  readonly at: Date;
  readonly removedBy: PersonId | null;
  readonly hiddenFor: string;
}

/** When a file was hidden, and why. */
export interface FileHiding {
  readonly at: Date;
  readonly reason: string;
}

export interface AttachmentsPort {
  record(id: AttachmentId): Promise<AttachmentRecord | null>;
  /** What of these ideas everybody who reads them sees. */
  shownOf(ideas: readonly IdeaId[]): Promise<AttachmentRecord[]>;
  /** Out of others' sight, or back in it: false where it is so already. Told by whoever decided. */
  setHidden(tx: Transaction, id: AttachmentId, hiding: FileHiding | null): Promise<boolean>;
  /** Open pages hear of it. Called after the commit. */
  announce(idea: IdeaRecord): void;
  /** The files of a draft go with its text, as brought by this person. */
  moveTo(
    tx: Transaction,
    from: IdeaId,
    to: { readonly idea: IdeaId; readonly person: PersonId },
  ): Promise<void>;
}

/** Where bytes lie, for what else of the product keeps a picture. */
export interface FilesPort extends FileStore {
  readonly limit: Limiter;
}

export type { FileModeration } from './deps.ts';

export function createAttachments(setup: AttachmentsSetup): AttachmentsPort & {
  readonly files: FilesPort;
  serve(api: Api<Speaker>, late: { moderation: FileModeration }): void;
} {
  const { connection } = setup.database;
  const store = attachmentStore(connection);
  const files = fileStore(connection);
  const announce: AttachmentDeps['announce'] = ({ id, challenge, publishedAt, originators }) => {
    const news = { challenge, idea: id };
    const tell = setup.realtime.announce;
    if (publishedAt !== null) tell(contracts.attachmentsChanged, news, 'everybody');
    // Of a draft nobody else learns that it exists.
    else
      for (const person of originators)
        tell(contracts.attachmentsChanged, news, { room: personRoom(person) });
  };
  const limit = limiter({ points: FILES_AN_HOUR, seconds: 3_600 });
  return {
    files: { ...files, limit },
    record: (id) => store.record(id),
    setHidden: (tx, id, hiding) => store.setHidden(tx, id, hiding),
    announce,
    moveTo: (tx, from, to) => store.moveTo(tx, from, to),
    async shownOf(ideas) {
      const found = await store.ofIdeas(ideas);
      return found.filter(({ removedAt, hiddenAt }) => removedAt === null && hiddenAt === null);
    },
    serve(api, { moderation }) {
      const deps: AttachmentDeps = { ...setup, store, files, announce, limit, moderation };
      serve(api, contracts.listAttachments, ({ params, speaker }) =>
        listAttachments(deps)(params.idea, speaker),
      );
      serve(api, contracts.attachFile, ({ params, query, body, speaker }) =>
        attachFile(deps)({ id: params.attachment, ...query, bytes: body }, speaker),
      );
      serve(api, contracts.readAttachment, async ({ params, speaker }) => {
        const found = await askedFor(deps, params.attachment, speaker);
        if (!found.ok) return found;
        const { file, name, type } = found.value.file;
        const sent = { bytes: await files.read(file), mediaType: MEDIA_TYPES[type], name };
        return ok({ ...sent, inline: type !== 'pdf' });
      });
      serve(api, contracts.describeAttachment, ({ params, body, speaker }) =>
        describeAttachment(deps)(params.attachment, body, speaker),
      );
      serve(api, contracts.removeAttachment, ({ params, speaker }) =>
        removeAttachment(deps)(params.attachment, speaker),
      );
      serve(api, contracts.restoreAttachment, ({ params, speaker }) =>
        restoreAttachment(deps)(params.attachment, speaker),
      );
    },
  };
}
