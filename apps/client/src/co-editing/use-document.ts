/** Draws again when the shared text changes; answers what is drawn already of the blocks that did not. */
import { bodyOf, titleOf } from '@butinerie/collaboration/document';
import { useMemo, useSyncExternalStore } from 'react';
import type * as Y from 'yjs';
import type { DrawnBlocks } from './render-body.tsx';

export function useDocument(doc: Y.Doc): DrawnBlocks {
  const { subscribe, snapshot } = useMemo(() => drawingOf(doc), [doc]);
  return useSyncExternalStore(subscribe, snapshot).blocks;
}

function drawingOf(doc: Y.Doc) {
  const [body, title] = [bodyOf(doc), titleOf(doc)];
  let drawing: { readonly blocks: DrawnBlocks } = { blocks: new WeakMap() };
  return {
    snapshot: () => drawing,
    subscribe: (fn: () => void) => {
      const changed = (): void => {
        drawing = { blocks: drawing.blocks };
        fn();
      };
      // A change is one of all that is around it.
      const bodyChanged = (_events: unknown, { changedParentTypes }: Y.Transaction): void => {
        for (const type of changedParentTypes.keys()) drawing.blocks.delete(type);
        changed();
      };
      // Nobody was listening until now.
      drawing = { blocks: new WeakMap() };
      body.observeDeep(bodyChanged);
      title.observe(changed);
      return () => {
        body.unobserveDeep(bodyChanged);
        title.unobserve(changed);
      };
    },
  };
}
