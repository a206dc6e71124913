/** Where an idea comes from and what came of it: its family, and what was earned downstream, with the path. */
import * as z from 'zod';
import { route } from './define.ts';
import { ideaRef, ideaState } from './ideas.ts';
import { ideaId } from './ids.ts';

/** As far as an idea got; each includes those before it. */
export const EARNED = ['selected', 'adopted', 'delivered', 'measured'] as const;
export const earned = z.enum(EARNED);
export type Earned = z.infer<typeof earned>;

/** More relatives than this are not shown: nobody reads such a drawing. */
export const FAMILY_LIMIT = 200;

export const relative = ideaRef.extend({
  state: ideaState,
  adoptedBy: z.string().nullable(),
  /** Among those shown. */
  parents: z.array(ideaId),
});
export type Relative = z.infer<typeof relative>;

export const impact = z.object({
  idea: ideaRef,
  earned,
  adoptedBy: z.string().nullable(),
  /** From the idea upstream to the one that earned it, both included, by the shortest way. */
  path: z.array(ideaRef).min(2),
});
export type Impact = z.infer<typeof impact>;

/** Those it grew from and those that grew from it, however far, as far as the reader may read them. */
export const readLineage = route({
  name: 'readLineage',
  method: 'GET',
  path: '/api/ideas/:idea/lineage',
  params: z.strictObject({ idea: ideaId }),
  answer: z.object({
    /** Parents before children. */
    family: z.array(relative),
    impact: z.array(impact),
    /** Some relatives are not here. */
    more: z.boolean(),
  }),
});

/** What came of the ideas that name the reader, in ideas that do not. */
export const listImpact = route({
  name: 'listImpact',
  method: 'GET',
  path: '/api/me/impact',
  answer: z.object({ impact: z.array(impact) }),
});
