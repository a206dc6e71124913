/** The embedded database, safe against power losses as the product runs it, so that its part can be told apart. */
import { startEmbeddedMongo } from '@butinerie/embedded-mongo';
import { answer } from './usage.ts';

const { uri, stop } = await startEmbeddedMongo({ dataDir: process.env['DATA_DIR'] ?? '', sync: 'full' });
answer({ url: uri }, { stop });
