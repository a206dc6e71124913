import { commentOnIdea, mintId, problemOf, type Me } from '@butinerie/contracts';
import { act } from 'react';
import { afterEach, expect, test } from 'vitest';
import { draw, named, press, readable, type } from '../testing/draw.tsx';
import { pretendedNetwork } from '../testing/network.ts';
import { ToastProvider } from '../ui/toast.tsx';
import { CommentForm } from './comment-form.tsx';
import { useIdeaTalk } from './queries.ts';

const { network, sent } = pretendedNetwork();
afterEach(() => localStorage.clear());

const me: Me = {
  id: mintId('person'),
  name: 'Ana Exemple',
  mail: null,
  directorate: null,
  language: 'fr',
  grants: [],
};
const idea = mintId('idea');
const nothingSaid = { comments: [], mayComment: true };

const Form = () => <CommentForm talk={useIdeaTalk(idea)} parent={null} around={[]} />;
/** A page whose comments are answered one by one, by hand. */
async function open() {
  const answers: ((answer: Response) => void)[] = [];
  network.mockImplementation(async (_to, init) =>
    init?.method === commentOnIdea.method
      ? new Promise<Response>((resolve) => answers.push(resolve))
      : new Response(JSON.stringify(nothingSaid)),
  );
  const { page } = await draw(
    <ToastProvider>
      <Form />
    </ToastProvider>,
    { session: { me } },
  );
  const field = page.querySelector('textarea');
  const answer = (value: unknown, status = 200): Promise<void> =>
    act(async () => answers.shift()?.(new Response(JSON.stringify(value), { status })));
  const said = (): unknown[] =>
    network.mock.calls.flatMap(([, init], call) => (init?.method === 'POST' ? [sent(call)] : []));
  return { page, field, answer, said };
}

test('what is typed while a comment is under way stays, to be said apart', async () => {
  const { page, field, answer, said } = await open();
  await type(field, 'Chez nous aussi.');
  await press(named(page, 'Envoyer'));
  await type(field, 'Chez nous aussi. Depuis dix ans.');
  await answer(nothingSaid);
  expect(field?.value).toBe('Chez nous aussi. Depuis dix ans.');
  await press(named(page, 'Envoyer'));
  await answer(nothingSaid);
  expect(field?.value).toBe('');
  const [first, second] = said() as { id: string; text: string }[];
  expect([first?.text, second?.text]).toEqual(['Chez nous aussi.', 'Chez nous aussi. Depuis dix ans.']);
  expect(second?.id).not.toBe(first?.id);
});

test('other words under an id that went through before take another: they are not refused for ever', async () => {
  const { page, field, answer, said } = await open();
  await type(field, 'Chez nous aussi, depuis dix ans.');
  await press(named(page, 'Envoyer'));
  const problem = problemOf({ code: 'id-taken', id: 'cm_0' }, '/');
  await answer(problem, problem.status);
  expect(field?.value).toBe('Chez nous aussi, depuis dix ans.');
  expect(readable(page.querySelector('[role=alert]'))).toContain('identifiant déjà pris');
  await press(named(page, 'Envoyer'));
  await answer(nothingSaid);
  expect(field?.value).toBe('');
  const [first, second] = said() as { id: string }[];
  expect(second?.id).not.toBe(first?.id);
});
