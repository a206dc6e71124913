/**
 * The Chromium of the npm package @sparticuz/chromium, unpacked once under node_modules/.cache with the libraries and
 * the fonts it brings, so that it starts where neither libnss3 nor any font is installed.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const script = fileURLToPath(new URL('unpack.mjs', import.meta.url));
const cache = fileURLToPath(new URL('../../../node_modules/.cache/', import.meta.url));
const home = join(cache, 'chromium-147');

/** Read by the package when it is imported: only then does it unpack its own libraries. */
const BRING_OWN_LIBRARIES = { AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' };

export async function unpackedChromium(): Promise<{ executablePath: string; env: Record<string, string> }> {
  if (!existsSync(home)) await unpack();
  const fonts = join(home, 'fonts.conf');
  await writeWhole(fonts, fontsConf());
  return {
    executablePath: join(home, 'chromium'),
    env: {
      LD_LIBRARY_PATH: [join(home, 'al2023/lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':'),
      FONTCONFIG_FILE: fonts,
    },
  };
}

/**
 * The package reuses whatever lies in the temporary directory, half-written files included, and edits its process's
 * environment when imported: so it unpacks in a process and a folder of its own, and the folder is renamed when whole.
 */
async function unpack(): Promise<void> {
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(join(cache, 'chromium-147-'));
  try {
    await promisify(execFile)(process.execPath, [script], {
      env: { ...process.env, ...BRING_OWN_LIBRARIES, TMPDIR: folder },
    });
    await rename(folder, home);
  } catch (reason) {
    await rm(folder, { recursive: true, force: true });
    // Another test process may have finished unpacking first; its copy is as good.
    if (!existsSync(home)) throw reason;
  }
}

/**
 * At each start, since it names absolute paths and a checkout can be moved; renamed when whole, since a browser of
 * another test process may be reading it.
 */
async function writeWhole(file: string, text: string): Promise<void> {
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, text);
  await rename(draft, file);
}

function fontsConf(): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(home, 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(home, 'fonts-cache')}</cachedir>
</fontconfig>
`;
}
