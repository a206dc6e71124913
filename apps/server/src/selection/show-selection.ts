/** The board: every idea with its text, its answer so far, and what the reader may do about it. */
import type {
  Credits,
  PersonId,
  PersonRef,
  ReasonedAnswer,
  Selection,
  SelectionEntry,
} from '@butinerie/contracts';
import { actAllowed, isLinked, mayModerate, missingAnswers, type Act } from '@butinerie/domain';
import type { IdeaRecord } from '../ideas/index.ts';
import type { Loaded, SelectionDeps } from './deps.ts';

export async function showSelection(deps: SelectionDeps, loaded: Loaded): Promise<Selection> {
  const { challenge, ideas, state } = loaded;
  const ids = ideas.map(({ id }) => id);
  const { proposedBy, proposedAt, confirmedBy, publishedAt } = challenge.results;
  const answerers = ideas.flatMap(({ answer }) => (answer === null ? [] : [answer.by]));
  const deciders = [proposedBy, confirmedBy].filter((person) => person !== null);
  const [rebounds, supports, credits, refs] = await Promise.all([
    deps.rebounds.counts(ids),
    deps.ideas.supports(ids),
    deps.ideas.credited(ideas),
    deps.people.refs([...answerers, ...deciders]),
  ]);
  const ref = (person: PersonId): PersonRef => {
    const found = refs.get(person);
    if (found === undefined) throw new Error(`the selection of ${challenge.id} names an unknown person`);
    return found;
  };
  return {
    challenge: challenge.id,
    version: challenge.version,
    entries: ideas.map((idea) => ({
      ...entryOf(idea, ref),
      ...deps.ideas.particulars(challenge, idea),
      credits: credits.get(idea.id) ?? NOBODY,
      rebounds: rebounds.get(idea.id) ?? 0,
      supports: supports.get(idea.id) ?? 0,
      linked: isLinkedWith(deps, loaded, idea),
    })),
    missing: [...missingAnswers(state)],
    proposedBy: proposedBy && ref(proposedBy),
    proposedAt: proposedAt?.toISOString() ?? null,
    confirmedBy: confirmedBy && ref(confirmedBy),
    publishedAt: publishedAt?.toISOString() ?? null,
    acts: actsOf(loaded),
  };
}

const NOBODY: Credits = { originators: [], coauthors: [], rebounders: [], carrier: null };

function entryOf(
  idea: IdeaRecord,
  ref: (person: PersonId) => PersonRef,
): Omit<SelectionEntry, 'credits' | 'rebounds' | 'supports' | 'linked' | 'theme' | 'answers'> {
  // What is judged is what was sealed: a repair of the projection afterwards changes nothing of it.
  const { title, text } = idea.seal ?? idea;
  return { idea: idea.id, title, text, answer: idea.answer && answerOf(idea.answer, ref) };
}

function answerOf(
  { outcome, motive, reason, by, at }: NonNullable<IdeaRecord['answer']>,
  ref: (person: PersonId) => PersonRef,
): ReasonedAnswer {
  return { outcome, motive, reason, by: ref(by), at: at.toISOString() };
}

function isLinkedWith(deps: SelectionDeps, { state, asked: { by } }: Loaded, { id }: IdeaRecord): boolean {
  const idea = state.ideas.find((each) => each.id === id);
  return idea !== undefined && isLinked(deps.pseudonyms.asKnownTo(by.person, idea), by.person);
}

/** Proposing is offered while answers are missing too: its refusal names them. */
function actsOf({ asked, state: { proposedBy } }: Loaded): string[] {
  const { by, challenge, phase } = asked;
  if (!mayModerate(by, challenge)) return [];
  const acts: Act[] = ['answerIdea'];
  if (proposedBy === null) acts.push('proposeResults');
  else if (proposedBy !== by.person) acts.push('confirmResults');
  return acts.filter((act) => actAllowed(phase, act));
}
