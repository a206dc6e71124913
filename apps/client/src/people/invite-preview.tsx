/** The list read again: what is to be mended first, what is valid after; and one button that says exactly what it does. */
import type { PersonId } from '@butinerie/contracts';
import { useState } from 'react';
import { useWords } from '../platform/language.tsx';
import { useInstance } from '../platform/session.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { Checkbox } from '../ui/choices.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { Page, Section } from '../ui/page.tsx';
import {
  holders,
  isValid,
  markRefused,
  mend,
  rowsToSend,
  type ReadList,
  type ReadyRow,
} from './invitation.ts';
import type { Report } from './invite-page.tsx';
import { MendRow } from './mend-row.tsx';
import css from './people.module.css';
import { useInvitePeople, usePeople } from './queries.ts';
import { words } from './words.ts';

/** A long list is drawn in part until somebody wants all of it: each letter typed above draws the page again. */
const AT_FIRST = 200;

export interface InvitePreviewProps {
  readonly list: ReadList;
  readonly onAnother: () => void;
  readonly onInvited: (report: Report) => void;
}
export function InvitePreview({ list, onAnother, onInvited }: InvitePreviewProps) {
  const say = useWords(words);
  const { mailPage } = useInstance();
  const { run, pending, failure } = useInvitePeople();
  const people = usePeople();
  const known = holders(people.state === 'ready' ? people.value.people : []);
  const [rows, setRows] = useState(list.rows);
  const [send, setSend] = useState(true);
  const valid = rows.filter(isValid);
  const bad = rows.length - valid.length;
  const doubtful = rows.filter((row) => row.doubtful);

  const invite = async (): Promise<void> => {
    const sent = rowsToSend(rows);
    const result = await run({ body: { rows: sent, send } });
    if (!result.ok) {
      if (result.failure.code === 'invalid-people') setRows(markRefused(rows, result.failure));
      return;
    }
    const { invited, mails } = result.value;
    const withoutMailbox = invited.filter((_, at): _ is PersonId => sent[at]?.mail === null);
    onInvited({ invited: invited.length, mails, withoutMailbox, leftAside: bad, sent: send });
  };
  return (
    <Page width="wide" title={say.previewTitle} now={say.previewed(valid.length, bad)}>
      <p className={css.quiet}>
        {say.format[list.format]} {list.encoding === 'windows-1252' && say.windows}
      </p>
      {doubtful.length > 0 && (
        <Section title={say.toMend}>
          <p>{say.toMendWhat}</p>
          <div>
            {doubtful.map((row) => (
              <MendRow
                key={row.id}
                row={row}
                onMend={(mended) => setRows(mend(rows, { id: row.id, mended }, known))}
              />
            ))}
          </div>
        </Section>
      )}
      {rows.length > doubtful.length && (
        <Section title={say.validRows}>
          <ValidRows rows={rows.filter((row) => !row.doubtful)} />
        </Section>
      )}
      <Checkbox
        label={say.send}
        hint={mailPage ? say.sendHintMailPage : say.sendHint}
        checked={send}
        onChange={setSend}
      />
      <FailureNotice failure={failure} />
      {valid.length === 0 && <p>{say.noneValid}</p>}
      <ButtonRow>
        {valid.length > 0 && (
          <Button tone="primary" pending={pending} onClick={() => void invite()}>
            {bad === 0 ? say.inviteAll(valid.length) : say.inviteValid(valid.length, bad)}
          </Button>
        )}
        <Button onClick={onAnother}>{say.another}</Button>
      </ButtonRow>
    </Page>
  );
}

function ValidRows({ rows }: { readonly rows: readonly ReadyRow[] }) {
  const say = useWords(words);
  const [all, setAll] = useState(false);
  const shown = all ? rows : rows.slice(0, AT_FIRST);
  return (
    <>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{say.row}</th>
            <th scope="col">{say.name}</th>
            <th scope="col">{say.directorate}</th>
            <th scope="col">{say.mail}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ id, row, name, directorate, mail }) => (
            <tr key={id}>
              <td className={css.number}>{row}</td>
              <td>{name}</td>
              <td>{directorate}</td>
              <td>{mail ?? <span className={css.quiet}>{say.noMail}</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < rows.length && (
        <div>
          <Button onClick={() => setAll(true)}>{say.showValid(rows.length - shown.length)}</Button>
        </div>
      )}
    </>
  );
}
