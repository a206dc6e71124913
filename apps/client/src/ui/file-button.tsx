/** Choosing a file in the page's own language: the browser's control speaks the browser's. */
import css from './button.module.css';
import { cx } from './classes.ts';

export interface FileButtonProps {
  readonly label: string;
  /** As the `accept` of an input. */
  readonly accept: string;
  readonly onFile: (file: File) => void;
}
export function FileButton({ label, accept, onFile }: FileButtonProps) {
  return (
    <label className={cx(css.button, css.secondary, css.file)}>
      {label}
      <input
        type="file"
        className="out-of-sight"
        accept={accept}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) onFile(file);
          // The same file, mended and chosen again, is another file.
          event.target.value = '';
        }}
      />
    </label>
  );
}
