import { hex } from '../../codec/index.js';
import { liveFields } from '../../codec/live.js';
import { layoutOf } from '../../layout/index.js';
import { offsetOf } from '../lists.js';
import type { Read, Warning } from './warning.js';

/** Fields that their declaration says are refused when they are not zero; of an array the first. */
export function zeroWarnings({ type, abi, value }: Read): Warning[] {
  const layout = layoutOf(type, abi);
  const found = new Map<string, Warning>();
  for (const { path, member, isOut, value: its } of liveFields(type, value)) {
    if (!member?.zero || isOut || BigInt(its as number | bigint) === 0n) continue;
    const place = path.replace(/\[\d+\]$/, '');
    if (!found.has(place))
      found.set(place, {
        code: 'must-be-zero',
        path,
        offset: offsetOf(layout, path),
        message: `${path} is ${hex(its as number | bigint)}, and must be zero`,
      });
  }
  return [...found.values()];
}
