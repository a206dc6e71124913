/** Beside a living text: what this page wrote in it that looks like somebody's personal data, named when she pauses. */
import { findPersonalData } from '@butinerie/domain';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type * as Y from 'yjs';
import { useWords } from '../platform/language.tsx';
import { PersonalDataNotice } from '../ui/personal-data-notice.tsx';
import { words as formWords } from '../ui/words.ts';
import { followPersonalWords, type PersonalWords, type WrittenPassage } from './personal-words.ts';
import { words } from './words.ts';

/** Nobody is asked about a number she is still typing. */
const PAUSE = 1_000;

export interface WritingGuard {
  /** False once for what she was not shown yet: asked before she leaves the text. */
  readonly passes: () => boolean;
  /** She was asked about these words elsewhere. */
  readonly asked: (text: string) => void;
  readonly notice: ReactNode;
}

/** `doc`: null while she does not write; `writable`: false from the closing on, when her words stay as they are. */
export function usePersonalWords(doc: Y.Doc | null, writable: boolean): WritingGuard {
  const say = useWords(words);
  const { masks } = useWords(formWords);
  const following = useRef<PersonalWords | null>(null);
  const [found, setFound] = useState<readonly WrittenPassage[]>([]);
  const look = (): readonly WrittenPassage[] => {
    const now = following.current?.find() ?? [];
    setFound(now);
    return now;
  };
  useEffect(() => {
    if (doc === null) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const followed = followPersonalWords(doc, () => {
      clearTimeout(timer);
      timer = setTimeout(() => setFound(followed.find()), PAUSE);
    });
    following.current = followed;
    return () => {
      clearTimeout(timer);
      followed.stop();
      following.current = null;
      setFound([]);
    };
  }, [doc]);
  // No pause is waited for: nothing more is written.
  useEffect(() => {
    if (!writable) setFound(following.current?.find() ?? []);
  }, [writable]);
  return {
    passes() {
      const shown = new Set(found.map(({ text }) => text));
      return look().every(({ text }) => shown.has(text));
    },
    asked: (text) => following.current?.leave(findPersonalData(text)),
    notice: found.length > 0 && (
      <PersonalDataNotice
        passages={found}
        what={writable ? say.personalWords : say.personalWordsKept}
        acts={
          writable
            ? {
                mask(passages) {
                  following.current?.mask(passages, masks);
                  look();
                },
                leave() {
                  following.current?.leave(found);
                  look();
                },
                leaveLabel: say.leaveAsIs,
              }
            : null
        }
      />
    ),
  };
}
