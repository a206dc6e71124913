/** Draws a part of a screen in a test, inside what every screen may count on, and takes it away afterwards. */
import type { SessionState } from '@butinerie/contracts';
import { readSession } from '@butinerie/contracts';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { MemoryRouter } from 'react-router';
import { onTestFinished, vi } from 'vitest';
import { LanguageProvider } from '../platform/language.tsx';
import { queryClient, remember } from '../platform/query.ts';
import { SessionProvider } from '../platform/session.tsx';

/** Anew for each drawing: a test that takes its own stubs away takes these with them. */
function completeBrowser(): void {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  // jsdom has none of these: opening is all that our dialog asks of the first, and nothing is measured or scrolled.
  Object.assign(HTMLDialogElement.prototype, {
    showModal(this: HTMLDialogElement) {
      this.open = true;
    },
    close(this: HTMLDialogElement) {
      this.open = false;
    },
  });
  vi.stubGlobal('scrollTo', () => undefined);
  vi.stubGlobal('CSS', { supports: () => true });
}

const nobody: SessionState = {
  me: null,
  serverTime: '2026-10-27T15:00:00.000Z',
  protocol: 1,
  instance: {
    id: 'i',
    name: 'Essai',
    demonstration: false,
    embeddedDatabase: false,
    mailPage: false,
    vocabulary: null,
  },
  demonstrationRoles: [],
};

export interface Drawing {
  readonly page: HTMLElement;
  /** Draws something else in the same place. */
  readonly again: (content: ReactNode) => Promise<void>;
}
interface Setting {
  /** Address one is at. */
  readonly at?: string;
  readonly session?: Partial<SessionState>;
}

export async function draw(content: ReactNode, { at = '/', session = {} }: Setting = {}): Promise<Drawing> {
  completeBrowser();
  const page = document.body.appendChild(document.createElement('div'));
  const root = createRoot(page);
  localStorage.setItem('butinerie.language', 'fr');
  remember(readSession, {}, { ...nobody, ...session });
  const again = (inner: ReactNode): Promise<void> =>
    act(async () =>
      root.render(
        <QueryClientProvider client={queryClient}>
          <LanguageProvider>
            <MemoryRouter initialEntries={[at]}>
              <SessionProvider loading={null} refused={() => null}>
                {inner}
              </SessionProvider>
            </MemoryRouter>
          </LanguageProvider>
        </QueryClientProvider>,
      ),
    );
  onTestFinished(async () => {
    await act(async () => root.unmount());
    page.remove();
    queryClient.clear();
  });
  await again(content);
  return { page, again };
}

/** What is drawn as the reader sees it: no-break spaces are spaces. */
export const readable = (element: Element | null): string =>
  (element?.textContent ?? '').replace(/[\u00a0\u202f]/g, ' ');

/** The button or link of this name. */
export function named(page: Element, name: string): HTMLElement {
  const found = [...page.querySelectorAll<HTMLElement>('button, a, summary')].find(
    (element) => (element.getAttribute('aria-label') ?? readable(element)).trim() === name,
  );
  if (!found) throw new Error(`nothing to press is named « ${name} »`);
  return found;
}
export const press = (element: HTMLElement): Promise<void> => act(async () => element.click());

/** Types as a person does: React hears of it. */
export async function type(field: Element | null, text: string): Promise<void> {
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement))
    throw new Error('there is no field to type in');
  const proto =
    field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
  await act(async () => {
    Object.getOwnPropertyDescriptor(proto, 'value')?.set?.call(field, text);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
}
