/** What there is to photograph between adoption and effects: the ninety days, who acts next, what was measured. */
import {
  confirmDelivered,
  defineIndicator,
  mintId,
  proposeDelivered,
  recordMeasurement,
  startDelivery,
  type IdeaId,
  type Measurement,
} from '@butinerie/contracts';
import type { Story } from '../test/support/story.ts';
import type { Scene } from './scenes.ts';

const DAY_MS = 86_400_000;

export async function* delivery(
  { author, colleague, pilot, director, instance, challenge }: Story,
  idea: IdeaId,
): AsyncGenerator<Scene> {
  const params = { idea };
  yield { name: '75-delivery-to-start', who: pilot, path: `/idees/${idea}` };
  yield { name: '75-effects-to-define', who: pilot, path: `/idees/${idea}/effets` };
  const indicator = mintId('impactEntry');
  await pilot.expect(defineIndicator, {
    params,
    body: {
      id: indicator,
      supersedes: null,
      definition: {
        role: 'main',
        name: 'Consommation d’un étage, la nuit',
        kind: 'environment',
        unit: 'kWh',
        direction: 'decrease',
        form: 'mean',
        formula: 'kilowattheures entre 20 h et 6 h, par étage et par nuit',
        scope: 'les trois étages équipés',
        concerned: 120,
        target: null,
        plan: 'before_after',
        elsewhere: '',
        measuredBy: 'Le service des bâtiments',
        stopsIf: '',
      },
    },
  });
  const measure = (moment: Measurement['moment'], mean: number): Promise<unknown> =>
    pilot.expect(recordMeasurement, {
      params,
      body: { id: mintId('impactEntry'), indicator, measurement: of(moment, mean, instance.clock.now()) },
    });
  await measure('before', 12);
  await pilot.expect(startDelivery, { params, body: { unmeasured: false } });
  yield { name: '76-delivery-under-way', who: pilot, path: `/idees/${idea}` };
  yield { name: '76-desk', who: director, path: '/adopter' };
  // Later it would be late, and the challenge in its review.
  instance.clock.advance(10 * DAY_MS);
  await pilot.expect(proposeDelivered, {
    params,
    body: { note: 'Trois étages équipés, les compteurs sont relevés chaque semaine.', link: null },
  });
  yield { name: '77-delivery-to-confirm', who: author, path: `/idees/${idea}` };
  await author.expect(confirmDelivered, { params, body: { confirmed: true, reason: '' } });
  await measure('after', 6);
  yield { name: '78-delivered', who: colleague, path: `/idees/${idea}` };
  yield { name: '78-effects', who: colleague, path: `/idees/${idea}/effets`, dark: true };
  yield { name: '79-effects-of-challenge', who: colleague, path: `/defis/${challenge}/effets` };
}

/** The seven days that ended two days before. */
function of(moment: Measurement['moment'], mean: number, now: Date): Measurement {
  const day = (ago: number): string => new Date(now.getTime() - ago * DAY_MS).toISOString().slice(0, 10);
  return {
    moment,
    place: 'here',
    figure: { form: 'mean', mean, sd: 4, n: 40 },
    from: day(8),
    to: day(2),
    source: { label: 'relevé des compteurs', url: null, owner: 'Service des bâtiments' },
    method: 'extract',
    collectedOn: day(1),
    sameAsBaseline: true,
    asked: null,
    note: '',
  };
}
