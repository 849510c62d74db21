import { hasFloat, isOpen, type StructVector, vectorsInC, vectorsInRust } from '../export/index.js';
import { type Abi, layoutOf } from '../layout/index.js';
import type { CompoundType } from '../schema/index.js';
import type { StructLine } from '../vectors/index.js';
import { nearest } from '../words/nearest.js';
import { usage } from './exit.js';

const printers = { c: vectorsInC, rust: vectorsInRust } as const;
const names = ['json', ...Object.keys(printers)] as const;
type Printer = (typeof printers)[keyof typeof printers];

/** More vectors than this are a file that no compiler likes. */
const MOST = 10_000;

/** What `--to` names; nothing for JSON. @throws Exit (wrong use) */
export function printerNamed(to: string | undefined): Printer | undefined {
  if (to === undefined || to === 'json') return undefined;
  if (to === 'c' || to === 'rust') return printers[to];
  const hint = nearest(to, names) || `; there are ${names.join(', ')}`;
  throw usage(`${to} is nothing to make vectors for${hint}`);
}

/** Vectors of a struct as source. @throws Exit (wrong use) */
export function vectorSource(
  print: Printer,
  type: CompoundType,
  abi: Abi,
  lines: Iterable<StructLine>,
): string {
  if (isOpen(layoutOf(type, abi) as Parameters<typeof isOpen>[0]))
    throw usage(`${type.name} ends in a list of any length, which no table holds: --to json`);
  if (hasFloat(layoutOf(type, abi)))
    throw usage(`${type.name} has floating point, which no table holds exactly: --to json`);
  const vectors = Array.from(lines, ({ label, bytes, error }, i): StructVector => {
    if (i >= MOST) throw usage(`--count is at most ${MOST} with --to c and --to rust`);
    const digits = bytes.match(/../g) ?? [];
    const found = Uint8Array.from(digits, (two) => parseInt(two, 16));
    return { label, bytes: found, isValid: error === undefined };
  });
  return print(type, abi, vectors);
}
