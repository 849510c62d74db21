import { type Abi, isCompound } from '../../layout/index.js';
import type { Findings } from '../found.js';
import { ObjectError } from '../object-error.js';
import { type Btf, btfString, KIND } from './blob.js';
import { btfTypes } from './types.js';

const NAMED: ReadonlySet<number> = new Set([KIND.STRUCT, KIND.UNION, KIND.TYPEDEF]);

/** Hands over the structs, unions and typedefs of these names, those of the base too. */
export function findInBtf(btf: Btf, names: readonly string[], abi: Abi, findings: Findings): void {
  if (btf.base) findInBtf(btf.base, names, abi, findings);
  const types = btfTypes(btf, abi);
  const asked = new Set(names);
  for (const [i, type] of btf.types.entries()) {
    if (!NAMED.has(type.kind) && type.kind !== KIND.FWD) continue;
    try {
      const name = btfString(btf, type.nameAt);
      if (!asked.has(name)) continue;
      if (type.kind === KIND.FWD) {
        findings.declared(name);
        continue;
      }
      const layout = types.layoutAt(btf.firstType + i);
      if (isCompound(layout)) findings.found(name, { layout, unit: '' });
    } catch (error) {
      if (!(error instanceof ObjectError)) throw error;
      findings.problem(error);
    }
  }
}
