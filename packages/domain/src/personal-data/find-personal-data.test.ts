import { expect, test } from 'vitest';
import { findPersonalData, maskPersonalData, type Masks } from './find-personal-data.ts';

const MASKS: Masks = {
  phone: '[téléphone]',
  mail: '[courriel]',
  nir: '[numéro de sécurité sociale]',
  iban: '[IBAN]',
  address: '[adresse]',
};
const kinds = (text: string): string[] => findPersonalData(text).map(({ kind }) => kind);
const passages = (text: string): string[] => findPersonalData(text).map(({ text: passage }) => passage);

test.each([
  ['06 12 34 56 78'],
  ['0612345678'],
  ['06.12.34.56.78'],
  ['01-34-25-30-30'],
  ['+33 6 12 34 56 78'],
  ['+33 (0)6 12 34 56 78'],
  ['0033612345678'],
  ['+262 6 92 12 34 56'],
  ['06\u00a012\u00a034\u00a056\u00a078'],
])('[PD1] a telephone number as the French write it: %s', (number) => {
  expect(passages(`Appelez le ${number}, le matin.`)).toEqual([number]);
});

test.each([
  ['nir', '1 84 12 76 451 089 46'],
  ['nir', '184127645108946'],
  ['nir', '2 69 05 2A 588 157 25'.replace('25', String(97 - Number(2690519588157n % 97n)).padStart(2, '0'))],
  ['iban', 'FR76 3000 6000 0112 3456 7890 189'],
  ['iban', 'FR7630006000011234567890189'],
  ['iban', 'DE89 3704 0044 0532 0130 00'],
  ['mail', 'zelie.exemple@example.org'],
  ['address', '12 rue des Lilas'],
  ['address', '12 bis, avenue Jean-Jaurès, 95000 Cergy'],
  ['address', '3 place de la République'],
  ['person', 'Mme Lefèvre'],
  ['person', 'M. DUPONT'],
  ['person', 'Mme X'],
  ['person', 'Monsieur Jean Petit'],
  ['person', 'Madame de Sévigné'],
  ['person', 'Mrs Smith'],
  ['person', 'M. J. Dupont'],
  ['person', 'Mme Anne Le Goff'],
  ['address', '4 rue de l’Hôtel-de-Ville'],
] as const)('[PD1] a passage that is somebody’s: %s, %s', (kind, passage) => {
  const [found, ...others] = findPersonalData(`Le dossier porte ${passage}, et attend.`);
  expect(found).toMatchObject({ kind, text: passage });
  expect(others).toEqual([]);
});

test.each([
  ['De 2015 à 2018, puis en 2026-10-12 et le 06/12/2034.'],
  ['Un budget de 45 000 €, soit 1 234 567 890 € en dix ans, 12,5 % de plus.'],
  ['Cela coûte 06 12 34 56 78 €.'],
  ['Mme la directrice générale et M. le préfet ont signé.'],
  ['Madame La Directrice, Monsieur le Maire.'],
  ['Il faut 3 M. Euros, ou 3 M. d’euros.'],
  ['Le standard répond au 0 800 12 34 56 et au 3939.'],
  ['Écrivez à contact@example.org ou à accueil.mdph@example.org.'],
  ['Trois réunions, 12 place de stationnement, 4 rue barrée.'],
  ['Le code-barres 3017620422003, le SIRET 222 001 111 00011.'],
  ['1 84 12 76 451 089 47 a une clé fausse, FR76 3000 6000 0112 3456 7890 188 aussi.'],
  ['Madame, Monsieur, bonjour. Les Mmes de la cantine.'],
  ['Version 1.2.3.4.5, article L. 131-3-1, salle B 204.'],
])('[PD2] nobody’s data: %s', (text) => {
  expect(kinds(text)).toEqual([]);
});

test('[PD3] passages are masked by what they are, and every other sign stays', () => {
  const text = 'Voir Mme X, 06 12 34 56 78 (zelie@example.org) — 12 rue des Lilas. Budget : 45 000 € 🐝';
  expect(maskPersonalData(text, findPersonalData(text), MASKS)).toBe(
    'Voir Mme …, [téléphone] ([courriel]) — [adresse]. Budget : 45 000 € 🐝',
  );
  // The point ends a sentence; who comes next is not her.
  expect(passages('Voir Mme X. Elle attend. Puis M. Y.')).toEqual(['Mme X', 'M. Y']);
  const [first] = findPersonalData(text);
  expect(maskPersonalData(text, first === undefined ? [] : [first], MASKS)).toBe(
    'Voir Mme …, 06 12 34 56 78 (zelie@example.org) — 12 rue des Lilas. Budget : 45 000 € 🐝',
  );
  expect(findPersonalData(maskPersonalData(text, findPersonalData(text), MASKS))).toEqual([]);
});

test('[S7] « Mme X, 06 12 34 56 78 » is two passages, each where it stands', () => {
  const text = 'Demander à Mme X, 06 12 34 56 78.';
  const found = findPersonalData(text);
  expect(found.map(({ text: passage }) => passage)).toEqual(['Mme X', '06 12 34 56 78']);
  expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(['Mme X', '06 12 34 56 78']);
});

test('[PD1] a long text without anything is read in the time of its length', () => {
  const dull = 'a.b-c+'.repeat(20_000);
  expect(kinds(dull)).toEqual([]);
  const hostile = [
    '1 '.repeat(20_000),
    'A'.repeat(40_000),
    ' '.repeat(40_000),
    'Mme . '.repeat(10_000),
    '1 rue '.repeat(8_000),
  ];
  for (const run of hostile) expect(kinds(`${run} à Mme X`)).toEqual(['person']);
});
