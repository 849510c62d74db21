/** Rows with their cells below each other; the columns in `right` end where the others start. */
export function columns(
  rows: readonly (readonly string[])[],
  right: readonly number[] = [],
): readonly string[] {
  const widths: number[] = [];
  for (const row of rows)
    row.forEach((cell, i) => (widths[i] = Math.max(widths[i] ?? 0, cell.length)));
  return rows.map((row) =>
    row
      .map((cell, i) => (right.includes(i) ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!)))
      // A column that is empty in all rows takes no room.
      .filter((_, i) => widths[i]! > 0)
      .join('  ')
      .trimEnd(),
  );
}
