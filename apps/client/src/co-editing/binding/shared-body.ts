/** The shared text as the editor's own document, and undo of what was written here: never of what others wrote. */
import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { BodyBinding, WRITTEN_HERE } from './body-binding.ts';
import { DrawnBody } from './drawn-body.ts';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    sharedBody: { undo: () => ReturnType; redo: () => ReturnType };
  }
}

export function sharedBody(body: Y.XmlFragment): Extension {
  const undo = new Y.UndoManager(body, {
    trackedOrigins: new Set([WRITTEN_HERE]),
    // What others wrote into a block of one's own keeps the block.
    deleteFilter: ({ content }) => !(content instanceof Y.ContentType) || content.type._length === 0,
  });
  /** Not a change of the editor: the shared text changes, and the editor with it. */
  const acts =
    (stack: 'undoStack' | 'redoStack', act: () => unknown) =>
    (dispatch: unknown): boolean => {
      if (undo[stack].length === 0) return false;
      if (dispatch) act();
      return true;
    };
  const [back, again] = [acts('undoStack', () => undo.undo()), acts('redoStack', () => undo.redo())];
  return Extension.create({
    name: 'sharedBody',
    priority: 1000,
    addCommands: () => ({
      undo:
        () =>
        ({ tr, dispatch }) => {
          tr.setMeta('preventDispatch', true);
          return back(dispatch);
        },
      redo:
        () =>
        ({ tr, dispatch }) => {
          tr.setMeta('preventDispatch', true);
          return again(dispatch);
        },
    }),
    addKeyboardShortcuts() {
      const { commands } = this.editor;
      return {
        'Mod-z': () => commands.undo(),
        'Mod-y': () => commands.redo(),
        'Shift-Mod-z': () => commands.redo(),
      };
    },
    addProseMirrorPlugins() {
      return [syncPlugin(body, undo, new DrawnBody(body, this.editor.schema))];
    },
    onDestroy: () => undo.destroy(),
  });
}

/** Under the key, and with the state, where the library's carets of others look for the shared text. */
function syncPlugin(body: Y.XmlFragment, undo: Y.UndoManager, drawn: DrawnBody): Plugin {
  const binding = { type: body, doc: body.doc, mapping: drawn.nodes, isDestroyed: false };
  const known = { type: body, doc: body.doc, binding, snapshot: null, prevSnapshot: null };
  return new Plugin({
    key: ySyncPluginKey,
    state: {
      init: () => ({ ...known, isChangeOrigin: false }),
      apply: (tr) => ({ ...known, isChangeOrigin: tr.getMeta(ySyncPluginKey) !== undefined }),
    },
    view: (view) => new BodyBinding(view, body, undo, drawn),
  });
}
