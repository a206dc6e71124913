/** The commands about what an idea changed, as somebody may send them at any moment: small figures, now and then impossible ones. */
import * as c from '@butinerie/contracts';
import type { ImpactEntryId, Measurement } from '@butinerie/contracts';
import type { Caller } from '../../src/caller.ts';
import type { Stage } from './credit-commands.ts';

type Command = (by: Caller, stage: Stage) => Promise<{ readonly ok: boolean }>;

/** Indicators sent so far, of any stage: most are of another idea than the one that is asked about. */
const sent: ImpactEntryId[] = [];
const id = () => c.mintId('impactEntry');
const indicator = (): ImpactEntryId => sent.at(-1) ?? id();
const about = (stage: Stage) => ({ idea: stage.pick(stage.ideas) });

export const measuring: Readonly<Record<string, Command>> = {
  async defineIndicator(by, stage) {
    const named = id();
    const body = {
      id: named,
      supersedes: null,
      definition: {
        role: stage.pick(['main', 'guardrail'] as const),
        name: 'Délai',
        kind: 'time' as const,
        unit: 'jour',
        direction: 'decrease' as const,
        form: 'count' as const,
        formula: 'jours par dossier',
        scope: 'tous les dossiers',
        concerned: stage.pick([4, 40]),
        target: null,
        plan: 'before_after' as const,
        elsewhere: '',
        measuredBy: '',
        stopsIf: '',
      },
    };
    const said = await by.call(c.defineIndicator, { params: about(stage), body });
    if (said.ok) sent.push(named);
    return said;
  },
  recordMeasurement(by, stage) {
    const measurement: Measurement = {
      moment: stage.pick(['before', 'after']),
      place: 'here',
      figure: { form: 'count', count: 12, exposure: stage.pick([0, 8]) },
      from: '2024-01-01',
      to: '2024-02-25',
      source: { label: 'registre', url: null, owner: '' },
      method: 'count',
      collectedOn: '2024-03-01',
      sameAsBaseline: true,
      asked: null,
      note: '',
    };
    const body = { id: id(), indicator: indicator(), measurement };
    return by.call(c.recordMeasurement, { params: about(stage), body });
  },
  recordCost(by, stage) {
    const cost = { oneOff: 100, yearly: 0, agentHours: 2, amortisedOver: 3 };
    return by.call(c.recordCost, { params: about(stage), body: { id: id(), cost } });
  },
  recordGain(by, stage) {
    const gain = { kind: 'time' as const, indicator: indicator(), hours: 3, rate: 20, rateSource: 'grille' };
    return by.call(c.recordGain, { params: about(stage), body: { id: id(), gain } });
  },
  lowerEvidence(by, stage) {
    const body = { id: id(), indicator: indicator(), to: 0 as const, reason: 'source perdue' };
    return by.call(c.lowerEvidence, { params: about(stage), body });
  },
  validateIndicator(by, stage) {
    const body = { id: id(), indicator: indicator(), note: '' };
    return by.call(c.validateIndicator, { params: about(stage), body });
  },
  leaveUnmeasured: (by, stage) =>
    by.call(c.leaveUnmeasured, { params: about(stage), body: { id: id(), reason: 'trop tôt' } }),
  concludeMeasure: (by, stage) =>
    by.call(c.concludeMeasure, { params: about(stage), body: { id: id(), unknown: 'si cela tient' } }),
};
