/**
 * The HTTP interface as an OpenAPI 3.1 document, made from the declarations: what another system reads to call us.
 * Failures are grouped by status, since OpenAPI allows one answer per status.
 */
import * as z from 'zod';
import { FILE, type Route } from './define.ts';
import { EDGE_FAILURES, FAILURES, type FailureCode } from './failures.ts';
import { PROTOCOL, ROUTES } from './protocol.ts';

type Json = Record<string, unknown>;

const schema = (of: z.ZodType, io: 'input' | 'output'): unknown =>
  z.toJSONSchema(of, { unrepresentable: 'any', io, target: 'draft-2020-12' });

function parameters(of: z.ZodType, place: 'path' | 'query'): Json[] {
  const shape = (schema(of, 'input') as { properties?: Json; required?: string[] }) ?? {};
  return Object.entries(shape.properties ?? {}).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || (shape.required ?? []).includes(name),
    schema: property,
  }));
}

function problems(route: Route): Json {
  const byStatus = new Map<number, FailureCode[]>();
  for (const code of [...EDGE_FAILURES, ...route.failures]) {
    const status = FAILURES[code].status;
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  const answers: Json = {};
  for (const [status, codes] of [...byStatus].sort(([a], [b]) => a - b)) {
    answers[status] = {
      description: codes.map((code) => `${code}: ${FAILURES[code].title}`).join('; '),
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    };
  }
  return answers;
}

/** OpenAPI 3.1 describes bytes by their media type alone. */
const answered = (route: Route): unknown => (route.produces === FILE ? {} : schema(route.answer, 'output'));

function operation(route: Route): Json {
  const takesBody = route.method !== 'GET';
  return {
    operationId: route.name,
    parameters: [...parameters(route.params, 'path'), ...parameters(route.query, 'query')],
    ...(takesBody && {
      requestBody: { content: { [route.consumes]: { schema: schema(route.body, 'input') } } },
    }),
    responses: {
      200: { description: 'Done', content: { [route.produces]: { schema: answered(route) } } },
      ...problems(route),
    },
    security: route.audience === 'anyone' ? [] : [{ session: [] }],
  };
}

export function openApi(serverUrl: string): Json {
  const paths: Record<string, Json> = {};
  for (const route of ROUTES) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route) };
  }
  return {
    openapi: '3.1.1',
    info: { title: 'Butinerie', version: String(PROTOCOL) },
    servers: [{ url: serverUrl }],
    paths,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'butinerie' } },
      schemas: {
        Problem: {
          type: 'object',
          description: 'RFC 9457 problem; the facts of the code are extension members',
          required: ['type', 'title', 'status', 'instance', 'code'],
          properties: {
            type: { type: 'string' },
            title: { type: 'string' },
            status: { type: 'integer' },
            detail: { type: 'string' },
            instance: { type: 'string' },
            code: { type: 'string', enum: Object.keys(FAILURES) },
          },
        },
      },
    },
  };
}
