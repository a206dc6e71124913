/** When somebody says that the names of an idea are not right: asked, answered, put right by consent, closed. */
import * as contracts from '@butinerie/contracts';
import { ok } from '@butinerie/contracts';
import { mayModerate, openDispute as mayOpenDispute } from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import { serve, type Api } from '../platform/http.ts';
import * as act from './act.ts';
import {
  disputedIdea,
  factsOf,
  openToDisputes,
  shown,
  type DisputesDeps,
  type DisputesSetup,
} from './deps.ts';
import { disputesStore } from './disputes.store.ts';

export function createDisputes(setup: DisputesSetup): { serve(api: Api<Speaker>): void } {
  const deps: DisputesDeps = { ...setup, store: disputesStore(setup.database.connection) };
  return {
    serve(api) {
      serve(api, contracts.listDisputes, async ({ params, speaker: by }) => {
        const idea = await disputedIdea(deps, params.idea, { by });
        if (!idea.ok) return idea;
        const records = await deps.store.of(params.idea);
        const open = await openToDisputes(deps, idea.value, { by });
        const disputes = await shown(deps, records, { idea: idea.value, by });
        return ok({
          title: idea.value.title,
          disputes,
          mayOpen: mayOpenDispute(records.map(factsOf), by).ok && open.ok,
          people: mayModerate(by, idea.value.challenge) ? await deps.people.all() : [],
        });
      });
      serve(api, contracts.openDispute, ({ params, body, speaker }) =>
        act.openDispute(deps, { ...params, ...body }, speaker),
      );
      serve(
        api,
        contracts.answerDispute,
        ({ params: { idea: of, dispute: id }, body: { text }, speaker: by }) =>
          act.answerDispute(deps, { id, of, text, by }),
      );
      serve(
        api,
        contracts.closeDispute,
        ({ params: { idea: of, dispute: id }, body: { text }, speaker: by }) =>
          act.closeDispute(deps, { id, of, text, by }),
      );
      serve(api, contracts.proposeCorrection, ({ params: { idea: of, dispute: id }, body, speaker: by }) =>
        act.proposeCorrection(deps, { id, of, ...body, by }),
      );
      serve(api, contracts.secondCorrection, ({ params: { idea: of, dispute: id }, speaker: by }) =>
        act.secondCorrection(deps, { id, of, by }),
      );
      serve(api, contracts.consentToCorrection, ({ params: { idea: of, dispute: id }, body, speaker: by }) =>
        act.consentToCorrection(deps, { id, of, accept: body.answer === 'accept', by }),
      );
    },
  };
}
