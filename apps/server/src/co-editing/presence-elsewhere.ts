/** Who has a text open here, told to the other servers; and what they tell of theirs. */
import type { FarPeople } from '@butinerie/collaboration/server';
import type { IdeaId } from '@butinerie/contracts';
import type { WakeUps } from '../platform/servers/wake-ups.ts';
import { z } from 'zod';

const said = z.object({
  idea: z.string(),
  carets: z.base64(),
  people: z.array(z.object({ person: z.string(), name: z.string() })).nullable(),
  whole: z.boolean(),
});

export interface PresenceElsewhere {
  tell(idea: IdeaId, ours: FarPeople): void;
  /** Asks the others for everything they have of a text. */
  ask(idea: IdeaId): void;
}

interface Hearing {
  readonly hear: (idea: IdeaId, server: string, theirs: FarPeople) => void;
  readonly asked: (idea: IdeaId) => void;
  readonly gone: (server: string) => void;
  /** Anything may have been missed of any text. */
  readonly missed: () => void;
}

export function presenceElsewhere(
  wakeUps: WakeUps,
  { hear, asked, gone, missed }: Hearing,
): PresenceElsewhere {
  const presence = wakeUps.topic('presence', said);
  const wanted = wakeUps.topic('presence wanted', z.string());
  // Named by a server of the same instance.
  presence.on(({ idea, carets, people, whole }, server) =>
    hear(idea as IdeaId, server, { carets: Buffer.from(carets, 'base64'), people, whole }),
  );
  wanted.on((idea) => asked(idea as IdeaId));
  wakeUps.onGone(gone);
  wakeUps.onMissed(missed);
  return {
    tell: (idea, { carets, people, whole }) =>
      presence.tell({
        idea,
        carets: Buffer.from(carets).toString('base64'),
        people: people === null ? null : people.map(({ person, name }) => ({ person, name })),
        whole,
      }),
    ask: (idea) => wanted.tell(idea),
  };
}
