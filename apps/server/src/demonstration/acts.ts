/** What the fictional people do, one act of the product each, and when. */
import type { CarrierChoice, ChallengeId, IdeaId, PersonId, ReboundId, TimeBox } from '@butinerie/contracts';
import type { Member } from './cast.ts';
import type { AdoptionScript, Directorate, Verdict } from './script.ts';

export type Act = { readonly at: Date } & (
  | {
      readonly do: 'schedule';
      readonly by: Member;
      readonly challenge: ChallengeId;
      readonly question: string;
      readonly brief: string;
      readonly timeBox: TimeBox;
    }
  | {
      readonly do: 'propose';
      readonly by: Member;
      readonly challenge: ChallengeId;
      readonly idea: IdeaId;
      readonly title: string;
      readonly text: string;
    }
  | { readonly do: 'open'; readonly by: Member; readonly idea: IdeaId }
  | {
      readonly do: 'rebound';
      readonly by: Member;
      readonly idea: IdeaId;
      readonly rebound: ReboundId;
      readonly text: string;
    }
  | { readonly do: 'take'; readonly by: Member; readonly rebound: ReboundId }
  | { readonly do: 'ask'; readonly by: Member; readonly idea: IdeaId }
  | { readonly do: 'accept'; readonly by: Member; readonly idea: IdeaId; readonly person: PersonId }
  | { readonly do: 'write'; readonly idea: IdeaId; readonly hands: readonly Hand[] }
  | { readonly do: 'support'; readonly by: Member; readonly idea: IdeaId }
  | { readonly do: 'seal'; readonly by: Member; readonly challenge: ChallengeId }
  | {
      readonly do: 'answer';
      readonly by: Member;
      readonly challenge: ChallengeId;
      readonly idea: IdeaId;
      readonly verdict: Verdict;
    }
  | { readonly do: 'propose-results'; readonly by: Member; readonly challenge: ChallengeId }
  | { readonly do: 'confirm-results'; readonly by: Member; readonly challenge: ChallengeId }
  | {
      readonly do: 'adopt';
      readonly by: Member;
      readonly idea: IdeaId;
      readonly pilot: PersonId;
      readonly milestoneOn: string;
      readonly adoption: AdoptionScript;
    }
  | {
      readonly do: 'decline';
      readonly by: Member;
      readonly idea: IdeaId;
      readonly directorate: Directorate;
      readonly reason: string;
    }
  | {
      readonly do: 'carry';
      readonly by: Member;
      readonly idea: IdeaId;
      readonly choice: CarrierChoice;
    }
);
export interface Hand {
  readonly by: Member;
  readonly text: string;
}
