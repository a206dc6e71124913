/** An idea among others: its title whole, whose it is, the beginning of its text. */
import type { Idea } from '@butinerie/contracts';
import type { ReactNode } from 'react';
import { useDaysLeft } from '../platform/days-left.ts';
import { useFormats, useLanguage, useWords } from '../platform/language.tsx';
import { Card, Entry, Tag, TitleLink, type TagTone } from '../ui/card.tsx';
import { LinkButton } from '../ui/button.tsx';
import { CreditLine } from '../ui/credit-line.tsx';
import css from './ideas.module.css';
import { inWords } from './particulars.ts';
import { words } from './words.ts';

/** Imported statements have one text for both: it is shown once. */
const saysMore = ({ title, text }: Pick<Idea, 'title' | 'text'>): boolean =>
  text.trim() !== '' && text.trim() !== title.trim();

const TONES: Partial<Record<Idea['state'], TagTone>> = {
  selected: 'accent',
  adopted: 'good',
  in_progress: 'good',
  delivered: 'good',
  measured: 'good',
  withdrawn: 'warning',
};

/** Only a state that people should know: a published idea is simply there. */
function StateTag({ idea }: { readonly idea: Idea }) {
  const say = useWords(words);
  if (idea.state === 'published' || idea.state === 'submitted') return null;
  return <Tag tone={TONES[idea.state] ?? 'plain'}>{say.state[idea.state]}</Tag>;
}

/** Late from the day after the promised one. */
function LateTag({ dueOn }: { readonly dueOn: string }) {
  const say = useWords(words);
  const { day } = useFormats();
  const left = useDaysLeft(dueOn);
  return left !== null && left < 0 && <Tag tone="warning">{say.lateSince(day(dueOn))}</Tag>;
}

function Words({ idea, children }: { readonly idea: Idea; readonly children?: ReactNode }) {
  return (
    <>
      <h3>
        <TitleLink to={`/idees/${idea.id}`}>{idea.title}</TitleLink>
      </h3>
      <CreditLine credits={idea.credits} adoptedBy={idea.adoptedBy} authorToConfirm={idea.authorToConfirm} />
      {saysMore(idea) && <p className={css.excerpt}>{idea.text}</p>}
      {children}
    </>
  );
}

export function IdeaEntry({ idea }: { readonly idea: Idea }) {
  const { language } = useLanguage();
  return (
    <Entry>
      <Words idea={idea} />
      <div className={css.tags}>
        <StateTag idea={idea} />
        {idea.dueOn !== null && <LateTag dueOn={idea.dueOn} />}
        {idea.theme && <Tag>{inWords(idea.theme, language)}</Tag>}
      </div>
    </Entry>
  );
}

/** One of the three that are offered to rebound on. */
export function IdeaCard({ idea, rebound }: { readonly idea: Idea; readonly rebound: boolean }) {
  const say = useWords(words);
  return (
    <Card as="li">
      <Words idea={idea}>
        {rebound && (
          <div className={css.cardActs}>
            <LinkButton to={`/idees/${idea.id}#rebondir`} icon="rebound">
              {say.rebound}
              <span className="out-of-sight">{say.onThisIdea(idea.title)}</span>
            </LinkButton>
          </div>
        )}
      </Words>
    </Card>
  );
}
