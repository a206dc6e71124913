/** Who is mailed the state of the register, as an administrator chooses. */
import { chooseWitnesses, ok, readWitnesses, refuse } from '@butinerie/contracts';
import { mayAdminister } from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import { serve, type Api } from '../platform/http.ts';
import type { WitnessesStore } from './witnesses.store.ts';

export function serveWitnesses(
  api: Api<Speaker>,
  { witnesses, chosen }: { readonly witnesses: WitnessesStore; readonly chosen: () => void },
): void {
  const shown = async () => {
    const { witnesses: people, day } = await witnesses.read();
    return ok({ witnesses: people, mailedOn: day === '' ? null : day });
  };
  serve(api, readWitnesses, async ({ speaker }) =>
    mayAdminister(speaker) ? shown() : refuse('not-allowed', { act: 'readWitnesses', why: 'administrators' }),
  );
  serve(api, chooseWitnesses, async ({ body, speaker }) => {
    if (!mayAdminister(speaker))
      return refuse('not-allowed', { act: 'chooseWitnesses', why: 'administrators' });
    await witnesses.choose(body.witnesses);
    chosen();
    return shown();
  });
}
