/**
 * One act as the event that says so: people and ideas by their ids, names and texts as commitments, each with a fresh
 * salt. What opens the commitments is answered beside it.
 */
import {
  commit,
  commitDirectorate,
  commitIdentity,
  commitPerson,
  commitText,
  commitWords,
  digestText,
  formatVerifierKey,
  keyChangeStatement,
  sealedCredits,
  toBase64,
  type Committed,
  type CommittedField,
  type EventKind,
  type EventOf,
  type Identity,
  type IdeaCredits,
  type LedgerEvent,
  type Signer,
} from '@butinerie/attribution';
import type { IdeaId, PersonId } from '@butinerie/contracts';
import type { Act, CreditAct } from './acts.ts';
import type { OpenedLeaf } from './openings.store.ts';

export interface Written extends Pick<OpenedLeaf, 'openings' | 'text'> {
  readonly event: LedgerEvent;
}

export interface Writing {
  /** The number and the moment the leaf gets. */
  readonly n: number;
  readonly t: string;
  readonly salt: () => Uint8Array;
  /**
   * Who somebody is today; null once her identity was effaced, since what she asked for or opened to others goes on
   * without her. Throws for somebody the ledger was never told of.
   */
  readonly identityOf: (person: PersonId) => Identity | null;
  /** Whether the ledger was ever told of somebody. */
  readonly isKnown: (person: PersonId) => boolean;
  /** The idea's credit before this act; nothing where no leaf speaks of it yet. */
  readonly creditsOf: (idea: IdeaId) => IdeaCredits | undefined;
  /** The act follows from another one of the same commit: the server writes it on behalf of who caused that one. */
  readonly derived: boolean;
}

type Fields = { [Kind in EventKind]: Omit<EventOf<Kind>, 'v' | 'n' | 't'> }[EventKind];
type Openings = { [Field in CommittedField]?: Committed['opening'] };

export function writeEvent(act: CreditAct, writing: Writing): Written {
  const openings: Openings = {};
  const pen: Pen = {
    ...writing,
    close(field, { commitment, opening }) {
      openings[field] = opening;
      return commitment;
    },
  };
  const { n, t } = writing;
  const event: LedgerEvent = { v: 1, n, t, ...fieldsOf(act, pen) };
  return { event, openings, text: 'text' in act ? asStored(act.text) : null };
}

interface Pen extends Writing {
  /** The commitment to write in the leaf; its opening is kept under the same field. */
  close(field: CommittedField, committed: Committed): string;
}

function fieldsOf(act: CreditAct, pen: Pen): Fields {
  switch (act.act) {
    case 'person.known': {
      const c = pen.close('c', commitIdentity(pen.salt(), identityOf(act)));
      return { k: act.act, by: 'sys:accounts', p: act.person, c };
    }
    case 'person.rectified': {
      const c = pen.close('c', commitIdentity(pen.salt(), identityOf(act)));
      return { k: act.act, by: act.person, p: act.person, c };
    }
    case 'person.erased': {
      // Nothing of who she was goes into the leaf that says she is not to be read any more.
      if (act.reference === null) return { k: act.act, by: act.person, p: act.person };
      const ref = pen.close('ref', commit(pen.salt(), { reference: asStored(act.reference) }));
      return { k: act.act, ...speaking(act.by, pen), p: act.person, ref };
    }
    case 'pseudonym.taken': {
      const c = pen.close('c', commitIdentity(pen.salt(), identityOf(act)));
      const as = pen.close('as', commitPerson(bytesOfSalt(act.salt), act.person));
      return { k: act.act, by: 'sys:pseudonyms', i: act.idea, p: act.pseudonym, c, as };
    }
    case 'pseudonym.opened': {
      const { salt } = act;
      return { k: act.act, ...speaking(act.by, pen), i: act.idea, p: act.pseudonym, as: act.by, salt };
    }
    case 'contribution.sealed':
      return sealed(act, pen);
    case 'carrier.named':
      return { k: act.act, by: 'sys:adoption', i: act.idea, p: act.person };
    case 'coauthor.consented':
    case 'coauthor.declined':
    case 'carrier.accepted':
    case 'carrier.declined':
      return { k: act.act, ...speaking(act.person, pen), i: act.idea, p: act.person };
    case 'coauthor.invited':
      return { k: act.act, ...speaking(act.by, pen, 'sys:coauthor'), i: act.idea, p: act.person };
    case 'carrier.offered':
      return { k: act.act, ...speaking(act.by, pen, 'sys:adoption'), i: act.idea, p: act.person };
    case 'idea.proposed': {
      const txt = pen.close('txt', committedText(act, pen));
      const spoken = speaking(
        act.by,
        { ...pen, derived: act.via !== undefined },
        `sys:${act.via ?? 'import'}`,
      );
      return { k: act.act, ...spoken, i: act.idea, txt, dir: directorateOf(act, pen) };
    }
    case 'rebound.made': {
      const txt = pen.close('txt', committedText({ title: '', text: act.text }, pen));
      const spoken = speaking(act.by, { ...pen, derived: act.via !== undefined }, 'sys:note');
      return { k: act.act, ...spoken, rb: act.rebound, i: act.idea, txt };
    }
    case 'rebound.taken':
      return { k: act.act, ...speaking(act.by, pen), rb: act.rebound, i: act.idea };
    case 'contributor.credited': {
      const txt = pen.close('txt', committedText({ title: '', text: act.text }, pen));
      return { k: act.act, ...speaking(act.by, pen), i: act.idea, p: act.person, txt };
    }
    case 'rebound.linked':
      return { k: act.act, ...speaking(act.by, pen), i: act.idea, on: act.on };
    case 'merge.consented':
    case 'idea.merged':
    case 'idea.unmerged':
      return { k: act.act, ...speaking(act.by, pen), i: act.idea, from: act.from };
    case 'idea.selected': {
      const second = act.second === undefined ? {} : { second: act.second };
      return { k: act.act, ...speaking(act.by, pen), i: act.idea, mode: act.mode ?? 'moderators', ...second };
    }
    case 'dispute.opened':
    case 'dispute.answered':
    case 'dispute.closed': {
      const txt = pen.close('txt', committedText({ title: '', text: act.text }, pen));
      return { k: act.act, ...speaking(act.by, pen), ds: act.dispute, i: act.idea, txt };
    }
    case 'correction.consented':
      return { k: act.act, ...speaking(act.by, pen), i: act.idea, add: act.person };
    case 'correction.added': {
      const why = pen.close('why', committedText({ title: '', text: act.why }, pen));
      const spoken = speaking(act.by, { ...pen, derived: true }, 'sys:disputes');
      return { k: act.act, ...spoken, i: act.idea, add: act.person, why, panel: act.panel };
    }
    case 'content.shredded': {
      const { idea: i, second, motive } = act;
      const ref = pen.close('ref', commit(pen.salt(), { reference: asStored(act.reference) }));
      // Asked in time by somebody whom a register of before does not know yet: it is done all the same.
      const asker = pen.isKnown(act.by) ? speaking(act.by, pen) : { by: act.by };
      return { k: act.act, ...asker, i, motive, second, ref };
    }
    case 'key.rotated':
    case 'key.lost':
      return keyChanged(act, pen);
    case 'idea.adopted': {
      const seal = pen.creditsOf(act.idea)?.seal;
      if (seal === undefined) throw new Error(`${act.idea} is adopted without a seal`);
      return { k: act.act, ...speaking(act.by, pen), i: act.idea, dir: act.directorate, seal: seal.n };
    }
  }
}

/** The keys sign the act as it is written, its number and moment included. */
function keyChanged(act: Act<'key.rotated' | 'key.lost'>, pen: Pen): Fields {
  const { by, second, next } = act;
  const named = { ...speaking(by, pen), second, new: formatVerifierKey(next.key) };
  const signed = (said: object, { sign }: Signer): string =>
    toBase64(sign(keyChangeStatement({ v: 1, n: pen.n, t: pen.t, ...said })));
  if (act.act === 'key.rotated') {
    const said = { k: act.act, ...named, old: formatVerifierKey(act.old.key) };
    return { ...said, sig: signed(said, act.old), own: signed(said, next) };
  }
  const said = { k: act.act, ...named, old: act.old, size: act.size, root: digestText(act.root) };
  return { ...said, own: signed(said, next) };
}

function directorateOf({ directorate, sealed }: Act<'idea.proposed'>, pen: Pen): string | null {
  if (sealed === undefined) return directorate;
  // Of none as of any other: the few who belong to none would be known by what is missing.
  return pen.close('dir', commitDirectorate(pen.salt(), directorate));
}

const bytesOfSalt = (salt: string): Uint8Array => new Uint8Array(Buffer.from(salt, 'base64'));

/** Who acts, with a commitment to her name in this very leaf, so that its receipt proves the name alone. */
function speaking(by: PersonId, pen: Pen, onBehalf?: `sys:${string}`) {
  const today = pen.identityOf(by);
  const who = today === null ? {} : { who: pen.close('who', commitIdentity(pen.salt(), today)) };
  return { by, ...who, ...(pen.derived && onBehalf !== undefined ? { sys: onBehalf } : {}) };
}

function sealed(act: Act<'contribution.sealed'>, pen: Pen): Fields {
  const txt = pen.close('txt', committedText(act, pen));
  const words =
    act.words.size === 0
      ? {}
      : { words: pen.close('words', commitWords(pen.salt(), Object.fromEntries(act.words))) };
  const credits = creditsToSeal(pen.creditsOf(act.idea));
  return { k: act.act, by: 'sys:seal', i: act.idea, txt, log: rootAsWritten(act.logRoot), credits, ...words };
}

/** An imported idea on which nobody did anything is sealed without a name: its author is to be confirmed. */
function creditsToSeal(credits: IdeaCredits | undefined) {
  return credits === undefined ? { originators: [], coauthors: [], rebounders: [] } : sealedCredits(credits);
}

function committedText({ title, text }: { title: string; text: string }, pen: Pen): Committed {
  return commitText(pen.salt(), asStored(title), asStored(text));
}

function identityOf({
  name,
  directorate,
}: Act<'person.known' | 'person.rectified' | 'pseudonym.taken'>): Identity {
  return { name: asStored(name), directorate: directorate === null ? null : asStored(directorate) };
}

/** As UTF-8 keeps it: half a surrogate pair becomes a replacement character, in the database as in the commitment. */
function asStored(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8');
}

function rootAsWritten(root: string): string {
  return /^[0-9a-f]{64}$/.test(root) ? digestText(new Uint8Array(Buffer.from(root, 'hex'))) : root;
}
