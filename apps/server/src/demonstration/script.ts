/** The shape of the demonstration's texts: what its fictional people write. Nothing here knows a date or an identifier. */
import type { CarrierChoice } from '@butinerie/contracts';

export const DIRECTORATES = [
  'Routes et mobilités',
  'Bâtiments',
  'Action sociale',
  'Enfance et famille',
  'Collèges',
  'Culture et archives',
  'Ressources humaines',
  'Finances',
  'Numérique',
  'Environnement',
  'Achats',
  'Logistique',
] as const;
export type Directorate = (typeof DIRECTORATES)[number];

export interface Words {
  readonly from: Directorate;
  readonly text: string;
}
export interface ReboundScript extends Words {
  /** The author takes it into the text, where its words stay its writer's. */
  readonly taken?: true;
}

export type Verdict =
  | { readonly outcome: 'selected' | 'out_of_scope'; readonly reason: string }
  | {
      readonly outcome: 'not_selected';
      readonly motive:
        'already_running' | 'over_90_days' | 'cost' | 'uncertain_effect' | 'to_rework' | 'other';
      readonly reason: string;
    };

export interface AdoptionScript {
  readonly by: Directorate;
  readonly promise: string;
  readonly milestone: string;
  readonly halfDays: number;
  /** Null: no answer yet, which is never a refusal. */
  readonly carrier: CarrierChoice | null;
}

export interface IdeaScript extends Words {
  readonly title: string;
  readonly rebounds: readonly ReboundScript[];
  /** Sentences that co-authors write into the living text, together. */
  readonly hands?: readonly Words[];
  readonly verdict: Verdict;
  readonly adoption?: AdoptionScript;
  /** Directorates that say no, each with its reason. */
  readonly declined?: readonly { readonly by: Directorate; readonly reason: string }[];
}

/** An idea of the challenge that is still open: nobody has judged it. */
export type OpenIdeaScript = Pick<IdeaScript, 'title' | 'from' | 'text' | 'rebounds' | 'hands'>;
