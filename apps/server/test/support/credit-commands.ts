/**
 * Every command that names an idea, or something said or asked about one, as somebody may send it at any moment: by the
 * name of its route, with whoever would be allowed to, and words that are as often wrong as right.
 */
import * as c from '@butinerie/contracts';
import type {
  ChallengeId,
  CommentId,
  DirectorateId,
  DisputeId,
  IdeaId,
  MergeId,
  ModerationId,
  PersonId,
  ReboundId,
  ShreddingId,
} from '@butinerie/contracts';
import type { Caller } from '../../src/caller.ts';
import { measuring } from './measure-commands.ts';
import type { TestPerson } from './test-server.ts';

export type Pick = <const Item>(items: readonly [Item, ...Item[]]) => Item;

/** What was sent so far, for others to answer. */
export interface Stage {
  readonly pick: Pick;
  readonly challenge: ChallengeId;
  readonly directorate: DirectorateId;
  /** Who may be named. */
  readonly people: readonly [TestPerson, ...TestPerson[]];
  /** Whose names are looked at. */
  readonly ideas: [IdeaId, ...IdeaId[]];
  readonly drafts: { readonly idea: IdeaId; readonly by: Caller }[];
  readonly asks: { readonly idea: IdeaId; readonly person: PersonId }[];
  readonly rebounds: ReboundId[];
  readonly comments: CommentId[];
  readonly merges: MergeId[];
  readonly disputes: { readonly idea: IdeaId; readonly dispute: DisputeId }[];
  readonly decisions: ModerationId[];
  readonly shreddings: ShreddingId[];
  /** Who is behind each pseudonym, as they alone are told. */
  readonly masks: Map<PersonId, PersonId>;
}
type Said = Promise<{ readonly ok: boolean }>;
type Command = (by: Caller, stage: Stage) => Said;

const REASON = 'Elle répond à la question, tient dans les quatre-vingt-dix jours et se mesure simplement.';

/** One that exists, as often the last as any; for want of any one that does not. */
function oneOf<Item>({ pick }: Stage, items: readonly Item[], none: Item): Item {
  const last = items.at(-1);
  return last === undefined ? none : pick([last, pick([last, ...items])]);
}
const anIdea = (stage: Stage): { idea: IdeaId } => ({ idea: stage.pick(stage.ideas) });
const aRebound = (stage: Stage) => ({ rebound: oneOf(stage, stage.rebounds, c.mintId('rebound')) });
const aComment = (stage: Stage) => ({ comment: oneOf(stage, stage.comments, c.mintId('comment')) });
const aMerge = (stage: Stage) => ({ merge: oneOf(stage, stage.merges, c.mintId('merge')) });
const aDispute = (stage: Stage) =>
  oneOf(stage, stage.disputes, { ...anIdea(stage), dispute: c.mintId('dispute') });
const aShredding = (stage: Stage) => ({
  shredding: oneOf(stage, stage.shreddings, c.mintId('shredding')),
});
const aDraft = (stage: Stage, by: Caller): IdeaId =>
  oneOf(
    stage,
    stage.drafts.filter((draft) => draft.by === by).map(({ idea }) => idea),
    stage.pick(stage.ideas),
  );
const personOf = ({ people }: Stage, by: Caller): PersonId | undefined =>
  people.find((person) => person === by)?.id;
const somebody = ({ pick, people }: Stage): PersonId => pick(people).id;
const aPlace = ({ pick }: Stage): number => pick([1, 2, 3, 5, 8]);

async function version(by: Caller, { challenge }: Stage): Promise<number> {
  const board = await by.call(c.readSelection, { params: { challenge } });
  return board.ok ? board.value.version : 1;
}

/** Sent, and remembered where it was accepted. */
async function kept<Id>(said: Said, ids: Id[], id: Id): Said {
  const answer = await said;
  if (answer.ok) ids.push(id);
  return answer;
}

const writing: Readonly<Record<string, Command>> = {
  saveDraft(by, stage) {
    const own = stage.pick([true, false]);
    const idea = own ? c.mintId('idea') : stage.pick(stage.ideas);
    const parents = stage.ideas.filter(() => stage.pick([true, false, false, false]));
    const words = { title: `À moi ${stage.drafts.length}`, text: 'À moi seul, enfin.' };
    const grownFrom = stage.pick([null, null, oneOf(stage, stage.rebounds, null)]);
    const body = { challenge: stage.challenge, ...words, parents, grownFrom };
    return kept(by.call(c.saveDraft, { params: { idea }, body }), stage.drafts, { idea, by });
  },
  publishIdea(by, stage) {
    const idea = aDraft(stage, by);
    const said = by.call(c.publishIdea, { params: { idea } });
    return stage.ideas.includes(idea) ? said : kept(said, stage.ideas, idea);
  },
  async publishUnderPseudonym(by, stage) {
    const as = stage.pick([c.mintId('idea'), c.mintId('idea'), stage.pick(stage.ideas)]);
    const params = { idea: aDraft(stage, by) };
    const said = await by.call(c.publishUnderPseudonym, { params, body: { as } });
    if (!said.ok) return said;
    const { pseudonym } = said.value;
    const owner = personOf(stage, by);
    if (pseudonym !== null && owner !== undefined) stage.masks.set(pseudonym.person, owner);
    if (!stage.ideas.includes(as)) stage.ideas.push(as);
    return said;
  },
  openPseudonym: (by, stage) =>
    by.call(c.openPseudonym, { params: anIdea(stage), body: { choice: stage.pick(['open', 'keep']) } }),
  setParticulars: (by, stage) =>
    by.call(c.setParticulars, { params: anIdea(stage), body: { theme: null, answers: [] } }),
  withdrawIdea(by, stage) {
    const body = { reason: '', askedBySomebody: stage.pick(['no', 'unsaid']) };
    // Not the first ones: nothing can be done about what was withdrawn.
    const idea = oneOf(stage, stage.ideas.slice(3), c.mintId('idea'));
    return by.call(c.withdrawIdea, { params: { idea }, body });
  },
  patchIdea: (by, stage) =>
    by.call(c.patchIdea, { params: anIdea(stage), body: { openTo: stage.pick(['invited', 'everyone']) } }),
  askToCoauthor(by, stage) {
    const params = anIdea(stage);
    const asked = { ...params, person: personOf(stage, by) ?? somebody(stage) };
    return kept(by.call(c.askToCoauthor, { params }), stage.asks, asked);
  },
  answerCoauthor(by, stage) {
    const params = oneOf(stage, stage.asks, { ...anIdea(stage), person: somebody(stage) });
    return by.call(c.answerCoauthor, { params, body: { answer: stage.pick(['accept', 'decline']) } });
  },
  enterIdea(by, stage) {
    const author = { name: 'Sans Boîte', directorate: 'Routes' };
    const idea = stage.pick([stage.pick(stage.ideas), c.mintId('idea')]);
    const words = { title: 'Une autre', text: 'De quelqu’un d’autre.' };
    const body = { idea, author, ...words };
    return by.call(c.enterIdea, { params: { challenge: stage.challenge }, body });
  },
  restoreVersion: (by, stage) =>
    by.call(c.restoreVersion, { params: { ...anIdea(stage), version: aPlace(stage) }, body: {} }),
  restoreRemoval: (by, stage) =>
    by.call(c.restoreRemoval, { params: { ...anIdea(stage), removal: aPlace(stage) }, body: {} }),
};

const talking: Readonly<Record<string, Command>> = {
  reboundOnIdea(by, stage) {
    const id = c.mintId('rebound');
    const body = { id, text: 'Chez nous aussi.' };
    return kept(by.call(c.reboundOnIdea, { params: anIdea(stage), body }), stage.rebounds, id);
  },
  takeRebound(by, stage) {
    const body = stage.pick([{}, { brought: 'La remarque sur l’accueil' }]);
    return by.call(c.takeRebound, { params: aRebound(stage), body });
  },
  declineRebound: (by, stage) => by.call(c.declineRebound, { params: aRebound(stage), body: {} }),
  commentOnIdea(by, stage) {
    const id = c.mintId('comment');
    const body = { id, parent: null, kind: 'comment' as const, text: 'Combien ?', mentions: [] };
    return kept(by.call(c.commentOnIdea, { params: anIdea(stage), body }), stage.comments, id);
  },
  withdrawComment: (by, stage) => by.call(c.withdrawComment, { params: aComment(stage) }),
  restoreComment: (by, stage) => by.call(c.restoreComment, { params: aComment(stage) }),
  creditComment: (by, stage) =>
    by.call(c.creditComment, { params: aComment(stage), body: { brought: 'La bonne question' } }),
  supportIdea: (by, stage) =>
    by.call(c.supportIdea, { params: anIdea(stage), body: { supported: stage.pick([true, false]) } }),
  followIdea: (by, stage) =>
    by.call(c.followIdea, { params: anIdea(stage), body: { followed: stage.pick([true, false]) } }),
  answerQuotation(by, stage) {
    const params = { ...anIdea(stage), source: stage.pick(stage.ideas) };
    const body = { answer: stage.pick(['credit', 'decline']), reason: 'Nous l’avons lue.' };
    return by.call(c.answerQuotation, { params, body });
  },
};

const together: Readonly<Record<string, Command>> = {
  proposeMerge(by, stage) {
    const id = c.mintId('merge');
    const body = { id, into: stage.pick(stage.ideas), reason: 'Les deux disent la même chose.' };
    return kept(by.call(c.proposeMerge, { params: anIdea(stage), body }), stage.merges, id);
  },
  answerMerge(by, stage) {
    const body = { answer: stage.pick(['agree', 'agree', 'refuse']), reason: '' } as const;
    return by.call(c.answerMerge, { params: aMerge(stage), body });
  },
  undoMerge: (by, stage) => by.call(c.undoMerge, { params: aMerge(stage) }),
  openDispute(by, stage) {
    const id = c.mintId('dispute');
    const params = anIdea(stage);
    const body = { id, text: 'Il manque un nom.' };
    return kept(by.call(c.openDispute, { params, body }), stage.disputes, { ...params, dispute: id });
  },
  answerDispute: (by, stage) =>
    by.call(c.answerDispute, { params: aDispute(stage), body: { text: 'C’est vrai.' } }),
  proposeCorrection(by, stage) {
    const body = { add: somebody(stage), why: 'Le compte rendu le dit.' };
    return by.call(c.proposeCorrection, { params: aDispute(stage), body });
  },
  secondCorrection: (by, stage) => by.call(c.secondCorrection, { params: aDispute(stage), body: {} }),
  consentToCorrection(by, stage) {
    const body = { answer: stage.pick(['accept', 'accept', 'refuse']) } as const;
    return by.call(c.consentToCorrection, { params: aDispute(stage), body });
  },
  closeDispute: (by, stage) =>
    by.call(c.closeDispute, { params: aDispute(stage), body: { text: 'C’est entendu.' } }),
};

const deciding: Readonly<Record<string, Command>> = {
  moderate(by, stage) {
    const id = c.mintId('moderation');
    const act = stage.pick(['hideIdea', 'welcomeIdea', 'keepContent', 'declareLink']);
    const comment = act === 'keepContent' ? oneOf(stage, stage.comments, null) : null;
    const body = { id, act, ...anIdea(stage), comment, late: null, reason: 'Hors sujet, à première vue.' };
    const said = by.call(c.moderate, { params: { challenge: stage.challenge }, body });
    return kept(said, stage.decisions, id);
  },
  undoModeration(by, stage) {
    const moderation = oneOf(stage, stage.decisions, c.mintId('moderation'));
    return by.call(c.undoModeration, { params: { challenge: stage.challenge, moderation } });
  },
  reportContent(by, stage) {
    const about = { comment: oneOf(stage, [...stage.comments, null], null), motive: 'other' as const };
    const body = { id: c.mintId('report'), ...about, words: 'À voir.' };
    return by.call(c.reportContent, { params: anIdea(stage), body });
  },
  /** The whole board, as moderators do: nothing is adopted before. */
  async answerIdea(by, stage) {
    const { challenge } = stage;
    const board = await by.call(c.readSelection, { params: { challenge } });
    let said: Awaited<Said> = { ok: false };
    for (const { idea } of board.ok ? board.value.entries : [anIdea(stage)]) {
      const outcome = stage.pick(['selected', 'selected', 'not_selected']);
      const motive = outcome === 'selected' ? null : ('cost' as const);
      const body = { outcome, motive, reason: REASON, version: await version(by, stage) };
      const answered = await by.call(c.answerIdea, { params: { challenge, idea }, body });
      if (answered.ok) said = answered;
    }
    return said;
  },
  async proposeResults(by, stage) {
    const body = { version: await version(by, stage) };
    return by.call(c.proposeResults, { params: { challenge: stage.challenge }, body });
  },
  async confirmResults(by, stage) {
    const body = { version: await version(by, stage) };
    return by.call(c.confirmResults, { params: { challenge: stage.challenge }, body });
  },
  adoptIdea(by, stage) {
    const body = {
      directorate: stage.directorate,
      pilot: somebody(stage),
      promise: 'Nous la ferons nôtre.',
      milestone: { title: 'Un premier pas', dueOn: '2027-03-01' },
      halfDays: 4,
    };
    return by.call(c.adoptIdea, { params: anIdea(stage), body });
  },
  declineAdoption(by, stage) {
    const body = { directorate: stage.directorate, reason: 'Pas nous.' };
    return by.call(c.declineAdoption, { params: anIdea(stage), body });
  },
  answerCarrierOffer(by, stage) {
    const body = { choice: stage.pick(['carry', 'contribute', 'informed']) } as const;
    return by.call(c.answerCarrierOffer, { params: anIdea(stage), body });
  },
  startDelivery: (by, stage) =>
    by.call(c.startDelivery, { params: anIdea(stage), body: { unmeasured: stage.pick([true, false]) } }),
  proposeDelivered: (by, stage) =>
    by.call(c.proposeDelivered, { params: anIdea(stage), body: { note: 'Deux guichets.', link: null } }),
  confirmDelivered(by, stage) {
    const body = { confirmed: stage.pick([true, false]), reason: 'Il manque le second.' };
    return by.call(c.confirmDelivered, { params: anIdea(stage), body });
  },
  abandonDelivery: (by, stage) =>
    by.call(c.abandonDelivery, { params: anIdea(stage), body: { reason: REASON } }),
  keepDelivering: (by, stage) => by.call(c.keepDelivering, { params: anIdea(stage) }),
  answerAbandonment: (by, stage) =>
    by.call(c.answerAbandonment, { params: anIdea(stage), body: { text: 'Je ne suis pas d’accord.' } }),
  offerAgain: (by, stage) => by.call(c.offerAgain, { params: anIdea(stage) }),
  carryOnDelivery: (by, stage) => by.call(c.carryOnDelivery, { params: anIdea(stage) }),
  askShredding(by, stage) {
    const id = c.mintId('shredding');
    const about = { ...anIdea(stage), motive: stage.pick(['third-party', 'retention']) } as const;
    const body = { id, ...about, reference: 'DPD-2026-7', title: stage.pick([true, false]) };
    return kept(by.call(c.askShredding, { body }), stage.shreddings, id);
  },
  confirmShredding: (by, stage) => by.call(c.confirmShredding, { params: aShredding(stage), body: {} }),
  cancelShredding: (by, stage) => by.call(c.cancelShredding, { params: aShredding(stage), body: {} }),
  ...measuring,
};

/** In the order in which a challenge comes to them. */
export const CREDIT_COMMANDS = { writing, talking, together, deciding };

/** Name an idea, or what has the name of one of its parts, and are none of these. */
export const APART: Readonly<Record<string, string>> = {
  attachFile: 'a file names nobody',
  enterAtKiosk: 'enters as enterIdea does',
  findMentionable: 'reads',
  importChallenge: 'brings ideas of its own, with authors of their own',
  moderateNote: 'about a note',
  previewPeople: 'reads',
  reportNote: 'about a note',
};

const NAMES_AN_IDEA = /^(idea|ideas|into|parents|rebound|comment|merge|dispute|shredding|source|moderation)$/;

/** Decides about every idea of a challenge at once. */
const RESULTS = /\/results(\/|$)/;

/** Commands of the contract that name an idea or something said, asked or decided about one. */
export function commandsOnIdeas(): string[] {
  return c.ROUTES.filter(({ method }) => method !== 'GET').flatMap((route) => {
    const said = [route.params, route.query, route.body].flatMap((part) =>
      Object.keys((Reflect.get(part ?? {}, 'shape') as object | undefined) ?? {}),
    );
    return said.some((name) => NAMES_AN_IDEA.test(name)) || RESULTS.test(route.path) ? [route.name] : [];
  });
}
