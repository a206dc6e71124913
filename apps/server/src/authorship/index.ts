/** Whose words an idea's text is made of, replayed from its log in a thread of its own. */
import type { LogRow, Provenance } from '@butinerie/collaboration/server';
import * as contracts from '@butinerie/contracts';
import type { IdeaId } from '@butinerie/contracts';
import type { People, Speaker } from '../accounts/index.ts';
import type { Documents } from '../co-editing/index.ts';
import type { Ideas } from '../ideas/index.ts';
import { serve, type Api } from '../platform/http.ts';
import { readAuthorship } from './read-authorship.ts';
import { rememberProvenance } from './remember-provenance.ts';
import { replayInThread } from './replay-thread.ts';

export interface AuthorshipSetup {
  readonly documents: Pick<Documents, 'rows'>;
  readonly ideas: Pick<Ideas, 'record'>;
  readonly people: Pick<People, 'refs'>;
  /** The zone in which a row's moment becomes a day. */
  readonly timeZone: string;
}

export interface Authorship {
  /** Whose words these rows are made of, and who took which out. */
  provenance(idea: IdeaId, rows: readonly LogRow[]): Promise<Provenance>;
}

export function createAuthorship(setup: AuthorshipSetup): Authorship & { serve(api: Api<Speaker>): void } {
  const provenance = rememberProvenance(replayInThread);
  const read = readAuthorship({ ...setup, provenance });
  return {
    provenance,
    serve(api) {
      serve(api, contracts.readAuthorship, ({ params, speaker }) => read(params.idea, speaker));
    },
  };
}
