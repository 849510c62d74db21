/**
 * Bounds on a line of JSON, looked for in its bytes before anything is made of them: what a
 * line costs is then a small multiple of its length, whatever it says.
 */

/** A line longer than this is no line of a capture; its bytes are not kept. */
export const LONGEST_LINE = 2 ** 26;
/** Arrays, objects and commas of a line. */
const MOST_VALUES = 2 ** 23;
/** Arrays and objects within each other. */
const DEEPEST = 100;
/** Steps of a path that are told of what is too deep. */
const MOST_STEPS = 4;

/** What is too much about a line, and at which of its keys. */
export interface Excess {
  readonly path: string;
  readonly problem: string;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const [OPEN_ARRAY, CLOSE_ARRAY, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

/** Where the string that begins at a quote ends: its closing quote, or the line's end. */
function stringEnd(line: Uint8Array, start: number): number {
  for (let end = line.indexOf(QUOTE, start + 1); end >= 0; end = line.indexOf(QUOTE, end + 1)) {
    let slash = end;
    while (line[slash - 1] === BACKSLASH) slash--;
    if ((end - slash) % 2 === 0) return end;
  }
  return line.length;
}

/** A key as its line writes it; one that is no JSON is not worth its name. */
function keyAt(line: Uint8Array, start: number): string {
  const text = new TextDecoder().decode(line.subarray(start, stringEnd(line, start) + 1));
  try {
    return String(JSON.parse(text)).slice(0, 40);
  } catch {
    return '…';
  }
}

interface Step {
  readonly isObject: boolean;
  /** Where the last string of an object began, which is the key of a value that is none. */
  key: number;
  index: number;
}

/** The way to what is too deep, `memory[1].value`, as far as it says anything. */
const pathOf = (line: Uint8Array, steps: readonly Step[]): string =>
  steps
    .map(({ isObject, key, index }) => (isObject ? `.${keyAt(line, key)}` : `[${index}]`))
    .join('')
    .replace(/^\.|(\[0\])+$/g, '');

/** What is too much about a line of JSON, if anything. Looks at each byte once. */
export function excessOf(line: Uint8Array): Excess | undefined {
  const steps: Step[] = [];
  let depth = 0;
  let values = 0;
  for (let at = 0; at < line.length; at++) {
    const byte = line[at]!;
    const step = depth <= MOST_STEPS ? steps[depth - 1] : undefined;
    if (byte === QUOTE) {
      if (step) step.key = at;
      at = stringEnd(line, at);
    } else if (byte === COMMA) {
      values++;
      if (step) step.index++;
    } else if (byte === OPEN_ARRAY || byte === OPEN_OBJECT) {
      values++;
      if (depth < MOST_STEPS) steps[depth] = { isObject: byte === OPEN_OBJECT, key: at, index: 0 };
      if (++depth > DEEPEST)
        return { path: pathOf(line, steps), problem: `is nested more than ${DEEPEST} deep` };
    } else if (byte === CLOSE_ARRAY || byte === CLOSE_OBJECT) depth = Math.max(0, depth - 1);
    if (values > MOST_VALUES)
      return { path: '', problem: `has more than ${MOST_VALUES} values, the most of one line` };
  }
  return undefined;
}
