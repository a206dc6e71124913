/** What a moderator may do about files of an idea, as the decision itself would say. */
import { FILE_ACTS, mintId, type AttachmentId, type FileAct } from '@butinerie/contracts';
import { mayModerate, moderate } from '@butinerie/domain';
import type { Speaker } from '../accounts/index.ts';
import type { AttachmentRecord } from '../attachments/index.ts';
import type { IdeaRecord } from '../ideas/index.ts';
import { withLinks, type ModerationDeps } from './deps.ts';
import { involvedIn } from './involved.ts';

interface Files {
  readonly idea: IdeaRecord;
  readonly files: readonly AttachmentRecord[];
}

export async function fileActs(
  deps: ModerationDeps,
  { idea, files }: Files,
  by: Speaker,
): Promise<ReadonlyMap<AttachmentId, readonly FileAct[]>> {
  const found = new Map<AttachmentId, readonly FileAct[]>();
  if (files.length === 0 || !mayModerate(by, idea.challenge)) return found;
  const [links, log] = await Promise.all([withLinks(deps, [idea]), deps.store.ofChallenge(idea.challenge)]);
  const linked = links.get(idea.id);
  if (linked === undefined) return found;
  const seen = deps.pseudonyms.asKnownTo(by.person, linked);
  const asked = { by, now: deps.clock.now(), challenge: idea.challenge };
  const ofIdea = log.filter((event) => event.idea === idea.id);
  for (const { id: file } of files) {
    const about = { idea: idea.id, comment: null, file, late: null };
    const may = async (act: FileAct): Promise<boolean> => {
      const involved = await involvedIn(deps, { ...about, act });
      if (!involved.ok) return false;
      const command = { ...about, id: PROBE, act, other: null, decision: null, reason: '.' };
      const spoke = deps.pseudonyms.seenBy(by.person, involved.value);
      return moderate(seen, command, { log: ofIdea, other: null, involved: spoke }, asked).ok;
    };
    const answers = await Promise.all(FILE_ACTS.map(may));
    found.set(
      file,
      FILE_ACTS.filter((_, n) => answers[n]),
    );
  }
  return found;
}
const PROBE = mintId('moderation');
