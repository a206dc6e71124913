/** The process to be killed: the database and nothing else. */
import { startEmbeddedMongo } from '../../src/index.ts';

const [dataDir = '', sync] = process.argv.slice(2);
const { uri } = await startEmbeddedMongo({ dataDir, sync: sync === 'none' ? 'none' : 'full' });
process.stdout.write(`${uri}\n`);
