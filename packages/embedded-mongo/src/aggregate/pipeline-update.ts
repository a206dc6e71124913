/**
 * Answers for updates written as a pipeline: the stages that change one document.
 */
import { fail } from '../failure.ts';
import { isDoc } from '../bson/value.ts';
import type { Value } from '../bson/value.ts';
import { keepId } from '../update/keep-id.ts';
import type { Update } from '../update/keep-id.ts';
import { shapeStage } from './shape.ts';

const ALLOWED = new Set(['$set', '$addFields', '$unset', '$project', '$replaceRoot', '$replaceWith']);

export function compilePipelineUpdate(stages: Value[]): Update {
  const steps = stages.map((stage) => {
    const [[name, argument] = ['', null]] = isDoc(stage) ? stage : [];
    if (!ALLOWED.has(name)) return fail(72, `${name} is not allowed to be used within an update`);
    return { name, argument };
  });
  return (before, { now }) => {
    const run = steps.map((step) => shapeStage(step.name, step.argument, () => now));
    const after = run.reduce((document, step) => step?.(document) ?? document, before);
    const id = before.get('_id');
    // A pipeline that loses the identifier gets it back; one that changes it is refused.
    if (id !== undefined && !after.has('_id')) return new Map([['_id', id], ...after]);
    keepId(id, after);
    return after;
  };
}
