/**
 * What somebody writes in a living text that looks like personal data. There is no publishing to ask before: each stroke
 * is read by others, so it is named at the next pause. Only in the runs of text this page wrote in, and nothing that stood
 * there when it began; looked for in the page and sent nowhere.
 */
import { bodyOf, titleOf } from '@butinerie/collaboration/document';
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
  const own = new Set<Y.Text>();
  const follow = (event: Y.YEvent<Y.Text | Y.XmlFragment>): void => {
    if (event.target instanceof Y.Text) own.add(event.target);
    for (const { content } of event.changes.added) {
      if (!(content instanceof Y.ContentType)) continue;
      if (content.type instanceof Y.XmlText) own.add(content.type);
      else if (content.type instanceof Y.XmlElement) for (const run of runsIn(content.type)) own.add(run);
    }
  };
  const changed = (events: readonly Y.YEvent<Y.Text | Y.XmlFragment>[], { local }: Y.Transaction): void => {
    if (!local) return;
    events.forEach(follow);
    written();
  };
  const [body, title] = [bodyOf(doc), titleOf(doc)];
  const inBody: Parameters<typeof body.observeDeep>[0] = (events, transaction) =>
    changed(events as readonly Y.YEvent<Y.Text | Y.XmlFragment>[], transaction);
  const inTitle = (event: Y.YTextEvent, transaction: Y.Transaction): void => changed([event], transaction);
  body.observeDeep(inBody);
  title.observe(inTitle);
  return {
    find: () =>
      runsOf(doc)
        .filter((run) => own.has(run))
        .flatMap(passagesIn)
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
      body.unobserveDeep(inBody);
      title.unobserve(inTitle);
    },
  };
}
