/** Every idea of a challenge that somebody may read in its list, page after page. */
import { LIST_LIMIT, listIdeas, type ChallengeId, type Idea } from '@butinerie/contracts';
import type { Caller } from '../../src/caller.ts';

export async function allIdeas(reader: Caller, challenge: ChallengeId): Promise<Idea[]> {
  const found: Idea[] = [];
  for (;;) {
    const query = { from: String(found.length), count: String(LIST_LIMIT) };
    const { ideas, total } = await reader.expect(listIdeas, { params: { challenge }, query });
    found.push(...ideas);
    if (found.length >= total) return found;
  }
}
