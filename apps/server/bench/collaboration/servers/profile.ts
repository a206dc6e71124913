/** Where the time of this process goes: V8's own sampling, and of it the functions that held the processor longest. */
import { Session, type Profiler } from 'node:inspector';

const MOST = 25;
const MOST_PACKAGES = 15;

export function startProfile(): () => Promise<string[]> {
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.setSamplingInterval', { interval: 500 });
  session.post('Profiler.start');
  return () =>
    new Promise((resolve, reject) => {
      session.post('Profiler.stop', (error, { profile }) => {
        session.disconnect();
        if (error === null) resolve(longest(profile));
        else reject(error);
      });
    });
}

function longest({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): string[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const callerOf = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])));
  const functions = new Map<string, number>();
  const packages = new Map<string, number>();
  let total = 0;
  for (const [at, id] of samples.entries()) {
    const stack = stackOf(id, byId, callerOf);
    const [frame] = stack;
    const micros = timeDeltas[at] ?? 0;
    // What the sampling itself takes to begin and to end is none of the server's.
    if (frame === undefined || frame.functionName === '(idle)') continue;
    if (stack.some(isOfSampling)) continue;
    total += micros;
    add(functions, nameOfFrame(frame), micros);
    add(packages, askedBy(stack), micros);
  }
  const told = (by: ReadonlyMap<string, number>, most: number): string[] =>
    [...by]
      .sort(([, a], [, b]) => b - a)
      .slice(0, most)
      .map(
        ([name, micros]) =>
          `${((100 * micros) / total).toFixed(1)} % ${(micros / 1_000).toFixed(0)} ms ${name}`,
      );
  return [...told(packages, MOST_PACKAGES), '', ...told(functions, MOST)];
}

const isOfSampling = ({ functionName, url }: Frame): boolean =>
  functionName === 'startProfile' || (functionName === 'dispatch' && url === 'node:inspector');

const add = (sums: Map<string, number>, name: string, micros: number): void =>
  void sums.set(name, (sums.get(name) ?? 0) + micros);

type Frame = Profiler.Profile['nodes'][number]['callFrame'];

/** What was running, then who called it, and so on. */
function stackOf(
  id: number,
  byId: ReadonlyMap<number, Profiler.Profile['nodes'][number]>,
  callerOf: ReadonlyMap<number, number>,
): Frame[] {
  const stack: Frame[] = [];
  for (let at: number | undefined = id; at !== undefined; at = callerOf.get(at)) {
    const frame = byId.get(at)?.callFrame;
    if (frame !== undefined) stack.push(frame);
  }
  return stack;
}

const WRITES: ReadonlySet<string> = new Set([
  'writeBuffer',
  'writev',
  'writeUtf8String',
  'writeLatin1String',
]);

/** The package, or the folder of ours, for which this time went; what the system and V8 do by themselves apart. */
function askedBy(stack: readonly Frame[]): string {
  const name = stack[0]?.functionName ?? '';
  if (WRITES.has(name)) return 'writes to sockets';
  if (name.startsWith('(')) return name;
  const asker = stack.find(({ url }) => url !== '' && !url.startsWith('node:'));
  if (asker === undefined) return 'node by itself';
  const [, ...inPackage] = asker.url.split('/node_modules/');
  const path = inPackage.at(-1)?.split('/');
  if (path === undefined) return asker.url.split('/').slice(-3, -1).join('/');
  return path.slice(0, path[0]?.startsWith('@') ? 2 : 1).join('/');
}

function nameOfFrame({ functionName, url, lineNumber }: Frame): string {
  // Of a package its name and what follows, of ours the last folders.
  const file = (url.split('/node_modules/').at(-1) ?? url)
    .split('/')
    .slice(url.includes('/node_modules/') ? 0 : -3)
    .join('/');
  return `${functionName || 'anonymous'} ${file === '' ? '' : `${file}:${lineNumber + 1}`}`.trimEnd();
}
