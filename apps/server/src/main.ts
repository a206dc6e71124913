/** Reads the environment, starts, stops; nothing else. */
import { createServer, type Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { createApp } from './app.ts';
import type { App } from './app-setup.ts';
import { CannotStart } from './platform/cannot-start.ts';
import { readConfig, type Config } from './platform/config.ts';
import { stopOnSignals } from './platform/shutdown.ts';
import { servePages } from './platform/static.ts';
import { welcomeLines } from './welcome-lines.ts';

const forDevelopment = process.argv.includes('--dev');
// The bundle lies in dist/, the source in src/: both one folder below the server's.
const clientRoot = fileURLToPath(new URL('../../client', import.meta.url));

async function startForDevelopment(config: Config): Promise<App> {
  const { developmentPages } = await import('./platform/development-pages.ts');
  const http: Server = createServer();
  const development = await developmentPages(clientRoot, http);
  const app = await createApp({ config, http, pages: development.pages, strictPages: false });
  return {
    ...app,
    async stop() {
      await development.stop();
      await app.stop();
    },
  };
}

async function main(): Promise<void> {
  const config = readConfig(process.env);
  if (!config.ok) throw new CannotStart(config.sentence);
  const app = forDevelopment
    ? await startForDevelopment(config.value)
    : await createApp({
        config: config.value,
        pages: servePages(`${clientRoot}/dist`),
        verifierPage: `${clientRoot}/dist/butinerie-verifier.html`,
      });
  stopOnSignals(() => app.stop());
  const link = await app.firstAdministratorLink();
  process.stdout.write(welcomeLines({ ...app, link, dataDir: config.value.dataDir }).join('\n') + '\n');
}

try {
  await main();
} catch (error) {
  if (!(error instanceof CannotStart)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
