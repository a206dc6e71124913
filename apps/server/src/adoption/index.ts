/** A directorate commits; authorship is locked; the author is offered to carry the project. */
import type { Adoption, DirectorateId, IdeaId } from '@butinerie/contracts';

export interface Adoptions {
  ofIdea(idea: IdeaId): Promise<Adoption | null>;
  ofIdeas(ideas: readonly IdeaId[]): Promise<Map<IdeaId, Adoption>>;
  /** Directorates that answered no, with a reason. */
  declinedBy(idea: IdeaId): Promise<DirectorateId[]>;
}
