/** What an idea has to do with merging: questions that wait, what it joined or gathers, and proposing one. */
import type { IdeaPage } from '@butinerie/contracts';
import { MergeNotice } from './merge-notice.tsx';
import { ProposeMerge } from './propose-merge.tsx';
import { useMerges } from './queries.ts';

export function Merges({ idea }: { readonly idea: IdeaPage }) {
  const read = useMerges(idea.id);
  if (read.state !== 'ready') return null;
  const { merges, mayPropose } = read.value;
  return (
    <>
      {merges.map((merge) => (
        <MergeNotice key={merge.id} merge={merge} on={idea.id} />
      ))}
      {mayPropose && <ProposeMerge idea={idea} />}
    </>
  );
}
