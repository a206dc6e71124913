/** Pages of those who prepare challenges; to anybody else they say whose they are. */
import { mayInvitePeople } from '@butinerie/domain';
import type { ReactNode } from 'react';
import { useWords } from '../platform/language.tsx';
import { useSignedIn } from '../platform/session.tsx';
import { NotYoursPage } from '../ui/not-yours-page.tsx';
import { speakerOf } from './roles.ts';
import { words } from './words.ts';

export function ForStaff({ children }: { readonly children: ReactNode }) {
  const say = useWords(words);
  if (mayInvitePeople(speakerOf(useSignedIn()))) return children;
  return <NotYoursPage title={say.notYours} now={say.notYoursWhat} to="/" label={say.home} />;
}
