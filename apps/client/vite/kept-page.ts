/**
 * The page people keep: one HTML file that checks receipts from the file system, without a network and for as long as
 * browsers read HTML. Built with the client from the same sources; its content policy names its own two parts by their
 * hashes, so that nothing else can run in it or leave it.
 */
import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';
import { inOneFile, type Like } from './in-one-file.ts';

/** Where the server has it, and the name of the file people keep. */
const KEPT_PAGE = 'butinerie-verifier.html';

interface KeptPageOptions {
  /** The script that mounts the page. */
  readonly entry: string;
  /** How the client itself is built: its root, its plugins, its trimming. */
  readonly like: Like;
}

export function keptPage({ entry, like }: KeptPageOptions): Plugin {
  const make = async (): Promise<string> => {
    const { script, styles } = await inOneFile(entry, like);
    return pageOf(script.replaceAll('</script', '<\\/script'), styles.join('\n'));
  };
  return {
    name: 'kept-page',
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: KEPT_PAGE, source: await make() });
    },
    configureServer({ middlewares }) {
      middlewares.use(`/${KEPT_PAGE}`, (_request, response, next) => {
        void make().then((page) => {
          response.setHeader('Content-Type', 'text/html; charset=utf-8');
          response.setHeader('Content-Disposition', `attachment; filename="${KEPT_PAGE}"`);
          response.end(page);
        }, next);
      });
    },
  };
}

const hashOf = (inline: string): string =>
  `'sha256-${createHash('sha256').update(inline, 'utf8').digest('base64')}'`;

function pageOf(script: string, style: string): string {
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>Vérifier un reçu — La Butinerie</title>
<style>${style}</style>
</head>
<body>
<div id="root"></div>
<noscript><p>Cette page a besoin de JavaScript pour calculer. Rien n’est envoyé.</p><p lang="en">This page needs JavaScript to compute. Nothing is sent.</p></noscript>
<script>${script}</script>
</body>
</html>
`;
}
