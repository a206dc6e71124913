/**
 * Answers for whether an operation failed in the way its test expects.
 */
import { MongoBulkWriteError, MongoClientBulkWriteError, MongoError, MongoServerError } from 'mongodb';
import { list, record, text } from './json.ts';
import { match, Mismatch, show } from './match.ts';
import type { Entities } from './match.ts';

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;

function check(holds: boolean, why: string, error: Error): void {
  if (!holds) throw new Mismatch(`${why}: ${error.name} ${show(codeOf(error))} ${error.message}`);
}

/** A whole client's bulk write says in its cause what one command's error says itself. */
function inner(error: Error): Error {
  return error instanceof MongoClientBulkWriteError && error.cause instanceof Error ? error.cause : error;
}

function checkClientSide(error: Error, wanted: unknown): void {
  // The driver turns some of its own refusals of a bulk write into a bulk write error.
  if (typeof wanted !== 'boolean' || error instanceof MongoBulkWriteError) return;
  check(error instanceof MongoServerError !== wanted, `isClientError should be ${wanted}`, error);
}

function checkLabels(error: Error, expected: Record<string, unknown>): void {
  const has = (label: unknown): boolean => error instanceof MongoError && error.hasErrorLabel(text(label));
  for (const label of list(expected['errorLabelsContain']))
    check(has(label), `label ${text(label)} is missing`, error);
  for (const label of list(expected['errorLabelsOmit']))
    check(!has(label), `label ${text(label)} is there`, error);
}

export function matchError(error: unknown, wanted: unknown, entities: Entities): void {
  if (!(error instanceof Error) || error instanceof Mismatch) throw error;
  const expected = record(wanted);
  check(error instanceof MongoError, 'no error of the driver', error);
  const cause = inner(error);
  checkClientSide(error, expected['isClientError']);
  const { errorContains, errorCode, errorCodeName } = expected;
  if (errorContains !== undefined)
    check(
      error.message.toLowerCase().includes(text(errorContains).toLowerCase()),
      `the message should contain "${text(errorContains)}"`,
      error,
    );
  if (errorCode !== undefined)
    check(codeOf(cause) === errorCode, `the code should be ${show(errorCode)}`, error);
  if (errorCodeName !== undefined)
    check(
      'codeName' in cause && cause.codeName === errorCodeName,
      `the code's name should be ${show(errorCodeName)}`,
      error,
    );
  checkLabels(cause, expected);
  const place = { entities, path: 'error', root: true };
  if (expected['expectResult'] !== undefined)
    match(expected['expectResult'], 'partialResult' in error ? error.partialResult : error, place);
  if (expected['errorResponse'] !== undefined) match(expected['errorResponse'], cause, place);
}
