/**
 * Everything declared, in one place: what the server must serve, the number of the protocol and the fingerprint that a
 * test compares, so that no shape changes without the number changing.
 */
import * as z from 'zod';
import * as accounts from './accounts.ts';
import * as adoption from './adoption.ts';
import * as attachments from './attachments.ts';
import * as attribution from './attribution.ts';
import * as audience from './audience.ts';
import * as authorship from './authorship.ts';
import * as challenges from './challenges.ts';
import * as charter from './charter.ts';
import * as coEditing from './co-editing.ts';
import type { Message, News, Route } from './define.ts';
import * as delivery from './delivery.ts';
import * as contributions from './contributions.ts';
import * as discussion from './discussion.ts';
import * as entries from './entries.ts';
import * as history from './history.ts';
import * as houseFormats from './house-formats.ts';
import * as ideas from './ideas.ts';
import * as impactReview from './impact-review.ts';
import * as lineage from './lineage.ts';
import * as kit from './kit.ts';
import * as merges from './merges.ts';
import * as moderation from './moderation.ts';
import * as disputes from './disputes.ts';
import * as names from './names.ts';
import * as notes from './notes.ts';
import * as notifications from './notifications.ts';
import * as people from './people.ts';
import * as pseudonyms from './pseudonyms.ts';
import * as quotations from './quotations.ts';
import * as rebounds from './rebounds.ts';
import * as register from './register.ts';
import * as registerKeys from './register-keys.ts';
import * as shreddings from './shreddings.ts';
import * as search from './search.ts';
import * as selection from './selection.ts';
import * as setParticulars from './set-particulars.ts';
import * as setVisual from './set-visual.ts';
import * as transfer from './transfer.ts';
import * as vocabulary from './vocabulary.ts';

/** Raised with every change of a shape; history in the package's README. */
export const PROTOCOL = 51;

const declared: readonly unknown[] = [
  accounts,
  adoption,
  attachments,
  attribution,
  audience,
  authorship,
  challenges,
  charter,
  coEditing,
  contributions,
  delivery,
  discussion,
  entries,
  history,
  houseFormats,
  ideas,
  impactReview,
  lineage,
  kit,
  merges,
  moderation,
  disputes,
  names,
  notes,
  notifications,
  people,
  pseudonyms,
  quotations,
  rebounds,
  register,
  registerKeys,
  shreddings,
  search,
  selection,
  setParticulars,
  setVisual,
  transfer,
  vocabulary,
].flatMap((concept) => Object.values(concept));

const ofKind =
  <T extends { kind: string }>(kind: T['kind']) =>
  (value: unknown): value is T =>
    typeof value === 'object' && value !== null && 'kind' in value && value.kind === kind;

export const ROUTES: readonly Route[] = declared.filter(ofKind<Route>('route'));
export const MESSAGES: readonly Message[] = declared.filter(ofKind<Message>('message'));
export const NEWS: readonly News[] = declared.filter(ofKind<News>('news'));

const schemaOf = (schema: z.ZodType): unknown =>
  z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' });

/** The shapes as plain data, sorted by name: what the fingerprint is made of. */
export function protocolShapes(): unknown {
  const byName = (a: { name: string }, b: { name: string }): number => (a.name < b.name ? -1 : 1);
  return {
    routes: [...ROUTES].sort(byName).map((r) => ({
      name: r.name,
      method: r.method,
      path: r.path,
      audience: r.audience,
      asksCharter: r.asksCharter,
      produces: r.produces,
      consumes: r.consumes,
      failures: [...r.failures].sort(),
      params: schemaOf(r.params),
      query: schemaOf(r.query),
      body: schemaOf(r.body),
      answer: schemaOf(r.answer),
    })),
    messages: [...MESSAGES].sort(byName).map((m) => ({
      name: m.name,
      failures: [...m.failures].sort(),
      payload: schemaOf(m.payload),
      answer: schemaOf(m.answer),
    })),
    news: [...NEWS].sort(byName).map((n) => ({ name: n.name, payload: schemaOf(n.payload) })),
  };
}
