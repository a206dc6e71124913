/** Run in a process of its own by unpacked-chromium.ts: unpacks the browser of the npm package into TMPDIR. */
import chromium from '@sparticuz/chromium';

await chromium.executablePath();
