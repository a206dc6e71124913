/** Which of many texts may share a long run with another one: a first look, that the exact comparison then answers. */
import { gramsOf, type OtherText } from './shared-runs.ts';

export interface QuotationIndex {
  /** Those of the texts that hold a run of twelve words of this one, each once. */
  holding(text: string): ReadonlySet<string>;
}

/** `known`: what belongs to nobody, as for the exact comparison; many texts repeat it. */
export function indexQuotations(texts: readonly OtherText[], known: readonly string[] = []): QuotationIndex {
  const everybodys = new Set(known.flatMap((each) => gramsOf(each)));
  const holders = new Map<string, Set<string>>();
  for (const { of, text } of texts)
    for (const gram of gramsOf(text)) {
      if (everybodys.has(gram)) continue;
      const held = holders.get(gram);
      if (held === undefined) holders.set(gram, new Set([of]));
      else held.add(of);
    }
  return {
    holding(text) {
      const found = new Set<string>();
      for (const gram of gramsOf(text)) for (const of of holders.get(gram) ?? []) found.add(of);
      return found;
    },
  };
}
