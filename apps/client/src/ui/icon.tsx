/** Our few drawings, in one stroke width. Always beside words or inside something that has a name. */
const PATHS = {
  arrow: 'M4 10h11M11 5.5 15.5 10 11 14.5',
  back: 'M16 10H5M9 5.5 4.5 10 9 14.5',
  bell: 'M5 13.5V9a5 5 0 0 1 10 0v4.5l1.5 1.5h-13zM8.2 17a2 2 0 0 0 3.6 0',
  check: 'M4 10.5 8.2 15 16 6',
  close: 'M5 5l10 10M15 5 5 15',
  cloudOff: 'M3 3l14 14M6.5 7A4 4 0 0 0 6 15h8.5M9 5.2A5 5 0 0 1 15 9a3 3 0 0 1 2 4.6',
  info: 'M10 9v5M10 6.2v.1M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15z',
  lock: 'M5 9h10v7.5H5zM7 9V6.5a3 3 0 0 1 6 0V9',
  more: 'M4.5 10h.1M10 10h.1M15.5 10h.1',
  pen: 'M4 16l.8-3.4L13 4.4a1.4 1.4 0 0 1 2 0l.6.6a1.4 1.4 0 0 1 0 2L7.4 15.2z',
  person: 'M10 10a3.2 3.2 0 1 0 0-6.4A3.2 3.2 0 0 0 10 10zM3.8 16.8a6.4 6.4 0 0 1 12.4 0',
  plus: 'M10 4v12M4 10h12',
  rebound: 'M3.5 14.5C8 14.5 6.5 6 11 6h5M13 3l3 3-3 3',
  search: 'M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zM13 13l4 4',
  warning: 'M10 3.5 17.5 16.5h-15zM10 8.5v3.8M10 14.3v.1',
} as const;
export type IconName = keyof typeof PATHS;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg viewBox="0 0 20 20" width="1.2em" height="1.2em" aria-hidden="true" focusable="false">
      <path
        d={PATHS[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
