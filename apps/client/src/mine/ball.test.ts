import { IDEA_STATES, PHASES, type Challenge } from '@butinerie/contracts';
import { describe, expect, test } from 'vitest';
import { ballOfDraft, ballOfIdea, ballOfRebound } from './ball.ts';
import { words } from './words.ts';

const moment = (instant: string) => ({ local: '', timeZone: 'Europe/Paris', instant });
const inPhase = (phase: Challenge['phase']) => ({
  paused: null,
  phase,
  opensAt: moment('2026-10-12T07:00:00.000Z'),
  ideasUntil: moment('2026-10-23T15:00:00.000Z'),
  closesAt: moment('2026-10-30T16:00:00.000Z'),
  decisionDueAt: moment('2026-11-13T16:00:00.000Z'),
});
const offered = (choice: 'carry' | null) => ({
  dueOn: '2027-02-14',
  carrierOffer: { choice, answerBy: '2026-12-07' } as never,
});

describe('who has the ball', () => {
  test('the author of a draft, until ideas are no longer taken', () => {
    expect(ballOfDraft(inPhase('scheduled'))).toEqual({
      say: 'publish-soon',
      until: '2026-10-12T07:00:00.000Z',
    });
    expect(ballOfDraft(inPhase('ideation'))).toEqual({ say: 'publish', until: '2026-10-23T15:00:00.000Z' });
    expect(ballOfDraft(inPhase('rebound'))).toEqual({ say: 'too-late', until: null });
  });

  test('everybody while the challenge is open, then the moderators until the day they owe an answer', () => {
    expect(ballOfIdea({ state: 'published' }, inPhase('rebound'), null)).toEqual({
      say: 'answer-rebounds',
      until: '2026-10-30T16:00:00.000Z',
    });
    expect(ballOfIdea({ state: 'submitted' }, inPhase('deliberation'), null)).toEqual({
      say: 'moderators',
      until: '2026-11-13T16:00:00.000Z',
    });
  });

  test('[S32] the author while she has not answered the offer, then the directorate until its ninety days', () => {
    expect(ballOfIdea({ state: 'adopted' }, null, offered(null))).toEqual({
      say: 'offer',
      until: '2026-12-07',
    });
    expect(ballOfIdea({ state: 'adopted' }, null, offered('carry'))).toEqual({
      say: 'pilot',
      until: '2027-02-14',
    });
  });

  test('the authors of the other idea for a rebound, and nobody once the challenge is closed', () => {
    const open = { answer: 'open', grownInto: null } as const;
    expect(ballOfRebound(open, inPhase('ideation'))).toMatchObject({ say: 'authors' });
    expect(ballOfRebound(open, inPhase('deliberation'))).toMatchObject({ say: 'nobody' });
    expect(ballOfRebound({ ...open, answer: 'declined' }, inPhase('ideation'))).toMatchObject({
      say: 'grow',
    });
    expect(ballOfRebound({ ...open, answer: 'declined' }, inPhase('rebound'))).toMatchObject({
      say: 'nobody',
    });
  });

  test('every state in every phase is said in both languages', () => {
    for (const state of IDEA_STATES)
      for (const phase of PHASES) {
        const { say } = ballOfIdea({ state }, inPhase(phase), null);
        expect(words.fr.balls[say]).not.toBe(words.en.balls[say]);
        expect(words.fr.states[state]).toBeTruthy();
      }
  });
});
