import { NO_VOCABULARY, type Language, type Vocabulary } from '@butinerie/contracts';
import { describe, expect, test } from 'vitest';
import { problemsOf, setVocabulary } from './check-vocabulary.ts';
import { wordsIn } from './rename.ts';

const pair = (singular: string, plural: string, softly = false) => ({ singular, plural, softly });
const OURS: Vocabulary = {
  name: 'Le Labo',
  terms: {
    challenge: { fr: pair('appel', 'appels', true), en: pair('call', 'calls') },
    idea: { fr: pair('proposition', 'propositions'), en: pair('proposal', 'proposals') },
    rebound: { fr: pair('apport', 'apports', true), en: pair('addition', 'additions', true) },
    note: { fr: pair('ébauche', 'ébauches', true), en: pair('sketch', 'sketches') },
    pollen: { fr: pair('germe', 'germes'), en: pair('seed', 'seeds') },
  },
};
const said = (sentence: string, language: Language): string => wordsIn(sentence, OURS, language);

describe('[VO2] the sentences of the product in other words', () => {
  test.each([
    ['L’idée est publiée.', 'La proposition est publiée.'],
    ['Rien pour cette idée, beaucoup d’idées', 'Rien pour cette proposition, beaucoup de propositions'],
    ['le texte de l’idée, à l’idée', 'le texte de la proposition, à la proposition'],
    ['Mon idée est devenue son idée', 'Ma proposition est devenue sa proposition'],
    ['Fermeture du défi', 'Fermeture de l’appel'],
    ['Rien au défi : ce défi et le nouveau défi', 'Rien à l’appel : cet appel et le nouvel appel'],
    ['Préparer un défi', 'Préparer un appel'],
    ['Entre deux défis', 'Entre deux appels'],
    ['la note, de note, ma note', 'l’ébauche, d’ébauche, mon ébauche'],
    ['Déposer un pollen', 'Déposer un germe'],
    ['Je rebondis', 'Je laisse un apport'],
    ['Personne n’a encore rebondi.', 'Personne n’a encore laissé d’apport.'],
    ['Rebondissez sur cette idée', 'Laissez un apport sur cette proposition'],
    ['2 rebonds', '2 apports'],
    ['celle de La Butinerie', 'celle du Labo'],
    ['La Butinerie ne répond pas', 'Le Labo ne répond pas'],
    ['Une idéologie défiante', 'Une idéologie défiante'],
  ])('« %s »', (before, after) => {
    expect(said(before, 'fr')).toBe(after);
  });

  test.each([
    ['An idea of a challenge', 'A proposal of a call'],
    ['Rebound', 'Leave an addition'],
    ['A rebound on your idea', 'An addition on your proposal'],
    ['You can rebound on this idea.', 'You can leave an addition on this proposal.'],
    ['Ana rebounded on it.', 'Ana left an addition on it.'],
    ['She proposes, rebounds and co-writes', 'She proposes, leaves an addition and co-writes'],
    ['My ideas, my rebounds', 'My proposals, my additions'],
    ['A challenging ideal', 'A challenging ideal'],
  ])('“%s”', (before, after) => {
    expect(said(before, 'en')).toBe(after);
  });

  test('a new word that is another’s old one is not replaced again', () => {
    const terms = { ...NO_VOCABULARY.terms, idea: { fr: pair('note', 'notes'), en: pair('note', 'notes') } };
    const both = { name: null, terms: { ...terms, note: OURS.terms.note } };
    expect(wordsIn('L’idée et la note', both, 'fr')).toBe('La note et l’ébauche');
  });

  test('a name that begins with a vowel leans too', () => {
    const named = { ...NO_VOCABULARY, name: 'Idéothèque' };
    expect(wordsIn('la page de La Butinerie', named, 'fr')).toBe('la page d’Idéothèque');
  });
});

describe('[VO4] what people wrote', () => {
  const words = {
    opened: (about: string) => `Le défi « ${about} » est ouvert aux idées.`,
    by: (name: string, n: number) => `${n} idées de ${/^[aeiou]/iu.test(name) ? 'd’' : ''}${name}`,
    phase: (phase: string) => (phase === 'rebound' ? 'The challenge: rebounds' : 'The challenge'),
  };

  test('stays as it is within a sentence', () => {
    const { opened } = wordsIn(words, OURS, 'fr');
    expect(opened('Une idée, un défi ?')).toBe(
      'L’appel « Une idée, un défi ? » est ouvert aux propositions.',
    );
  });

  test('stays too where the sentence looked into it', () => {
    expect(wordsIn(words, OURS, 'fr').by('Idée Défi', 2)).toBe('2 propositions de d’Idée Défi');
  });

  test('a code that the sentence was chosen by is nobody’s writing', () => {
    expect(wordsIn(words, OURS, 'en').phase('rebound')).toBe('The call: additions');
  });
});

describe('[VO1] words that are set', () => {
  const administrator = { grants: [{ role: 'admin' as const, challenge: null, directorate: null }] };

  test('by an administrator, on the version she read', () => {
    const asked = { vocabulary: OURS, version: 3 };
    expect(setVocabulary(3, asked, administrator)).toEqual({ ok: true, value: OURS });
    expect(setVocabulary(3, asked, { grants: [] })).toMatchObject({ failure: { code: 'not-allowed' } });
    expect(setVocabulary(4, asked, administrator)).toMatchObject({
      failure: { code: 'stale-version', current: 4 },
    });
  });

  test.each([
    ['une proposition', 'article'],
    ['<b>', 'signs'],
    ['idée\u202e', 'signs'],
    ['défi', 'same'],
  ])('%s: %s', (singular, problem) => {
    const idea = { fr: pair(singular, 'propositions'), en: pair('proposal', 'proposals') };
    const vocabulary = { name: null, terms: { ...NO_VOCABULARY.terms, idea } };
    expect(problemsOf(vocabulary)).toContainEqual({ at: 'idea.fr.singular', problem });
    expect(setVocabulary(0, { vocabulary, version: 0 }, administrator)).toMatchObject({
      failure: { code: 'invalid-vocabulary' },
    });
  });

  test('a name may hold digits and points, no markup', () => {
    expect(problemsOf({ ...NO_VOCABULARY, name: 'Idées 95' })).toEqual([]);
    expect(problemsOf({ ...NO_VOCABULARY, name: '<i>' })).toEqual([{ at: 'name', problem: 'signs' }]);
  });
});
