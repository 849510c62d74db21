/** The number of edits between two words: a character more, less or another, or two swapped. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = isSwap ? before[j - 2]! + 1 : Infinity;
      next.push(Math.min(change, row[j]! + 1, next[j - 1]! + 1, swap));
    }
    [before, row] = [row, next];
  }
  return row[b.length]!;
}

/** Longer words are no slips of the pen, and cost the square of their length. */
const LONGEST = 80;

/** `; did you mean X or Y?` for names close to an unknown one, else nothing. */
export function nearest(word: string, names: readonly string[]): string {
  if (word.length > LONGEST) return '';
  const sought = word.toLowerCase();
  const close = names
    .map((name) => {
      const lower = name.toLowerCase();
      const part = sought.length > 2 && lower.includes(sought);
      return { name, far: part ? 0 : distance(sought, lower) };
    })
    .filter(({ far }) => far <= Math.max(2, sought.length / 3))
    .sort((a, b) => a.far - b.far || a.name.length - b.name.length);
  const best = close.filter(({ far }) => far <= close[0]!.far + 1).slice(0, 3);
  return best.length > 0 ? `; did you mean ${best.map(({ name }) => name).join(' or ')}?` : '';
}
