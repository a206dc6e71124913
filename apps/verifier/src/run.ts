/** From arguments and files to lines and an exit code. No network: there is none to ask. */
import {
  judgeReceipt,
  sayCheck,
  sayKeyChange,
  wholeFile,
  type Brought,
  type Judgement,
  type ReceiptVerdict,
  type Standing,
} from '@butinerie/attribution';
import { languageOf, readArguments, type Asked } from './read-arguments.ts';
import { words } from './words.ts';

interface World {
  /** Throws when there is no such file. */
  readonly read: (file: string) => string;
  readonly locale: string;
}
interface Ran {
  readonly code: 0 | 1 | 2;
  readonly lines: readonly string[];
}
type Say = (typeof words)['fr'];

const CODES: Readonly<Record<Standing, Ran['code']>> = {
  holds: 0,
  fails: 1,
  'own-key': 2,
  'not-compared': 2,
};

export function run(args: readonly string[], world: World): Ran {
  const say = words[languageOf(args, world.locale)];
  const asked = readArguments(args);
  if (asked === null) return { code: 2, lines: [say.usage] };
  const files = readFiles(asked, world);
  if ('unreadable' in files) return { code: 2, lines: [say.unreadable(files.unreadable)] };
  const { receipt, checkpoint, proof, keyFiles } = files;
  const hashes = proof === undefined ? undefined : hashesIn(proof);
  if (hashes === null) return { code: 2, lines: [say.unreadProof(asked.proof ?? '')] };
  const brought: Brought = {
    vkeys: [...asked.keys, ...keyFiles.flatMap(keysIn)],
    ...(checkpoint === undefined ? {} : { checkpoint }),
    ...(hashes === undefined ? {} : { hashes }),
  };
  const judged = judgeReceipt(receipt, brought);
  return { code: CODES[judged.standing], lines: tell(judged, say) };
}

interface Files {
  readonly receipt: string;
  readonly checkpoint: string | undefined;
  readonly proof: string | undefined;
  readonly keyFiles: readonly string[];
}

function readFiles(asked: Asked, { read }: World): Files | { readonly unreadable: string } {
  let file = '';
  const open = (name: string): string => read((file = name));
  try {
    return {
      receipt: open(asked.receipt),
      checkpoint: asked.checkpoint === undefined ? undefined : open(asked.checkpoint),
      proof: asked.proof === undefined ? undefined : open(asked.proof),
      keyFiles: asked.keyFiles.map(open),
    };
  } catch {
    return { unreadable: file };
  }
}

const keysIn = (file: string): string[] =>
  wholeFile(file)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** The server's answer as it is, or one hash a line; null when it is neither. */
function hashesIn(file: string): readonly string[] | null {
  const text = wholeFile(file);
  if (!text.startsWith('{')) return keysIn(text);
  try {
    const hashes: unknown = Reflect.get(JSON.parse(text) as object, 'hashes');
    return Array.isArray(hashes) && hashes.every((hash) => typeof hash === 'string') ? hashes : null;
  } catch {
    return null;
  }
}

function tell({ standing, verdict, namedKey, changes }: Judgement, say: Say): string[] {
  return [
    say.standing[standing],
    ...factsOf(verdict, say),
    ...changes.map((change) => sayKeyChange(change, say.keys, say.day)),
    '',
    ...verdict.checks.map((check) => {
      const { what, why } = sayCheck(check, say.checks);
      return `  ${say.marks[check.outcome].padEnd(8)} ${what} ${why}`.trimEnd();
    }),
    ...(standing === 'fails' ? [] : proved(namedKey, say)),
  ];
}

/** Of what holds, in whole or in part: what is left to compare, and what it never proves. */
const proved = (namedKey: string | null, say: Say): string[] => [
  '',
  ...(namedKey === null ? [] : [say.namedKey(namedKey), '']),
  say.limits,
  ...say.receipt.limits.map((limit) => `  ${limit}`),
  `  ${say.receipt.noRight}`,
];

function factsOf(verdict: ReceiptVerdict, say: Say): string[] {
  if (!verdict.valid) return [];
  const { facts, checks } = verdict;
  const compared = checks.some(({ name, outcome }) => name === 'extension' && outcome === 'passed');
  const kinds: Readonly<Record<string, string | undefined>> = say.receipt.kinds;
  return [say.registered(facts, compared), say.act(kinds[facts.kind] ?? say.otherAct)];
}
