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
  const nameOf = new Map(nodes.map(({ id, callFrame }) => [id, nameOfFrame(callFrame)]));
  const spent = new Map<string, number>();
  let total = 0;
  for (const [at, id] of samples.entries()) {
    const name = nameOf.get(id) ?? '';
    const micros = timeDeltas[at] ?? 0;
    // What the sampling itself takes to begin and to end is none of the server's.
    if (name.startsWith('(idle)') || name === 'dispatch') continue;
    total += micros;
    spent.set(name, (spent.get(name) ?? 0) + micros);
  }
  const told = (by: ReadonlyMap<string, number>, most: number): string[] =>
    [...by]
      .sort(([, a], [, b]) => b - a)
      .slice(0, most)
      .map(
        ([name, micros]) =>
          `${((100 * micros) / total).toFixed(1)} % ${(micros / 1_000).toFixed(0)} ms ${name}`,
      );
  return [...told(byPackage(spent), MOST_PACKAGES), '', ...told(spent, MOST)];
}

/** The same by where the function comes from. */
function byPackage(spent: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const [name, micros] of spent) {
    const file = name.split(' ').at(-1) ?? '';
    const from = file.includes('/')
      ? (/^(?:node_modules\/)?([^/]+\/?[^/]*)/.exec(file)?.[1] ?? file)
      : 'V8 and the system';
    const of = file.startsWith('node:') ? 'node' : from;
    sums.set(of, (sums.get(of) ?? 0) + micros);
  }
  return sums;
}

function nameOfFrame({
  functionName,
  url,
  lineNumber,
}: Profiler.Profile['nodes'][number]['callFrame']): string {
  // Of a package its name and what follows, of ours the last folders.
  const file = (url.split('/node_modules/').at(-1) ?? url)
    .split('/')
    .slice(url.includes('/node_modules/') ? 0 : -3)
    .join('/');
  return `${functionName || 'anonymous'} ${file === '' ? '' : `${file}:${lineNumber + 1}`}`.trimEnd();
}
