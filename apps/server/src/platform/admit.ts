/** Who gets through to a route, before a byte of the body is read. */
import {
  ok,
  refuse,
  type EdgeFailureCode,
  type Failure,
  type Result,
  type Route,
} from '@butinerie/contracts';
import type { Request } from 'express';
import type { Api } from './http.ts';
import type { Signed } from './identity.ts';

export async function admit<S>(
  api: Api<S>,
  route: Route,
  request: Request,
): Promise<Result<{ signed: Signed<S> | null }, Failure<EdgeFailureCode>>> {
  const crowded = await api.limits.address(request.ip ?? '');
  if (crowded) return { ok: false, failure: crowded };

  const bearer = /^Bearer (\S{1,200})$/.exec(request.headers.authorization ?? '')?.[1];
  if (route.audience === 'task' && bearer !== undefined && api.setup.acceptsTaskToken(bearer))
    return ok({ signed: null });

  const signed = await api.setup.identify(request.headers.cookie);
  const tooOften = signed && (await api.limits.speaker(signed.person));
  if (tooOften) return { ok: false, failure: tooOften };
  if (signed === null && route.audience !== 'anyone') return refuse('not-signed-in', { path: request.path });
  if (signed !== null && route.audience === 'task' && !api.setup.isAdministrator(signed.speaker))
    return refuse('not-allowed', { act: route.name, why: 'administrators-only' });
  return ok({ signed });
}
