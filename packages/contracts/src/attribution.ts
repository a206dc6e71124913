/** The ledger in people's hands: checkpoint, proofs, keys, receipts. */
import * as z from 'zod';
import { instant, route } from './define.ts';
import { ideaId, personId } from './ids.ts';
import { personRef } from './people.ts';

const sequence = z.coerce.number().int().min(0);
const plain = 'text/plain; charset=utf-8';

/** The latest C2SP checkpoint. */
export const readCheckpoint = route({
  name: 'readCheckpoint',
  method: 'GET',
  path: '/api/attribution/checkpoint',
  answer: z.string(),
  failures: ['ledger-refuses'],
  produces: plain,
});
export const readLeaf = route({
  name: 'readLeaf',
  method: 'GET',
  path: '/api/attribution/leaf/:n',
  params: z.strictObject({ n: sequence }),
  answer: z.object({ n: z.number().int(), leaf: z.string() }),
});
export const readInclusion = route({
  name: 'readInclusion',
  method: 'GET',
  path: '/api/attribution/proof/:n',
  params: z.strictObject({ n: sequence }),
  query: z.strictObject({ size: sequence.optional() }),
  answer: z.object({ n: z.number().int(), size: z.number().int(), hashes: z.array(z.base64()) }),
});
export const readConsistency = route({
  name: 'readConsistency',
  method: 'GET',
  path: '/api/attribution/consistency/:from/:to',
  params: z.strictObject({ from: sequence, to: sequence }),
  answer: z.object({ from: z.number().int(), to: z.number().int(), hashes: z.array(z.base64()) }),
});
/** The latest checkpoint with the proof that it extends an older size: a text file to keep, compared without a server. */
export const readExtension = route({
  name: 'readExtension',
  method: 'GET',
  path: '/api/attribution/extension/:from',
  params: z.strictObject({ from: sequence }),
  answer: z.string(),
  failures: ['ledger-refuses'],
  produces: plain,
});
/** One verification key a line. Public: they are printed on receipts too. */
export const readVerificationKeys = route({
  name: 'readVerificationKeys',
  method: 'GET',
  path: '/api/attribution/vkeys',
  audience: 'anyone',
  answer: z.string(),
  produces: plain,
});

export const creditEvent = z.object({
  n: z.number().int(),
  kind: z.string(),
  at: instant,
  by: personRef.nullable(),
  person: personRef.nullable(),
  idea: ideaId.nullable(),
});
/** Everything the ledger holds about an idea, in order. */
export const readCreditHistory = route({
  name: 'readCreditHistory',
  method: 'GET',
  path: '/api/ideas/:idea/credits',
  params: z.strictObject({ idea: ideaId }),
  answer: z.object({ events: z.array(creditEvent), size: z.number().int() }),
});

export const receiptEntry = z.object({
  n: z.number().int(),
  kind: z.string(),
  at: instant,
  idea: ideaId.nullable(),
  title: z.string().nullable(),
  /** The line that says what one brought, where the act is that. */
  brought: z.string().nullable(),
});
export const listReceipts = route({
  name: 'listReceipts',
  method: 'GET',
  path: '/api/me/receipts',
  answer: z.object({ receipts: z.array(receiptEntry) }),
});
/** The receipt of one event that names the reader: a text file to keep, which verifies offline. */
export const readReceipt = route({
  name: 'readReceipt',
  method: 'GET',
  path: '/api/me/receipts/:n',
  params: z.strictObject({ n: sequence }),
  answer: z.string(),
  failures: ['ledger-refuses'],
  produces: plain,
});
/** The receipt without its text, and the same as a code to print: whoever photographs it holds the receipt. */
export const readCertificate = route({
  name: 'readCertificate',
  method: 'GET',
  path: '/api/me/receipts/:n/certificate',
  params: z.strictObject({ n: sequence }),
  answer: z.object({
    receipt: z.string(),
    /** An SVG document; null when the receipt is longer than any code. */
    qr: z.string().nullable(),
    idea: ideaId.nullable(),
  }),
  failures: ['ledger-refuses'],
});
/** Everything the register holds about the reader: each act, what opens it and its proof. Portable as it is. */
export const exportCredits = route({
  name: 'exportCredits',
  method: 'GET',
  path: '/api/me/credits/export',
  answer: z.object({
    format: z.literal('butinerie-credits@v1'),
    person: personId,
    at: instant,
    checkpoint: z.string(),
    vkeys: z.array(z.string()),
    acts: z.array(receiptEntry.extend({ leaf: z.string(), receipt: z.string() })),
  }),
  failures: ['ledger-refuses'],
});
