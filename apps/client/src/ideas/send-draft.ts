/** A draft on its way to the server: saved, published, and sent again when the network is back. Ids make it once. */
import {
  listIdeas,
  listMine,
  publishIdea,
  publishUnderPseudonym,
  readIdea,
  readSession,
  saveDraft,
  type Failure,
  type IdeaId,
  type IdeaPage,
  type PersonId,
  type Result,
} from '@butinerie/contracts';
import { call, type Offline } from '../platform/call.ts';
import { serverNow } from '../platform/clock.ts';
import { refresh } from '../platform/query.ts';
import { keepRecovered } from '../platform/recovered-drafts.ts';
import { onReconnect } from '../platform/socket.ts';
import { forgetDraft, keepDraft, keptDraft, keptDrafts, type KeptDraft } from './draft-store.ts';
import { showPage } from './queries.ts';

type Sent<T> = Result<T, Failure | Offline>;

const turns = new Map<IdeaId, Promise<unknown>>();

/**
 * One request about a draft at a time, from this page and its other tabs: two saves that cross would each be compared
 * with the text before both, and written one beside the other.
 */
function inTurn<T>(idea: IdeaId, run: () => Promise<T>): Promise<T> {
  if ('locks' in navigator) return navigator.locks.request(`butinerie.draft.${idea}`, run);
  const turn = (turns.get(idea) ?? Promise.resolve()).then(run);
  turns.set(
    idea,
    turn.catch(() => undefined),
  );
  return turn;
}

/** Saves what is typed; what was typed meanwhile stays marked as not saved. */
export function sendDraft(draft: KeptDraft): Promise<Sent<KeptDraft>> {
  return inTurn(draft.idea, async () => {
    const kept = keptDraft(draft.person, draft.idea);
    // Saved, or published and forgotten, while this one waited for its turn.
    if (kept === null) return { ok: true, value: { ...draft, dirty: false } };
    return kept.dirty ? save(kept) : { ok: true, value: kept };
  });
}

async function save(draft: KeptDraft): Promise<Sent<KeptDraft>> {
  const { idea, challenge, title, text, parents, grownFrom, particulars, pseudonym = null } = draft;
  const result = await call(saveDraft, {
    params: { idea },
    body: {
      challenge,
      title,
      text,
      parents: [...parents],
      grownFrom,
      underPseudonym: pseudonym !== null,
      ...(particulars && { particulars }),
    },
  });
  if (!result.ok) return result;
  const now = keptDraft(draft.person, idea);
  const same =
    now === null ||
    (now.title === title &&
      now.text === text &&
      (now.pseudonym ?? null) === pseudonym &&
      JSON.stringify(now.particulars) === JSON.stringify(particulars));
  const saved = { ...(now ?? draft), savedAt: result.value.savedAt, dirty: !same };
  // Forgotten meanwhile, because it was published: it does not come back.
  if (now !== null) keepDraft(saved);
  if (draft.savedAt === null) refresh(listMine);
  return { ok: true, value: saved };
}

/** Publishes it as it stands on this device; kept and marked when there is no network. */
export function publishDraft(draft: KeptDraft): Promise<Sent<IdeaPage>> {
  keepDraft({ ...draft, publishing: true });
  return inTurn(draft.idea, () => publish(draft));
}

async function publish(draft: KeptDraft): Promise<Sent<IdeaPage>> {
  const kept = keptDraft(draft.person, draft.idea);
  const unsaved = kept !== null && (kept.dirty || kept.savedAt === null);
  const saved = unsaved ? await save(kept) : ({ ok: true } as const);
  const result = saved.ok ? await send(draft) : saved;
  if (result.ok) {
    const typed = keptDraft(draft.person, draft.idea);
    if (typed !== null && !sameWords(typed, kept ?? draft)) recover(typed, result.value.id);
    forgetDraft(draft.person, draft.idea);
    showPage(result.value);
    refresh(listIdeas, { params: { challenge: draft.challenge } });
    refresh(listMine);
    return result;
  }
  // A refusal needs the person; only a missing network does not.
  if (result.failure.code !== 'offline')
    keepDraft({ ...(keptDraft(draft.person, draft.idea) ?? draft), publishing: false });
  return result;
}

const sameWords = (a: KeptDraft, b: KeptDraft): boolean => a.title === b.title && a.text === b.text;

/** What no publication took along comes back on the idea's own page, to be copied or put at its end. */
function recover({ person, title, text }: KeptDraft, idea: IdeaId): void {
  keepRecovered(person, idea, { title, text, at: serverNow() });
}

/** Typed on in a draft that was published meanwhile, by another page or another device of the same person. */
async function recoverLeft(draft: KeptDraft): Promise<void> {
  const { idea, pseudonym = null } = draft;
  // As whom it was published was perhaps chosen elsewhere.
  const published = pseudonym === null ? null : await call(readIdea, { params: { idea: pseudonym } });
  recover(draft, published?.ok ? published.value.id : idea);
  forgetDraft(draft.person, idea);
}

/** Under the identifier that was chosen with the pseudonym: sent again it is the same idea. */
function send({ idea, pseudonym = null }: KeptDraft): Promise<Sent<IdeaPage>> {
  const params = { idea };
  return pseudonym === null
    ? call(publishIdea, { params })
    : call(publishUnderPseudonym, { params, body: { as: pseudonym } });
}

let underWay = false;
/** What waits on this device, of whoever is signed in by the server's word. */
async function sendWaiting(): Promise<void> {
  if (underWay) return;
  underWay = true;
  try {
    const session = await call(readSession);
    const person: PersonId | null = session.ok ? (session.value.me?.id ?? null) : null;
    if (person === null) return;
    for (const draft of keptDrafts(person)) {
      if (draft.publishing) await publishDraft(draft);
      else if (draft.dirty) {
        const sent = await sendDraft(draft);
        if (!sent.ok && sent.failure.code === 'idea-state') await recoverLeft(draft);
      }
    }
  } finally {
    underWay = false;
  }
}

/** Listens for the network's return, and looks once at the start: the page may have been closed meanwhile. */
export function sendWaitingDrafts(): () => void {
  const send = (): void => void sendWaiting();
  const stop = onReconnect(send);
  addEventListener('online', send);
  send();
  return () => {
    stop();
    removeEventListener('online', send);
  };
}
