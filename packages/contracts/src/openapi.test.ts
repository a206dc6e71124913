import { expect, test } from 'vitest';
import { openApi } from './openapi.ts';
import { ROUTES } from './protocol.ts';

const document = openApi('http://localhost:3000') as {
  paths: Record<
    string,
    Record<string, { operationId: string; responses: Record<string, { description: string }> }>
  >;
};
const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));

test('every route is an operation of the OpenAPI document', () => {
  expect(operations.map((o) => o.operationId).sort()).toEqual(ROUTES.map((r) => r.name).sort());
});

test('failures of one status are grouped, each named', () => {
  const publish = operations.find((o) => o.operationId === 'publishIdea');
  expect(publish?.responses['422']?.description).toContain('title-too-long');
  expect(publish?.responses['422']?.description).toContain('text-too-long');
  expect(publish?.responses['401']?.description).toContain('not-signed-in');
});

test('the document is plain JSON', () => {
  expect(JSON.parse(JSON.stringify(document))).toEqual(document);
});
