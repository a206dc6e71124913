/** The ledger's routes: what anybody here can check, and what belongs to the reader. */
import { formatExtension, toBase64, toJcs } from '@butinerie/attribution';
import * as contracts from '@butinerie/contracts';
import { ok, refuse } from '@butinerie/contracts';
import { mayModerate, mayReadIdea } from '@butinerie/domain';
import type { Identities, People, Speaker } from '../accounts/index.ts';
import type { Ideas } from '../ideas/index.ts';
import type { Notifications } from '../notifications/index.ts';
import type { Pseudonyms } from '../pseudonyms/index.ts';
import { serve, serveAnyone, type Api } from '../platform/http.ts';
import { creditHistory } from './credit-history.ts';
import type { Clock } from '../platform/clock.ts';
import { exportCredits, listReceipts, readCertificate, readReceipt, type ReceiptDeps } from './receipts.ts';

export interface LateAttribution {
  readonly people: Pick<People, 'refs' | 'mailboxes'>;
  readonly identities: Pick<Identities, 'administrators'>;
  readonly pseudonyms: Pick<Pseudonyms, 'selvesOf'>;
  readonly ideas: Pick<Ideas, 'record'>;
  readonly notifications: Pick<Notifications, 'mailNow' | 'announce'>;
}

export function serveAttribution(
  api: Api<Speaker>,
  deps: ReceiptDeps & LateAttribution & { readonly clock: Clock },
): void {
  const { ledger, live, sign, keys } = deps;
  const { tree } = live;
  const selvesOf = ({ person }: Speaker) => deps.pseudonyms.selvesOf(person);
  const hashes = (proof: readonly Uint8Array[]) => proof.map(toBase64);

  serveAnyone(api, contracts.readVerificationKeys, async () => ok(`${keys.lines().join('\n')}\n`));
  serve(api, contracts.readCheckpoint, async () => {
    const head = await sign.head();
    return head.ok ? ok(head.value.note) : head;
  });
  serve(api, contracts.readLeaf, async ({ params: { n } }) => {
    const row = await ledger.row(n);
    return row === null
      ? refuse('not-found', { what: 'leaf' })
      : ok({ n, leaf: Buffer.from(row.bytes).toString('utf8') });
  });
  serve(api, contracts.readInclusion, async ({ params: { n }, query }) => {
    await live.catchUp();
    const size = query.size ?? tree.size;
    return n < size && size <= tree.size
      ? ok({ n, size, hashes: hashes(tree.inclusionProof(n, size)) })
      : refuse('not-found', { what: 'proof' });
  });
  serve(api, contracts.readConsistency, async ({ params: { from, to } }) => {
    await live.catchUp();
    // Nothing is proved about a tree without leaves.
    return 0 < from && from <= to && to <= tree.size
      ? ok({ from, to, hashes: hashes(tree.consistencyProof(from, to)) })
      : refuse('not-found', { what: 'proof' });
  });

  serve(api, contracts.readExtension, async ({ params: { from } }) => {
    const head = await sign.head();
    if (!head.ok) return head;
    const { size, note: checkpoint } = head.value;
    if (from < 1 || from > size) return refuse('not-found', { what: 'proof' });
    const changes = keys.changesSince(from).map(toJcs);
    return ok(
      formatExtension({ from, changes, hashes: hashes(tree.consistencyProof(from, size)), checkpoint }),
    );
  });

  serve(api, contracts.readCreditHistory, async ({ params, speaker }) => {
    const idea = await deps.ideas.record(params.idea);
    const readable = idea !== null && mayReadIdea(idea, speaker.person, mayModerate(speaker, idea.challenge));
    return readable ? ok(await creditHistory(deps, params.idea)) : refuse('not-found', { what: 'idea' });
  });
  serve(api, contracts.listReceipts, async ({ speaker }) =>
    ok({ receipts: await listReceipts(deps, selvesOf(speaker)) }),
  );
  serve(api, contracts.readReceipt, ({ params: { n }, speaker }) => readReceipt(deps, n, selvesOf(speaker)));
  serve(api, contracts.readCertificate, ({ params: { n }, speaker }) =>
    readCertificate(deps, n, selvesOf(speaker)),
  );
  serve(api, contracts.exportCredits, ({ speaker }) =>
    exportCredits(deps, speaker.person, selvesOf(speaker)),
  );
}
