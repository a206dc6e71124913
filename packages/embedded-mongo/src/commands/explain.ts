/**
 * Answers for explain: which plan a find, count, update, delete or distinct would take, and what it cost.
 */
import type { Doc, Maybe } from '../bson/value.ts';
import { doc, int, isDoc } from '../bson/value.ts';
import { fail } from '../failure.ts';
import { collateOf } from '../query/collation.ts';
import type { Plan } from '../query/plan.ts';
import type { Selection, Tally } from '../query/select.ts';
import { select } from '../query/select.ts';
import { parseSort } from '../query/sort.ts';
import type { Command, Context } from '../server/context.ts';
import { reading } from '../server/context.ts';
import { toNumber } from '../bson/numbers.ts';
import { isNumber } from '../bson/value.ts';

function stageOf(plan: Plan): Doc {
  if (plan.kind === 'collection')
    return doc({ stage: 'COLLSCAN', direction: plan.reverse ? 'backward' : 'forward' });
  if (plan.kind === 'union')
    return doc({ stage: 'SUBPLAN', inputStage: doc({ stage: 'OR', inputStages: plan.plans.map(stageOf) }) });
  const { index, multikey, ranges } = plan;
  const scan = doc({
    stage: 'IXSCAN',
    keyPattern: index.spec.get('key'),
    indexName: index.name,
    isMultiKey: multikey,
    isUnique: index.unique,
    isSparse: index.sparse,
    isPartial: index.partial !== undefined,
    direction: ranges[0]?.reverse ? 'backward' : 'forward',
  });
  return doc({ stage: 'FETCH', inputStage: scan });
}

function explained(
  plan: Plan,
  selection: Selection,
  run: { tally: Tally; returned: number; namespace: string },
): Doc {
  const found = stageOf(plan);
  const sorted = selection.sort.length > 0 && !plan.sorted;
  const winningPlan = sorted ? doc({ stage: 'SORT', inputStage: found }) : found;
  const executionStats = doc({
    executionSuccess: true,
    nReturned: int(run.returned),
    executionTimeMillis: int(0),
    totalKeysExamined: int(run.tally.keys),
    totalDocsExamined: int(run.tally.documents),
  });
  const { namespace } = run;
  return doc({
    explainVersion: '1',
    queryPlanner: doc({ namespace, winningPlan, rejectedPlans: [] }),
    executionStats,
  });
}

function number(value: Maybe): number {
  return isNumber(value) ? Math.abs(toNumber(value)) : 0;
}

/** The selection inside a command, whatever that command calls its filter. */
function inner(command: Doc): Selection {
  const [name = ''] = command.keys();
  const list = command.get('updates') ?? command.get('deletes');
  const [statement] = Array.isArray(list) ? list : [];
  const from = isDoc(statement) ? statement : command;
  const filter = from.get('q') ?? from.get('filter') ?? from.get('query');
  if (!['find', 'count', 'distinct', 'update', 'delete', 'findAndModify'].includes(name))
    fail(115, `explain of '${name}' is not supported by this server`);
  return {
    filter: isDoc(filter) ? filter : new Map(),
    sort: parseSort(from.get('sort')),
    collate: collateOf(from.get('collation')),
    skip: number(from.get('skip')),
    limit: number(from.get('limit')),
    hint: from.get('hint'),
  };
}

function explain(context: Context): Doc {
  const command = context.body.get('explain');
  if (!isDoc(command)) return fail(9, 'explain needs a command');
  const [[, name] = ['', null]] = command;
  const selection = inner(command);
  const namespace = `${context.database}.${typeof name === 'string' ? name : fail(73, 'collection name has invalid type')}`;
  return reading(context, (access) => {
    const collection = access.collection(namespace);
    if (!collection)
      return doc({
        explainVersion: '1',
        queryPlanner: doc({ namespace, winningPlan: doc({ stage: 'EOF' }), rejectedPlans: [] }),
      });
    const { hits, plan, tally } = select(access.view, collection, selection);
    let returned = 0;
    for (const _ of hits) returned += 1;
    return explained(plan, selection, { tally, returned, namespace });
  });
}

export const EXPLAIN_COMMANDS: [string, Command][] = [['explain', { run: explain, fields: ['verbosity'] }]];
