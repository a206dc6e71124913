/** What only an originator settles: who may join, and taking the idea back. */
import type { IdeaPage } from '@butinerie/contracts';
import type { Act } from '@butinerie/domain';
import { useState } from 'react';
import { useWords } from '../platform/language.tsx';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/choices.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { Section } from '../ui/page.tsx';
import { showPage, usePatchIdea } from './queries.ts';
import { WithdrawDialog } from './withdraw-dialog.tsx';
import { words } from './words.ts';

export interface AuthorSettingsProps {
  readonly idea: IdeaPage;
  readonly may: (act: Act) => boolean;
}

export function AuthorSettings({ idea, may }: AuthorSettingsProps) {
  const say = useWords(words);
  const { run, failure } = usePatchIdea();
  const [withdrawing, setWithdrawing] = useState(false);
  const open = async (everyone: boolean): Promise<void> => {
    const result = await run({
      params: { idea: idea.id },
      body: { openTo: everyone ? 'everyone' : 'invited' },
    });
    if (result.ok) showPage(result.value);
  };
  if (!may('patchIdea') && !may('withdrawIdea')) return null;
  return (
    <Section title={say.settings}>
      <FailureNotice failure={failure} />
      {may('patchIdea') && (
        <Checkbox
          label={say.openToAll}
          hint={say.openToAllHint}
          checked={idea.openTo === 'everyone'}
          onChange={(everyone) => void open(everyone)}
        />
      )}
      {may('withdrawIdea') && (
        <div>
          <Button tone="danger" onClick={() => setWithdrawing(true)}>
            {say.withdraw}
          </Button>
        </div>
      )}
      <WithdrawDialog idea={idea} open={withdrawing} onClose={() => setWithdrawing(false)} />
    </Section>
  );
}
