/** The talk about an idea or a note: threads one level deep, drawn as the rebounds are. Read when it is opened. */
import type { Comment, CommentId, IdeaPage, NotePage, PersonId, PersonRef } from '@butinerie/contracts';
import { useState, type ReactNode } from 'react';
import { useFormats, useWords } from '../platform/language.tsx';
import { selfOn } from '../platform/self-on.ts';
import { useSignedIn } from '../platform/session.tsx';
import { Button } from '../ui/button.tsx';
import { Tag } from '../ui/card.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { KeptText, Section } from '../ui/page.tsx';
import { PersonName } from '../ui/person-name.tsx';
import { Reading, Skeleton } from '../ui/reading.tsx';
import { Knot, Thread } from '../ui/thread.tsx';
import { useToast } from '../ui/toast.tsx';
import { CommentForm } from './comment-form.tsx';
import css from './discussion.module.css';
import { useIdeaTalk, useNoteTalk, useRestoreComment, useWithdrawComment, type TalkAt } from './queries.ts';
import { words } from './words.ts';

export interface DiscussionProps {
  readonly idea: IdeaPage;
  /** « Signaler », for a message of somebody else. */
  readonly report: (comment: CommentId) => ReactNode;
  /** « Créditer », and the line that credits. */
  readonly credit: (comment: Comment) => ReactNode;
}

export function Discussion({ idea, report, credit }: DiscussionProps) {
  const say = useWords(words);
  const { originators, coauthors, rebounders } = idea.credits;
  return (
    <Threads
      self={selfOn(idea, useSignedIn()).id}
      talk={useIdeaTalk(idea.id)}
      named={[...originators, ...coauthors, ...rebounders]}
      invites={say.none}
      report={report}
      credit={credit}
    />
  );
}

export interface NoteDiscussionProps {
  readonly note: NotePage;
  /** « Signaler », for a message of somebody else, or what a moderator does about it. */
  readonly report: (comment: CommentId) => ReactNode;
}
export function NoteDiscussion({ note, report }: NoteDiscussionProps) {
  const say = useWords(words);
  return (
    <Threads
      self={useSignedIn().id}
      talk={useNoteTalk(note.id)}
      named={[note.author]}
      invites={say.noneUnderNote}
      report={report}
      // Who helped is named when the note becomes an idea.
      credit={() => null}
    />
  );
}

interface ThreadsProps {
  /** As whom the reader is named here: one does not address oneself. */
  readonly self: PersonId;
  readonly talk: TalkAt;
  /** Those whose names are on the page already. */
  readonly named: readonly PersonRef[];
  readonly invites: string;
  readonly report: DiscussionProps['report'];
  readonly credit: DiscussionProps['credit'];
}
function Threads({ self, talk, named, invites, report, credit }: ThreadsProps) {
  const say = useWords(words);
  return (
    <Section title={say.title} id="discussion">
      <Reading read={talk.read} skeleton={<Skeleton lines={2} />}>
        {({ comments, mayComment }) => {
          const heads = comments.filter(({ parent }) => parent === null);
          const around = peopleAround(named, comments).filter(({ id }) => id !== self);
          return (
            <>
              {heads.length === 0 ? (
                <p className={css.quiet}>{mayComment ? invites : say.noneEver}</p>
              ) : (
                <Thread label={say.title}>
                  {heads.map((head) => (
                    <Knot key={head.id} personId={head.person.id}>
                      <Talk
                        talk={talk}
                        head={head}
                        answers={comments.filter(({ parent }) => parent === head.id)}
                        around={around}
                        mayComment={mayComment}
                        report={report}
                        credit={credit}
                      />
                    </Knot>
                  ))}
                </Thread>
              )}
              {mayComment && <CommentForm talk={talk} parent={null} around={around} />}
            </>
          );
        }}
      </Reading>
    </Section>
  );
}

/** Whom one may address: those whose names are on the page. */
function peopleAround(named: readonly PersonRef[], comments: readonly Comment[]): PersonRef[] {
  const people = [...named, ...comments.map(({ person }) => person)];
  return [...new Map(people.map((person) => [person.id, person])).values()];
}

interface TalkProps {
  readonly talk: TalkAt;
  readonly head: Comment;
  readonly answers: readonly Comment[];
  readonly around: readonly PersonRef[];
  readonly mayComment: boolean;
  readonly report: DiscussionProps['report'];
  readonly credit: DiscussionProps['credit'];
}
function Talk({ talk, head, answers, around, mayComment, report, credit }: TalkProps) {
  const say = useWords(words);
  const [answering, setAnswering] = useState(false);
  return (
    <div className={css.talk}>
      <Said talk={talk} comment={head} report={report} credit={credit}>
        {mayComment && !answering && (
          <Button tone="quiet" onClick={() => setAnswering(true)}>
            {say.answer(head.person.name)}
          </Button>
        )}
      </Said>
      {answers.length > 0 && (
        <Thread label={say.answers}>
          {answers.map((answer) => (
            <Knot key={answer.id} personId={answer.person.id}>
              <Said talk={talk} comment={answer} report={report} credit={credit} />
            </Knot>
          ))}
        </Thread>
      )}
      {mayComment && answering && (
        <CommentForm talk={talk} parent={head.id} around={around} onSent={() => setAnswering(false)} />
      )}
    </div>
  );
}

interface SaidProps {
  readonly talk: TalkAt;
  readonly comment: Comment;
  readonly report: DiscussionProps['report'];
  readonly credit: DiscussionProps['credit'];
  /** One more act, beside the others. */
  readonly children?: ReactNode;
}
function Said({ talk, comment, report, credit, children }: SaidProps) {
  const say = useWords(words);
  const toast = useToast();
  const { shortDay, list } = useFormats();
  const withdraw = useWithdrawComment();
  const restore = useRestoreComment();
  const { id, person, text, at, kind, state, mentions, mine, answered } = comment;
  const change = async (act: typeof withdraw): Promise<void> => {
    const result = await act.run({ params: { comment: id } });
    if (result.ok) talk.show(result.value);
  };
  const takeBack = async (): Promise<void> => {
    await change(withdraw);
    toast({ text: say.withdrawnToast, undo: () => void change(restore) });
  };
  return (
    <div className={css.said}>
      <p className={css.head}>
        <PersonName person={person} directorate />
        <span className={css.quiet}>{shortDay(at)}</span>
        {kind !== 'comment' && (
          <Tag tone={kind === 'thanks' || answered ? 'good' : 'accent'}>
            {kind === 'thanks' ? say.thanks : answered ? say.questionAnswered : say.question}
          </Tag>
        )}
      </p>
      {state !== 'shown' && <p className={css.quiet}>{state === 'hidden' ? say.hidden : say.withdrawn}</p>}
      {text !== null && (state === 'shown' || mine) && <KeptText>{text}</KeptText>}
      {mentions.length > 0 && (
        <p className={css.quiet}>{say.mentioned(list(mentions.map(({ name }) => name)))}</p>
      )}
      <FailureNotice failure={withdraw.failure ?? restore.failure} />
      <div className={css.acts}>
        {children}
        {state === 'shown' && credit(comment)}
        {!mine && state === 'shown' && report(id)}
        {mine && state === 'shown' && (
          <Button tone="quiet" pending={withdraw.pending} onClick={() => void takeBack()}>
            {say.withdraw}
          </Button>
        )}
        {mine && state === 'withdrawn' && (
          <Button tone="quiet" pending={restore.pending} onClick={() => void change(restore)}>
            {say.restore}
          </Button>
        )}
      </div>
    </div>
  );
}
