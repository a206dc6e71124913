/**
 * An archive from outside is unpacked within a budget and packed again without compression, so that the spreadsheet
 * reader, which believes the sizes an archive declares, only ever meets one that we wrote.
 */
import { crc32, inflateRawSync } from 'node:zlib';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;
const LONGEST_COMMENT = 0xffff;

export interface ZipBudget {
  /** Bytes all entries may have together once unpacked. */
  readonly bytes: number;
  readonly entries: number;
}

export interface ZipEntry {
  readonly name: string;
  readonly content: Buffer;
}

/** The entries, or null where the archive is malformed or larger than the budget. */
export function unpackWithin(archive: Buffer, budget: ZipBudget): ZipEntry[] | null {
  try {
    return unpack(archive, budget);
  } catch (error) {
    // A truncated archive reads past its end, a lying one inflates past its budget; anything else is a bug.
    if (error instanceof RangeError || isZlibError(error)) return null;
    throw error;
  }
}

function unpack(archive: Buffer, budget: ZipBudget): ZipEntry[] | null {
  const end = endOfDirectory(archive);
  if (end === null) return null;
  const count = archive.readUInt16LE(end + 10);
  if (count > budget.entries) return null;
  const entries: ZipEntry[] = [];
  let left = budget.bytes;
  let at = archive.readUInt32LE(end + 16);
  for (let i = 0; i < count; i++) {
    if (archive.readUInt32LE(at) !== DIRECTORY_ENTRY) return null;
    const method = archive.readUInt16LE(at + 10);
    const packedSize = archive.readUInt32LE(at + 20);
    const nameLength = archive.readUInt16LE(at + 28);
    const local = archive.readUInt32LE(at + 42);
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    if (archive.readUInt32LE(local) !== LOCAL_ENTRY) return null;
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const packed = archive.subarray(start, start + packedSize);
    if (packed.length !== packedSize || left <= 0) return null;
    if (method !== STORED && method !== DEFLATED) return null;
    const content = method === STORED ? packed : inflateRawSync(packed, { maxOutputLength: left });
    left -= content.length;
    if (left < 0) return null;
    entries.push({ name, content });
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return entries;
}

function endOfDirectory(archive: Buffer): number | null {
  const earliest = Math.max(0, archive.length - 22 - LONGEST_COMMENT);
  for (let at = archive.length - 22; at >= earliest; at--) {
    if (archive.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  }
  return null;
}

function isZlibError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^(Z_|ERR_BUFFER_TOO_LARGE)/.test(String(error.code));
}

/** An archive of these entries, stored as they are. */
export function pack(entries: readonly ZipEntry[]): Buffer {
  const body: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name, 'utf8');
    // What both headers share: version, flags (names are UTF-8), method, time, checksum, sizes, length of the name.
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(0x0800, 2);
    shared.writeUInt32LE(crc32(entry.content), 10);
    shared.writeUInt32LE(entry.content.length, 14);
    shared.writeUInt32LE(entry.content.length, 18);
    shared.writeUInt16LE(name.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    body.push(word(LOCAL_ENTRY), shared, name, entry.content);
    directory.push(word(DIRECTORY_ENTRY), Buffer.from([20, 0]), shared, tail, name);
    offset += 30 + name.length + entry.content.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...body, list, word(END_OF_DIRECTORY), end]);
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
