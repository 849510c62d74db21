import {
  type Abi,
  type Exported,
  exportedFrom,
  type Exports,
  layoutOf,
  whyAbsent,
} from '../layout/index.js';
import type { Type } from '../schema/index.js';
import { whyInterpreted } from './print-codes.js';

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

/** A key that stands in an object literal as it is; `__proto__` would be none. */
const isKey = (name: string): boolean =>
  name !== '__proto__' && /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name);

interface Fate {
  readonly list: 'abis' | 'interpreted' | 'absent';
  readonly reason?: string;
}

function fateOn(declaration: Exported, abi: Abi): Fate {
  const absent = whyAbsent(declaration, abi);
  if (absent !== undefined) return { list: 'absent', reason: `${absent}; left out` };
  const why = isKey(declaration.name)
    ? whyInterpreted(layoutOf<Type>(declaration.type, abi))
    : 'its name is no identifier';
  if (why === undefined) return { list: 'abis' };
  return { list: 'interpreted', reason: `${why}; left to the interpreted engine` };
}

function planOf(declaration: Exported, abis: readonly Abi[]): Plan {
  const lists: Record<Fate['list'], string[]> = { abis: [], interpreted: [], absent: [] };
  const reasons = new Map<string, string[]>();
  for (const abi of abis) {
    const { list, reason } = fateOn(declaration, abi);
    lists[list].push(abi.name);
    if (reason !== undefined) reasons.set(reason, [...(reasons.get(reason) ?? []), abi.name]);
  }
  const notes = [...reasons].map(
    ([reason, on]) => `${declaration.name} (${on.join(', ')}): ${reason}`,
  );
  return { ...declaration, ...lists, notes };
}

/**
 * The plans of a module's declarations, each once, and what to say of those exported again.
 * @throws DeclarationError for what only looks like a declaration
 */
export function plansOf(
  exported: Exports,
  abis: readonly Abi[],
): { readonly plans: readonly Plan[]; readonly notes: readonly string[] } {
  const { declarations, again } = exportedFrom(exported);
  return {
    plans: declarations.map((declaration) => planOf(declaration, abis)),
    notes: again.map(({ name, first }) => `${name} is ${first} again; one codec serves both`),
  };
}
