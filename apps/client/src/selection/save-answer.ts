/**
 * Saves one answer. The board has one version for all its ideas, and several moderators at work: an answer to another
 * idea in between is no conflict, so the save is tried again on the newer board as long as this idea was not touched.
 */
import { answerIdea, readSelection, type Selection, type SelectionEntry } from '@butinerie/contracts';
import { useRef, useState } from 'react';
import { call, type CallFailure } from '../platform/call.ts';
import { versionOf, type KeptAnswer } from './kept-answer.ts';
import { refreshSelection, rememberSelection } from './queries.ts';

const TRIES = 5;

export type Saving =
  | { readonly state: 'saved'; readonly selection: Selection }
  /** Somebody answered this very idea meanwhile: the reader decides. */
  | { readonly state: 'overtaken' }
  | { readonly state: 'refused'; readonly failure: CallFailure<typeof answerIdea> };

interface Answering {
  readonly selection: Selection;
  readonly entry: SelectionEntry;
  readonly typed: KeptAnswer;
}

async function save({ selection, entry, typed }: Answering): Promise<Saving> {
  const params = { challenge: selection.challenge, idea: entry.idea };
  const { outcome, reason } = typed;
  if (outcome === null) throw new Error('an answer is saved once its outcome is chosen');
  const motive = outcome === 'not_selected' ? typed.motive : null;
  let { version } = selection;
  for (let tries = 1; ; tries += 1) {
    const result = await call(answerIdea, { params, body: { outcome, motive, reason, version } });
    if (result.ok) return { state: 'saved', selection: result.value };
    if (result.failure.code !== 'stale-version' || tries === TRIES)
      return { state: 'refused', failure: result.failure };
    const newer = await call(readSelection, { params: { challenge: selection.challenge } });
    if (!newer.ok) return { state: 'refused', failure: result.failure };
    rememberSelection(newer.value);
    const now = newer.value.entries.find(({ idea }) => idea === entry.idea);
    if (!now || versionOf(now) !== typed.over) return { state: 'overtaken' };
    version = newer.value.version;
  }
}

export function useSaveAnswer(): {
  readonly run: (answering: Answering) => Promise<Saving>;
  readonly pending: boolean;
  readonly failure: CallFailure<typeof answerIdea> | null;
} {
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<CallFailure<typeof answerIdea> | null>(null);
  const underWay = useRef<Promise<Saving> | null>(null);
  const run = async (answering: Answering): Promise<Saving> => {
    setPending(true);
    setFailure(null);
    try {
      const saving = await save(answering);
      if (saving.state === 'saved') rememberSelection(saving.selection);
      else refreshSelection(answering.selection.challenge);
      if (saving.state === 'refused') setFailure(saving.failure);
      return saving;
    } finally {
      underWay.current = null;
      setPending(false);
    }
  };
  return {
    run: (answering) => (underWay.current ??= run(answering)),
    pending,
    failure,
  };
}
