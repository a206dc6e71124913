/**
 * A part of the client that is loaded when it is first drawn. When its files do not come (no network, or a newer version
 * took their place on the server) it breaks as `MissingPart`, which whoever draws it can tell from a bug: browsers and
 * the bundler each have their own words for that.
 */
import { lazy, type ComponentType } from 'react';

export class MissingPart extends Error {}

export const part = <P extends object>(load: () => Promise<ComponentType<P>>) =>
  lazy(async () => {
    try {
      return { default: await load() };
    } catch (cause) {
      throw new MissingPart('a part of the page did not come', { cause });
    }
  });

/** Whether the server answers again, so that the page may be asked for anew without losing what is shown. */
export async function serverAnswers(): Promise<boolean> {
  try {
    return (await fetch('/', { cache: 'no-store' })).ok;
  } catch {
    return false;
  }
}
