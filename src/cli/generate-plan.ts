import { whyInterpreted } from '../codec/print-codes.js';
import { type Abi, type Layout, layoutOf } from '../layout/index.js';
import { DeclarationError, type Type } from '../schema/index.js';
import { Exit, FINDINGS } from './exit.js';

/** What becomes of one exported declaration. */
export interface Plan {
  /** The name that it is exported under, which is its key in `codecs`. */
  readonly name: string;
  readonly type: Type;
  /** The architectures for which a codec is printed. */
  readonly abis: readonly string[];
  /** Those on which the interpreted engine serves it. */
  readonly interpreted: readonly string[];
  /** Those on which it does not exist, or cannot be laid out. */
  readonly absent: readonly string[];
  /** Why, in a sentence for each reason. */
  readonly notes: readonly string[];
}

/** Structs and unions, also behind typedefs; plain data, be it of another copy of this package. */
function isDeclaration(value: unknown): value is Type {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, type, members } = value as Partial<Record<'kind' | 'type' | 'members', unknown>>;
  if (kind === 'alias') return isDeclaration(type);
  return (kind === 'struct' || kind === 'union') && Array.isArray(members);
}

/** A key that stands in an object literal as it is; `__proto__` would be none. */
const isKey = (name: string): boolean =>
  name !== '__proto__' && /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name);

interface Fate {
  readonly list: 'abis' | 'interpreted' | 'absent';
  readonly reason?: string;
}

function fateOn(name: string, type: Type, abi: Abi): Fate {
  try {
    const layout: Layout = layoutOf(type, abi);
    const why = isKey(name) ? whyInterpreted(layout) : 'its name is no identifier';
    if (why === undefined) return { list: 'abis' };
    return { list: 'interpreted', reason: `${why}; left to the interpreted engine` };
  } catch (error) {
    if (!(error instanceof DeclarationError))
      throw new Exit(FINDINGS, `${name} is no declaration: ${(error as Error).message}`);
    const own = 'name' in type ? `${type.name}: ` : '';
    const why = error.message.replace(own, '').replace(` on ${abi.name}`, '');
    return { list: 'absent', reason: `${why}; left out` };
  }
}

function planOf(name: string, type: Type, abis: readonly Abi[]): Plan {
  const lists: Record<Fate['list'], string[]> = { abis: [], interpreted: [], absent: [] };
  const reasons = new Map<string, string[]>();
  for (const abi of abis) {
    const { list, reason } = fateOn(name, type, abi);
    lists[list].push(abi.name);
    if (reason !== undefined) reasons.set(reason, [...(reasons.get(reason) ?? []), abi.name]);
  }
  const notes = [...reasons].map(([reason, on]) => `${name} (${on.join(', ')}): ${reason}`);
  return { name, type, ...lists, notes };
}

/** The plans of a module's declarations, each once, and what to say of those exported again. */
export function plansOf(
  exported: Readonly<Record<string, unknown>>,
  abis: readonly Abi[],
): { readonly plans: readonly Plan[]; readonly notes: readonly string[] } {
  const names = new Map<Type, string>();
  const notes: string[] = [];
  // A name of its own says more than `default`.
  const isDefault = ([name]: readonly [string, unknown]): number => Number(name === 'default');
  for (const [name, value] of Object.entries(exported).sort((a, b) => isDefault(a) - isDefault(b)))
    if (isDeclaration(value)) {
      const first = names.get(value);
      if (first === undefined) names.set(value, name);
      else notes.push(`${name} is ${first} again; one codec serves both`);
    }
  return { plans: [...names].map(([type, name]) => planOf(name, type, abis)), notes };
}
