/** The dates of a challenge as an iCalendar file (RFC 5545): what an agenda imports. */
export interface CalendarDate {
  readonly uid: string;
  readonly at: Date;
  readonly summary: string;
}
export interface CalendarFile {
  readonly url: string;
  readonly stamp: Date;
  readonly description: string;
  readonly dates: readonly CalendarDate[];
}

/** RFC 5545 §3.3.11. */
const escapeText = (text: string): string =>
  text
    .replace(/\\/g, '\\\\')
    .replace(/;/g, '\\;')
    .replace(/,/g, '\\,')
    .replace(/\r\n|\r|\n/g, '\\n');

const utc = (date: Date): string => `${date.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

/** RFC 5545 §3.1: lines of at most 75 octets, continued by a space; never cut inside a character. */
export function foldLine(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > 75) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n');
}

export function calendarFile(file: CalendarFile): string {
  const events = file.dates.flatMap((date) => [
    'BEGIN:VEVENT',
    `UID:${date.uid}`,
    `DTSTAMP:${utc(file.stamp)}`,
    `DTSTART:${utc(date.at)}`,
    `SUMMARY:${escapeText(date.summary)}`,
    `DESCRIPTION:${escapeText(file.description)}`,
    `URL:${file.url}`,
    'END:VEVENT',
  ]);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Butinerie//Challenge//FR',
    'CALSCALE:GREGORIAN',
    ...events,
  ];
  return [...lines, 'END:VCALENDAR', ''].map(foldLine).join('\r\n');
}
