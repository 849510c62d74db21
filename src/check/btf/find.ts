import { type Abi, isCompound } from '../../layout/index.js';
import type { Findings } from '../found.js';
import { ObjectError } from '../object-error.js';
import { type Btf, btfString, type BtfType, KIND } from './blob.js';
import { btfTypes } from './types.js';

const NAMED: ReadonlySet<number> = new Set([KIND.STRUCT, KIND.UNION, KIND.TYPEDEF, KIND.FWD]);

/** Hands over the structs, unions and typedefs of these names, or of all, those of the base too. */
export function findInBtf(
  btf: Btf,
  names: readonly string[] | undefined,
  abi: Abi,
  findings: Findings,
): void {
  if (btf.base) findInBtf(btf.base, names, abi, findings);
  const types = btfTypes(btf, abi);
  const asked = names && new Set(names);
  function nameOf({ nameAt }: BtfType): string | undefined {
    try {
      return btfString(btf, nameAt);
    } catch (error) {
      if (!(error instanceof ObjectError)) throw error;
      findings.problem(error);
      return undefined;
    }
  }
  for (const [i, type] of btf.types.entries()) {
    if (!NAMED.has(type.kind)) continue;
    const name = nameOf(type);
    if (!name || (asked && !asked.has(name))) continue;
    try {
      const layout = types.layoutAt(btf.firstType + i);
      const isTag = type.kind !== KIND.TYPEDEF;
      if (isCompound(layout)) findings.found(name, { layout, unit: '' }, isTag);
      else if (types.isDeclared(btf.firstType + i)) findings.declared(name);
    } catch (error) {
      if (!(error instanceof ObjectError)) throw error;
      findings.unreadable(name, error);
    }
  }
}
