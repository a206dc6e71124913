/** The network of a screen drawn in a test: what it was asked and sent, and what it answers. Each file has its own. */
import { problemOf } from '@butinerie/contracts';
import { afterEach, vi } from 'vitest';

export function pretendedNetwork() {
  const network = vi.fn<typeof fetch>();
  vi.stubGlobal('fetch', network);
  afterEach(() => network.mockReset());
  const answers = (value: unknown, status = 200) =>
    network.mockImplementation(async () => new Response(JSON.stringify(value), { status }));
  return {
    network,
    /** To everything it is asked from now on. */
    answers,
    refuses: (failure: Parameters<typeof problemOf>[0]) => {
      const problem = problemOf(failure, '/');
      return answers(problem, problem.status);
    },
    asked: (call = 0): unknown => network.mock.calls[call]?.[0],
    sent: (call = 0): unknown => {
      const body = network.mock.calls[call]?.[1]?.body;
      return JSON.parse(typeof body === 'string' ? body : 'null');
    },
  };
}
