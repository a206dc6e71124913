/** Choosing a file in the page's own language: the browser's control speaks the browser's. */
import css from './button.module.css';
import { cx } from './classes.ts';

export interface FileButtonProps {
  readonly label: string;
  /** As the `accept` of an input. */
  readonly accept: string;
  /** Straight to the camera behind, on a device that has one. */
  readonly camera?: boolean;
  readonly onFile: (file: File) => void;
}
export function FileButton({ label, accept, camera, onFile }: FileButtonProps) {
  return (
    <label className={cx(css.button, css.secondary, css.file)}>
      {label}
      <input
        type="file"
        className="out-of-sight"
        accept={accept}
        capture={camera ? 'environment' : undefined}
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
