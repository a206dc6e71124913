/** Gestures that carry words elsewhere, or take them away and bring them back: drag, cut and paste, undo and redo. */
import { F, ONE, OWN, S, SWAPPED, TWO, UNTOUCHED, type Gesture } from './gesture.ts';

export const carrying: readonly Gesture[] = [
  {
    kind: 'drag',
    name: 'a sentence dragged to the end of another',
    act: (she) => she.drag('chaque nuit', 'after', 'précises'),
    leaves: [F('Trois cents écrans restent allumés'), F('week-ends compris'), F(TWO), F('chaque nuit')],
  },
  {
    kind: 'drag',
    name: 'one word dragged to the front',
    act: (she) => she.drag('restent ', 'before', 'Trois'),
    leaves: [F('restent Trois cents écrans allumés chaque nuit, week-ends compris.'), F(TWO)],
  },
  {
    kind: 'drag',
    name: 'a sentence dragged up, into the middle of the other',
    start: 'typed',
    act: (she) => she.drag(TWO, 'before', 'chaque'),
    leaves: [
      F('Voici.'),
      F('Trois cents écrans restent allumés'),
      F(TWO),
      F('chaque nuit, week-ends compris.'),
    ],
  },
  {
    kind: 'drag',
    name: 'words dragged beside one’s own',
    act: async (she) => {
      await she.after('précises.');
      await she.press('Enter');
      await she.type(OWN);
      await she.drag('week-ends compris', 'after', 'deuxième étage');
    },
    leaves: [
      F('Trois cents écrans restent allumés chaque nuit,'),
      F(TWO),
      S('Prévoir aussi les imprimantes du deuxième étage'),
      F('week-ends compris'),
    ],
  },
  {
    kind: 'drag',
    name: 'a short sentence turned round',
    text: ['Le soir, éteignons tout.'],
    act: (she) => she.drag('tout', 'before', 'Le soir'),
    leaves: [F('toutLe soir, éteignons.')],
  },
  {
    kind: 'drag',
    name: 'dragged, undone',
    act: async (she) => {
      await she.drag('chaque nuit', 'before', 'Une minuterie');
      await she.tool('undo');
    },
    leaves: UNTOUCHED,
  },
  {
    kind: 'cut-paste',
    name: 'a sentence cut and pasted at the end',
    act: async (she) => {
      await she.cut(ONE);
      await she.press('Control+End', 'Enter');
      await she.paste();
    },
    leaves: SWAPPED,
  },
  {
    kind: 'cut-paste',
    name: 'one word cut and pasted',
    act: async (she) => {
      await she.cut('allumés ');
      await she.before('week-ends');
      await she.paste();
    },
    leaves: [F('Trois cents écrans restent chaque nuit, allumés week-ends compris.'), F(TWO)],
  },
  {
    kind: 'cut-paste',
    name: 'everything cut and pasted',
    act: async (she) => {
      await she.selectAll();
      await she.press('Control+x');
      await she.paste();
    },
    leaves: UNTOUCHED,
  },
  {
    kind: 'cut-paste',
    name: 'pasted without its form',
    act: async (she) => {
      await she.select(TWO);
      await she.tool('bold');
      await she.cut(TWO);
      await she.before(ONE);
      await she.press('Control+Shift+v');
    },
    leaves: SWAPPED,
  },
  {
    kind: 'cut-paste',
    name: 'copied: both stay the first writer’s',
    act: async (she) => {
      await she.copy(ONE);
      await she.press('Control+End', 'Enter');
      await she.paste();
    },
    leaves: [...UNTOUCHED, F(ONE)],
  },
  {
    kind: 'cut-paste',
    name: 'across the border of two paragraphs',
    act: async (she) => {
      await she.selectFrom('week-ends', 'minuterie');
      await she.press('Control+x', 'Control+End');
      await she.paste();
    },
    leaves: [
      F('Trois cents écrans restent allumés chaque nuit,'),
      F('les éteindrait à dix-neuf heures précises.'),
      F('week-ends compris. Une minuterie'),
    ],
  },
  {
    kind: 'cut-paste',
    name: 'cut, words of one’s own, then pasted after them',
    act: async (she) => {
      await she.cut(TWO);
      await she.type(`${OWN} `);
      await she.paste();
    },
    leaves: [F(ONE), S(OWN), F(TWO)],
  },
  {
    kind: 'cut-paste',
    name: 'words of a guest carried by whoever had the idea',
    start: 'guest',
    act: async (she) => {
      await she.cut(ONE);
      await she.before('Voici');
      await she.paste();
    },
    leaves: [F(ONE), S('Voici.'), F(TWO)],
  },
  {
    kind: 'cut-paste',
    name: 'two halves of a sentence exchanged',
    act: async (she) => {
      await she.cut('Trois cents écrans ');
      await she.after('chaque nuit');
      await she.type(' ');
      await she.paste();
    },
    leaves: [F('restent allumés chaque nuit Trois cents écrans, week-ends compris.'), F(TWO)],
  },
  {
    kind: 'cut-paste',
    name: 'items of a list in another order',
    text: ['Minuterie', 'Détecteur', 'Affichette'],
    act: async (she) => {
      await she.selectFrom('Minuterie', 'Affichette');
      await she.tool('bullets');
      await she.selectFrom('Minuterie', 'Détecteur');
      await she.press('Control+x', 'Control+End', 'Enter');
      await she.paste();
    },
    leaves: [F('Affichette'), F('Minuterie'), F('Détecteur')],
  },
  {
    kind: 'paste-back',
    name: 'cut, forty words written, pasted back',
    act: async (she) => {
      await she.cut(ONE);
      await she.press('Control+End', 'Enter');
      await she.type('Chauffage, papier, trajets : chacun connaît une petite dépense inutile. ');
      await she.type('Demandons aux gardiens, aux chauffeurs, aux cuisinières, puis choisissons ensemble.');
      await she.press('Enter');
      await she.paste();
    },
    leaves: [
      F(TWO),
      S('Chauffage, papier, trajets : chacun connaît une petite dépense inutile.'),
      S('Demandons aux gardiens, aux chauffeurs, aux cuisinières, puis choisissons ensemble.'),
      F(ONE),
    ],
  },
  {
    kind: 'paste-back',
    name: 'copied, deleted, pasted',
    act: async (she) => {
      await she.copy(TWO);
      await she.press('Delete');
      await she.before(ONE);
      await she.paste();
    },
    leaves: SWAPPED,
  },
  {
    kind: 'paste-back',
    name: 'half of it pasted back',
    act: async (she) => {
      await she.copy('restent allumés chaque nuit');
      await she.select(ONE);
      await she.press('Delete');
      await she.paste();
    },
    leaves: [F('restent allumés chaque nuit'), F(TWO)],
  },
  {
    kind: 'paste-back',
    name: 'pasted twice',
    act: async (she) => {
      await she.cut('Une minuterie les éteindrait');
      await she.paste();
      await she.press('Control+End', 'Enter');
      await she.paste();
    },
    leaves: [...UNTOUCHED, F('Une minuterie les éteindrait')],
  },
  {
    kind: 'paste-back',
    name: 'pasted with two words of one’s own inside',
    act: async (she) => {
      await she.cut(ONE);
      await she.pasteFrom({ text: ONE.replace('restent', 'demeurent toujours') });
    },
    leaves: [
      F('Trois cents écrans'),
      S('demeurent toujours'),
      F('allumés chaque nuit, week-ends compris.'),
      F(TWO),
    ],
  },
  {
    kind: 'undo',
    name: 'the other’s sentence deleted, undone',
    act: async (she) => {
      await she.select(ONE);
      await she.press('Delete');
      await she.tool('undo');
    },
    leaves: UNTOUCHED,
  },
  {
    kind: 'undo',
    name: 'deleted, undone, redone, undone',
    start: 'typed',
    act: async (she) => {
      await she.select(TWO);
      await she.press('Delete');
      for (const tool of ['undo', 'redo', 'undo'] as const) await she.tool(tool);
    },
    leaves: [F('Voici.'), ...UNTOUCHED],
  },
  {
    kind: 'undo',
    name: 'own words undone and redone',
    act: async (she) => {
      await she.press('Control+End');
      await she.type(` ${OWN}`);
      await she.tool('undo');
      await she.tool('redo');
    },
    leaves: [...UNTOUCHED, S(OWN)],
  },
  {
    kind: 'undo',
    name: 'the first deletes her own, undoes, while the other writes',
    act: async (she, first) => {
      await first.select(ONE);
      await first.press('Delete');
      await she.press('Control+End');
      await she.type(` ${OWN}`);
      await first.tool('undo');
    },
    leaves: [...UNTOUCHED, S(OWN)],
  },
  {
    kind: 'undo',
    name: 'a heading undone',
    act: async (she) => {
      await she.before(ONE);
      await she.tool('heading');
      await she.tool('undo');
    },
    leaves: UNTOUCHED,
  },
  {
    kind: 'undo',
    name: 'a list undone and redone',
    act: async (she) => {
      await she.selectFrom(ONE, TWO);
      await she.tool('bullets');
      await she.tool('undo');
      await she.tool('redo');
    },
    leaves: UNTOUCHED,
  },
  {
    kind: 'undo',
    name: 'a split undone after the other wrote in it',
    act: async (she, first) => {
      await she.before('chaque nuit');
      await she.press('Enter');
      await first.after('compris');
      await first.type(' même en août');
      await she.tool('undo');
    },
    leaves: [F('Trois cents écrans restent allumés chaque nuit, week-ends compris même en août.'), F(TWO)],
  },
  {
    kind: 'undo',
    name: 'everything replaced, undone',
    act: async (she) => {
      await she.selectAll();
      await she.type('Rien');
      await she.press('Control+z', 'Control+z');
    },
    leaves: UNTOUCHED,
  },
  {
    kind: 'undo',
    name: 'the other’s words joined to one’s own, undone',
    act: async (she) => {
      await she.before('Une minuterie');
      await she.press('Backspace');
      await she.tool('undo');
    },
    leaves: UNTOUCHED,
  },
];
