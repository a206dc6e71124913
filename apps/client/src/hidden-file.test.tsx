import {
  listAttachments,
  mintId,
  moderate,
  reportContent,
  undoModeration,
  type Attachment,
} from '@butinerie/contracts';
import { expect, test } from 'vitest';
import { Attachments } from './attachments/attachments.tsx';
import { ModerateFile } from './moderation/moderate-file.tsx';
import { ReportContent } from './moderation/report-content.tsx';
import { remember } from './platform/query.ts';
import { draw, named, press, readable, type } from './testing/draw.tsx';
import { pretendedNetwork } from './testing/network.ts';
import { ToastProvider } from './ui/toast.tsx';

const { network, answers, refuses, asked, sent } = pretendedNetwork();

const challenge = mintId('challenge');
const idea = mintId('idea');
const plan: Attachment = {
  id: mintId('attachment'),
  idea,
  name: 'plan.png',
  type: 'png',
  size: 2_000,
  width: 1,
  height: 1,
  alt: 'Un plan',
  addedBy: { id: mintId('person'), name: 'Ana Exemple', directorate: 'Routes' },
  at: '2026-10-13T08:00:00.000Z',
  state: 'shown',
  hiddenFor: '',
  mayDescribe: false,
  mayRemove: false,
  acts: [],
};
async function open(file: Attachment) {
  remember(listAttachments, { params: { idea } }, { attachments: [file], mayAttach: false });
  return draw(
    <ToastProvider>
      <Attachments
        idea={idea}
        moderate={(shown) => <ModerateFile challenge={challenge} file={shown} />}
        report={(shown) => <ReportContent idea={idea} file={shown.id} />}
      />
    </ToastProvider>,
  );
}

test('[MO10] a moderator hides one file with a reason, which a refusal leaves as typed, and takes it back in one press', async () => {
  const { page } = await open({ ...plan, acts: ['hideFile'] });
  await press(named(page, 'Masquer le fichier'));
  expect(network).not.toHaveBeenCalled();
  await type(page.querySelector('textarea'), 'Le nom d’une usagère y figure.');
  refuses({ code: 'own-idea', idea });
  await press(named(page, 'Masquer le fichier'));
  expect(page.querySelector('textarea')?.value).toBe('Le nom d’une usagère y figure.');
  answers({ items: [], events: [] });
  await press(named(page, 'Masquer le fichier'));
  expect(asked(1)).toContain(moderate.path.replace(':challenge', challenge));
  expect(sent(1)).toMatchObject({
    act: 'hideFile',
    idea,
    file: plan.id,
    comment: null,
    reason: 'Le nom d’une usagère y figure.',
  });
  await press(named(page, 'Annuler'));
  const { id } = sent(1) as { id: string };
  const undoing = undoModeration.path.replace(':challenge', challenge).replace(':moderation', id);
  expect(asked(2)).toContain(undoing);
});

test('[MO10] its owner reads that a file of hers is hidden, and why; nobody is offered to report it then', async () => {
  const { page } = await open({ ...plan, state: 'hidden', hiddenFor: 'Le nom d’une usagère y figure.' });
  expect(readable(page)).toContain(
    'Masqué par l’équipe d’animation. Raison : Le nom d’une usagère y figure.',
  );
  expect(page.querySelector('img')).toBeNull();
  expect(page.querySelectorAll('button')).toHaveLength(0);
});

test('a file is reported as such', async () => {
  const { page } = await open(plan);
  await press(named(page, 'Signaler ce fichier'));
  const dialog = page.ownerDocument.querySelector('dialog[open]');
  const motive = dialog?.querySelector<HTMLElement>('input[type=radio]');
  if (!motive) throw new Error('there is no motive to choose');
  await press(motive);
  answers({ report: mintId('report') });
  await press(named(dialog ?? page, 'Envoyer le signalement'));
  expect(asked(0)).toContain(reportContent.path.replace(':idea', idea));
  expect(sent(0)).toMatchObject({ file: plan.id, comment: null });
});
