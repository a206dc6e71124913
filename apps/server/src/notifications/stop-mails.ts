/**
 * The address in the header of a mail (RFC 8058): the mail program posts to it for its reader, without any session, and
 * the topics that can be stopped are. Whoever opens it in a browser instead is led to the page of preferences.
 */
import { UNSUBSCRIBED } from '@butinerie/domain';
import type { Router } from 'express';
import type { Kit } from './deps.ts';

export const STOP_PATH = '/api/mails/stop';

export function serveStopMails(kit: Kit, router: Router): void {
  router.post(`${STOP_PATH}/:token`, async (request, response) => {
    // The same answer for a token that is nobody's: nothing is learned here about who is known.
    await kit.preferences.writeByToken(request.params.token, UNSUBSCRIBED);
    response.status(204).end();
  });
  router.get(`${STOP_PATH}/:token`, (_request, response) => {
    response.redirect(303, '/avis/courriels');
  });
}
