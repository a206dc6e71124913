/** What is typed for one act on one idea: kept on the device until it is sent, whatever is refused. */
import type { IdeaId } from '@butinerie/contracts';
import { textsOf, useKept } from '../platform/kept.ts';
import { useSignedIn } from '../platform/session.tsx';

const FIELDS = ['text', 'link'] as const;
type Draft = Readonly<Record<(typeof FIELDS)[number], string>>;
const EMPTY: Draft = { text: '', link: '' };

export function useDraft(act: string, idea: IdeaId) {
  const me = useSignedIn();
  const [kept, keep, settle] = useKept<Draft>(`butinerie.delivery.${me.id}.${idea}.${act}`, (raw) =>
    textsOf(raw, FIELDS),
  );
  const draft = kept ?? EMPTY;
  return {
    draft,
    type: (typed: Partial<Draft>) => keep({ ...draft, ...typed }),
    /** What was typed while it was under way stays. */
    sent: () => settle(kept),
  };
}
