/** Builds a script with all it imports into one file, beside the client and like it. */
import { build, type InlineConfig } from 'vite';

/** How the client itself is built: its root, its plugins, its trimming. */
export type Like = Pick<InlineConfig, 'root' | 'plugins' | 'build'>;

export async function inOneFile(
  entry: string,
  like: Like,
): Promise<{ readonly script: string; readonly styles: readonly string[] }> {
  const built = await build({
    ...like,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    mode: 'production',
    build: {
      ...like.build,
      write: false,
      manifest: false,
      modulePreload: false,
      cssCodeSplit: false,
      rolldownOptions: {
        ...like.build?.rolldownOptions,
        input: entry,
        output: { format: 'iife', codeSplitting: false },
      },
    },
  });
  const parts = [built].flat().flatMap((each) => ('output' in each ? each.output : []));
  const scripts = parts.flatMap((part) => (part.type === 'chunk' ? [part.code] : []));
  const styles = parts.flatMap((part) =>
    part.type === 'asset' && part.fileName.endsWith('.css') ? [String(part.source)] : [],
  );
  const [script, ...more] = scripts;
  if (script === undefined || more.length > 0 || parts.length !== scripts.length + styles.length)
    throw new Error(`${entry} would not be one file: ${parts.map((part) => part.fileName).join(', ')}`);
  return { script, styles };
}
