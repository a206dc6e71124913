/** What one asks of the list of ideas: words, choices, and one page after the other. */
import type { IdeaState, ThemeId } from '@butinerie/contracts';

export interface Wanted {
  readonly search: string;
  readonly directorate: string;
  readonly state: IdeaState | '';
  readonly unanswered: boolean;
  readonly theme: ThemeId | '';
}
export const EVERYTHING: Wanted = { search: '', directorate: '', state: '', unanswered: false, theme: '' };

/** Drawn at once; the rest on demand, so that ten thousand ideas cost a phone nothing. */
export const PAGE = 30;

export const narrows = (wanted: Wanted): boolean =>
  wanted.search.trim() !== '' ||
  wanted.directorate !== '' ||
  wanted.state !== '' ||
  wanted.unanswered ||
  wanted.theme !== '';

/** The question in the address's own words; what is not asked is not in it. */
export function queryOf({ search, directorate, state, unanswered, theme }: Wanted, page: number) {
  const words = search.trim().slice(0, 200);
  return {
    ...(words === '' ? {} : { search: words }),
    ...(directorate === '' ? {} : { directorate }),
    ...(state === '' ? {} : { state }),
    ...(theme === '' ? {} : { theme }),
    ...(unanswered ? { without: 'rebounds' as const } : {}),
    ...(page === 0 ? {} : { from: String(page * PAGE) }),
    count: String(PAGE),
  };
}
