// Schemas are compiled with `new Function` where that is allowed. The policy of these pages forbids it, and the mere
// attempt is reported as a violation on every page: told before any schema exists, the library does not try.
globalThis.__zod_globalConfig = { jitless: true };
