/**
 * Two people who begin to write in the same empty paragraph make two texts that lie side by side. The editor knows one
 * text there; so whoever wrote the right one puts its words into the left one, herself and under her name.
 */
import * as Y from 'yjs';

const GATHERED = 'butinerie:gathered';

export function gatherOwnWords({ doc }: Y.XmlFragment, { changed }: Y.Transaction): void {
  if (doc === null) return;
  const mine = (text: Y.XmlText): boolean => text._item?.id.client === doc.clientID;
  for (const type of changed.keys()) {
    if (!(type instanceof Y.XmlElement)) continue;
    const right = type
      .toArray()
      .findIndex((child, at, all) => isText(child) && at > 0 && isText(all[at - 1]) && mine(child));
    const [left, own] = [type.get(right - 1), type.get(right)];
    if (right < 1 || !isText(left) || !isText(own)) continue;
    doc.transact(() => {
      left.applyDelta([{ retain: left.length }, ...(own.toDelta() as unknown[])]);
      type.delete(right, 1);
    }, GATHERED);
  }
}

const isText = (child: unknown): child is Y.XmlText => child instanceof Y.XmlText;
