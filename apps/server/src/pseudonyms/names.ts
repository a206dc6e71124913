/** What one-time persons are called: plants that bees visit, none of which is anybody's first name. */
import { randomInt } from 'node:crypto';

const PLANTS = [
  'Acacia',
  'Aubépine',
  'Bleuet',
  'Bourrache',
  'Bruyère',
  'Châtaignier',
  'Colza',
  'Coquelicot',
  'Cornouiller',
  'Érable',
  'Lavandin',
  'Lierre',
  'Luzerne',
  'Mélilot',
  'Merisier',
  'Noisetier',
  'Origan',
  'Phacélie',
  'Pissenlit',
  'Prunellier',
  'Robinier',
  'Romarin',
  'Ronce',
  'Sainfoin',
  'Sarrasin',
  'Sarriette',
  'Saule',
  'Serpolet',
  'Thym',
  'Tilleul',
  'Tournesol',
  'Trèfle',
] as const;

/** One that nobody else has in the challenge, drawn by lot: an order would tell who came when. */
export function drawName(taken: readonly string[]): string {
  for (let round = 1; ; round += 1) {
    const named = PLANTS.map((plant) => `${plant}${round === 1 ? '' : ` ${round}`} (pseudonyme)`);
    const free = named.filter((name) => !taken.includes(name));
    const drawn = free.length === 0 ? undefined : free[randomInt(free.length)];
    if (drawn !== undefined) return drawn;
  }
}
