/** Names against their commitments: who is swapped in `personas` or shown under another name in `people` is found. */
import {
  identity,
  opensCommitment,
  type EventOf,
  type Opening,
  type ReadEvent,
} from '@butinerie/attribution';
import type { Finding } from './finding.ts';
import { documents, textIn, type Snapshot, type Raw } from './stored-instance.ts';

type Events = ReadonlyMap<number, ReadEvent['event']>;

export async function checkNames(from: Snapshot, events: Events): Promise<Finding[]> {
  const findings: Finding[] = [];
  const names = new Map<string, { n: number; name: string }>();
  for await (const persona of documents(from, 'personas')) {
    const person = textIn(persona['_id']);
    const n = Number(persona['n']);
    const event = events.get(n);
    const opening = { salt: textIn(persona['salt']), value: persona['identity'] };
    const known = identity.safeParse(opening.value);
    if (event !== undefined && isAbout(event, person) && known.success && opens(event.c, opening)) {
      names.set(person, { n, name: known.data.name });
    } else {
      findings.push({
        n,
        problem: 'identity-differs',
        detail: `${person} is not who leaf ${n} committed to`,
      });
    }
  }
  for await (const person of documents(from, 'people')) {
    const known = names.get(textIn(person['_id']));
    if (known !== undefined && known.name !== person['name']) {
      const detail = `${textIn(person['_id'])} is shown under another name than leaf ${known.n} committed to`;
      findings.push({ n: known.n, problem: 'name-differs', detail });
    }
  }
  return findings;
}

/** Every opening kept beside a leaf opens it; one that was destroyed is no finding. */
export async function checkOpenings(from: Snapshot, events: Events): Promise<Finding[]> {
  const findings: Finding[] = [];
  for await (const stored of documents(from, 'openings')) {
    const n = Number(stored['_id']);
    const event = events.get(n);
    for (const [field, opening] of Object.entries((stored['openings'] ?? {}) as Raw)) {
      const commitment: unknown = event === undefined ? undefined : Reflect.get(event, field);
      if (!opens(commitment, opening))
        findings.push({ n, problem: 'opening-differs', detail: `what is kept does not open ${field}` });
    }
  }
  return findings;
}

function isAbout(
  event: ReadEvent['event'],
  person: string,
): event is EventOf<'person.known'> | EventOf<'person.rectified'> | EventOf<'pseudonym.taken'> {
  const about = ['person.known', 'person.rectified', 'pseudonym.taken'].includes(event.k);
  return about && Reflect.get(event, 'p') === person;
}

function opens(commitment: unknown, opening: unknown): boolean {
  const { salt, value } = (opening ?? {}) as Partial<Opening>;
  if (typeof commitment !== 'string' || typeof salt !== 'string' || value === undefined) return false;
  return opensCommitment(commitment, { salt, value });
}
