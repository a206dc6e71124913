/** One row of a total table: exactly one cell for each column, or it does not compile. */
export type Row<Columns extends readonly string[], Cell> = { readonly [K in keyof Columns]: Cell };

export function cellOf<Column extends string, Cell>(
  columns: readonly Column[],
  row: readonly Cell[],
  column: Column,
): Cell {
  const cell = row[columns.indexOf(column)];
  if (cell === undefined) throw new Error(`the table has no column ${column}`);
  return cell;
}
