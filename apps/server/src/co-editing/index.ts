/** Live documents: join, verify, append, relay, seal. What other slices may ask of it. */
import type { Failure, IdeaId, PersonId, Result } from '@butinerie/contracts';

export type Via = 'draft' | 'import' | 'rebound' | 'restore';

export interface SealedText {
  readonly title: string;
  readonly text: string;
  /** RFC 6962 root over the log's rows, hex. */
  readonly logRoot: string;
  readonly logRows: number;
  /** Characters of the text per person, by the log. */
  readonly words: ReadonlyMap<PersonId, number>;
}

export interface Documents {
  /** Writes for a person: one update under an id leased to her, durable when the promise resolves. */
  setText(
    idea: IdeaId,
    person: PersonId,
    via: Via,
    text: { title: string; text: string },
  ): Promise<
    Result<{ title: string; text: string }, Failure<'append-failed' | 'update-refused' | 'idea-sealed'>>
  >;
  /** Adds a paragraph at the end, its words the person's (a rebound taken). */
  addParagraph(
    idea: IdeaId,
    person: PersonId,
    via: Via,
    text: string,
  ): Promise<
    Result<{ title: string; text: string }, Failure<'append-failed' | 'update-refused' | 'idea-sealed'>>
  >;
  /** The text as durable so far. */
  text(idea: IdeaId): Promise<{ title: string; text: string }>;
  /** Stops accepting updates and reads what is sealed; the same answer when called again. */
  seal(idea: IdeaId, closedAt: Date): Promise<SealedText>;
  /** Open editors hear that they are read-only now. */
  announceClosed(idea: IdeaId, closedAt: Date): void;
  late(idea: IdeaId): Promise<{ person: PersonId; at: Date; text: string }[]>;
  /** The slice tells when the projection of a text moved. */
  onText(listener: (idea: IdeaId, text: { title: string; text: string }) => Promise<void>): void;
}
