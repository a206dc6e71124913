/**
 * Answers for knowing what a program really sends: preloaded into its processes, it notes each command the stock driver
 * starts, with its options and operators, in the file named by BUTINERIE_RECORD_COMMANDS (see README).
 */
import { appendFileSync } from 'node:fs';
import { MongoClient } from 'mongodb';

const file = process.env.BUTINERIE_RECORD_COMMANDS;
const seen = new Set();
/** What the driver adds to every command. */
const EVERYWHERE = new Set(['$db', '$clusterTime', '$readPreference', 'lsid']);
const STATEMENTS = new Set(['updates', 'deletes', 'indexes']);

function note(command, kind, name) {
  const line = `${command}\t${kind}\t${name}\n`;
  if (seen.has(line)) return;
  seen.add(line);
  appendFileSync(file, line);
}

/** Bytes, dates, ids and a library's own objects hold no operator, and may hold themselves. */
const isPlain = (value) =>
  typeof value === 'object' &&
  value !== null &&
  (value instanceof Map || [Object.prototype, null].includes(Object.getPrototypeOf(value)));

function operators(command, value) {
  if (Array.isArray(value)) for (const member of value) operators(command, member);
  if (!isPlain(value)) return;
  for (const [key, member] of value instanceof Map ? value : Object.entries(value)) {
    if (key.startsWith('$')) note(command, 'operator', key);
    else if (/\.\$(\[|\.|$)/.test(key)) note(command, 'operator', key.includes('$[') ? '$[name]' : '.$');
    if (key === 'documents') continue;
    operators(command, member);
  }
}

function started({ commandName, command }) {
  note(commandName, 'command', '');
  for (const [key, value] of Object.entries(command)) {
    if (EVERYWHERE.has(key)) continue;
    if (key !== commandName) note(commandName, 'option', key);
    if (key !== 'documents') operators(commandName, value);
    if (STATEMENTS.has(key))
      for (const statement of value)
        for (const option of Object.keys(statement)) note(commandName, 'option', `${key}.${option}`);
  }
}

if (file) {
  const { value: connect } = Object.getOwnPropertyDescriptor(MongoClient.prototype, 'connect');
  const watched = new WeakSet();
  MongoClient.prototype.connect = function (...given) {
    if (!watched.has(this)) {
      watched.add(this);
      this.monitorCommands = true;
      this.on('commandStarted', started);
    }
    return connect.apply(this, given);
  };
}
