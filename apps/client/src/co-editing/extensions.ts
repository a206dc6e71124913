/**
 * What the editor knows: exactly the schema of the shared text, without required children. An editor that demanded a
 * paragraph in every list item would delete, for everybody, what two people cut apart at once.
 */
import { isAllowedLink, bodyOf } from '@butinerie/collaboration/document';
import type { IdeaSession } from '@butinerie/collaboration/client';
import { Blockquote } from '@tiptap/extension-blockquote';
import { Bold } from '@tiptap/extension-bold';
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Heading } from '@tiptap/extension-heading';
import { Italic } from '@tiptap/extension-italic';
import { Link } from '@tiptap/extension-link';
import { BulletList, ListItem, ListKeymap, OrderedList } from '@tiptap/extension-list';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import type { Extensions } from '@tiptap/core';
import { hueOf } from '../ui/person-name.tsx';
import { sharedBody } from './binding/shared-body.ts';
import css from './co-editing.module.css';

export function extensionsFor(session: IdeaSession, name: string): Extensions {
  return [
    Document.extend({ content: 'block*' }),
    Text,
    Paragraph,
    Heading.configure({ levels: [2, 3] }),
    Bold,
    Italic,
    Blockquote.extend({ content: 'block*' }),
    BulletList.extend({ content: 'listItem*' }),
    OrderedList.extend({ content: 'listItem*' }),
    ListItem.extend({ content: 'block*' }),
    ListKeymap,
    HardBreak,
    // What is typed after a link is not in it.
    Link.extend({ inclusive: false }).configure({
      openOnClick: false,
      defaultProtocol: 'https',
      isAllowedUri: (uri) => isAllowedLink(uri),
      HTMLAttributes: { target: null, rel: null, class: null },
    }),
    sharedBody(bodyOf(session.doc)),
    CollaborationCaret.configure({
      provider: { awareness: session.awareness },
      // The server puts the signed-in name in its place before anybody sees it.
      user: { name },
      render: caretOf,
      selectionRender: (user) => ({ nodeName: 'span', class: css.selection ?? '', style: hue(user) }),
    }),
  ];
}

const personOf = (user: Record<string, unknown>): string =>
  typeof user['person'] === 'string' ? user['person'] : '';
const hue = (user: Record<string, unknown>): string => `--hue: var(--author-${hueOf(personOf(user))})`;

/** Seen, named, and no part of what a screen reader reads: presence is said in words beside the text. */
function caretOf(user: Record<string, unknown>): HTMLElement {
  const caret = document.createElement('span');
  caret.className = css.caret ?? '';
  caret.setAttribute('aria-hidden', 'true');
  caret.style.cssText = hue(user);
  const label = document.createElement('span');
  label.className = css.caretName ?? '';
  label.textContent = typeof user['name'] === 'string' ? user['name'] : '';
  caret.append(label);
  // A name that would leave the text on its right is written to the left of its caret.
  requestAnimationFrame(() => {
    const text = caret.closest('[role="textbox"]');
    const over = text && label.getBoundingClientRect().right > text.getBoundingClientRect().right;
    if (over) label.classList.add(css.caretNameBefore ?? '');
  });
  return caret;
}
