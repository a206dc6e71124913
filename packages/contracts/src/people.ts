/** People as lists bring them in: preview, invitation, printable slips, roles. */
import * as z from 'zod';
import { route } from './define.ts';
import { challengeId, directorateId, personId } from './ids.ts';

/** How a person is shown beside what she did. The directorate is the one of that day; an outsider's, her organisation. */
export const personRef = z.object({
  id: personId,
  name: z.string(),
  directorate: z.string().nullable(),
});
export type PersonRef = z.infer<typeof personRef>;

/** The fold of the ledger, with names. Grows only. */
export const credits = z.object({
  originators: z.array(personRef),
  coauthors: z.array(personRef),
  rebounders: z.array(personRef),
  carrier: personRef.nullable(),
});
export type Credits = z.infer<typeof credits>;

export const directorate = z.object({ id: directorateId, name: z.string() });
export type Directorate = z.infer<typeof directorate>;

/** Roles per challenge (`challenge` null: in every challenge), except admin, dpo and dgs, which hold for the instance. */
export const ROLES = [
  'moderator',
  'moderator_lead',
  'juror',
  'sponsor',
  'pilot',
  'evaluator',
  'admin',
  'dpo',
  'dgs',
] as const;
export const role = z.enum(ROLES);
export type Role = z.infer<typeof role>;

export const grant = z.object({
  role,
  challenge: challengeId.nullable(),
  /** For a sponsor: the directorate she answers for. */
  directorate: directorateId.nullable(),
});
export type Grant = z.infer<typeof grant>;

export const personRecord = z.object({
  id: personId,
  name: z.string(),
  mail: z.string().nullable(),
  directorate: directorate.nullable(),
  /** Of somebody who is no agent here; else null. */
  organisation: z.string().nullable(),
  grants: z.array(grant),
  invitedAt: z.string(),
  lastSeenAt: z.string().nullable(),
});
export type PersonRecord = z.infer<typeof personRecord>;

export const PERSON_NAME_LIMIT = 120;
export const peopleRow = z.strictObject({
  id: personId,
  name: z.string().trim().min(1).max(PERSON_NAME_LIMIT),
  directorate: z.string().trim().min(1).max(120),
  mail: z.email().max(254).nullable(),
});
export type PeopleRow = z.infer<typeof peopleRow>;

/** Why a row of a list cannot be taken as it is. */
export const ROW_REASONS = [
  'name-missing',
  'name-too-long',
  'directorate-missing',
  'mail-malformed',
  'mail-twice-in-list',
  'mail-known',
  'mail-of-an-agent',
] as const;

export const previewedRow = z.object({
  /** 1-based line of the list as the person sees it, header included. */
  row: z.number().int(),
  name: z.string(),
  directorate: z.string(),
  mail: z.string().nullable(),
  reasons: z.array(z.enum(ROW_REASONS)),
});
export type PreviewedRow = z.infer<typeof previewedRow>;

export const listSource = z.union([
  z.strictObject({ pasted: z.string().max(1_000_000) }),
  z.strictObject({ fileName: z.string().max(255), base64: z.base64().max(2_700_000) }),
]);
export type ListSource = z.infer<typeof listSource>;

export const previewPeople = route({
  name: 'previewPeople',
  method: 'POST',
  path: '/api/people/preview',
  body: z.strictObject({ source: listSource }),
  answer: z.object({
    format: z.enum(['xlsx', 'csv', 'pasted']),
    encoding: z.enum(['utf-8', 'windows-1252', 'none']),
    rows: z.array(previewedRow),
  }),
  failures: ['unreadable-list'],
  limit: 3_000_000,
});

/** All or nothing: one malformed row refuses the whole list and names it. */
export const invitePeople = route({
  name: 'invitePeople',
  method: 'POST',
  path: '/api/people',
  body: z.strictObject({
    rows: z.array(peopleRow).min(1).max(5_000),
    /** Whether an invitation is mailed to those who have a mailbox. */
    send: z.boolean(),
  }),
  answer: z.object({ invited: z.array(personId), mails: z.number().int(), withoutMailbox: z.number().int() }),
  failures: ['invalid-people'],
  limit: 3_000_000,
});

export const listPeople = route({
  name: 'listPeople',
  method: 'GET',
  path: '/api/people',
  answer: z.object({ people: z.array(personRecord) }),
});

export const slip = z.object({
  person: personRef,
  url: z.string(),
  /** The link as a QR code, an SVG document. */
  qr: z.string(),
  validUntil: z.string(),
});
export type Slip = z.infer<typeof slip>;

export const printSlips = route({
  name: 'printSlips',
  method: 'POST',
  path: '/api/people/slips',
  body: z.strictObject({ people: z.array(personId).min(1).max(500) }),
  answer: z.object({ slips: z.array(slip) }),
});

export const grantRole = route({
  name: 'grantRole',
  method: 'PUT',
  path: '/api/people/:person/roles',
  params: z.strictObject({ person: personId }),
  body: grant.strict(),
  answer: personRecord,
});
export const revokeRole = route({
  name: 'revokeRole',
  method: 'DELETE',
  path: '/api/people/:person/roles',
  params: z.strictObject({ person: personId }),
  body: grant.strict(),
  answer: personRecord,
  failures: ['last-administrator'],
});

export const listDirectorates = route({
  name: 'listDirectorates',
  method: 'GET',
  path: '/api/directorates',
  answer: z.object({ directorates: z.array(directorate) }),
});
