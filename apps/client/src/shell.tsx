/** The frame filled in: bands of the instance, bell, my menu, language, statutory links. */
import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { InstanceBands } from './accounts/instance-bands.tsx';
import { LanguageSwitch } from './accounts/language-switch.tsx';
import { SignOutButtons } from './accounts/sign-out-buttons.tsx';
import { CharterAsked } from './charter/charter-asked.tsx';
import { RegisterBand } from './attribution/register-band.tsx';
import { unsentTexts } from './co-editing/device.ts';
import { PLACES } from './menu.ts';
import { Bell } from './notifications/bell.tsx';
import { useLanguage, useWords } from './platform/language.tsx';
import { useOwnWords } from './platform/own-words.ts';
import { useMe } from './platform/session.tsx';
import { LinkButton } from './ui/button.tsx';
import { Icon } from './ui/icon.tsx';
import { Layout, Menu } from './ui/layout.tsx';
import { OfflineBar } from './ui/offline-bar.tsx';
import { words } from './words.ts';

function useFooter(): readonly { to: string; label: string }[] {
  const say = useWords(words).footer;
  return [
    { to: '/charte', label: say.charter },
    { to: '/accessibilite', label: say.accessibility },
    { to: '/donnees-personnelles', label: say.personalData },
    { to: '/mentions-legales', label: say.legal },
    { to: '/ecoconception', label: say.ecodesign },
    { to: '/plan-du-site', label: say.siteMap },
    { to: '/code-source', label: say.source },
    { to: '/aide', label: say.help },
  ];
}

/** Before the session is known. */
export function BareShell({ children }: { readonly children: ReactNode }) {
  return <Layout footer={useFooter()}>{children}</Layout>;
}

export function Shell({ children }: { readonly children: ReactNode }) {
  return (
    <Layout
      footer={useFooter()}
      bands={
        <>
          <InstanceBands />
          <OfflineBar />
          <RegisterBand />
          <CharterAsked />
        </>
      }
      tools={<Tools />}
    >
      {children}
    </Layout>
  );
}

function Tools() {
  const me = useMe();
  const say = useWords(words);
  const { language } = useLanguage();
  const own = useOwnWords();
  const { pathname } = useLocation();
  if (!me)
    return (
      <>
        <LanguageSwitch />
        {pathname !== '/entrer' && <LinkButton to="/entrer">{say.signIn}</LinkButton>}
      </>
    );
  return (
    <>
      <Bell />
      <Menu
        label={
          <>
            <Icon name="person" />
            <span className="out-of-sight">{say.myMenu}</span>
          </>
        }
      >
        <p>
          {me.name}
          {me.directorate && <>, {me.directorate.name}</>}
        </p>
        {PLACES.filter(({ show }) => show(me)).map(({ to, label }) => (
          <Link key={to} to={to}>
            {own.say(label[language], language)}
          </Link>
        ))}
        <LanguageSwitch />
        <SignOutButtons unsent={() => unsentTexts(me.id)} />
      </Menu>
    </>
  );
}
