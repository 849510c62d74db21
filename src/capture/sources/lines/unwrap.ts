/** No terminal is narrower that people copy from. */
const leastColumns = 40;

/**
 * The text with lines put together again that a terminal broke at its last column: all that are as
 * long as the longest, each with the line behind it. `undefined`: nothing was broken.
 */
export function unwrapped(text: string): string | undefined {
  const lines = text.replaceAll('\r\n', '\n').trimEnd().split('\n');
  const width = lines.reduce((most, { length }) => Math.max(most, length), 0);
  if (width < leastColumns || lines.every(({ length }) => length === width)) return undefined;
  const isBroken = (line: string, i: number): boolean =>
    line.length === width && i < lines.length - 1 && lines[i + 1] !== '';
  if (!lines.some(isBroken)) return undefined;
  return lines.map((line, i) => (isBroken(line, i) ? line : `${line}\n`)).join('');
}
