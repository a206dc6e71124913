/** What the reader may do with a delivery now: the decisions themselves are asked, with words that would do. */
import type { AskedInChallenge } from '../accounts/asked.ts';
import type { Act } from '../challenges/acts.ts';
import { abandonDelivery, answerAbandonment, keepDelivering } from './abandon-delivery.ts';
import { carryOnDelivery, offerAgain, type Directorates } from './after-abandonment.ts';
import { confirmDelivered, proposeDelivered } from './confirm-delivered.ts';
import type { DeliverableIdea } from './delivery-state.ts';
import { startDelivery } from './start-delivery.ts';

const WORDS = 'x'.repeat(200);

export function actsOnDelivery(
  idea: DeliverableIdea,
  directorates: Directorates,
  asked: AskedInChallenge,
): readonly Act[] {
  const may = {
    startDelivery: startDelivery(idea, { unmeasured: true, indicator: false }, asked).ok,
    proposeDelivered: proposeDelivered(idea, { note: WORDS, link: null }, asked).ok,
    confirmDelivered: confirmDelivered(idea, { confirmed: true, reason: '' }, asked).ok,
    abandonDelivery: abandonDelivery(idea, { reason: WORDS }, asked).ok,
    keepDelivering: keepDelivering(idea, asked).ok,
    answerAbandonment: answerAbandonment(idea, { text: WORDS }, asked).ok,
    offerAgain: offerAgain(idea, directorates, asked).ok,
    carryOnDelivery: carryOnDelivery(idea, asked).ok,
  } satisfies Partial<Record<Act, boolean>>;
  // The keys of the object just above are the acts it speaks of.
  return (Object.keys(may) as (keyof typeof may)[]).filter((act) => may[act]);
}
