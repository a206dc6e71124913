/** Inviting: a list comes in, is read again with its reasons row by row, and only then leaves. */
import type { PersonId } from '@butinerie/contracts';
import { useState } from 'react';
import { useWords } from '../platform/language.tsx';
import { Page } from '../ui/page.tsx';
import { ForStaff } from './for-staff.tsx';
import type { ReadList } from './invitation.ts';
import { InvitationReport } from './invitation-report.tsx';
import { InvitePreview } from './invite-preview.tsx';
import { ListSourceForm } from './list-source-form.tsx';
import { words } from './words.ts';

export interface Report {
  readonly invited: number;
  readonly mails: number;
  readonly withoutMailbox: readonly PersonId[];
  readonly leftAside: number;
  readonly sent: boolean;
}

export function InvitePage() {
  return (
    <ForStaff>
      <Inviting />
    </ForStaff>
  );
}

function Inviting() {
  const say = useWords(words);
  const [list, setList] = useState<ReadList | null>(null);
  const [report, setReport] = useState<Report | null>(null);
  if (report) return <InvitationReport report={report} />;
  if (list) return <InvitePreview list={list} onAnother={() => setList(null)} onInvited={setReport} />;
  return (
    <Page title={say.inviteTitle} now={say.inviteWhat}>
      <ListSourceForm onRead={setList} />
    </Page>
  );
}
