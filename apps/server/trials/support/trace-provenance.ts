/**
 * The product's own provenance against the truth of a trace: the share of typed characters credited to somebody else
 * than who typed them. A character is typed when its edit brought at most two units; longer ones were pasted, and a
 * pasted phrase may rightly belong to who wrote it first.
 */
import { bodyOf, newDocument } from '@butinerie/collaboration/document';
import { provenanceOf, type LogRow } from '@butinerie/collaboration/server';
import * as Y from 'yjs';

const TYPED = 2;

export interface ComparedProvenance {
  readonly provenanceWrongShare: number;
  readonly secondsPer10kUpdates: number;
  readonly typed: number;
  readonly pastedElsewhere: number;
}

/** `truth` names the person who brought each unit of the final text. */
export function compareProvenance(
  rows: readonly LogRow[],
  truth: readonly (string | null)[],
): ComparedProvenance {
  const startedAt = performance.now();
  const { text } = provenanceOf(rows);
  const seconds = (performance.now() - startedAt) / 1_000;
  const units = text.flatMap(({ text: words, person }) => words.split('').map(() => person));
  const strokes = strokesOf(rows);
  if (units.length !== truth.length || strokes.length !== truth.length)
    throw new Error(`the text has ${units.length} units, the trace ${truth.length}`);
  let typed = 0;
  let wrong = 0;
  let pastedElsewhere = 0;
  for (const [at, person] of truth.entries()) {
    const same = units[at] === person;
    if ((strokes[at] ?? 0) > TYPED) pastedElsewhere += same ? 0 : 1;
    else {
      typed += 1;
      wrong += same ? 0 : 1;
    }
  }
  return {
    provenanceWrongShare: Number((wrong / typed).toFixed(5)),
    secondsPer10kUpdates: Number(((seconds / rows.length) * 10_000).toFixed(2)),
    typed,
    pastedElsewhere,
  };
}

/** For each unit of the final text, how many units its edit brought. */
function strokesOf(rows: readonly LogRow[]): number[] {
  const doc = newDocument();
  const lengths = new Map<string, number>();
  for (const { bytes } of rows) {
    Y.applyUpdate(doc, bytes);
    for (const struct of Y.decodeUpdate(bytes).structs)
      for (let unit = 0; unit < struct.length; unit++)
        lengths.set(`${struct.id.client} ${struct.id.clock + unit}`, struct.length);
  }
  const block = bodyOf(doc).get(0);
  const text = block instanceof Y.XmlElement ? block.get(0) : undefined;
  if (!(text instanceof Y.XmlText)) throw new Error('the trace has no line');
  const strokes: number[] = [];
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
    for (let unit = 0; unit < item.length; unit++)
      strokes.push(lengths.get(`${item.id.client} ${item.id.clock + unit}`) ?? 0);
  }
  return strokes;
}
