/** The few acts of writing, each with its name; one stop for Tab, arrows inside. */
import type { Editor } from '@tiptap/core';
import { useEffect, useReducer, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useWords } from '../platform/language.tsx';
import css from './co-editing.module.css';
import { LinkDialog } from './link-dialog.tsx';
import { words } from './words.ts';

export function Toolbar({ editor }: { readonly editor: Editor }) {
  const say = useWords(words);
  const [, draw] = useReducer((times: number) => times + 1, 0);
  const [linking, setLinking] = useState(false);
  const [stop, setStop] = useState(0);
  useEffect(() => {
    editor.on('transaction', draw);
    return () => {
      editor.off('transaction', draw);
    };
  }, [editor]);

  const run = () => editor.chain().focus();
  const acts: readonly { label: string; face: ReactNode; on: boolean | null; act: () => void }[] = [
    {
      label: say.bold,
      face: <b>{say.boldSign}</b>,
      on: editor.isActive('bold'),
      act: () => run().toggleBold().run(),
    },
    {
      label: say.italic,
      face: <i>I</i>,
      on: editor.isActive('italic'),
      act: () => run().toggleItalic().run(),
    },
    {
      label: say.heading,
      face: 'T1',
      on: editor.isActive('heading', { level: 2 }),
      act: () => run().toggleHeading({ level: 2 }).run(),
    },
    {
      label: say.subheading,
      face: 'T2',
      on: editor.isActive('heading', { level: 3 }),
      act: () => run().toggleHeading({ level: 3 }).run(),
    },
    {
      label: say.bulletList,
      face: '•',
      on: editor.isActive('bulletList'),
      act: () => run().toggleBulletList().run(),
    },
    {
      label: say.orderedList,
      face: '1.',
      on: editor.isActive('orderedList'),
      act: () => run().toggleOrderedList().run(),
    },
    {
      label: say.quote,
      face: '»',
      on: editor.isActive('blockquote'),
      act: () => run().toggleBlockquote().run(),
    },
    { label: say.link, face: <u>a</u>, on: editor.isActive('link'), act: () => setLinking(true) },
    { label: say.undo, face: <Turn />, on: null, act: () => run().undo().run() },
    { label: say.redo, face: <Turn back />, on: null, act: () => run().redo().run() },
  ];
  const walk = (event: KeyboardEvent<HTMLDivElement>): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const next = (stop + step + acts.length) % acts.length;
    setStop(next);
    event.currentTarget.querySelectorAll('button')[next]?.focus();
  };
  return (
    <>
      {/* A toolbar takes the arrows for its buttons, which are what has the focus. */}
      {/* eslint-disable-next-line jsx-a11y/interactive-supports-focus */}
      <div role="toolbar" aria-label={say.toolbar} className={css.toolbar} onKeyDown={walk}>
        {acts.map(({ label, face, on, act }, at) => (
          <button
            key={label}
            type="button"
            className={css.tool}
            aria-label={label}
            title={label}
            aria-pressed={on ?? undefined}
            tabIndex={at === stop ? 0 : -1}
            onFocus={() => setStop(at)}
            // The selection in the text stays where it is.
            onMouseDown={(event) => event.preventDefault()}
            onClick={act}
          >
            {face}
          </button>
        ))}
      </div>
      {linking && <LinkDialog editor={editor} onClose={() => setLinking(false)} />}
    </>
  );
}

/** An arrow that turns back on itself: to what was before, or again. */
function Turn({ back = false }: { readonly back?: boolean }) {
  return (
    <svg viewBox="0 0 20 20" width="1.2em" height="1.2em" aria-hidden="true" focusable="false">
      <path
        d="M7 4 3.5 7.5 7 11M4 7.5h7.5a4.5 4.5 0 0 1 0 9H7"
        transform={back ? 'matrix(-1 0 0 1 20 0)' : undefined}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
