import { mintId } from '@butinerie/contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asked, author, challenge, codeOf, colleague, otherChallenge } from '../testing/cast.ts';
import { draftIdea, ideaId } from '../testing/ideas.ts';
import { checkLineage } from './lineage.ts';
import { publishIdea } from './publish-idea.ts';
import { saveDraft } from './save-draft.ts';

const plain = { idea: ideaId, parents: [], grownFrom: null, lineage: new Map() };
const stored = { ...draftIdea, challenge };
const parent = mintId('idea');

test('[ID3] the first save makes the idea, the next ones keep it', () => {
  expect(saveDraft(null, plain, asked('ideation', author))).toMatchObject({
    ok: true,
    value: { created: true },
  });
  expect(saveDraft(stored, plain, asked('rebound', author))).toMatchObject({ value: { created: false } });
});

test('[ID3] a draft is kept in every phase between scheduling and the results', () => {
  const kept = (phase: 'draft' | 'scheduled' | 'closing' | 'deliberation' | 'decided') =>
    codeOf(saveDraft(stored, plain, asked(phase, author)));
  expect([kept('draft'), kept('scheduled'), kept('closing'), kept('deliberation'), kept('decided')]).toEqual([
    'challenge-phase',
    'ok',
    'ok',
    'ok',
    'challenge-phase',
  ]);
});

test('[ID3] what is published is not saved as a draft', () => {
  expect(saveDraft({ ...stored, state: 'published' }, plain, asked('ideation', author))).toMatchObject({
    failure: { code: 'idea-state', state: 'published' },
  });
});

test('[ID4] an identifier of somebody else or of another challenge is taken, whatever its state', () => {
  const taken = { ok: false, failure: { code: 'id-taken', id: ideaId } };
  expect(saveDraft(stored, plain, asked('ideation', colleague))).toEqual(taken);
  expect(saveDraft({ ...stored, state: 'published' }, plain, asked('ideation', colleague))).toEqual(taken);
  expect(saveDraft({ ...stored, challenge: otherChallenge }, plain, asked('ideation', author))).toEqual(
    taken,
  );
});

test('[ID5] an idea is no parent of itself, nor of an ancestor', () => {
  const grandparent = mintId('idea');
  const lineage = new Map([
    [parent, [grandparent]],
    [grandparent, [ideaId]],
  ]);
  const cycle = { ok: false, failure: { code: 'lineage-cycle', idea: ideaId } };
  expect(saveDraft(null, { ...plain, parents: [ideaId] }, asked('ideation', author))).toEqual(cycle);
  expect(saveDraft(null, { ...plain, parents: [parent], lineage }, asked('ideation', author))).toEqual(cycle);
});

test('[ID5] ideas joined one after the other never descend from themselves', () => {
  const ids = Array.from({ length: 6 }, () => mintId('idea'));
  const index = fc.integer({ min: 0, max: ids.length - 1 });
  fc.assert(
    fc.property(fc.array(fc.tuple(index, index), { maxLength: 40 }), (joins) => {
      const lineage = new Map(ids.map((id) => [id, [] as (typeof ids)[number][]]));
      for (const [child, of] of joins) {
        const [id, above] = [ids[child], ids[of]];
        if (id === undefined || above === undefined) continue;
        if (checkLineage(id, [above], lineage).ok) lineage.get(id)?.push(above);
      }
      const ancestors = (id: (typeof ids)[number], depth: number): boolean =>
        depth <= ids.length && (lineage.get(id) ?? []).every((above) => ancestors(above, depth + 1));
      for (const id of ids) expect(ancestors(id, 0)).toBe(true);
    }),
  );
});

test('[ID6] an originator publishes her draft while ideas are welcome', () => {
  expect(publishIdea(draftIdea, asked('ideation', author))).toMatchObject({
    ok: true,
    value: { type: 'IdeaPublished', idea: ideaId, by: author },
  });
  expect(codeOf(publishIdea(draftIdea, asked('ideation', colleague)))).toBe('not-allowed');
  expect(codeOf(publishIdea(draftIdea, asked('rebound', author)))).toBe('challenge-phase');
});

test.each(['published', 'not_selected', 'withdrawn'] as const)(
  '[ID6] what is %s is no draft to publish',
  (state) => {
    expect(codeOf(publishIdea({ ...draftIdea, state }, asked('ideation', author)))).toBe('idea-state');
  },
);

test('[ID7] a title and a text are due', () => {
  const without = (part: object) => codeOf(publishIdea({ ...draftIdea, ...part }, asked('ideation', author)));
  expect(without({ title: ' \n' })).toBe('title-missing');
  expect(without({ text: '\u00a0' })).toBe('text-missing');
});

test('[ID7] [S6] what is over the limit is counted in code points, and the count is told', () => {
  const of = (title: number, text: number) =>
    publishIdea(
      { ...draftIdea, title: '🐝'.repeat(title), text: '🐝'.repeat(text) },
      asked('ideation', author),
    );
  expect(of(90, 1_500).ok).toBe(true);
  expect(of(91, 1)).toEqual({ ok: false, failure: { code: 'title-too-long', limit: 90, length: 91 } });
  expect(of(1, 3_000)).toEqual({
    ok: false,
    failure: { code: 'text-too-long', limit: 1_500, length: 3_000 },
  });
});

test('[ID8] an idea that says what a parent says waits for words of its own', () => {
  const grown = (text: string) =>
    publishIdea(
      { ...draftIdea, text, parents: [{ id: parent, text: 'Un café  commun\n' }] },
      asked('ideation', author),
    );
  expect(grown('Un cafe\u0301 commun')).toEqual({ ok: false, failure: { code: 'same-as-parent', parent } });
  expect(grown('Un café commun, et du thé').ok).toBe(true);
});
