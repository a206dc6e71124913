/**
 * What somebody writes in a living text that looks like personal data. There is no publishing to ask before: each stroke
 * is read by others, so it is named at the next pause. Only where a sign of it was written on this page, and nothing that
 * stood there when it began; looked for in the page and sent nowhere.
 */
import { bodyOf, titleOf, writersIn } from '@butinerie/collaboration/document';
import { findPersonalData, maskOf, type Masks, type PersonalData } from '@butinerie/domain';
import * as Y from 'yjs';

export interface WrittenPassage extends PersonalData {
  readonly run: Y.Text;
}

function runsIn(container: Y.XmlFragment): readonly Y.Text[] {
  return container.toArray().flatMap((node): readonly Y.Text[] => {
    if (node instanceof Y.XmlText) return [node];
    return node instanceof Y.XmlElement ? runsIn(node) : [];
  });
}
const runsOf = (doc: Y.Doc): readonly Y.Text[] => [titleOf(doc), ...runsIn(bodyOf(doc))];

/** Sign for sign, without what is bold or a link. */
const plain = (run: Y.Text): string =>
  (run.toDelta() as readonly { insert: unknown }[])
    .map(({ insert }) => (typeof insert === 'string' ? insert : '\uFFFC'))
    .join('');

const passagesIn = (run: Y.Text): readonly WrittenPassage[] =>
  findPersonalData(plain(run)).map((passage) => ({ ...passage, run }));

/** Whether one of these ids wrote a sign of it. */
function isWrittenBy(ids: ReadonlySet<number>, { run, start, end }: WrittenPassage): boolean {
  let at = 0;
  return writersIn(run).some(({ client, length }) => {
    const from = at;
    at += length;
    return ids.has(client) && from < end && at > start;
  });
}

export interface PersonalWords {
  /** As the text stands now. */
  readonly find: () => readonly WrittenPassage[];
  readonly mask: (passages: readonly WrittenPassage[], masks: Masks) => void;
  /** These words may stay, here and wherever else they stand. */
  readonly leave: (passages: readonly PersonalData[]) => void;
  readonly stop: () => void;
}

/** `written`: told of each change of this page. */
export function followPersonalWords(doc: Y.Doc, written: () => void): PersonalWords {
  const left = new Set(runsOf(doc).flatMap((run) => passagesIn(run).map(({ text }) => text)));
  /** The ids this page wrote under: it is given others when it comes back. */
  const own = new Set<number>();
  const changed = (_change: unknown, { local }: Y.Transaction): void => {
    if (!local) return;
    own.add(doc.clientID);
    written();
  };
  const [body, title] = [bodyOf(doc), titleOf(doc)];
  body.observeDeep(changed);
  title.observe(changed);
  return {
    find: () =>
      runsOf(doc)
        .flatMap(passagesIn)
        .filter((passage) => isWrittenBy(own, passage))
        .filter(({ text }) => !left.has(text)),
    mask(passages, masks) {
      doc.transact(() => {
        for (const run of new Set(passages.map((passage) => passage.run))) {
          const wanted = new Set(passages.filter((each) => each.run === run).map(({ text }) => text));
          // Looked for again: somebody may have written before it meanwhile.
          for (const passage of passagesIn(run).toReversed()) {
            if (!wanted.has(passage.text)) continue;
            // Put in before they go: it is bold, or a link, where they were.
            run.insert(passage.end, maskOf(passage, masks));
            run.delete(passage.start, passage.end - passage.start);
          }
        }
      });
    },
    leave: (passages) => passages.forEach(({ text }) => left.add(text)),
    stop() {
      body.unobserveDeep(changed);
      title.unobserve(changed);
    },
  };
}
