/** What one can do with an idea, the one primary act first. Each press answers at once, and can be taken back. */
import { readIdea, type IdeaPage } from '@butinerie/contracts';
import type { Act } from '@butinerie/domain';
import type { ReactNode } from 'react';
import { useWords } from '../platform/language.tsx';
import { revise } from '../platform/query.ts';
import { Button } from '../ui/button.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { useToast } from '../ui/toast.tsx';
import css from './ideas.module.css';
import { showPage, useAskToCoauthor, useSupportIdea } from './queries.ts';
import { words } from './words.ts';

export interface IdeaActsProps {
  readonly idea: IdeaPage;
  readonly may: (act: Act) => boolean;
  readonly me: string;
  readonly writing: boolean;
  readonly onWrite: () => void;
  readonly onRebound: () => void;
  readonly follow?: ReactNode;
}

export function IdeaActs({ idea, may, me, writing, onWrite, onRebound, follow }: IdeaActsProps) {
  const say = useWords(words);
  const toast = useToast();
  const ask = useAskToCoauthor();
  const support = useSupportIdea();
  const asked = idea.requests.some(({ id }) => id === me);

  const askNow = async (): Promise<void> => {
    const result = await ask.run({ params: { idea: idea.id } });
    if (!result.ok) return;
    showPage(result.value);
    toast({ text: result.value.mine === 'coauthor' ? say.nowCoauthor : say.askedToast });
  };
  const supportNow = async (supported: boolean): Promise<void> => {
    const show = (value: boolean): void =>
      revise(readIdea, { params: { idea: idea.id } }, (page) => ({ ...page, supported: value }));
    show(supported);
    const result = await support.run({ params: { idea: idea.id }, body: { supported } });
    show(result.ok ? result.value.supported : !supported);
  };

  const writes = may('updateIdea');
  const rebounds = may('reboundOnIdea');
  return (
    <div className={css.aside}>
      <div className={css.acts}>
        {writes && !writing && (
          <Button tone="primary" icon="pen" onClick={onWrite}>
            {say.write}
          </Button>
        )}
        {rebounds && (
          <Button tone={writes ? 'secondary' : 'primary'} icon="rebound" onClick={onRebound}>
            {say.rebound}
          </Button>
        )}
        {may('askToCoauthor') && !asked && (
          <Button icon="pen" pending={ask.pending} onClick={() => void askNow()}>
            {say.coauthor}
          </Button>
        )}
        {may('supportIdea') && (
          <Button
            icon={idea.supported ? 'check' : 'plus'}
            aria-pressed={idea.supported}
            onClick={() => void supportNow(!idea.supported)}
          >
            {say.support}
          </Button>
        )}
        {follow}
      </div>
      {asked && <output>{say.asked}</output>}
      {may('supportIdea') && idea.supported && <p className={css.found}>{say.supportSecret}</p>}
      {idea.supports !== null && idea.supports > 0 && (
        <p className={css.found}>{say.supports(idea.supports)}</p>
      )}
      <FailureNotice failure={ask.failure ?? support.failure} />
    </div>
  );
}
