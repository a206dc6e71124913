/** The entrance: with the link one has, by asking for one, as a role of a demonstration, or with a password. */
import type { SessionState } from '@butinerie/contracts';
import { useEffect, useState } from 'react';
import { Navigate, useLocation, useNavigate } from 'react-router';
import { useWords } from '../platform/language.tsx';
import { useEnter, useSession } from '../platform/session.tsx';
import { Button } from '../ui/button.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { DemonstrationRoles } from './demonstration-roles.tsx';
import { PasswordForm } from './password-form.tsx';
import { useSignInWithLink } from './queries.ts';
import { RequestLinkForm } from './request-link-form.tsx';
import { tokenOf, wayOf } from './token.ts';
import { words } from './words.ts';

export function SignInPage() {
  const say = useWords(words);
  const { me, demonstrationRoles } = useSession();
  const { hash, pathname, search } = useLocation();
  const navigate = useNavigate();
  const enter = useEnter();
  const [token, setToken] = useState(() => tokenOf(hash));
  const { run, pending, failure } = useSignInWithLink();

  const arriving = tokenOf(hash);
  // A second link opened in the same tab changes nothing but the fragment.
  if (arriving && arriving !== token) setToken(arriving);
  // Out of the address bar at once: it would be copied, photographed, kept in the history.
  useEffect(() => {
    if (arriving) void navigate(pathname + search, { replace: true });
  }, [arriving, pathname, search, navigate]);

  const inside = (session: SessionState): void => {
    enter(session);
    void navigate(wayOf(search), { replace: true });
  };
  const open = async (): Promise<void> => {
    const result = token && (await run({ body: { token } }));
    if (result && result.ok) inside(result.value);
  };

  if (me && !token) return <Navigate replace to={wayOf(search)} />;
  const spent = failure?.code === 'link-unknown';
  const withLink = token !== null && !spent;
  return (
    <Page
      title={withLink ? say.titleWithLink : say.title}
      now={withLink ? say.withLinkWhat : undefined}
      acts={
        withLink && (
          <div>
            <Button tone="primary" icon="arrow" pending={pending} onClick={() => void open()}>
              {say.enter}
            </Button>
          </div>
        )
      }
    >
      <FailureNotice failure={failure} />
      {!withLink && (
        <>
          {demonstrationRoles.length > 0 && <DemonstrationRoles onInside={inside} />}
          <RequestLinkForm />
          <PasswordForm onInside={inside} />
        </>
      )}
    </Page>
  );
}
