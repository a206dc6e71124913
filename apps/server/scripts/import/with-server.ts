/**
 * Calls the instance of DATA_DIR as a script beside it may: the running server by its one-time token, or, when none
 * runs, one that is started for this on a free port of this machine only and stopped afterwards.
 */
import { readSession } from '@butinerie/contracts';
import { createApp } from '../../src/app.ts';
import { createCaller, type Caller } from '../../src/caller.ts';
import { CannotStart } from '../../src/platform/cannot-start.ts';
import type { Config } from '../../src/platform/config.ts';
import { readTaskDoor } from '../../src/platform/task-token.ts';

export async function withServer<T>(
  config: Config,
  use: (caller: Caller, where: 'running' | 'started') => Promise<T>,
): Promise<T> {
  const running = readTaskDoor(config.dataDir);
  if (running !== null && (await answers(running.address)))
    return use(callerOf(running.address, config), 'running');
  const app = await createApp({ config: { ...config, host: '127.0.0.1', port: 0 } });
  try {
    return await use(callerOf(`http://127.0.0.1:${app.port}`, config), 'started');
  } finally {
    await app.stop();
  }
}

function callerOf(base: string, { dataDir }: Config): Caller {
  return createCaller(base, {
    token() {
      const door = readTaskDoor(dataDir);
      if (door === null) throw new CannotStart('The server stopped meanwhile; nothing was imported.');
      return door.token;
    },
  });
}

/** A server that was killed leaves its address behind, and nobody answers there. */
async function answers(address: string): Promise<boolean> {
  return createCaller(address)
    .call(readSession)
    .then(
      ({ ok }) => ok,
      () => false,
    );
}
