/** Acts on a delivery. */
import * as c from '@butinerie/contracts';
import { useAct } from '../platform/query.ts';

const refreshes = [c.readIdea, c.readDesk, c.listIdeas];

export const useStart = () => useAct(c.startDelivery, { refreshes });
export const usePropose = () => useAct(c.proposeDelivered, { refreshes });
export const useConfirm = () => useAct(c.confirmDelivered, { refreshes });
export const useAbandon = () => useAct(c.abandonDelivery, { refreshes });
export const useKeepDelivering = () => useAct(c.keepDelivering, { refreshes });
export const useAnswerAbandonment = () => useAct(c.answerAbandonment, { refreshes });
export const useOfferAgain = () => useAct(c.offerAgain, { refreshes });
export const useCarryOn = () => useAct(c.carryOnDelivery, { refreshes });
