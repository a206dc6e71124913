/** Updates written byte by byte, for what no honest client would send. */

import * as encoding from 'lib0/encoding';

export type Id = readonly [client: number, clock: number];

export interface CraftedStruct {
  readonly kind?: number;
  /** Bits added to the info byte. */
  readonly bits?: number;
  readonly origin?: Id;
  readonly right?: Id;
  readonly root?: string;
  readonly parent?: Id;
  readonly key?: string;
  readonly content: (encoder: encoding.Encoder) => void;
}

export interface CraftedSection {
  readonly client: number;
  readonly clock: number;
  readonly structs: readonly CraftedStruct[];
  readonly count?: number;
}

const writeId = (encoder: encoding.Encoder, [client, clock]: Id): void => {
  encoding.writeVarUint(encoder, client);
  encoding.writeVarUint(encoder, clock);
};

const writeStruct = (encoder: encoding.Encoder, struct: CraftedStruct): void => {
  const { kind = 4, bits = 0, origin, right, root, parent, key } = struct;
  encoding.writeUint8(
    encoder,
    kind | bits | (origin ? 0x80 : 0) | (right ? 0x40 : 0) | (key === undefined ? 0 : 0x20),
  );
  if (origin) writeId(encoder, origin);
  if (right) writeId(encoder, right);
  if (root !== undefined) {
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarString(encoder, root);
  } else if (parent) {
    encoding.writeVarUint(encoder, 0);
    writeId(encoder, parent);
  }
  if (key !== undefined) encoding.writeVarString(encoder, key);
  struct.content(encoder);
};

export interface CraftedDeletes {
  readonly client: number;
  readonly ranges: readonly (readonly [clock: number, length: number])[];
}

export const craft = (
  sections: readonly CraftedSection[],
  deletes: readonly CraftedDeletes[] = [],
): Uint8Array => {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, sections.length);
  for (const { client, clock, structs, count } of sections) {
    encoding.writeVarUint(encoder, count ?? structs.length);
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, clock);
    for (const struct of structs) writeStruct(encoder, struct);
  }
  encoding.writeVarUint(encoder, deletes.length);
  for (const { client, ranges } of deletes) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, ranges.length);
    for (const [clock, length] of ranges) {
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarUint(encoder, length);
    }
  }
  return encoding.toUint8Array(encoder);
};

export const text =
  (value: string) =>
  (encoder: encoding.Encoder): void => {
    encoding.writeVarString(encoder, value);
  };

export const numbers =
  (...values: readonly number[]) =>
  (encoder: encoding.Encoder): void => {
    for (const value of values) encoding.writeVarUint(encoder, value);
  };

export const mark =
  (name: string, json: string) =>
  (encoder: encoding.Encoder): void => {
    encoding.writeVarString(encoder, name);
    encoding.writeVarString(encoder, json);
  };

export const element =
  (name: string) =>
  (encoder: encoding.Encoder): void => {
    encoding.writeVarUint(encoder, 3);
    encoding.writeVarString(encoder, name);
  };

export const values =
  (...entries: readonly (string | number | null)[]) =>
  (encoder: encoding.Encoder): void => {
    encoding.writeVarUint(encoder, entries.length);
    for (const entry of entries) encoding.writeAny(encoder, entry);
  };
