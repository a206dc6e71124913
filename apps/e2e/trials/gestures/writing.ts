/** Gestures that write: an input method, words of one's own among the other's, and attempts to write the other's again. */
import { F, ONE, OWN, S, SWAPPED, TWO, UNTOUCHED, type Gesture } from './gesture.ts';

export const writing: readonly Gesture[] = [
  {
    kind: 'input method',
    name: 'one word composed inside the other’s sentence',
    act: async (she) => {
      await she.after('chaque nuit');
      await she.type(' ');
      await she.compose('d', 'dʼé', 'd’été');
    },
    leaves: [
      F('Trois cents écrans restent allumés chaque nuit'),
      S('d’été'),
      F('week-ends compris.'),
      F(TWO),
    ],
  },
  {
    kind: 'input method',
    name: 'a sentence composed word by word',
    act: async (she) => {
      await she.after('précises.');
      await she.press('Enter');
      for (const word of OWN.split(' ')) await she.compose(word.slice(0, 1), word.slice(0, 3), `${word} `);
    },
    leaves: [...UNTOUCHED, S(OWN)],
  },
  {
    kind: 'input method',
    name: 'a composition over a selected word of the other',
    act: async (she) => {
      await she.select('allumés');
      await she.compose('b', 'bri', 'brillants');
    },
    leaves: [F('Trois cents écrans restent'), S('brillants'), F('chaque nuit, week-ends compris.'), F(TWO)],
  },
  {
    kind: 'input method',
    name: 'a composition while the other writes in the same paragraph',
    act: async (she, first) => {
      await first.after('compris');
      await she.before('Trois');
      await Promise.all([she.compose('V', 'Voy', 'Voyez : '), first.type(' et ponts')]);
    },
    leaves: [
      S('Voyez'),
      F('Trois cents écrans restent allumés chaque nuit, week-ends compris et ponts.'),
      F(TWO),
    ],
  },
  {
    kind: 'input method',
    name: 'a word corrected by the keyboard of a phone',
    text: ['Trois cents ecrants restent allumés chaque nuit.'],
    act: async (she) => {
      await she.select('ecrants');
      await she.compose('écrans');
    },
    leaves: [F('Trois cents'), S('écrans'), F('restent allumés chaque nuit.')],
  },
  {
    kind: 'laundering',
    name: 'deleted, then typed again key by key',
    act: async (she) => {
      await she.select(ONE);
      await she.press('Delete');
      await she.type(ONE);
    },
    leaves: UNTOUCHED,
  },
  {
    kind: 'laundering',
    name: 'typed again beside it, then the first one deleted',
    act: async (she) => {
      await she.press('Control+End', 'Enter');
      await she.type(ONE);
      await she.selectFrom(ONE, ONE);
      await she.press('Delete');
    },
    leaves: SWAPPED,
  },
  {
    kind: 'laundering',
    name: 'everything deleted and pasted from another programme',
    act: async (she) => {
      await she.selectAll();
      await she.press('Delete');
      await she.pasteFrom({ text: `${ONE}\n\n${TWO}`, html: `<p>${ONE}</p><p>${TWO}</p>` });
    },
    leaves: UNTOUCHED,
  },
  {
    kind: 'laundering',
    name: 'pasted back in two pieces, words of one’s own before',
    act: async (she) => {
      await she.selectAll();
      await she.press('Delete');
      await she.type('Constat. ');
      await she.pasteFrom({ text: ONE });
      await she.press('Enter');
      await she.pasteFrom({ text: TWO });
    },
    leaves: [S('Constat'), ...UNTOUCHED],
  },
  {
    kind: 'laundering',
    name: 'deleted word by word, restored by undo',
    start: 'typed',
    act: async (she) => {
      await she.after('précises.');
      for (let times = 0; times < 4; times++) await she.press('Control+Backspace');
      await she.press(...Array.from({ length: 4 }, () => 'Control+z'));
    },
    leaves: [F('Voici.'), ...UNTOUCHED],
  },
  {
    kind: 'laundering',
    name: 'erased letter by letter, typed again without accents',
    act: async (she) => {
      await she.after('compris.');
      for (let times = 0; times < ONE.length; times++) await she.press('Backspace');
      await she.type('Trois cents ecrans restent allumes chaque nuit, week-ends compris.');
    },
    leaves: [F('Trois cents ecrans restent allumes chaque nuit, week-ends compris.'), F(TWO)],
  },
  {
    kind: 'laundering',
    name: 'the guest’s sentence typed again by whoever had the idea',
    start: 'guest',
    act: async (she) => {
      await she.select(TWO);
      await she.press('Delete');
      await she.type(TWO);
    },
    leaves: [S('Voici.'), ...UNTOUCHED],
  },
  {
    kind: 'laundering',
    name: 'a new paragraph of the other’s words before the deleted one',
    act: async (she) => {
      await she.before(ONE);
      await she.press('Enter', 'ArrowUp');
      await she.pasteFrom({ text: TWO });
      await she.press('Control+End', 'Shift+Home', 'Delete');
    },
    leaves: SWAPPED,
  },
  {
    kind: 'own words',
    name: 'a paragraph of one’s own below',
    act: async (she) => {
      await she.press('Control+End', 'Enter');
      await she.type(OWN);
    },
    leaves: [...UNTOUCHED, S(OWN)],
  },
  {
    kind: 'own words',
    name: 'a paragraph of one’s own pasted from another programme',
    act: async (she) => {
      await she.press('Control+End', 'Enter');
      await she.pasteFrom({ text: OWN, html: `<p><b>${OWN}</b></p>` });
    },
    leaves: [...UNTOUCHED, S(OWN)],
  },
  {
    kind: 'own words',
    name: 'three words replaced',
    act: async (she) => {
      await she.select('Trois cents écrans');
      await she.type('Tous nos téléviseurs');
    },
    leaves: [S('Tous nos téléviseurs'), F('restent allumés chaque nuit, week-ends compris.'), F(TWO)],
  },
  {
    kind: 'own words',
    name: 'half a sentence rewritten',
    act: async (she) => {
      await she.select('les éteindrait à dix-neuf heures précises');
      await she.type('couperait leur courant dès la fermeture du bâtiment');
    },
    leaves: [F(ONE), F('Une minuterie'), S('couperait leur courant dès la fermeture du bâtiment')],
  },
  {
    kind: 'own words',
    name: 'half a sentence replaced by a pasted one, some words in common',
    act: async (she) => {
      await she.select('restent allumés chaque nuit, week-ends compris');
      await she.pasteFrom({ text: 'ne dorment jamais : la nuit, le samedi, les week-ends de pont' });
    },
    leaves: [
      F('Trois cents écrans'),
      S('ne dorment jamais : la nuit, le samedi, les week-ends de pont'),
      F(TWO),
    ],
  },
  {
    kind: 'own words',
    name: 'a word put in another place and one of one’s own beside it',
    act: async (she) => {
      await she.cut('restent ');
      await she.before('allumés');
      await she.type('hélas ');
      await she.paste();
    },
    leaves: [
      F('Trois cents écrans'),
      S('hélas'),
      F('restent allumés chaque nuit, week-ends compris.'),
      F(TWO),
    ],
  },
  {
    kind: 'own words',
    name: 'a whole sentence rewritten over the deleted one',
    act: async (she) => {
      await she.select(ONE);
      await she.press('Delete');
      await she.type('Nos bureaux vides consomment autant que cinquante logements.');
    },
    leaves: [S('Nos bureaux vides consomment autant que cinquante logements.'), F(TWO)],
  },
  {
    kind: 'own words',
    name: 'the other’s word completed',
    text: ['Une minuterie sur chaque étag'],
    act: async (she) => {
      await she.press('Control+End');
      await she.type('ère du couloir');
    },
    leaves: [F('Une minuterie sur chaque étag'), S('ère du couloir')],
  },
  {
    kind: 'own words',
    name: 'both write at once in one paragraph',
    start: 'typed',
    act: async (she, first) => {
      await she.before('Trois');
      await first.after('compris');
      await Promise.all([she.type('Au collège Daubigny : '), first.type(', fériés aussi')]);
    },
    leaves: [
      F('Voici.'),
      S('Au collège Daubigny'),
      F('Trois cents écrans restent allumés chaque nuit, week-ends compris, fériés aussi.'),
      F(TWO),
    ],
  },
  {
    kind: 'own words',
    name: 'five common words said by both',
    act: async (she) => {
      await she.press('Control+End', 'Enter');
      await she.type('Les imprimantes, elles, restent allumés chaque nuit par oubli.');
    },
    leaves: [...UNTOUCHED, S('Les imprimantes, elles, restent allumés chaque nuit par oubli.')],
  },
  {
    kind: 'own words',
    name: 'one’s own words deleted and typed again',
    act: async (she) => {
      await she.press('Control+End');
      await she.type(` ${OWN}`);
      await she.select(OWN);
      await she.press('Delete');
      await she.type(OWN);
    },
    leaves: [...UNTOUCHED, S(OWN)],
  },
  {
    kind: 'own words',
    name: 'written where the other has just deleted her own',
    act: async (she, first) => {
      await first.select(TWO);
      await first.press('Delete');
      await she.press('Control+End');
      await she.type(OWN);
    },
    leaves: [F(ONE), S(OWN)],
  },
  {
    kind: 'own words',
    name: 'one’s own words moved by the other',
    act: async (she, first) => {
      await she.press('Control+End', 'Enter');
      await she.type(OWN);
      await first.cut(OWN);
      await first.before(ONE);
      await first.paste();
    },
    leaves: [S(OWN), ...UNTOUCHED],
  },
  {
    kind: 'own words',
    name: 'one’s own sentence made a list by the other',
    act: async (she, first) => {
      await she.press('Control+End', 'Enter');
      await she.type(OWN);
      await first.before(OWN);
      await first.tool('bullets');
    },
    leaves: [...UNTOUCHED, S(OWN)],
  },
  {
    kind: 'own words',
    name: 'single letters mended in the other’s words',
    text: ['Trois cent ecran reste allumé'],
    act: async (she) => {
      await she.after('cent');
      await she.type('s');
      await she.after('ecran');
      await she.type('s');
      await she.after('reste');
      await she.type('nt');
    },
    leaves: [F('Trois cent'), S('s'), F('ecran'), S('s'), F('reste'), S('nt'), F('allumé')],
  },
];
