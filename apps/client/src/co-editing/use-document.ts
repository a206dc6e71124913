/** Draws again when the shared text changes. */
import { bodyOf, titleOf } from '@butinerie/collaboration/document';
import { useCallback, useRef, useSyncExternalStore } from 'react';
import type * as Y from 'yjs';

export function useDocument(doc: Y.Doc): number {
  const version = useRef(0);
  const subscribe = useCallback(
    (fn: () => void) => {
      const changed = (): void => {
        version.current += 1;
        fn();
      };
      const [body, title] = [bodyOf(doc), titleOf(doc)];
      body.observeDeep(changed);
      title.observe(changed);
      return () => {
        body.unobserveDeep(changed);
        title.unobserve(changed);
      };
    },
    [doc],
  );
  return useSyncExternalStore(subscribe, () => version.current);
}
