/** Which of many texts may share a long run with another one: a first look, that the exact comparison then answers. */
import { gramsOf, type OtherText } from './shared-runs.ts';

export interface QuotationIndex {
  /** Those of the texts that hold a run of twelve words of this one, each once. */
  holding(text: string): ReadonlySet<string>;
}

export function indexQuotations(texts: readonly OtherText[]): QuotationIndex {
  const holders = new Map<string, Set<string>>();
  for (const { of, text } of texts)
    for (const gram of gramsOf(text)) {
      const known = holders.get(gram);
      if (known === undefined) holders.set(gram, new Set([of]));
      else known.add(of);
    }
  return {
    holding(text) {
      const found = new Set<string>();
      for (const gram of gramsOf(text)) for (const of of holders.get(gram) ?? []) found.add(of);
      return found;
    },
  };
}
