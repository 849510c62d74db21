import { hex } from '../../codec/index.js';
import { layoutOf } from '../../layout/index.js';
import { namesOf, type Type } from '../../schema/index.js';
import { offsetOf } from '../lists.js';
import { liveFields } from '../../codec/live.js';
import type { Read, Warning } from './warning.js';

/**
 * Bits of a flags word that have no name; of a union the live member alone is looked at. What a
 * field that is only written holds before the call says nothing.
 */
export function flagWarnings({ type, abi, value }: Read): Warning[] {
  const layout = layoutOf(type, abi);
  const warnings: Warning[] = [];
  for (const field of liveFields(type, value)) {
    const { path } = field;
    const names = namesOf((field.type.kind === 'bits' ? field.type.storage : field.type) as Type);
    if (names?.kind !== 'flags' || field.isOut) continue;
    let unknown = BigInt(field.value as number | bigint);
    for (const bit of Object.values(names.values)) unknown &= ~BigInt(bit);
    for (const part of Object.values(names.parts ?? {}))
      unknown &= ~(((1n << BigInt(part.width)) - 1n) << BigInt(part.shift));
    if (unknown !== 0n)
      warnings.push({
        code: 'unknown-flags',
        path,
        offset: offsetOf(layout, path),
        message: `${path} has unknown flag bits ${hex(unknown)}`,
      });
  }
  return warnings;
}
