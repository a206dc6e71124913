/** The acts of the ninety days: started, said to be done, confirmed; or given up after a hearing. */
import type { IdeaId } from '@butinerie/contracts';
import { ok } from '@butinerie/contracts';
import * as domain from '@butinerie/domain';
import type { DeliveryEvent } from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import type { DeliveryDeps } from './deps.ts';
import { performAndShow } from './perform.ts';

const said = (event: DeliveryEvent, type: DeliveryEvent['type'], words = ''): boolean =>
  event.type === type && event.words === words.trim();

const alone = <F>(decided: { ok: true; value: DeliveryEvent } | { ok: false; failure: F }) =>
  decided.ok ? ok({ event: decided.value }) : decided;

export const startDelivery =
  (deps: DeliveryDeps) =>
  (id: IdeaId, { unmeasured }: { readonly unmeasured: boolean }, by: Speaker) =>
    performAndShow(deps, id, by, {
      isSame: (last) => last.type === (unmeasured ? 'started_unmeasured' : 'started'),
      async decide({ idea, deliverable, asked }, tx) {
        const indicator = await deps.impact.hasBaseline(id, tx);
        const decided = domain.startDelivery(deliverable, { unmeasured, indicator }, asked);
        // In the same commit: what is written before it is fixed by it.
        if (decided.ok) await deps.impact.start(tx, { idea, by: asked.by.person, unmeasured });
        return alone(decided);
      },
    });

export const proposeDelivered =
  (deps: DeliveryDeps) => (id: IdeaId, evidence: domain.Evidence, by: Speaker) =>
    performAndShow(deps, id, by, {
      isSame: (last) => said(last, 'delivered_proposed', evidence.note) && last.link === evidence.link,
      decide: ({ deliverable, asked }) => alone(domain.proposeDelivered(deliverable, evidence, asked)),
    });

export const confirmDelivered =
  (deps: DeliveryDeps) => (id: IdeaId, answer: domain.Confirmation, by: Speaker) =>
    performAndShow(deps, id, by, {
      isSame: (last) => said(last, answer.confirmed ? 'delivered' : 'delivered_refused', answer.reason),
      decide: ({ deliverable, asked }) => alone(domain.confirmDelivered(deliverable, answer, asked)),
    });

export const abandonDelivery =
  (deps: DeliveryDeps) => (id: IdeaId, body: { readonly reason: string }, by: Speaker) =>
    performAndShow(deps, id, by, {
      isSame: (last) => said(last, 'abandonment_proposed', body.reason),
      decide: ({ deliverable, asked }) => alone(domain.abandonDelivery(deliverable, body, asked)),
    });

export const keepDelivering = (deps: DeliveryDeps) => (id: IdeaId, by: Speaker) =>
  performAndShow(deps, id, by, {
    isSame: (last) => said(last, 'abandonment_dropped'),
    decide: ({ deliverable, asked }) => alone(domain.keepDelivering(deliverable, asked)),
  });

export const answerAbandonment =
  (deps: DeliveryDeps) => (id: IdeaId, body: { readonly text: string }, by: Speaker) =>
    performAndShow(deps, id, by, {
      isSame: (last) => said(last, 'abandonment_answered', body.text),
      decide: ({ deliverable, asked }) => alone(domain.answerAbandonment(deliverable, body, asked)),
    });
