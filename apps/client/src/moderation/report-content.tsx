/** « Signaler » : a motive, a word if wished; read by moderators alone. */
import {
  MODERATION_REASON_LIMIT,
  mintId,
  REPORT_MOTIVES,
  type AttachmentId,
  type CommentId,
  type IdeaId,
  type reportContent,
  type ReportMotive,
} from '@butinerie/contracts';
import { useState } from 'react';
import type { z } from 'zod';
import { Link } from 'react-router';
import { useWords } from '../platform/language.tsx';
import { Button, ButtonRow } from '../ui/button.tsx';
import { RadioCards } from '../ui/choices.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextArea } from '../ui/field.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { useToast } from '../ui/toast.tsx';
import { useReportContent } from './queries.ts';
import { words } from './words.ts';

export interface ReportContentProps {
  readonly idea: IdeaId;
  /** Left out for the idea itself. */
  readonly comment?: CommentId;
  /** One of its files. */
  readonly file?: AttachmentId;
}

export function ReportContent({ idea, comment, file }: ReportContentProps) {
  const { run, pending, failure } = useReportContent();
  return (
    <ReportForm
      pending={pending}
      failure={failure}
      {...(comment === undefined ? {} : { comment })}
      file={file !== undefined}
      send={async (body) => (await run({ params: { idea }, body: { ...body, file: file ?? null } })).ok}
    />
  );
}

export interface ReportFormProps {
  readonly comment?: CommentId;
  /** Whether it is about a file. */
  readonly file?: boolean;
  readonly send: (report: z.input<(typeof reportContent)['body']>) => Promise<boolean>;
  readonly pending: boolean;
  readonly failure: Parameters<typeof FailureNotice>[0]['failure'];
}
/** The same question whatever it is about: an idea, a note, or what somebody said under either. */
export function ReportForm({ comment, file = false, send: report, pending, failure }: ReportFormProps) {
  const say = useWords(words);
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const [id, setId] = useState(() => mintId('report'));
  const [motive, setMotive] = useState<ReportMotive | null>(null);
  const [wanted, setWanted] = useState('');
  const [missing, setMissing] = useState(false);
  const send = async (): Promise<void> => {
    setMissing(motive === null);
    if (motive === null) return;
    const body = { id, comment: comment ?? null, motive, words: wanted };
    if (!(await report(body))) return;
    setOpen(false);
    setId(mintId('report'));
    setWanted('');
    setMotive(null);
    toast({ text: say.reported });
  };
  return (
    <div>
      <Button tone="quiet" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {file ? say.reportFile : comment === undefined ? say.report : say.reportComment}
      </Button>
      <Dialog
        open={open}
        title={say.reportTitle}
        onClose={() => setOpen(false)}
        footer={
          <ButtonRow>
            <Button tone="primary" pending={pending} onClick={() => void send()}>
              {say.reportSend}
            </Button>
            <Button onClick={() => setOpen(false)}>{say.reportNo}</Button>
          </ButtonRow>
        }
      >
        <p>{say.reportWhat}</p>
        <RadioCards<ReportMotive>
          legend={say.reportWhy}
          value={motive}
          onChange={setMotive}
          error={missing && motive === null ? say.reportMissing : null}
          options={REPORT_MOTIVES.map((value) => ({ value, label: say.motives[value] }))}
        />
        <TextArea
          label={say.reportWords}
          optional
          rows={3}
          limit={MODERATION_REASON_LIMIT}
          value={wanted}
          onChange={setWanted}
        />
        <p>
          <Link to="/moderation">{say.policyLink}</Link>
        </p>
        <FailureNotice failure={failure} />
      </Dialog>
    </div>
  );
}
