import { compile, type CSource } from './compile.js';
import type { Subject } from './read-back.js';

const dumping = ['-Xclang', '-fdump-record-layouts-complete'];
const line = /^ *[\d:-]+ \| ( *)(.*)$/;

/** A field of a C struct. */
interface CMember {
  /** Dotted. */
  readonly path: string;
  /** As clang spells it. */
  readonly type: string;
}

/**
 * The fields of every struct in a C file, from clang's record dump:
 * `         8 |   union xen_mem_access_op::(unnamed at memory.h:1:1) u`, two spaces a level.
 */
function membersIn(dump: string): Map<string, CMember[]> {
  const members = new Map<string, CMember[]>();
  let current: CMember[] = [];
  let path: string[] = [];
  for (const [, indent = '', text = ''] of dump
    .split('\n')
    .flatMap((row) => [line.exec(row) ?? []])) {
    const depth = indent.length / 2;
    if (text === '') continue;
    if (depth === 0) members.set(text, (current = []));
    else {
      // An anonymous member ends where its type does; its fields are its parent's.
      const name = text.endsWith(')') ? '' : text.slice(text.lastIndexOf(' ') + 1);
      path = [...path.slice(0, depth - 1), name];
      const type = text.slice(0, text.length - name.length - 1);
      if (name !== '') current.push({ path: path.filter((step) => step !== '').join('.'), type });
    }
  }
  return members;
}

const parentOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('.')));

/**
 * Fields of the C file that we do not declare, and that offsets cannot miss where they look like
 * padding. What a handle or an array of ours is made of is not asked, nor are members whose struct
 * is empty, as GNU C allows: they have no bytes.
 */
export function undeclared(source: CSource, subjects: readonly Subject[]): string[] {
  const dumped = compile({ ...source, options: [...source.options, ...dumping] });
  const members = membersIn(dumped.output);
  return subjects.flatMap(({ name, asked }) => {
    const ours = new Set([...Object.keys(asked.fields), ...Object.keys(asked.bits)]);
    const compounds = new Set(['', ...[...ours].map(parentOf)]);
    const unknown = ({ path, type }: CMember) =>
      compounds.has(parentOf(path)) && !ours.has(path) && members.get(type)?.length !== 0;
    return (members.get(name) ?? []).filter(unknown).map(({ path }) => `${name}.${path}`);
  });
}
