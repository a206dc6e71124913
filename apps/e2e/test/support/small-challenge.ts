/** A small challenge with something in it: eight ideas, rebounds, a co-author. Long and short words on purpose. */
import {
  answerCoauthor,
  askToCoauthor,
  mintId,
  reboundOnIdea,
  supportIdea,
  takeRebound,
  type IdeaId,
} from '@butinerie/contracts';
import { publishedIdea, type Words } from './challenge.ts';
import type { Story } from './story.ts';

export const IDEAS: readonly Words[] = [
  {
    title: 'Éteindre les écrans la nuit',
    text: 'Trois cents écrans restent allumés chaque nuit, week-ends compris. Une minuterie par étage les éteint à 20 heures ; qui travaille tard les rallume d’un bouton.',
  },
  {
    title: 'Regrouper les visites à domicile par quartier et non plus par ordre d’arrivée des dossiers',
    text: 'Nous traversons le département deux fois par jour. Un tri par quartier, le lundi matin, suffirait.',
  },
  {
    title: 'Un stylo par table',
    text: 'Les réunions en perdent trente par mois.',
  },
  {
    title: 'Prêter les véhicules de service entre directions',
    text: 'Le parking du bâtiment C est plein de voitures qui ne roulent pas le mercredi. Les Sports en louent ce jour-là. Un tableau partagé, une clé au gardien.',
  },
  {
    title: 'Ne plus imprimer les courriels d’absence',
    text: 'Chaque demande de congé est imprimée, signée, numérisée, puis jetée.',
  },
  {
    title: 'Baisser le chauffage des salles que personne n’a réservées',
    text: 'Le planning existe. Les vannes aussi. Il manque un lien entre les deux.',
  },
  {
    title: 'Des réunions de quarante-cinq minutes',
    text: 'Une heure par défaut, c’est un quart d’heure par personne et par réunion pour attendre la fin.',
  },
  {
    title: 'Réparer plutôt que remplacer les fauteuils',
    text: 'L’atelier du lycée voisin répare. Cent vingt fauteuils partent chaque année à la benne pour une roulette.',
  },
];

const REBOUNDS = [
  'Aux Routes, une minuterie à 15 euros par étage a suffi.',
  'Attention à l’accueil : l’écran des horaires doit rester allumé.',
];

/** The first idea has rebounds, one of them taken, and a co-author. The challenge must be open. */
export async function fillChallenge(story: Story): Promise<readonly [IdeaId, ...IdeaId[]]> {
  const { author, colleague, pilot, challenge } = story;
  const writers = [author, colleague, pilot];
  const ideas: IdeaId[] = [];
  for (const [index, words] of IDEAS.entries())
    ideas.push(await publishedIdea(writers[index % writers.length] ?? author, challenge, words));
  const [first, ...rest] = ideas;
  if (first === undefined) throw new Error('there are ideas to publish');

  const rebounds = REBOUNDS.map((text) => ({ id: mintId('rebound'), text }));
  for (const body of rebounds) await colleague.expect(reboundOnIdea, { params: { idea: first }, body });
  await author.expect(takeRebound, { params: { rebound: rebounds[0]?.id ?? mintId('rebound') } });
  await pilot.expect(askToCoauthor, { params: { idea: first } });
  await author.expect(answerCoauthor, {
    params: { idea: first, person: pilot.id },
    body: { answer: 'accept' },
  });
  await colleague.expect(supportIdea, { params: { idea: first }, body: { supported: true } });
  return [first, ...rest];
}
