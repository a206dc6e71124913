/**
 * Which database a test works on: the embedded one of its folder, or, when MONGODB_URI names a replica set, a database
 * there that belongs to that folder alone and goes away with it.
 */
import { createHash } from 'node:crypto';
import mongoose from 'mongoose';

const PARTS = /^(mongodb(?:\+srv)?:\/\/[^/?]+)(?:\/[^?]*)?(\?.*)?$/;

/** The same for the same folder, so that a server started again finds its data. */
export function testDatabaseUri(
  dataDir: string,
  given: string | undefined = process.env['MONGODB_URI'],
): string | undefined {
  if (given === undefined || given === '') return undefined;
  const [, server, options = ''] = PARTS.exec(given) ?? [];
  if (server === undefined) throw new Error('MONGODB_URI is no address of a MongoDB server');
  return `${server}/test_${createHash('sha256').update(dataDir).digest('hex').slice(0, 24)}${options}`;
}

export async function dropTestDatabase(dataDir: string): Promise<void> {
  const uri = testDatabaseUri(dataDir);
  if (uri === undefined) return;
  const client = await mongoose.mongo.MongoClient.connect(uri);
  await client.db().dropDatabase();
  await client.close();
}
