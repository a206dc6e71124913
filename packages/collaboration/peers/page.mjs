/** A page of either peer, as small as its protocol: it joins, sends updates and asks what the server has. */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import WebSocket from 'ws';
import * as Y from 'yjs';

const SYNC = 0;
const AUTH = 2;
const CLOSE = 7;

/** Answers once it is in; `peer` decides where the name of the document and of the person go. */
export const openPage = async ({ peer, port, document, person, clientId }) => {
  const named = peer === 'hocuspocus';
  const socket = new WebSocket(`ws://127.0.0.1:${port}/${named ? '' : `${document}/${person}`}`);
  socket.binaryType = 'arraybuffer';
  const doc = new Y.Doc({ gc: false });
  doc.clientID = clientId;
  const waiting = [];
  let closed = false;

  const send = (type, write) => {
    const encoder = encoding.createEncoder();
    if (named) encoding.writeVarString(encoder, document);
    encoding.writeVarUint(encoder, type);
    write(encoder);
    if (!closed && socket.readyState === WebSocket.OPEN) socket.send(encoding.toUint8Array(encoder));
  };
  const sendSync = (step, bytes) =>
    send(SYNC, (encoder) => {
      encoding.writeVarUint(encoder, step);
      encoding.writeVarUint8Array(encoder, bytes);
    });
  const end = () => {
    closed = true;
    for (const resolve of waiting.splice(0)) resolve();
  };
  socket.on('close', end);
  socket.on('error', end);
  socket.on('message', (data) => {
    const decoder = decoding.createDecoder(new Uint8Array(data));
    if (named) decoding.readVarString(decoder);
    const type = decoding.readVarUint(decoder);
    if (type === CLOSE) end();
    if (type !== SYNC) return;
    const step = decoding.readVarUint(decoder);
    const bytes = decoding.readVarUint8Array(decoder);
    if (step !== 0) Y.applyUpdate(doc, bytes, 'server');
    if (step === 1) waiting.shift()?.();
  });
  await new Promise((resolve, reject) => {
    socket.on('open', resolve);
    socket.on('error', reject);
  });
  if (named) {
    send(AUTH, (encoder) => {
      encoding.writeVarUint(encoder, 0);
      encoding.writeVarString(encoder, person);
    });
  }

  /** Everything sent before has been looked at when this answers, or the server closed the connection. */
  const settle = () =>
    closed
      ? Promise.resolve()
      : new Promise((resolve) => {
          waiting.push(resolve);
          sendSync(0, Y.encodeStateVector(doc));
        });
  doc.on('update', (bytes, origin) => {
    if (origin !== 'server') sendSync(2, bytes);
  });
  await settle();
  return {
    doc,
    settle,
    send: (bytes) => sendSync(2, bytes),
    get refused() {
      return closed;
    },
    leave: () => socket.terminate(),
  };
};
