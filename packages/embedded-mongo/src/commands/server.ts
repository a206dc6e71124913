/**
 * Answers for the commands about the server itself: the handshake, versions, and ending sessions.
 */
import { doc, int, isDoc } from '../bson/value.ts';
import type { Doc } from '../bson/value.ts';
import { fail } from '../failure.ts';
import type { Command, Context } from '../server/context.ts';
import { docs, optionalDoc } from '../server/context.ts';
import { SESSION_MINUTES } from '../server/sessions.ts';
import { LARGEST_MESSAGE } from '../server/wire.ts';

export const SET_NAME = 'embedded';
const VERSION = '8.0.0';

function hello({ services, connection, command }: Context): Doc {
  return doc({
    helloOk: true,
    [command === 'hello' ? 'isWritablePrimary' : 'ismaster']: true,
    setName: SET_NAME,
    setVersion: int(1),
    secondary: false,
    hosts: [services.address],
    primary: services.address,
    me: services.address,
    maxBsonObjectSize: int(16 * 1024 * 1024),
    maxMessageSizeBytes: int(LARGEST_MESSAGE),
    maxWriteBatchSize: int(100_000),
    localTime: services.now(),
    logicalSessionTimeoutMinutes: int(SESSION_MINUTES),
    connectionId: int(connection),
    minWireVersion: int(0),
    maxWireVersion: int(25),
    readOnly: false,
  });
}

const HELLO: Command = {
  run: hello,
  fields: [
    'helloOk',
    'client',
    'compression',
    'topologyVersion',
    'maxAwaitTimeMS',
    'loadBalanced',
    'backpressure',
    'saslSupportedMechs',
    'speculativeAuthenticate',
    'hostInfo',
  ],
};

function buildInfo(): Doc {
  return doc({
    version: VERSION,
    versionArray: [8, 0, 0, 0].map(int),
    gitVersion: 'embedded',
    modules: ['embedded'],
    bits: int(64),
    debug: false,
    maxBsonObjectSize: int(16 * 1024 * 1024),
    storageEngines: ['lmdb'],
  });
}

function endSessions(context: Context): Doc {
  const { services, command } = context;
  for (const session of docs(context, command)) services.sessions.end(session);
  return new Map();
}

function configureFailPoint(context: Context): Doc {
  const { failPoints } = context.services;
  if (context.database !== 'admin')
    fail(13, 'configureFailPoint may only be run against the admin database.');
  failPoints?.configure(
    context.body.get('configureFailPoint'),
    context.body.get('mode'),
    optionalDoc(context, 'data') ?? new Map(),
  );
  return new Map();
}

function killAllSessions({ services, body }: Context): Doc {
  const users = body.get('killAllSessions');
  if (Array.isArray(users) && users.length > 0)
    fail(115, 'this server has no users whose sessions could be killed');
  services.sessions.abortAll();
  return new Map();
}

function isKnownSession({ services, body }: Context): Doc {
  const lsid = body.get('lsid');
  if (isDoc(lsid)) services.sessions.find(lsid);
  return new Map();
}

export const SERVER_COMMANDS: [string, Command][] = [
  ['hello', HELLO],
  ['ismaster', HELLO],
  ['isMaster', HELLO],
  ['ping', { run: isKnownSession, fields: [] }],
  ['buildInfo', { run: buildInfo, fields: [] }],
  ['buildinfo', { run: buildInfo, fields: [] }],
  ['endSessions', { run: endSessions, fields: [] }],
  ['killAllSessions', { run: killAllSessions, fields: [] }],
  ['configureFailPoint', { run: configureFailPoint, fields: ['mode', 'data'] }],
];
