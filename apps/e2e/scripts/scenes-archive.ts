/** The end of a challenge: its review, what it gave in words, and its pages once it is put away. */
import {
  archiveChallenge,
  declineAdoption,
  listDirectorates,
  readChallenge,
  type IdeaId,
} from '@butinerie/contracts';
import type { Story } from '../test/support/story.ts';
import type { Scene } from './scenes.ts';

/** In steps that are shorter than a session: nobody has to enter again. */
const LATER = ['2026-11-10', '2026-12-01', '2026-12-21', '2027-01-15', '2027-02-08', '2027-03-04'];

const GAVE =
  'Trois idées retenues, une menée au bout : les écrans du bâtiment C s’éteignent à 20 heures.\n\nCe que nous retenons pour la prochaine fois : une directrice qui répond en dix jours vaut mieux qu’une affiche de plus.';
const WHY = 'Le relevé des compteurs de l’an dernier n’existe pas pour ce bâtiment.';

export async function* archive(story: Story, waiting: readonly IdeaId[]): AsyncGenerator<Scene> {
  const { instance, author, moderator, director, challenge } = story;
  const params = { challenge };
  const { directorates } = await director.expect(listDirectorates);
  const own = directorates.find(({ name }) => name === 'Direction des Bâtiments');
  if (own === undefined) throw new Error('the directorate is not known');
  for (const idea of waiting)
    await director.expect(declineAdoption, {
      params: { idea },
      body: {
        directorate: own.id,
        reason:
          'Le marché de nettoyage se termine dans deux ans : d’ici là nous ne pouvons rien y changer sans tout relancer.',
      },
    });
  for (const day of LATER) {
    instance.clock.set(new Date(`${day}T09:00:00Z`));
    for (const person of [author, moderator, director]) await person.expect(readChallenge, { params });
  }
  yield { name: '75-review', who: author, path: `/defis/${challenge}` };
  yield { name: '76-archiving', who: moderator, path: `/defis/${challenge}/cours`, dark: true };
  const { version, unmeasured } = await moderator.expect(readChallenge, { params });
  await moderator.expect(archiveChallenge, {
    params,
    body: { story: GAVE, unmeasured: unmeasured.map(({ idea }) => ({ idea, reason: WHY })), version },
  });
  yield { name: '77-archived', who: author, path: `/defis/${challenge}`, dark: true };
  yield { name: '78-archived-settled', who: moderator, path: `/preparer/${challenge}` };
  yield { name: '79-archived-notices', who: author, path: '/avis' };
}
