/** An idea by `author`, written with `coauthor`. */
import { mintId, type IdeaId } from '@butinerie/contracts';
import type { CoauthoredIdea } from '../ideas/coauthors.ts';
import type { PublishableIdea } from '../ideas/publish-idea.ts';
import { author, coauthor } from './cast.ts';

export const ideaId: IdeaId = mintId('idea');

export const published: CoauthoredIdea = {
  id: ideaId,
  state: 'published',
  originators: [author],
  coauthors: [coauthor],
  openTo: 'invited',
  requests: [],
};

export const draftIdea: PublishableIdea = {
  id: ideaId,
  state: 'draft',
  originators: [author],
  coauthors: [],
  title: 'Un seul formulaire',
  text: 'Deux formulaires demandent la même chose. Gardons le plus court.',
  parents: [],
};
