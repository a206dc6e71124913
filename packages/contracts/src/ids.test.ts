import { describe, expect, test } from 'vitest';
import { ideaId, mintId, personId } from './ids.ts';

describe('identifiers', () => {
  test('a minted id fits its own schema and no other', () => {
    const id = mintId('idea');
    expect(id).toMatch(/^id_[0-9a-hjkmnp-tv-z]{26}$/);
    expect(ideaId.safeParse(id).success).toBe(true);
    expect(personId.safeParse(id).success).toBe(false);
  });

  test('ids do not repeat and do not grow with time', () => {
    const ids = Array.from({ length: 2_000 }, () => mintId('person'));
    expect(new Set(ids).size).toBe(ids.length);
    expect([...ids].sort()).not.toEqual(ids);
  });

  test.each([
    'id_',
    'id_0123456789ABCDEFGHJKMNPQRS',
    `id_${'i'.repeat(26)}`,
    `id_${'0'.repeat(27)}`,
    '__proto__',
  ])('refuses %s', (text) => {
    expect(ideaId.safeParse(text).success).toBe(false);
  });
});
