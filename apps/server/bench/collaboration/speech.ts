/**
 * How each server is spoken to over a bare WebSocket, so that what a client's library costs weighs on none of them. The
 * same words for all: join a text, send an update, show a caret, hear updates.
 */
import { updateIdea, joinIdea, showPresence, ideaUpdated } from '@butinerie/contracts';
import { wire, type Packet } from '@butinerie/contracts/wire';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

/** `durable` is the floor with the product's log before each message. */
export type Kind = 'ours' | 'hocuspocus' | 'naive' | 'floor' | 'durable';

export interface Seat {
  readonly kind: Kind;
  readonly url: string;
  readonly doc: string;
  readonly cookie: string;
  /** How many client ids to ask for, where they are leased. */
  readonly lease: number;
}
export interface Joined {
  readonly update: Uint8Array;
  readonly clientIds: readonly number[];
}
export interface Ears {
  joined(answer: Joined): void;
  updates(updates: readonly Uint8Array[]): void;
  acknowledged(): void;
  /** Answers to the server by itself. */
  say(...frames: readonly (string | Uint8Array)[]): void;
}
export interface Speech {
  readonly path: string;
  /** What is said when the line opens. */
  open(seat: Seat, vector: Uint8Array): readonly (string | Uint8Array)[];
  hear(data: Buffer, binary: boolean, seat: Seat, ears: Ears): void;
  update(seat: Seat, bytes: Uint8Array): readonly (string | Uint8Array)[];
  caret(seat: Seat, bytes: Uint8Array): readonly (string | Uint8Array)[];
}

const NONE = new Uint8Array([0]);

/** The product: Socket.IO with one frame for each message. */
function ours(): Speech {
  const encoder = new wire.Encoder();
  let number = 0;
  let wanted: Uint8Array = new Uint8Array();
  const event = (name: string, payload: object, { asks = true } = {}): (string | Uint8Array)[] => {
    const id = asks ? { id: number++ } : {};
    const [frame] = encoder.encode({ type: 2, nsp: '/', ...id, data: [name, payload] });
    return [typeof frame === 'string' ? `4${frame}` : frame];
  };
  function read(packet: Packet, ears: Ears): void {
    const [name, payload] = packet.data as [unknown, Record<string, unknown>];
    if (packet.type === 3) {
      const answer = name as {
        ok: boolean;
        value: { update?: Uint8Array; lease?: number[] };
        problem?: object;
      };
      if (!answer.ok) throw new Error(`refused: ${JSON.stringify(answer.problem)}`);
      const { update, lease = [] } = answer.value;
      if (update === undefined) ears.acknowledged();
      else ears.joined({ update, clientIds: lease });
    } else if (name === ideaUpdated.name) ears.updates(payload['updates'] as Uint8Array[]);
  }
  return {
    path: '/socket.io/?EIO=4&transport=websocket',
    open(_seat, vector) {
      wanted = vector;
      return [];
    },
    hear(data, binary, { doc, lease }, ears) {
      const decoder = new wire.Decoder();
      decoder.on('decoded', (packet) => read(packet, ears));
      const text = binary ? '' : data.toString();
      if (binary) decoder.add(data);
      else if (text.startsWith('0')) ears.say('40');
      else if (text.startsWith('40')) ears.say(...event(joinIdea.name, { idea: doc, vector: wanted, lease }));
      else if (text === '2') ears.say('3');
      else if (text.startsWith('4')) decoder.add(text.slice(1));
    },
    update: ({ doc }, update) => event(updateIdea.name, { idea: doc, update }),
    caret: ({ doc }, caret) => event(showPresence.name, { idea: doc, caret }, { asks: false }),
  };
}

/** Each message begins with the document's name; then as y-protocols has it. */
function hocuspocus(): Speech {
  const say = (seat: Seat, write: (encoder: encoding.Encoder) => void): Uint8Array => {
    const encoder = encoding.createEncoder();
    encoding.writeVarString(encoder, seat.doc);
    write(encoder);
    return encoding.toUint8Array(encoder);
  };
  return {
    path: '/',
    open: (seat, vector) => [
      say(seat, (encoder) => {
        encoding.writeVarUint(encoder, 2);
        encoding.writeVarUint(encoder, 0);
        encoding.writeVarString(encoder, 'token');
      }),
      say(seat, (encoder) => {
        encoding.writeVarUint(encoder, 0);
        encoding.writeVarUint(encoder, 0);
        encoding.writeVarUint8Array(encoder, vector.length === 0 ? NONE : vector);
      }),
    ],
    hear(data, _binary, _seat, ears) {
      const decoder = decoding.createDecoder(data);
      decoding.readVarString(decoder);
      const type = decoding.readVarUint(decoder);
      if (type === 8) ears.acknowledged();
      if (type !== 0 && type !== 4) return;
      const step = decoding.readVarUint(decoder);
      if (step === 0) return;
      const update = decoding.readVarUint8Array(decoder);
      if (step === 1) ears.joined({ update, clientIds: [] });
      else ears.updates([update]);
    },
    update: (seat, bytes) => [
      say(seat, (encoder) => {
        encoding.writeVarUint(encoder, 0);
        encoding.writeVarUint(encoder, 2);
        encoding.writeVarUint8Array(encoder, bytes);
      }),
    ],
    caret: (seat, bytes) => [
      say(seat, (encoder) => {
        encoding.writeVarUint(encoder, 1);
        encoding.writeVarUint8Array(encoder, bytes);
      }),
    ],
  };
}

/** Socket.IO as it comes: a frame of text, then one for each piece of bytes. */
function naive(): Speech {
  let wanted: Uint8Array = new Uint8Array();
  let next: 'joined' | 'update' | 'caret' = 'caret';
  const piece = '{"_placeholder":true,"num":0}';
  return {
    path: '/socket.io/?EIO=4&transport=websocket',
    open(_seat, vector) {
      wanted = vector;
      return [];
    },
    hear(data, binary, { doc }, ears) {
      if (binary) {
        if (next === 'joined') ears.joined({ update: data, clientIds: [] });
        else if (next === 'update') ears.updates([data]);
        return;
      }
      const text = data.toString();
      if (text.startsWith('0')) ears.say('40');
      else if (text.startsWith('40')) ears.say(`451-0["join",${JSON.stringify(doc)},${piece}]`, wanted);
      else if (text === '2') ears.say('3');
      else next = text.startsWith('461-') ? 'joined' : text.startsWith('451-["u"') ? 'update' : 'caret';
    },
    update: (_seat, bytes) => [`451-["u",${piece}]`, bytes],
    caret: (_seat, bytes) => [`451-["a",${piece}]`, bytes],
  };
}

function floor(): Speech {
  let joined = false;
  return {
    path: '/',
    open: ({ doc }, vector) => [`${doc}\n${vector.length === 0 ? 'all' : 'nothing'}`],
    hear(data, _binary, _seat, ears) {
      if (joined) {
        // A mark tells updates from carets.
        if (data[0] === 1) ears.updates([data.subarray(1)]);
        return;
      }
      joined = true;
      ears.joined({ update: data, clientIds: [] });
    },
    update: (_seat, bytes) => [Buffer.concat([Buffer.of(1), bytes])],
    caret: (_seat, bytes) => [Buffer.concat([Buffer.of(2), bytes])],
  };
}

export const SPEECHES: Readonly<Record<Kind, () => Speech>> = {
  ours,
  hocuspocus,
  naive,
  floor,
  durable: floor,
};
