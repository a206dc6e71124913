/** A picture for journeys and photographs, drawn here: hills under a sky, as a PNG of three bytes a point. */
import { crc32, deflateSync } from 'node:zlib';

function chunk(kind: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

export function drawnPicture(width = 1_200, height = 400): Uint8Array {
  const rows = Buffer.alloc(height * (1 + 3 * width));
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const near = height * (0.7 + 0.12 * Math.sin(x / 170));
      const far = height * (0.5 + 0.1 * Math.sin(x / 110 + 2));
      const point = y > near ? [38, 84, 62] : y > far ? [92, 140, 104] : [188 - y / 4, 214 - y / 6, 232];
      rows.set(
        point.map((channel) => Math.round(channel)),
        y * (1 + 3 * width) + 1 + 3 * x,
      );
    }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  const parts = [chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))];
  return new Uint8Array(Buffer.concat([signature, ...parts]));
}
