import { describe, expect, test } from 'vitest';
import { register } from '../test/small-register.ts';
import { run } from './run.ts';

const sound = register();
const rewritten = register({ name: 'c' });
const forged = register({ key: 9 });

const FILES: Readonly<Record<string, string>> = {
  'recu.txt': sound.receipt(2),
  'etat.txt': sound.extension(2, 5),
  'nu.txt': sound.checkpoint(5),
  'pareil.txt': sound.checkpoint(2),
  'preuve.json': JSON.stringify({ from: 2, to: 5, hashes: sound.hashes(2, 5) }),
  'preuve.txt': sound.hashes(2, 5).join('\n'),
  'autre-preuve.json': JSON.stringify({ hashes: 'non' }),
  'court.txt': sound.checkpoint(1),
  'reecrit.txt': rewritten.extension(2, 5),
  'deux-histoires.txt': rewritten.checkpoint(2),
  'faux.txt': forged.receipt(2),
  'cles.txt': `${forged.vkey}\r\n${sound.vkey}\r\n`,
  'windows.txt': `\uFEFF${sound.receipt(2).replaceAll('\n', '\r\n')}`,
};
const read = (file: string): string => {
  const text = FILES[file];
  if (text === undefined) throw new Error('ENOENT');
  return text;
};
const ask = (...args: string[]) => run(args, { read, locale: 'fr_FR.UTF-8' });
const text = ({ lines }: { lines: readonly string[] }): string => lines.join('\n');

describe('a receipt held against what the reader brought', () => {
  test.each([
    ['a later state with its proof', ['recu.txt', '--checkpoint', 'etat.txt']],
    ['a later state and the proof apart', ['recu.txt', '--checkpoint', 'nu.txt', '--proof', 'preuve.json']],
    ['the hashes one a line', ['recu.txt', '--checkpoint', 'nu.txt', '--proof', 'preuve.txt']],
    ['the very same state', ['recu.txt', '--checkpoint', 'pareil.txt']],
    ['the key alone', ['recu.txt', '--key', sound.vkey]],
    ['a file of keys', ['recu.txt', '--keys', 'cles.txt']],
    ['a mail programme’s line ends', ['windows.txt', '--checkpoint', 'etat.txt']],
  ])('holds by %s', (_, args) => {
    const ran = ask(...args);
    expect(ran.code).toBe(0);
    expect(text(ran)).toMatch(
      /^Ce reçu tient\.\nLa plateforme a enregistré sous le n° 0, au plus tard le 12/,
    );
    expect(text(ran)).toContain(
      '« Un café des idées », depuis le compte de Ana Exemple, Direction des routes',
    );
    expect(text(ran)).toContain('Ce que cela ne prouve pas');
  });

  test('says that nothing changed since only after it compared', () => {
    const since = 'n’a pas été modifié depuis';
    expect(text(ask('recu.txt', '--checkpoint', 'etat.txt'))).toContain(since);
    expect(text(ask('recu.txt', '--key', sound.vkey))).not.toContain(since);
  });

  test.each([
    ['[T26] a state of a history rewritten with the signing key', 'reecrit.txt', 'histoire a été réécrite'],
    ['[T27] a shorter state', 'court.txt', 'des actes ont disparu'],
    ['[T28] another state of the same size', 'deux-histoires.txt', 'deux histoires différentes'],
    ['[T36] a state of another key', 'faux.txt', 'Aucune des clés'],
    ['what is no state at all', 'preuve.txt', 'La partie signée a été altérée'],
  ])('fails against %s', (_, file, why) => {
    const ran = ask('recu.txt', '--checkpoint', file);
    expect(ran.code).toBe(1);
    expect(text(ran)).toContain(why);
    expect(text(ran)).not.toContain('La plateforme a enregistré');
  });

  test('[T36] a receipt signed by somebody’s own key fails by the key that was written down', () => {
    expect(ask('faux.txt', '--key', sound.vkey).code).toBe(1);
    expect(ask('faux.txt', '--checkpoint', 'etat.txt').code).toBe(1);
  });

  test('[T37] with a letter changed anywhere never holds', () => {
    const receipt = sound.receipt(2);
    for (let at = 0; at < receipt.length; at += 41) {
      const altered = `${receipt.slice(0, at)}${receipt[at] === 'x' ? 'y' : 'x'}${receipt.slice(at + 1)}`;
      const { code } = run(['r', '--key', sound.vkey], { read: () => altered, locale: '' });
      if (code !== 1) throw new Error(`character ${at} may be changed`);
    }
  });
});

describe('what cannot be decided ends with 2', () => {
  test('nothing brought to hold it against: the key it names is shown, not believed', () => {
    const ran = ask('recu.txt');
    expect(ran.code).toBe(2);
    expect(text(ran)).toContain(sound.vkey);
  });
  test('[T37] a receipt brought as its own witness: whoever forged one would have the other', () => {
    for (const file of ['recu.txt', 'faux.txt', 'windows.txt'])
      expect(ask(file, '--checkpoint', file)).toEqual(ask(file));
  });
  test('a state without the proof that reaches it', () => {
    const ran = ask('recu.txt', '--checkpoint', 'nu.txt');
    expect(ran.code).toBe(2);
    expect(text(ran)).toContain('--proof');
  });
  test.each([
    ['no argument', []],
    ['two receipts', ['recu.txt', 'recu.txt']],
    ['an option without its file', ['recu.txt', '--checkpoint']],
    ['an option that does not exist', ['recu.txt', '--believe']],
    ['a language that is not spoken', ['recu.txt', '--lang', 'de']],
  ])('%s: how it is used is said', (_, args) => {
    expect(ask(...args)).toMatchObject({
      code: 2,
      lines: [expect.stringContaining('butinerie-verify REÇU')],
    });
  });
  test('a file that is not there, or not a proof, is named', () => {
    expect(ask('rien.txt')).toEqual({ code: 2, lines: ['Ce fichier ne se lit pas : rien.txt'] });
    expect(ask('recu.txt', '--keys', 'rien.txt').code).toBe(2);
    expect(text(ask('recu.txt', '--checkpoint', 'nu.txt', '--proof', 'autre-preuve.json'))).toContain(
      'autre-preuve.json',
    );
  });
});

test('it speaks English where asked, or where the machine does', () => {
  expect(text(ask('recu.txt', '--checkpoint', 'etat.txt', '--lang', 'en'))).toMatch(/^This receipt holds\./);
  expect(text(run(['recu.txt', '--key', sound.vkey], { read, locale: 'en_GB' }))).toMatch(/^This receipt/);
});
