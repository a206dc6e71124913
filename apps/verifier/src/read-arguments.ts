/** What was asked on the command line. A wrong line is a value that says what is wrong. */
import { parseArgs } from 'node:util';

export type Language = 'fr' | 'en';

export interface Asked {
  readonly receipt: string;
  readonly checkpoint: string | undefined;
  readonly proof: string | undefined;
  readonly keys: readonly string[];
  readonly keyFiles: readonly string[];
}

const options = {
  checkpoint: { type: 'string' },
  proof: { type: 'string' },
  key: { type: 'string', multiple: true },
  keys: { type: 'string', multiple: true },
  lang: { type: 'string' },
  help: { type: 'boolean' },
} as const;

/** Told before anything else is: a mistake is said in the reader's language too. */
export function languageOf(args: readonly string[], locale: string): Language {
  const asked = args[args.indexOf('--lang') + 1];
  if (args.includes('--lang') && (asked === 'fr' || asked === 'en')) return asked;
  return locale.toLowerCase().startsWith('en') ? 'en' : 'fr';
}

export function readArguments(args: readonly string[]): Asked | null {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [receipt, ...more] = positionals;
    const known = values.lang === undefined || values.lang === 'fr' || values.lang === 'en';
    if (receipt === undefined || more.length > 0 || values.help === true || !known) return null;
    const { checkpoint, proof, key = [], keys = [] } = values;
    return { receipt, checkpoint, proof, keys: key, keyFiles: keys };
  } catch {
    // An option that does not exist, or one without its value.
    return null;
  }
}
