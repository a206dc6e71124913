/**
 * Finds a Chromium that starts on this machine and opens it: the one named by CHROMIUM_PATH, else the copy that npm
 * installed, else the system's. A machine with nothing but Node and npm can therefore run every browser test.
 */
import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';
import { unpackedChromium } from './unpacked-chromium.ts';

const SYSTEM_CHROMIUM = '/usr/bin/chromium';

/** Quiet, offline and repeatable; the sandbox needs rights that a container rarely grants. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

type Candidate = {
  readonly name: string;
  readonly locate: () => Promise<{ executablePath: string; env?: Record<string, string> }>;
};

function candidates(): Candidate[] {
  const named = process.env['CHROMIUM_PATH'];
  // A browser asked for by name is the only one tried: falling back would test another one in silence.
  if (named) return [{ name: 'CHROMIUM_PATH', locate: async () => ({ executablePath: named }) }];
  const system: Candidate = {
    name: SYSTEM_CHROMIUM,
    locate: async () => ({ executablePath: SYSTEM_CHROMIUM }),
  };
  const fromNpm: Candidate = { name: '@sparticuz/chromium', locate: unpackedChromium };
  return existsSync(SYSTEM_CHROMIUM) ? [fromNpm, system] : [fromNpm];
}

function environment(extra: Record<string, string> = {}): Record<string, string> {
  const own = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return { ...Object.fromEntries(own), ...extra };
}

/** Opens the first browser that starts; close it when done. Throws one sentence saying what to install. */
export async function openBrowser(): Promise<Browser> {
  const refusals: string[] = [];
  for (const { name, locate } of candidates()) {
    try {
      const { executablePath, env } = await locate();
      return await chromium.launch({ executablePath, args: FLAGS, env: environment(env) });
    } catch (reason) {
      refusals.push(`${name}: ${String(reason).split('\n')[0]}`);
    }
  }
  throw new Error(
    `No Chromium starts here: install one (Debian: apt-get install chromium) or name one in CHROMIUM_PATH. ` +
      `Tried ${refusals.join('; ')}.`,
  );
}
