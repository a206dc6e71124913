import { describe, expect, it } from 'vitest';
import {
  idea,
  numbered,
  person,
  proposed,
  rebound,
  someDigest,
  story,
  type Act,
} from '../test/small-ledger.ts';
import { creditLine, currentCarrier, sealedCredits } from './credits.ts';
import { CreditsFold, foldCredits } from './fold.ts';

const [a, b, c, d, boss, juror] = ['a', 'b', 'c', 'd', 'e', 'f'].map(person) as [
  string,
  string,
  string,
  string,
  string,
  string,
];
const [one, two, three] = [idea('1'), idea('2'), idea('3')];
const why = someDigest;

/** Folds the acts, then answers what the last one was told. */
function told(...acts: readonly Act[]): string {
  const events = numbered(acts);
  const last = events.pop();
  const ruling = foldCredits(events).admits(last);
  return ruling.ok ? 'counts' : ruling.failure.code;
}

const creditsOf = (acts: readonly Act[], id = one) => foldCredits(numbered(acts)).idea(id);

function sealed(acts: readonly Act[], i = one): Act {
  const credits = creditsOf(acts, i);
  if (credits === undefined) throw new Error(`no ${i}`);
  return {
    k: 'contribution.sealed',
    by: 'sys:closing',
    i,
    txt: someDigest,
    log: someDigest,
    credits: sealedCredits(credits),
  };
}

const offer = (p: string): Act => ({ k: 'carrier.offered', by: boss, i: one, p, sys: 'sys:adoption' });
const accept = (p: string): Act => ({ k: 'carrier.accepted', by: p, i: one, p });
const decline = (p: string): Act => ({ k: 'carrier.declined', by: p, i: one, p });
const name = (p: string): Act => ({ k: 'carrier.named', by: boss, i: one, p });
const agree = (by: string, i: string, from: string[]): Act => ({ k: 'merge.consented', by, i, from });
const part = (i: string, from: string[], by = a): Act => ({ k: 'idea.unmerged', by, i, from });
const merge = (i: string, from: string[], by = juror): Act => ({ k: 'idea.merged', by, i, from });

describe('proposing', () => {
  it('[AT10] fixes the first originator by the first proposal, against a second one', () => {
    expect(told(proposed(one, a), proposed(one, boss))).toBe('already-proposed');
    expect(creditsOf([proposed(one, a), proposed(one, boss)])?.originators).toEqual([a]);
  });

  it('[AT10] gives no idea to the server: an imported one without author has no originator at all', () => {
    expect(told(proposed(one, 'sys:import'))).toBe('no-person');
    expect(told({ ...proposed(one, a), sys: 'sys:import' })).toBe('counts');
  });

  it('[AT10] says who is who in one line, each person once', () => {
    const acts: Act[] = [...story, { k: 'rebound.made', by: b, i: one, rb: rebound('2'), txt: someDigest }];
    const credits = creditsOf(acts);
    expect(credits && creditLine(credits)).toEqual({
      originators: [a],
      byDecision: [],
      coauthors: [b],
      rebounders: [c],
      carrier: undefined,
    });
  });
});

describe('an idea whose author is to be confirmed', () => {
  const made: Act = { k: 'rebound.made', by: c, i: one, rb: rebound('1'), txt: someDigest };
  const seal = (rebounders: string[]): Act => ({
    k: 'contribution.sealed',
    by: 'sys:closing',
    i: one,
    txt: someDigest,
    log: someDigest,
    credits: { originators: [], coauthors: [], rebounders },
  });
  const chosen: Act = { k: 'idea.selected', by: boss, i: one, mode: 'moderators', second: d };

  it('[AT10] credits who rebounds on it, is sealed with her name, and can be selected', () => {
    expect(creditsOf([made])).toMatchObject({ originators: [], rebounders: [c] });
    expect(told(made, seal([]))).toBe('credits-differ');
    expect(creditsOf([made, seal([c]), chosen])).toMatchObject({ seal: { n: 1 }, selectedAt: 2 });
    expect(told(seal([]))).toBe('counts');
  });

  it('[AT10] keeps them when she is known at last, first and only once', () => {
    expect(creditsOf([made, seal([c]), proposed(one, a)])).toMatchObject({
      originators: [a],
      rebounders: [c],
      seal: { n: 1 },
    });
    expect(told(made, proposed(one, a), proposed(one, boss))).toBe('already-proposed');
  });

  it.each<[string, Act]>([
    ['an adoption', { k: 'idea.adopted', by: boss, i: one, dir: 'DIR', seal: 1 }],
    ['an offer to carry it', offer(boss)],
    ['a rebound taken by nobody', { k: 'rebound.taken', by: boss, i: one, rb: rebound('1') }],
    ['an invitation by nobody', { k: 'coauthor.invited', by: boss, i: one, p: b }],
    ['a merge that nobody could consent to', merge(two, [one], b)],
    ['a merge into it', merge(one, [two], b)],
    [
      'a name put in by a panel',
      { k: 'correction.added', by: juror, i: one, add: boss, why, panel: [juror, d] },
    ],
  ])('[AT10] refuses %s', (_what, act) => {
    expect(told(made, seal([c]), proposed(two, b), act)).toBe('unknown-idea');
  });
});

describe('co-authors', () => {
  const invite: Act = { k: 'coauthor.invited', by: a, i: one, p: b };
  const consent: Act = { k: 'coauthor.consented', by: b, i: one, p: b };

  it.each<[string, Act[], string]>([
    ['a consent without invitation', [consent], 'not-invited'],
    ['an invitation by somebody else', [{ ...invite, by: boss }], 'not-originator'],
    ['a consent in the place of another', [invite, { ...consent, by: a }], 'not-oneself'],
    ['an invitation of the originator', [{ ...invite, p: a }], 'already-credited'],
    ['a consent after declining', [invite, { ...consent, k: 'coauthor.declined' }, consent], 'not-invited'],
    ['an invitation to an idea nobody proposed', [{ ...invite, i: two }], 'unknown-idea'],
  ])('[AT11] ignores %s', (_, acts, expected) => {
    expect(told(proposed(one, a), ...acts)).toBe(expected);
    expect(creditsOf([proposed(one, a), ...acts])?.coauthors).toEqual([]);
  });

  it('[AT11] [T5] stay through sealing, selection, adoption and every act after', () => {
    let acts: Act[] = [...story];
    const next: (() => Act)[] = [
      () => sealed(acts),
      () => ({ k: 'idea.selected', by: juror, i: one, mode: 'moderators', second: d }),
      () => ({ k: 'idea.adopted', by: boss, i: one, dir: 'DIR', seal: story.length }),
      () => ({ k: 'content.hidden', by: juror, i: one, motive: 'report' }),
      () => ({ k: 'person.erased', by: b, p: b }),
    ];
    for (const act of next) {
      acts = [...acts, act()];
      expect(told(...acts)).toBe('counts');
      expect(creditsOf(acts)?.originators).toEqual([a]);
      expect(creditsOf(acts)?.coauthors).toEqual([b]);
    }
  });
});

describe('rebounds and lineage', () => {
  const made: Act = { k: 'rebound.made', by: c, i: one, rb: rebound('1'), txt: someDigest };

  it('[AT12] name the rebounder for ever, taken or not', () => {
    const taken: Act = { k: 'rebound.taken', by: a, i: one, rb: rebound('1') };
    expect(creditsOf([proposed(one, a), made, taken])?.rebounders).toEqual([c]);
    expect(told(proposed(one, a), made, { ...taken, by: boss })).toBe('not-author');
    expect(told(proposed(one, a), taken)).toBe('unknown-rebound');
    expect(told(proposed(one, a), made, { ...made, by: boss })).toBe('already-made');
    expect(told(proposed(one, a), { ...made, by: 'sys:import' })).toBe('no-person');
  });

  it('[AT12] [T7] are linked by an originator of the idea that grew, so a vague first idea earns nothing', () => {
    const theft: Act = { k: 'rebound.linked', by: boss, i: two, on: [one] };
    expect(told(proposed(one, boss), proposed(two, a), theft)).toBe('not-originator');
    expect(creditsOf([proposed(one, boss), proposed(two, a), theft], two)?.parents).toEqual([]);
    expect(creditsOf([proposed(one, boss), proposed(two, a), { ...theft, by: a }], two)?.parents).toEqual([
      one,
    ]);
  });

  it('[AT12] a line on what somebody brought names her, by who writes the idea and about somebody else', () => {
    const credited: Act = { k: 'contributor.credited', by: a, i: one, p: c, txt: someDigest };
    expect(creditsOf([proposed(one, a), credited, credited])?.rebounders).toEqual([c]);
    expect(told(proposed(one, a), { ...credited, by: boss })).toBe('not-author');
    expect(told(proposed(one, a), { ...credited, p: a })).toBe('not-another');
  });

  it('[AT12] never turn in a circle', () => {
    const both = [proposed(one, a), proposed(two, b)];
    const link: Act = { k: 'rebound.linked', by: b, i: two, on: [one] };
    expect(told(...both, link, { k: 'rebound.linked', by: a, i: one, on: [two] })).toBe('circular-lineage');
    expect(told(...both, { k: 'rebound.linked', by: a, i: one, on: [one] })).toBe('circular-lineage');
    expect(told(...both, { k: 'rebound.linked', by: a, i: one, on: [three] })).toBe('unknown-idea');
  });
});

describe('merging', () => {
  const both = [...story, proposed(two, d)];

  it('[AT13] [T2] unites the originators of both, keeps the sources and their credits', () => {
    const acts = [
      ...both,
      agree(a, three, [one, two]),
      agree(d, three, [one, two]),
      merge(three, [one, two]),
    ];
    expect(creditsOf(acts, three)).toMatchObject({
      originators: [a, d],
      coauthors: [b],
      rebounders: [c],
      parents: [one, two],
    });
    expect(creditsOf(acts, one)).toMatchObject({ originators: [a], coauthors: [b], mergedInto: three });
    expect(creditsOf(acts, two)).toMatchObject({ originators: [d], mergedInto: three });
  });

  it('[AT50] is undone by an originator: the sources stand alone, every name stays, and consent is asked anew', () => {
    const merged = [
      proposed(one, a),
      proposed(two, d),
      agree(a, one, [two]),
      agree(d, one, [two]),
      merge(one, [two]),
    ];
    expect(told(...merged, part(one, [two], boss))).toBe('not-originator');
    expect(told(...merged, part(two, [one], d))).toBe('not-merged');
    const apart = [...merged, part(one, [two], d)];
    expect(creditsOf(apart)).toMatchObject({ originators: [a, d], parents: [two] });
    expect(creditsOf(apart, two)).toMatchObject({ originators: [d] });
    expect(creditsOf(apart, two)?.mergedInto).toBeUndefined();
    expect(told(...apart, part(one, [two], d))).toBe('not-merged');
    expect(told(...apart, agree(d, one, [two]), merge(one, [two]))).toBe('consent-missing');
    expect(told(...apart, agree(d, one, [two]), agree(a, one, [two]), merge(one, [two]))).toBe('counts');
  });

  it('[AT13] [T8b] does not happen without the consent of every originator to this very merge', () => {
    const withBoss = [proposed(one, a), proposed(two, boss)];
    expect(told(...withBoss, merge(three, [one, two], boss))).toBe('consent-missing');
    expect(told(...withBoss, agree(boss, three, [one, two]), merge(three, [one, two]))).toBe(
      'consent-missing',
    );
    expect(told(...withBoss, agree(boss, one, [two]), merge(one, [two]))).toBe('consent-missing');
    const another = [agree(boss, three, [one, two]), agree(a, three, [two, one])];
    expect(told(...withBoss, ...another, merge(three, [one, two]))).toBe('consent-missing');
    expect(told(...withBoss, agree(c, three, [one, two]))).toBe('not-originator');
    const refused = foldCredits(numbered([...withBoss, agree(boss, one, [two]), merge(one, [two])]));
    expect(refused.idea(one)?.originators).toEqual([a]);
  });

  it('[AT13] [T8b] with it keeps the first originator first, in an idea that is joined too', () => {
    const acts = [
      proposed(one, a),
      proposed(two, boss),
      agree(a, one, [two]),
      agree(boss, one, [two]),
      merge(one, [two]),
    ];
    expect(creditsOf(acts)?.originators).toEqual([a, boss]);
    expect(told(...acts, agree(a, three, [two, one]))).toBe('counts');
    const again = [agree(a, three, [two, one]), agree(boss, three, [two, one]), merge(three, [two, one])];
    expect(told(...acts, ...again)).toBe('already-merged');
  });

  it.each<[string, string, string[]]>([
    ['an idea with itself', one, [one]],
    ['an idea and itself again', one, [two, one]],
    ['one idea alone', three, [one]],
    ['an idea nobody proposed', one, [three]],
  ])('[AT13] does not merge %s', (_, i, from) => {
    expect(told(...both, merge(i, from))).toBe('unknown-idea');
  });

  it('[AT13] takes a grown rebound back into its parent without a circle', () => {
    const acts: Act[] = [
      proposed(one, a),
      proposed(two, b),
      { k: 'rebound.linked', by: b, i: two, on: [one] },
      agree(a, one, [two]),
      agree(b, one, [two]),
      merge(one, [two]),
    ];
    expect(creditsOf(acts)).toMatchObject({ originators: [a, b], parents: [] });
    expect(creditsOf(acts, two)?.parents).toEqual([one]);
  });
});

describe('correcting', () => {
  const consent: Act = { k: 'correction.consented', by: a, i: one, add: boss };
  const add: Act = { k: 'correction.added', by: c, i: one, add: boss, why, panel: [c, d] };

  it('[AT14] [T8b] adds nobody without the consent of every originator, and only after them', () => {
    expect(told(proposed(one, a), add)).toBe('consent-missing');
    expect(told(proposed(one, a), { ...consent, by: boss })).toBe('not-originator');
    const credits = creditsOf([proposed(one, a), consent, add]);
    expect(credits).toMatchObject({ originators: [a, boss], byDecision: [boss] });
  });

  it.each<[string, Partial<Extract<Act, { k: 'correction.added' }>>, string]>([
    ['one person alone', { panel: [c] }, 'not-an-event'],
    ['one person twice', { panel: [c, c] }, 'not-an-event'],
    ['the person added', { panel: [c, boss] }, 'panel-not-independent'],
    ['an originator', { panel: [c, a] }, 'panel-not-independent'],
    ['others than who speaks for it', { by: juror }, 'panel-not-independent'],
  ])('[AT14] takes no panel of %s', (_, change, expected) => {
    expect(told(proposed(one, a), consent, { ...add, ...change })).toBe(expected);
  });
});

describe('sealing, selecting, adopting', () => {
  it('[AT15] seals once, by the server, and with the credits of the ledger', () => {
    const seal = sealed(story);
    expect(told(...story, seal)).toBe('counts');
    expect(told(...story, { ...seal, by: boss })).toBe('not-the-server');
    expect(told(...story, seal, seal)).toBe('already-sealed');
    for (const credits of [
      { originators: [boss], coauthors: [b], rebounders: [c] },
      { originators: [a], coauthors: [], rebounders: [c] },
      { originators: [a, boss], coauthors: [b], rebounders: [c] },
    ]) {
      expect(told(...story, { ...seal, credits } as Act)).toBe('credits-differ');
    }
  });

  it('[AT15] adopts by citing the seal, and the directorate is never an author', () => {
    const seal = sealed(story);
    const adopted: Act = { k: 'idea.adopted', by: boss, i: one, dir: 'DIR', seal: story.length };
    expect(told(...story, adopted)).toBe('unsealed');
    expect(told(...story, seal, { ...adopted, seal: 1 })).toBe('unsealed');
    const credits = creditsOf([...story, seal, adopted]);
    expect(credits).toMatchObject({
      originators: [a],
      coauthors: [b],
      adoptions: [{ n: story.length + 1, dir: 'DIR' }],
    });
  });

  it('[AT15] selects once, with a second person unless a jury did', () => {
    const selected: Act = { k: 'idea.selected', by: juror, i: one, mode: 'moderators', second: d };
    expect(told(...story, selected)).toBe('counts');
    expect(told(...story, selected, selected)).toBe('already-selected');
    expect(told(...story, { ...selected, second: juror })).toBe('second-person-missing');
    expect(told(...story, { k: 'idea.selected', by: juror, i: one, mode: 'moderators' })).toBe(
      'second-person-missing',
    );
    expect(told(...story, { k: 'idea.selected', by: juror, i: one, mode: 'jury' })).toBe('counts');
  });
});

describe('carrying', () => {
  it('[AT16] [T8] asks the first originator first, and takes only her own refusal for one', () => {
    expect(told(proposed(one, a), name(boss))).toBe('originator-first');
    expect(told(proposed(one, a), offer(boss))).toBe('originator-first');
    expect(told(proposed(one, a), offer(a), name(boss))).toBe('originator-first');
    expect(told(proposed(one, a), offer(a), { ...decline(a), by: boss })).toBe('not-oneself');
    expect(told(proposed(one, a), decline(a))).toBe('not-offered');
    const declined = [proposed(one, a), offer(a), decline(a)];
    expect(told(...declined, name(boss))).toBe('not-accepted');
    expect(told(...declined, offer(boss), name(boss))).toBe('not-accepted');
    expect(told(...declined, offer(boss), accept(boss), name(boss))).toBe('counts');
  });

  it('[AT16] names her when she accepts, and nobody over her while she has not handed it over', () => {
    const acts = [proposed(one, a), offer(a), accept(a), name(a)];
    expect(creditsOf(acts)?.carriers).toEqual([a]);
    expect(told(...acts, offer(b))).toBe('originator-first');
    expect(told(...acts, offer(a))).toBe('already-offered');
    const handedOver = foldCredits(numbered([...acts, decline(a), offer(b), accept(b), name(b)])).idea(one);
    expect(handedOver?.carriers).toEqual([a, b]);
    expect(handedOver && currentCarrier(handedOver)).toBe(b);
  });
});

it('[AT17] says beforehand what it would ignore, and changes nothing by saying so', () => {
  const fold = foldCredits(numbered(story));
  const before = fold.idea(one);
  const [act] = numbered([{ k: 'coauthor.invited', by: a, i: one, p: d }]);
  expect(fold.admits(act).ok).toBe(true);
  expect(fold.idea(one)).toBe(before);
  expect(fold.apply(act).ok).toBe(true);
  expect(fold.idea(one)).not.toEqual(before);
});

it.each([
  ['a kind that removes', { k: 'originator.removed', i: one, p: a }, 'unknown-kind'],
  ['a kind that deletes', { k: 'idea.deleted', i: one }, 'unknown-kind'],
  ['a known kind with an author slipped in', { ...proposed(one, a), originators: [boss] }, 'not-an-event'],
])('[AT10] [T6] ignores %s', (_, fields, expected) => {
  const fold = foldCredits(numbered(story));
  const before = fold.ideas();
  const ruling = fold.apply({ v: 1, n: 5, t: '2026-10-12T08:00:00.000Z', by: boss, ...fields });
  expect(ruling.ok ? 'counts' : ruling.failure.code).toBe(expected);
  expect(fold.ideas()).toEqual(before);
});

it('[AT10] [T6] ignores what is no event at all', () => {
  const fold = new CreditsFold();
  for (const value of [undefined, null, 1, 'x', [], {}, { k: '__proto__' }, { k: 'constructor' }]) {
    expect(fold.apply(value).ok).toBe(false);
  }
  expect(fold.ideas()).toEqual([]);
});
