/**
 * From a draft to an idea of nobody in particular. The draft was typed as herself: what is published is another idea, with
 * another identifier and a log of its own that only the one-time person has ever written in.
 */
import type {
  CodesOf,
  Failure,
  IdeaId,
  IdeaPage,
  publishUnderPseudonym as contract,
  Result,
} from '@butinerie/contracts';
import { ok, refuse } from '@butinerie/contracts';
import { checkConcealable, checkParticulars, publishIdea as decide } from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import type { CreditAct } from '../attribution/index.ts';
import { isDuplicateKey } from '../platform/mongo.ts';
import type { Pseudonym } from '../pseudonyms/index.ts';
import { factsOf, loadIdea, particularsOf, type IdeaDeps } from './deps.ts';
import type { IdeaRecord } from './index.ts';
import { readIdea } from './read-idea.ts';

type Answer = Result<IdeaPage, Failure<CodesOf<typeof contract>>>;

export const publishUnderPseudonym =
  (deps: IdeaDeps) =>
  async (id: IdeaId, as: IdeaId, by: Speaker): Promise<Answer> => {
    // Published before by her: the answer to a retry whose first answer was lost.
    const done = await publishedAs(deps, as, by);
    if (done !== null) return done;
    const loaded = await loadIdea(deps, id, by);
    if (!loaded.ok) return loaded;
    const { idea, challenge, asked } = loaded.value;
    const written = await deps.documents.text(id);
    const parents = await deps.store.byIds(idea.parents);
    const decided = decide({ ...factsOf(idea), ...written, parents }, asked);
    if (!decided.ok) return decided;
    const complete = checkParticulars(challenge, particularsOf(idea));
    if (!complete.ok) return complete;
    const concealable = checkConcealable(idea);
    if (!concealable.ok) return concealable;

    const pseudonym = await deps.pseudonyms.take({ idea: as, draft: id, challenge: challenge.id }, by);
    const copied = await deps.documents.copy(id, { to: as, person: pseudonym.id });
    if (!copied.ok) return copied;
    const at = decided.value.at;
    // As it stands in its own document now, should somebody be typing in the draft.
    const record = recordOf(idea, { id: as, pseudonym, ...copied.value, at });
    const acts = await actsOf(deps, record, { pseudonym, by });
    try {
      const committed = await deps.database.transaction(async (tx) => {
        if (!(await deps.ideas.move(tx, id, 'draft', 'withdrawn', { title: '', text: '', parents: [] })))
          return refuse('idea-state', { state: idea.state, act: 'publishIdea' });
        await deps.ideas.create(tx, record);
        await deps.attachments.moveTo(tx, id, { idea: as, person: pseudonym.id });
        await deps.ledger.record(tx, acts);
        return ok(true);
      });
      if (!committed.ok) return (await publishedAs(deps, as, by)) ?? committed;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      return (await publishedAs(deps, as, by)) ?? refuse('id-taken', { id: as });
    }
    deps.ideas.announcePublished({ id: as, challenge: challenge.id });
    return readIdea(deps)(as, deps.pseudonyms.speakingOn(as, by));
  };

/** Somebody else's idea under that identifier is not told from any other use of it. */
async function publishedAs(deps: IdeaDeps, as: IdeaId, by: Speaker): Promise<Answer | null> {
  const existing = await deps.ideas.record(as);
  if (existing === null) return null;
  const self = deps.pseudonyms.speakingOn(as, by);
  const mine = self.person !== by.person && existing.originators.includes(self.person);
  return mine ? readIdea(deps)(as, self) : refuse('id-taken', { id: as });
}

interface Published {
  readonly id: IdeaId;
  readonly pseudonym: Pseudonym;
  readonly title: string;
  readonly text: string;
  readonly at: Date;
}

function recordOf(draft: IdeaRecord, { id, pseudonym, title, text, at }: Published): IdeaRecord {
  return {
    ...draft,
    id,
    state: 'published',
    title,
    text,
    originators: [pseudonym.id],
    underPseudonym: false,
    publishedAt: at,
    savedAt: at,
  };
}

async function actsOf(
  { people }: IdeaDeps,
  { id, title, text, parents }: IdeaRecord,
  { pseudonym, by }: { pseudonym: Pseudonym; by: Speaker },
): Promise<CreditAct[]> {
  const { person, directorate } = by;
  const herself = (await people.refs([person])).get(person);
  const taken: CreditAct = {
    act: 'pseudonym.taken',
    idea: id,
    pseudonym: pseudonym.id,
    person,
    name: by.name,
    directorate: herself?.directorate ?? null,
    salt: pseudonym.salt,
  };
  const proposed: CreditAct = {
    act: 'idea.proposed',
    idea: id,
    by: pseudonym.id,
    title,
    text,
    directorate,
    sealed: true,
  };
  const linked: CreditAct = { act: 'rebound.linked', idea: id, on: parents, by: pseudonym.id };
  return parents.length > 0 ? [taken, proposed, linked] : [taken, proposed];
}
