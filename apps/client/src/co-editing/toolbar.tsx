/** The few acts of writing, each with its name; one stop for Tab, arrows inside. */
import type { Editor } from '@tiptap/core';
import { useEffect, useReducer, useState, type KeyboardEvent } from 'react';
import { useLanguage, useWords } from '../platform/language.tsx';
import css from './co-editing.module.css';
import { LinkDialog } from './link-dialog.tsx';
import { ToolIcon, type ToolName } from './tool-icon.tsx';
import { words } from './words.ts';

interface Tool {
  readonly label: string;
  readonly icon: ToolName;
  readonly act: () => unknown;
  /** Whether it holds where the caret stands. */
  readonly on?: boolean;
  /** The first of a group. */
  readonly begins?: boolean;
  readonly idle?: boolean;
}

export function Toolbar({ editor }: { readonly editor: Editor }) {
  const say = useWords(words);
  const { language } = useLanguage();
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
  const turn = editor.can();
  const acts: readonly Tool[] = [
    {
      label: say.bold,
      icon: language === 'fr' ? 'gras' : 'bold',
      on: editor.isActive('bold'),
      act: () => run().toggleBold().run(),
    },
    {
      label: say.italic,
      icon: 'italic',
      on: editor.isActive('italic'),
      act: () => run().toggleItalic().run(),
    },
    { label: say.link, icon: 'link', on: editor.isActive('link'), act: () => setLinking(true) },
    {
      label: say.heading,
      icon: 'heading',
      begins: true,
      on: editor.isActive('heading', { level: 2 }),
      act: () => run().toggleHeading({ level: 2 }).run(),
    },
    {
      label: say.subheading,
      icon: 'subheading',
      on: editor.isActive('heading', { level: 3 }),
      act: () => run().toggleHeading({ level: 3 }).run(),
    },
    {
      label: say.bulletList,
      icon: 'bulletList',
      begins: true,
      on: editor.isActive('bulletList'),
      act: () => run().toggleBulletList().run(),
    },
    {
      label: say.orderedList,
      icon: 'orderedList',
      on: editor.isActive('orderedList'),
      act: () => run().toggleOrderedList().run(),
    },
    {
      label: say.quote,
      icon: 'quote',
      on: editor.isActive('blockquote'),
      act: () => run().toggleBlockquote().run(),
    },
    // Of what this person did in this page, never of what others wrote.
    { label: say.undo, icon: 'undo', begins: true, idle: !turn.undo(), act: () => run().undo().run() },
    { label: say.redo, icon: 'redo', idle: !turn.redo(), act: () => run().redo().run() },
  ];
  const walk = (event: KeyboardEvent<HTMLDivElement>): void => {
    const last = acts.length - 1;
    const places: Readonly<Record<string, number>> = {
      ArrowRight: stop === last ? 0 : stop + 1,
      ArrowLeft: stop === 0 ? last : stop - 1,
      Home: 0,
      End: last,
    };
    const next = places[event.key];
    if (next === undefined) return;
    event.preventDefault();
    setStop(next);
    event.currentTarget.querySelectorAll('button')[next]?.focus();
  };
  return (
    <>
      {/* A toolbar takes the arrows for its buttons, which are what has the focus. */}
      {/* eslint-disable-next-line jsx-a11y/interactive-supports-focus */}
      <div role="toolbar" aria-label={say.toolbar} className={css.toolbar} onKeyDown={walk}>
        {acts.map(({ label, icon, on, begins, idle, act }, at) => (
          <button
            key={label}
            type="button"
            className={css.tool}
            aria-label={label}
            title={label}
            aria-pressed={on}
            // It keeps its place for the keyboard when there is nothing to take back.
            aria-disabled={idle || undefined}
            data-begins={begins}
            tabIndex={at === stop ? 0 : -1}
            onFocus={() => setStop(at)}
            // The selection in the text stays where it is.
            onMouseDown={(event) => event.preventDefault()}
            onClick={act}
          >
            <ToolIcon name={icon} />
          </button>
        ))}
      </div>
      {linking && <LinkDialog editor={editor} onClose={() => setLinking(false)} />}
    </>
  );
}
