/** Reads and acts of adoption. */
import { adoptIdea, answerCarrierOffer, declineAdoption, readDesk, readIdea } from '@butinerie/contracts';
import { useAct, useRead } from '../platform/query.ts';

export const useDesk = (when = true) => useRead(readDesk, {}, { when });

export const useAdoptIdea = () => useAct(adoptIdea, { refreshes: [readIdea, readDesk] });
export const useDeclineAdoption = () => useAct(declineAdoption, { refreshes: [readIdea, readDesk] });
export const useAnswerCarrierOffer = () => useAct(answerCarrierOffer, { refreshes: [readIdea, readDesk] });
