/** Bundles the server into dist/main.js, its threads and its commands beside it. */
import { bundle } from './bundle.mjs';

await bundle(
  {
    main: 'src/main.ts',
    // What an administrator runs beside it, where there is no TypeScript: `node apps/server/dist/data.js dump FOLDER`.
    import: 'scripts/import.ts',
    data: 'scripts/data.ts',
    'attribution-verify': 'scripts/attribution-verify.ts',
  },
  'dist',
);
