/** The composition root of the client: providers, the frame, the screens, who listens to which news. */
import { QueryClientProvider } from '@tanstack/react-query';
import { Suspense, useEffect, type ReactNode } from 'react';
import { BrowserRouter, Navigate, Route, Routes, useLocation } from 'react-router';
import { startListening } from './live.ts';
import { NotFoundPage } from './ui/not-found-page.tsx';
import { LanguageProvider } from './platform/language.tsx';
import { OwnWordsProvider } from './platform/own-words-provider.tsx';
import { queryClient } from './platform/query.ts';
import { SessionProvider, useMe } from './platform/session.tsx';
import { SCREENS } from './routes.tsx';
import { BareShell, Shell } from './shell.tsx';
import { ErrorBoundary } from './ui/error-boundary.tsx';
import { ToastProvider } from './ui/toast.tsx';
import { LoadingPage, UnreachablePage } from './waiting-pages.tsx';

/** Keeps where one was going: signing in leads there. */
function ForPeople({ children }: { readonly children: ReactNode }) {
  const me = useMe();
  const { pathname, search } = useLocation();
  if (me) return children;
  return <Navigate replace to={`/entrer?vers=${encodeURIComponent(pathname + search)}`} />;
}

function Screens() {
  useEffect(startListening, []);
  return (
    <Shell>
      <ErrorBoundary>
        <Suspense fallback={<LoadingPage />}>
          <Routes>
            {SCREENS.map(({ path, audience, Screen }) => (
              <Route
                key={path}
                path={path}
                element={
                  audience === 'person' ? (
                    <ForPeople>
                      <Screen />
                    </ForPeople>
                  ) : (
                    <Screen />
                  )
                }
              />
            ))}
            <Route path="*" element={<NotFoundPage />} />
          </Routes>
        </Suspense>
      </ErrorBoundary>
    </Shell>
  );
}

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <LanguageProvider>
        <BrowserRouter>
          <ToastProvider>
            <SessionProvider
              loading={
                <BareShell>
                  <LoadingPage />
                </BareShell>
              }
              refused={(failure, retry) => (
                <BareShell>
                  <UnreachablePage failure={failure} retry={retry} />
                </BareShell>
              )}
            >
              <OwnWordsProvider
                waiting={
                  <BareShell>
                    <LoadingPage />
                  </BareShell>
                }
              >
                <Screens />
              </OwnWordsProvider>
            </SessionProvider>
          </ToastProvider>
        </BrowserRouter>
      </LanguageProvider>
    </QueryClientProvider>
  );
}
