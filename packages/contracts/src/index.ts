/** The door of the contracts: what both sides agree on. */
export * from './accounts.ts';
export * from './adoption.ts';
export * from './attribution.ts';
export * from './challenges.ts';
export * from './co-editing.ts';
export * from './define.ts';
export * from './failures.ts';
export * from './ideas.ts';
export * from './ids.ts';
export * from './notifications.ts';
export * from './openapi.ts';
export * from './people.ts';
export * from './protocol.ts';
export * from './rebounds.ts';
export * from './request.ts';
export * from './selection.ts';
export * from './transfer.ts';
