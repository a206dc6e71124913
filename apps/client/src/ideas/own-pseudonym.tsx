/** To the author of an idea under a pseudonym, and to nobody else: as whom she is known, and, after the results, her choice. */
import type { IdeaPage } from '@butinerie/contracts';
import { useState } from 'react';
import { useFormats, useWords } from '../platform/language.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FailureNotice, Notice } from '../ui/notice.tsx';
import css from './ideas.module.css';
import { showPage, useOpenPseudonym } from './queries.ts';
import { words } from './words.ts';

export function OwnPseudonym({ idea }: { readonly idea: IdeaPage }) {
  const say = useWords(words);
  const { day } = useFormats();
  const { run, pending, failure } = useOpenPseudonym();
  const [opening, setOpening] = useState(false);
  const { pseudonym } = idea;
  if (pseudonym === null || pseudonym.openedAt !== null) return null;

  const choose = async (choice: 'open' | 'keep'): Promise<void> => {
    const result = await run({ params: { idea: idea.id }, body: { choice } });
    setOpening(false);
    if (result.ok) showPage(result.value);
  };
  if (!pseudonym.mayOpen)
    return (
      <Notice title={say.youAre(pseudonym.name)}>
        <p>{say.youAreWhat}</p>
      </Notice>
    );
  return (
    <Notice title={say.mayOpen(pseudonym.name)}>
      <p>{pseudonym.keptAt === null ? say.mayOpenWhat : say.keptSince(day(pseudonym.keptAt))}</p>
      <FailureNotice failure={failure} />
      <div className={css.publish}>
        <Button tone="primary" onClick={() => setOpening(true)}>
          {say.openPseudonym}
        </Button>
        {pseudonym.keptAt === null && (
          <Button tone="secondary" pending={pending} onClick={() => void choose('keep')}>
            {say.keepPseudonym}
          </Button>
        )}
      </div>
      <Dialog
        title={say.openPseudonym}
        open={opening}
        onClose={() => setOpening(false)}
        footer={
          <Button tone="primary" pending={pending} onClick={() => void choose('open')}>
            {say.openNow}
          </Button>
        }
      >
        <p>{say.openForGood}</p>
      </Dialog>
    </Notice>
  );
}
