/** « Sous pseudonyme jusqu'aux résultats »: published as a one-time person, opened later by whoever is behind it. */
import * as z from 'zod';
import { route } from './define.ts';
import { ideaPage } from './ideas.ts';
import { ideaId } from './ids.ts';

const params = z.strictObject({ idea: ideaId });

/** The draft stays where it was, empty; what everybody reads is another idea, in which nothing of the draft's is. */
export const publishUnderPseudonym = route({
  name: 'publishUnderPseudonym',
  method: 'POST',
  path: '/api/ideas/:idea/pseudonym',
  asksCharter: true,
  params,
  /** The idea it becomes. */
  body: z.strictObject({ as: ideaId }),
  answer: ideaPage,
  failures: [
    'challenge-phase',
    'idea-state',
    'id-taken',
    'title-missing',
    'text-missing',
    'title-too-long',
    'text-too-long',
    'same-as-parent',
    'particulars-missing',
    'answer-too-long',
    'pseudonym-impossible',
    'append-failed',
    'update-refused',
    'idea-sealed',
  ],
});

/** After the results, by its owner alone: her name from now on, or the pseudonym a while longer. */
export const openPseudonym = route({
  name: 'openPseudonym',
  method: 'PUT',
  path: '/api/ideas/:idea/pseudonym',
  params,
  body: z.strictObject({ choice: z.enum(['open', 'keep']) }),
  answer: ideaPage,
  failures: ['challenge-phase', 'already-answered'],
});
