import { hex, paddingIn } from '../../codec/index.js';
import { dotted, layoutOf } from '../../layout/index.js';
import { typeName } from '../../schema/index.js';
import type { Read, Warning } from './warning.js';

/** Bytes between fields that are not zero: a leak of the sender's memory. */
export function paddingWarnings({ bytes, type, abi }: Read): Warning[] {
  const spans = Array.from(paddingIn(layoutOf(type, abi), typeName(type), bytes));
  return spans.flatMap(({ offset, size, owner, mask = 0xff }) => {
    let at = offset;
    while (at < offset + size && (bytes[at]! & mask) === 0) at++;
    if (at === offset + size) return [];
    const path = dotted(owner);
    const where = path === '' ? 'the struct' : path;
    return [
      {
        code: 'padding',
        path,
        offset: at,
        message: `non-zero padding in ${where}: byte ${at} is ${hex(bytes[at]! & mask)}`,
      },
    ];
  });
}
