/** Gestures that give the words of somebody another shape: split, join, title, list, quote, table, marks. */
import { F, ONE, OWN, S, TITLE, TWO, UNTOUCHED, type Gesture } from './gesture.ts';

export const shaping: readonly Gesture[] = [
  {
    kind: 'split',
    name: 'Enter between two words',
    act: async (she) => {
      await she.before('chaque nuit');
      await she.press('Enter');
    },
    leaves: UNTOUCHED,
  },
  {
    kind: 'split',
    name: 'Enter in the middle of a word',
    act: async (she) => {
      await she.within('allumés', 3);
      await she.press('Enter');
    },
    leaves: UNTOUCHED,
  },
  {
    kind: 'split',
    name: 'Enter before the first word',
    act: async (she) => {
      await she.before('Trois');
      await she.press('Enter');
    },
    leaves: UNTOUCHED,
  },
  {
    kind: 'split',
    name: 'Enter, then words of one’s own in the new paragraph',
    act: async (she) => {
      await she.before('week-ends');
      await she.press('Enter', 'Enter', 'ArrowUp');
      await she.type(OWN);
    },
    leaves: [F('Trois cents écrans restent allumés chaque nuit'), S(OWN), F('week-ends compris'), F(TWO)],
  },
  {
    kind: 'split',
    name: 'a paragraph cut in four',
    act: async (she) => {
      for (const words of ['écrans', 'chaque', 'compris']) {
        await she.before(words);
        await she.press('Enter');
      }
    },
    leaves: UNTOUCHED,
  },
  {
    kind: 'split',
    name: 'a line break inside a paragraph',
    act: async (she) => {
      await she.before('restent');
      await she.press('Shift+Enter');
    },
    leaves: UNTOUCHED,
  },
  {
    kind: 'split',
    name: 'split what was typed live, in an idea of one’s own',
    start: 'guest',
    act: async (she) => {
      await she.before('restent');
      await she.press('Enter');
    },
    leaves: [S('Voici.'), ...UNTOUCHED],
  },
  {
    kind: 'join',
    name: 'Backspace at the beginning of a paragraph',
    act: async (she) => {
      await she.before('Une minuterie');
      await she.press('Backspace');
    },
    leaves: UNTOUCHED,
  },
  {
    kind: 'join',
    name: 'Delete at the end of a paragraph',
    act: async (she) => {
      await she.after('compris.');
      await she.press('Delete');
    },
    leaves: UNTOUCHED,
  },
  {
    kind: 'join',
    name: 'joined, then split elsewhere',
    start: 'typed',
    act: async (she) => {
      await she.before('Une minuterie');
      await she.press('Backspace');
      await she.before('allumés');
      await she.press('Enter');
    },
    leaves: [F('Voici.'), ...UNTOUCHED],
  },
  {
    kind: 'join',
    name: 'joined, then a word of one’s own between the two',
    act: async (she) => {
      await she.before('Une minuterie');
      await she.press('Backspace');
      await she.type(' Donc : ');
    },
    leaves: [F(ONE), S('Donc'), F(TWO)],
  },
  {
    kind: 'join',
    name: 'two of three paragraphs joined to the first',
    text: [ONE, TWO, 'Le gardien le confirme.'],
    act: async (she) => {
      for (const words of ['Le gardien', 'Une minuterie']) {
        await she.before(words);
        await she.press('Backspace');
      }
    },
    leaves: [...UNTOUCHED, F('Le gardien le confirme.')],
  },
  {
    kind: 'title',
    name: 'a paragraph made a heading',
    act: async (she) => {
      await she.before(ONE);
      await she.tool('heading');
    },
    leaves: UNTOUCHED,
  },
  {
    kind: 'title',
    name: 'a paragraph made a subheading and a paragraph again',
    act: async (she) => {
      await she.before(ONE);
      await she.tool('subheading');
      await she.tool('subheading');
    },
    leaves: UNTOUCHED,
  },
  {
    kind: 'title',
    name: 'a heading by its sign',
    act: async (she) => {
      await she.before(ONE);
      await she.type('## ');
    },
    leaves: UNTOUCHED,
  },
  {
    kind: 'title',
    name: 'a heading of one’s own above',
    act: async (she) => {
      await she.before(ONE);
      await she.press('Enter', 'ArrowUp');
      await she.type('Constat commun');
      await she.tool('heading');
    },
    leaves: [S('Constat commun'), ...UNTOUCHED],
  },
  {
    kind: 'title',
    name: 'words of the text carried into the title',
    act: async (she) => {
      await she.cut('à dix-neuf heures précises');
      await she.title();
      await she.press('End');
      await she.type(' ');
      await she.paste();
    },
    leaves: [F(ONE), F('Une minuterie les éteindrait')],
    title: [F(TITLE), F('à dix-neuf heures précises')],
  },
  {
    kind: 'title',
    name: 'the title carried into the text, another in its place',
    act: async (she) => {
      await she.title();
      await she.press('Control+a', 'Control+x');
      await she.type('Minuterie partout');
      await she.after('précises.');
      await she.press('Enter');
      await she.paste();
    },
    leaves: [...UNTOUCHED, F(TITLE)],
    title: [S('Minuterie partout')],
  },
  {
    kind: 'title',
    name: 'a word of one’s own inside the title',
    act: async (she) => {
      await she.title();
      await she.press('End');
      await she.type(' et le dimanche');
    },
    leaves: UNTOUCHED,
    title: [F(TITLE), S('et le dimanche')],
  },
  {
    kind: 'list',
    name: 'paragraphs made a list',
    act: async (she) => {
      await she.selectFrom(ONE, TWO);
      await she.tool('bullets');
    },
    leaves: UNTOUCHED,
  },
  {
    kind: 'list',
    name: 'a numbered list, then bullets, then paragraphs',
    act: async (she) => {
      await she.selectFrom(ONE, TWO);
      for (const tool of ['numbers', 'bullets', 'bullets'] as const) await she.tool(tool);
    },
    leaves: UNTOUCHED,
  },
  {
    kind: 'list',
    name: 'a list by its sign',
    act: async (she) => {
      await she.before(TWO);
      await she.type('- ');
    },
    leaves: UNTOUCHED,
  },
  {
    kind: 'list',
    name: 'an item cut in two, one of one’s own between',
    act: async (she) => {
      await she.before(ONE);
      await she.tool('bullets');
      await she.before('chaque nuit');
      await she.press('Enter');
      await she.type('Un par bureau');
      await she.press('Enter');
    },
    leaves: [
      F('Trois cents écrans restent allumés'),
      S('Un par bureau'),
      F('chaque nuit, week-ends compris'),
      F(TWO),
    ],
  },
  {
    kind: 'list',
    name: 'an item pushed below another and back',
    act: async (she) => {
      await she.selectFrom(ONE, TWO);
      await she.tool('bullets');
      await she.before(TWO);
      await she.press('Tab', 'Shift+Tab');
    },
    leaves: UNTOUCHED,
  },
  {
    kind: 'list',
    name: 'items joined',
    start: 'typed',
    act: async (she) => {
      await she.selectFrom(ONE, TWO);
      await she.tool('bullets');
      await she.before(TWO);
      await she.press('Backspace');
    },
    leaves: [F('Voici.'), ...UNTOUCHED],
  },
  {
    kind: 'quote',
    name: 'a paragraph quoted',
    act: async (she) => {
      await she.before(ONE);
      await she.tool('quote');
    },
    leaves: UNTOUCHED,
  },
  {
    kind: 'quote',
    name: 'two paragraphs quoted and freed',
    act: async (she) => {
      await she.selectFrom(ONE, TWO);
      await she.tool('quote');
      await she.tool('quote');
    },
    leaves: UNTOUCHED,
  },
  {
    kind: 'quote',
    name: 'a quote by its sign, an answer below',
    act: async (she) => {
      await she.before(TWO);
      await she.type('> ');
      await she.press('Control+End', 'Enter', 'Enter');
      await she.type(OWN);
    },
    leaves: [...UNTOUCHED, S(OWN)],
  },
  {
    kind: 'quote',
    name: 'a list inside a quote',
    act: async (she) => {
      await she.selectFrom(ONE, TWO);
      await she.tool('quote');
      await she.tool('bullets');
    },
    leaves: UNTOUCHED,
  },
  {
    kind: 'table',
    name: 'sentences carried through a table of another programme',
    act: async (she) => {
      await she.selectAll();
      await she.press('Control+x');
      await she.pasteFrom({
        text: `${ONE}\t${TWO}`,
        html: `<table><tr><td>${ONE}</td><td>${TWO}</td></tr></table>`,
      });
    },
    leaves: UNTOUCHED,
  },
  {
    kind: 'table',
    name: 'a table of one’s own, below',
    act: async (she) => {
      await she.after('précises.');
      await she.press('Enter');
      await she.pasteFrom({
        text: 'Étage\tImprimantes\nDeuxième\tQuatorze',
        html: '<table><tr><td>Étage</td><td>Imprimantes</td></tr><tr><td>Deuxième</td><td>Quatorze</td></tr></table>',
      });
    },
    leaves: [...UNTOUCHED, S('Étage Imprimantes Deuxième Quatorze')],
  },
  {
    kind: 'marks',
    name: 'bold on a sentence',
    act: async (she) => {
      await she.select(ONE);
      await she.press('Control+b');
    },
    leaves: UNTOUCHED,
  },
  {
    kind: 'marks',
    name: 'italics on half a word',
    act: async (she) => {
      await she.select('minute');
      await she.tool('italic');
    },
    leaves: UNTOUCHED,
  },
  {
    kind: 'marks',
    name: 'bold words of one’s own inside a sentence',
    act: async (she) => {
      await she.after('écrans');
      await she.press('Control+b');
      await she.type(' neufs');
    },
    leaves: [
      F('Trois cents écrans'),
      S('neufs'),
      F('restent allumés chaque nuit, week-ends compris.'),
      F(TWO),
    ],
  },
];
