/** Text of a list to rows of cells: CSV with `;`, `,` or tabs as Excel writes it, or lines pasted from a sheet. */
import { CsvError, parse } from 'csv-parse/sync';

const DELIMITERS = ['\t', ';', ','] as const;
type Delimiter = (typeof DELIMITERS)[number];
const SAMPLE_LINES = 30;

/** The rows, blank ones included so that row numbers stay those the person sees; null where quotes never close. */
export function readTable(text: string): string[][] | null {
  const announced = /^sep=([;,\t])\r?\n/i.exec(text);
  const body = announced === null ? text : text.slice(announced[0].length);
  const delimiter = announced?.[1] ?? likeliestDelimiter(body);
  return records(body, delimiter) ?? null;
}

function records(text: string, delimiter: string): string[][] | null {
  try {
    return parse(text, {
      delimiter,
      bom: true,
      relax_column_count: true,
      // A quote inside an unquoted name is a nickname, not an error.
      relax_quotes: true,
      record_delimiter: ['\r\n', '\n', '\r'],
    });
  } catch (error) {
    if (error instanceof CsvError) return null;
    throw error;
  }
}

/** The delimiter that cuts most lines into the same number of cells; of equals, the one that makes more cells. */
function likeliestDelimiter(text: string): Delimiter {
  const sample = text
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, SAMPLE_LINES);
  let best: { delimiter: Delimiter; lines: number; cells: number } = { delimiter: ';', lines: 0, cells: 1 };
  for (const delimiter of DELIMITERS) {
    const found = agreement(sample.map((line) => line.split(delimiter).length));
    if (found.cells === 1) continue;
    if (found.lines > best.lines || (found.lines === best.lines && found.cells > best.cells)) {
      best = { delimiter, ...found };
    }
  }
  return best.delimiter;
}

/** The count of cells above one that most lines agree on. */
function agreement(counts: readonly number[]): { lines: number; cells: number } {
  const lines = new Map<number, number>();
  for (const cells of counts) if (cells > 1) lines.set(cells, (lines.get(cells) ?? 0) + 1);
  const [cells, agreeing] = [...lines].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0];
  return { lines: agreeing, cells };
}
