/** The environment, read once at start. A wrong value is one sentence that names the variable. */
import { isIP } from 'node:net';
import { dirname, join, relative, resolve } from 'node:path';
import { LOG_LEVELS, type LogLevel } from './log.ts';

export interface Config {
  readonly port: number;
  /** Undefined: every address of the machine. */
  readonly host: string | undefined;
  readonly dataDir: string;
  readonly publicUrl: URL;
  /** Undefined: the embedded database. */
  readonly mongodbUri: string | undefined;
  /** Through which the servers of one instance tell each other; undefined: through the database they share. */
  readonly redisUrl: string | undefined;
  /** Undefined: mails are shown on a page. */
  readonly smtp:
    { readonly url: string; readonly from: string; readonly replyTo: string | undefined } | undefined;
  readonly attributionKeyFile: string;
  readonly instanceName: string;
  readonly logLevel: LogLevel;
  /** What Express takes: how many proxies stand before the server, or which addresses they have. */
  readonly trustProxy: number | readonly string[] | false;
}

export type Environment = Readonly<Record<string, string | undefined>>;
type Read = { ok: true; value: Config } | { ok: false; sentence: string };

export function readConfig(environment: Environment, folder: string = process.cwd()): Read {
  try {
    return { ok: true, value: read(environment, folder) };
  } catch (error) {
    if (error instanceof Wrong) return { ok: false, sentence: error.message };
    throw error;
  }
}

/** Leaves `read` at the first wrong value; never leaves this file. */
class Wrong extends Error {}

function read(environment: Environment, folder: string): Config {
  // Set but empty is how composition files write "not set".
  const text = (name: string): string | undefined => environment[name]?.trim() || undefined;

  const port = portOf(text('PORT'));
  const mongodbUri = mongodbUriOf(text('MONGODB_URI'));
  const dataDir = resolve(folder, text('DATA_DIR') ?? 'data');
  return {
    port,
    host: text('HOST'),
    dataDir,
    publicUrl: publicUrlOf(text('PUBLIC_URL') ?? `http://localhost:${port}`),
    mongodbUri,
    redisUrl: redisUrlOf(text('REDIS_URL'), mongodbUri),
    smtp: smtpOf(text('SMTP_URL'), text('MAIL_FROM'), text('MAIL_REPLY_TO')),
    attributionKeyFile: keyFileOf(text('ATTRIBUTION_KEY_FILE'), dataDir, folder),
    instanceName: instanceNameOf(text('INSTANCE_NAME') ?? 'Butinerie'),
    logLevel: logLevelOf(text('LOG_LEVEL') ?? 'warn'),
    trustProxy: trustProxyOf(text('TRUST_PROXY')),
  };
}

function portOf(text = '3000'): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Infinity;
  if (port > 65_535) throw new Wrong(`PORT must be a number from 0 to 65535, not "${text}".`);
  return port;
}

function publicUrlOf(text: string): URL {
  const url = urlOf(text);
  if (url === null || !['http:', 'https:'].includes(url.protocol))
    throw new Wrong(`PUBLIC_URL must be an address such as https://ideas.example.org, not "${text}".`);
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '' || url.username !== '')
    throw new Wrong('PUBLIC_URL must be an address without path, query or account.');
  return url;
}

function mongodbUriOf(text: string | undefined): string | undefined {
  if (text !== undefined && !/^mongodb(\+srv)?:\/\/[^/]/.test(text))
    throw new Wrong('MONGODB_URI must start with mongodb:// or mongodb+srv:// and name a replica set.');
  return text;
}

function redisUrlOf(text: string | undefined, mongodbUri: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const protocol = urlOf(text)?.protocol;
  if (protocol !== 'redis:' && protocol !== 'rediss:')
    throw new Wrong('REDIS_URL must start with redis:// or rediss:// and name a Redis server.');
  if (mongodbUri === undefined)
    throw new Wrong(
      'REDIS_URL is for several servers of one instance, which share a MONGODB_URI: set it too.',
    );
  return text;
}

const MAIL_ADDRESS = /^[^\r\n<>]*<[^\s@<>]+@[^\s@<>]+>$|^[^\s@<>]+@[^\s@<>]+$/;

function smtpOf(
  url: string | undefined,
  from: string | undefined,
  replyTo: string | undefined,
): Config['smtp'] {
  if (url === undefined) return undefined;
  const protocol = urlOf(url)?.protocol;
  if (protocol !== 'smtp:' && protocol !== 'smtps:')
    throw new Wrong('SMTP_URL must start with smtp:// or smtps:// and name a mail server.');
  if (from === undefined) throw new Wrong('MAIL_FROM is missing: with SMTP_URL, mails need a sender.');
  for (const [name, address] of [
    ['MAIL_FROM', from],
    ['MAIL_REPLY_TO', replyTo],
  ] as const)
    if (address !== undefined && !MAIL_ADDRESS.test(address))
      throw new Wrong(`${name} must be a mail address, alone or as Name <address>, not "${address}".`);
  return { url, from, replyTo };
}

/** Beside the data, not in it: a backup of the one must not carry the other. */
function keyFileOf(text: string | undefined, dataDir: string, folder: string): string {
  const file = text === undefined ? join(dirname(dataDir), 'keys', 'attribution.pem') : resolve(folder, text);
  if (!relative(dataDir, file).startsWith('..'))
    throw new Wrong('ATTRIBUTION_KEY_FILE must lie outside DATA_DIR, so that a backup never holds both.');
  return file;
}

function instanceNameOf(text: string): string {
  if (text.length > 80) throw new Wrong('INSTANCE_NAME must have at most 80 characters.');
  return text;
}

function logLevelOf(text: string): LogLevel {
  const level = LOG_LEVELS.find((known) => known === text);
  if (level === undefined)
    throw new Wrong(`LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}, not "${text}".`);
  return level;
}

const NAMED_NETWORKS = ['loopback', 'linklocal', 'uniquelocal'];

function trustProxyOf(text: string | undefined): Config['trustProxy'] {
  if (text === undefined) return false;
  if (/^\d$/.test(text)) return Number(text);
  const networks = text.split(',').map((part) => part.trim());
  const known = (part: string): boolean =>
    NAMED_NETWORKS.includes(part) || isIP(part.replace(/\/\d{1,3}$/, '')) !== 0;
  // Never "everybody": any caller could then claim any address, and escape the limits on how often one may ask.
  if (!networks.every(known))
    throw new Wrong(`TRUST_PROXY must be a number of proxies (1) or their addresses, not "${text}".`);
  return networks;
}

const urlOf = (text: string): URL | null => (URL.canParse(text) ? new URL(text) : null);
