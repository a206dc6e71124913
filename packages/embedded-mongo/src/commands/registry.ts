/**
 * Answers for which commands there are: one line per family.
 */
import type { Command } from '../server/context.ts';
import { AGGREGATE_COMMANDS } from './aggregate.ts';
import { COLLECTION_COMMANDS } from './collections.ts';
import { EXPLAIN_COMMANDS } from './explain.ts';
import { FIND_AND_MODIFY_COMMANDS } from './find-and-modify.ts';
import { FIND_COMMANDS } from './find.ts';
import { INDEX_COMMANDS } from './indexes.ts';
import { SERVER_COMMANDS } from './server.ts';
import { TRANSACTION_COMMANDS } from './transactions.ts';
import { WRITE_COMMANDS } from './write.ts';

export const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ...SERVER_COMMANDS,
  ...FIND_COMMANDS,
  ...WRITE_COMMANDS,
  ...FIND_AND_MODIFY_COMMANDS,
  ...AGGREGATE_COMMANDS,
  ...INDEX_COMMANDS,
  ...COLLECTION_COMMANDS,
  ...TRANSACTION_COMMANDS,
  ...EXPLAIN_COMMANDS,
]);
