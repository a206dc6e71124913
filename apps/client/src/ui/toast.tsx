/** What was just done, with a way back: undo beats confirm. It waits while somebody points at it or is in it. */
import { createContext, use, useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { useWords } from '../platform/language.tsx';
import css from './toast.module.css';
import { words } from './words.ts';

export interface ToastContent {
  readonly text: string;
  readonly undo?: () => void;
  /** Ten unless said. */
  readonly seconds?: number;
}
type ShowToast = (content: ToastContent) => void;
const ToastContext = createContext<ShowToast>(() => undefined);
/** `show({ text, undo })`. */
export const useToast = (): ShowToast => use(ToastContext);

interface Shown extends ToastContent {
  readonly key: number;
}

export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const [shown, setShown] = useState<Shown | null>(null);
  const count = useRef(0);
  const show = useCallback<ShowToast>((content) => {
    count.current += 1;
    setShown({ ...content, key: count.current });
  }, []);
  const hide = useCallback(() => setShown(null), []);
  return (
    <ToastContext value={show}>
      {children}
      <output className={css.stack} data-print="no">
        {shown && <Toast key={shown.key} content={shown} onGone={hide} />}
      </output>
    </ToastContext>
  );
}

function Toast({ content, onGone }: { readonly content: ToastContent; readonly onGone: () => void }) {
  const say = useWords(words);
  const [held, setHeld] = useState(false);
  const { text, undo, seconds = 10 } = content;
  useEffect(() => {
    if (held) return undefined;
    const timer = setTimeout(onGone, seconds * 1000);
    return () => clearTimeout(timer);
  }, [held, seconds, onGone]);
  return (
    <span
      className={css.toast}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span>{text}</span>
      <button
        type="button"
        onClick={() => {
          undo?.();
          onGone();
        }}
      >
        {undo ? say.undo : say.close}
      </button>
    </span>
  );
}
