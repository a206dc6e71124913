/** What connections on other servers are to hear, or have done to them. */
import { z } from 'zod';
import type { Topic, WakeUps } from './wake-ups.ts';

const news = z.object({ name: z.string(), payload: z.unknown(), room: z.string().nullable() });

export interface NewsElsewhere {
  readonly news: Topic<z.infer<typeof news>>;
  /** A session that ended. */
  readonly dropped: Topic<string>;
  /** A person whose connections come back with fresh eyes. */
  readonly reconnected: Topic<string>;
}

export const newsElsewhere = (wakeUps: WakeUps): NewsElsewhere => ({
  news: wakeUps.topic('news', news),
  dropped: wakeUps.topic('session ended', z.string()),
  reconnected: wakeUps.topic('person comes back', z.string()),
});
