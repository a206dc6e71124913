import { buildReceipt, toBase64, verifyCheckpoint, type LedgerEvent } from '@butinerie/attribution';
import { mintId, type PersonRef } from '@butinerie/contracts';
import { describe, expect, test } from 'vitest';
import { ringOf } from './pin.ts';
import {
  at,
  author,
  colleague,
  idea,
  LOG_ROOT,
  openings,
  registerOf,
  story,
  TEXT,
  TITLE,
} from './register-of-tests.ts';
import { verifyIdea, type IdeaToProve } from './verify-idea.ts';

const ref = (id: PersonRef['id'], name: string): PersonRef => ({ id, name, directorate: null });
const ana = ref(author, 'Ana Exemple');
const come = ref(colleague, 'Côme Exemple');

function toProve(events: readonly LedgerEvent[] = story()): IdeaToProve {
  const register = registerOf(events);
  const head = verifyCheckpoint(register.note(), { keys: ringOf(register.vkeys).keys });
  if (!head.ok) throw new Error(head.failure.detail);
  const about = events.filter((event) => 'i' in event && event.i === idea);
  const refs = new Map([ana, come].map((person) => [String(person.id), person]));
  return {
    idea: {
      id: idea,
      credits: { originators: [ana], coauthors: [come], rebounders: [], carrier: null },
      seal: { at: at(30), textHash: '', logRoot: LOG_ROOT, logRows: 12, title: TITLE, text: TEXT },
    },
    history: about.map((event) => ({
      n: event.n,
      kind: event.k,
      at: event.t,
      by: refs.get(event.by) ?? null,
      person: refs.get(String(Reflect.get(event, 'p'))) ?? null,
      idea,
    })),
    leaves: about.map(({ n }) => ({
      n,
      leaf: new TextDecoder().decode(register.leaves[n]),
      hashes: register.tree.inclusionProof(n, register.tree.size).map(toBase64),
    })),
    head: head.value,
    vkeys: register.vkeys,
    receipt: null,
  };
}
function sealReceipt(): string {
  const events = story();
  const register = registerOf(events);
  const head = verifyCheckpoint(register.note(), { keys: ringOf(register.vkeys).keys });
  const leaf = register.leaves[4];
  if (!head.ok || !leaf) throw new Error('the story has a seal');
  return buildReceipt({
    leaf,
    tree: register.tree,
    checkpoint: { ...head.value, note: register.note() },
    key: register.vkeys[0] ?? '',
    openings: { txt: openings.txt.opening },
    text: TEXT,
  });
}
const failedIn = (proved: IdeaToProve) => {
  const { holds, checks } = verifyIdea(proved);
  return { holds, failed: checks.filter(({ outcome }) => outcome === 'failed').map(({ name }) => name) };
};

describe('what a browser can say of one idea', () => {
  test('the text is claimed only by who holds the receipt that opens it', () => {
    expect(verifyIdea(toProve())).toMatchObject({ holds: true, claim: 'names', since: at(30) });
    expect(verifyIdea({ ...toProve(), receipt: sealReceipt() })).toMatchObject({
      holds: true,
      claim: 'text-and-names',
      since: at(30),
    });
  });

  test('before the seal only names are claimed, since the last one that came', () => {
    const open = toProve(story().slice(0, 4));
    expect(verifyIdea({ ...open, idea: { ...open.idea, seal: null } })).toMatchObject({
      holds: true,
      claim: 'names',
      since: at(14),
    });
  });

  test('[S33] a name taken off the page, or put on it, is found', () => {
    const proved = toProve();
    const credits = (over: object) => ({
      ...proved,
      idea: { ...proved.idea, credits: { ...proved.idea.credits, ...over } },
    });
    expect(failedIn(credits({ originators: [] }))).toEqual({ holds: false, failed: ['names'] });
    expect(failedIn(credits({ originators: [come] }))).toEqual({ holds: false, failed: ['names'] });
    expect(failedIn(credits({ coauthors: [] }))).toEqual({ holds: false, failed: ['names'] });
    expect(failedIn(credits({ carrier: ref(mintId('person'), 'X') }))).toEqual({
      holds: false,
      failed: ['names'],
    });
  });

  test('a leaf that was changed is not at its place any more', () => {
    const proved = toProve();
    const leaves = proved.leaves.map((leaf) =>
      leaf.n === 1 ? { ...leaf, leaf: leaf.leaf.replace(author, mintId('person')) } : leaf,
    );
    expect(failedIn({ ...proved, leaves }).failed).toContain('inclusion');
  });

  test('a history that tells another day, another act or another person than the register is found', () => {
    const proved = toProve();
    const told = (over: object) => ({
      ...proved,
      history: proved.history.map((event) => (event.n === 3 ? { ...event, ...over } : event)),
    });
    for (const over of [{ at: at(15) }, { kind: 'coauthor.declined' }, { by: ana }, { person: ana }])
      expect(failedIn(told(over))).toEqual({ holds: false, failed: ['leaves'] });
  });

  test('a sealed text or a seal that is not the registered one is found', () => {
    const proved = toProve();
    const seal = (over: object) => ({
      ...proved,
      idea: { ...proved.idea, seal: { ...proved.idea.seal!, ...over } },
    });
    expect(failedIn(seal({ logRoot: 'sha256-other' }))).toEqual({ holds: false, failed: ['seal'] });
    expect(failedIn({ ...seal({ text: `${TEXT} Ou pas.` }), receipt: sealReceipt() })).toEqual({
      holds: false,
      failed: ['text'],
    });
    expect(failedIn({ ...seal({ title: 'Un autre titre' }), receipt: sealReceipt() }).failed).toEqual([
      'text',
    ]);
  });

  test('nothing registered proves nothing', () => {
    expect(verifyIdea({ ...toProve(), history: [], leaves: [] })).toMatchObject({ holds: false });
  });
});
