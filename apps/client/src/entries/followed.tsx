/** What became of an idea, read by its code: on one's own device, at a kiosk, or printed. */
import type { FollowedEntry } from '@butinerie/contracts';
import { useFormats, useWords } from '../platform/language.tsx';
import { Notice } from '../ui/notice.tsx';
import { KeptText, Section } from '../ui/page.tsx';
import { PersonName } from '../ui/person-name.tsx';
import css from './entries.module.css';
import { words } from './words.ts';

const OPEN: ReadonlySet<string> = new Set(['published', 'merged']);
const APART: ReadonlySet<string> = new Set(['hidden', 'withdrawn', 'draft']);

export function Followed({ entry }: { readonly entry: FollowedEntry }) {
  const say = useWords(words);
  const { day, shortDay } = useFormats();
  const { idea, agent, facilitator, answer, adoption, rebounds, question } = entry;
  const standing = APART.has(idea.state)
    ? 'apart'
    : answer !== null
      ? 'answered'
      : OPEN.has(idea.state)
        ? 'open'
        : 'closed';
  return (
    <div className={css.answer}>
      <p className={css.quiet}>{question}</p>
      <h2>{idea.title}</h2>
      <p>
        {say.ideaOf(agent.name)}. {say.writtenBy(facilitator.name)}.
      </p>
      <Notice tone={answer?.outcome === 'selected' ? 'good' : 'info'} title={say.states[standing]}>
        {answer && (
          <>
            <p>{say.outcomes[answer.outcome]}</p>
            <KeptText>{answer.reason}</KeptText>
            <p className={css.quiet}>{say.answeredBy(answer.by.name, day(answer.at))}</p>
          </>
        )}
        {adoption && <p>{say.adoptedBy(adoption.directorate.name, day(adoption.dueOn))}</p>}
        {adoption && <KeptText>{adoption.promise}</KeptText>}
      </Notice>
      <KeptText>{idea.text}</KeptText>
      <Section title={say.rebounds}>
        {rebounds.length === 0 && <p className={css.quiet}>{say.noRebounds}</p>}
        {rebounds.map(({ person, text, at }) => (
          <div key={`${person.id} ${at}`}>
            <PersonName person={person} directorate /> <span className={css.quiet}>{shortDay(at)}</span>
            <KeptText>{text}</KeptText>
          </div>
        ))}
      </Section>
    </div>
  );
}
