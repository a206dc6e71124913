/** The acts of writing as drawings of our own, on a grid of 24, in one stroke; the button around each has the name. */
const DRAWINGS = {
  bold: { d: 'M8 5h5a3.4 3.4 0 0 1 0 7H8zM8 12h6a3.5 3.5 0 0 1 0 7H8z', width: 2.6 },
  gras: { d: 'M17.4 8.2A6.4 6.4 0 1 0 18 13h-4.6', width: 2.8 },
  italic: { d: 'M10.5 5H17M7 19h6.5M13.8 5l-3.6 14', width: 1.8 },
  heading: { d: 'M4 6v12M12 6v12M4 12h8M16.5 11 19 9.5V18', width: 1.8 },
  subheading: { d: 'M4 6v12M12 6v12M4 12h8M16.3 12.2a2 2 0 1 1 3.6 1.3L16.3 18h4.2', width: 1.8 },
  bulletList: { d: 'M10 6h10M10 12h10M10 18h10M5 6h.01M5 12h.01M5 18h.01', width: 2 },
  orderedList: {
    d: 'M11 6h9M11 12h9M11 18h9M4.4 5.2 6 4.2v5.3M4.3 15.6a1.4 1.4 0 1 1 2.5.9l-2.5 3h2.8',
    width: 1.8,
  },
  quote: { d: 'M11.5 6.5 7 12l4.5 5.5M18 6.5 13.5 12l4.5 5.5', width: 1.8 },
  link: {
    d: 'M10 13.8a4 4 0 0 0 5.9.3l3.2-3.2a4 4 0 0 0-5.7-5.7l-1.2 1.2M14 10.2a4 4 0 0 0-5.9-.3l-3.2 3.2a4 4 0 0 0 5.7 5.7l1.2-1.2',
    width: 1.8,
  },
  undo: { d: 'M8.5 13.5 4 9l4.5-4.5M4 9h9.5a5.5 5.5 0 0 1 0 11H10', width: 1.8 },
  redo: { d: 'M15.5 13.5 20 9l-4.5-4.5M20 9h-9.5a5.5 5.5 0 0 0 0 11H14', width: 1.8 },
} as const;

export type ToolName = keyof typeof DRAWINGS;

export function ToolIcon({ name }: { readonly name: ToolName }) {
  const { d, width } = DRAWINGS[name];
  return (
    <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
      <path
        d={d}
        fill="none"
        stroke="currentColor"
        strokeWidth={width}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
