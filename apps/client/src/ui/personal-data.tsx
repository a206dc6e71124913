/**
 * Before something is published: what in it looks like somebody's personal data, passage by passage, to mask or to leave.
 * Looked for in the page and sent nowhere. Asked once for what is there; never in the way twice for the same words.
 */
import { findPersonalData, maskPersonalData, type PersonalData } from '@butinerie/domain';
import { useRef, useState, type ReactNode } from 'react';
import { useWords } from '../platform/language.tsx';
import { PersonalDataNotice } from './personal-data-notice.tsx';
import { words } from './words.ts';

export interface GuardedField {
  readonly text: string;
  readonly change: (text: string) => void;
}

export interface PersonalDataGuard {
  /** True when nothing was found, or what was found was looked at: to be asked before anything leaves. */
  readonly passes: () => boolean;
  /** Belongs above the button that publishes. */
  readonly notice: ReactNode;
}

export function usePersonalData(fields: readonly GuardedField[], publish: () => void): PersonalDataGuard {
  const say = useWords(words);
  const [asking, setAsking] = useState(false);
  const accepted = useRef('');
  const found = asking ? fields.map(({ text }) => findPersonalData(text)) : [];
  const left = found.flat();

  return {
    passes() {
      const passages = fields.flatMap(({ text }) => findPersonalData(text));
      const clear = passages.length === 0 || signed(passages) === accepted.current;
      setAsking(!clear);
      return clear;
    },
    notice: left.length > 0 && (
      <PersonalDataNotice
        passages={left}
        what={say.personalDataWhat}
        acts={{
          mask: (wanted) =>
            fields.forEach(({ text, change }, index) => {
              const inside = (found[index] ?? []).filter((passage) => wanted.includes(passage));
              if (inside.length > 0) change(maskPersonalData(text, inside, say.masks));
            }),
          leave: () => {
            accepted.current = signed(left);
            setAsking(false);
            publish();
          },
          leaveLabel: say.publishAsIs,
        }}
      />
    ),
  };
}

const signed = (passages: readonly PersonalData[]): string =>
  JSON.stringify(passages.map(({ text }) => text));
