/**
 * Collections to which rows are only added. The stores have no function that changes one; this stops a developer who
 * reaches for the model, and tells `privileges.ts` what the database's role may allow: that is what stops a stolen
 * application.
 */
import type { Schema } from 'mongoose';

const changes = [
  'updateOne',
  'updateMany',
  'replaceOne',
  'findOneAndUpdate',
  'findOneAndReplace',
  'findOneAndDelete',
  'deleteOne',
  'deleteMany',
] as const;

const guarded = new WeakSet<object>();

export function appendOnly<Row>(schema: Schema<Row>): Schema<Row> {
  const refuse = (): never => {
    throw new Error('rows of the ledger are only added');
  };
  for (const change of changes) schema.pre(change, refuse);
  guarded.add(schema);
  return schema;
}

export function isAppendOnly(schema: object): boolean {
  return guarded.has(schema);
}
