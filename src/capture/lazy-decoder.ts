import { type Hypercall, loadHypercall } from '../../abi/index.js';
import type { CodecFor } from '../codec/index.js';
import type { Call } from './capture.js';
import { createCallDecoder, type DecodedHeader } from './decode-call.js';
import type { DecodedCall } from './decoded.js';

/**
 * Decodes the calls of one capture, any hypercall: the tables that a call needs, its own and
 * those of a multicall's entries, are loaded when it comes.
 */
export function createLazyDecoder(
  header: DecodedHeader,
  codec: CodecFor,
): (call: Call) => Promise<DecodedCall> {
  const loaded = new Map<number, Hypercall | undefined>();
  const missing = new Set<number>();
  const decode = createCallDecoder(header, codec, {
    get(number) {
      if (!loaded.has(number)) missing.add(number);
      return loaded.get(number);
    },
  });
  return async (call) => {
    for (;;) {
      missing.clear();
      // What a call shows of memory is the same however often it is shown.
      const decoded = decode(call);
      if (missing.size === 0) return decoded;
      for (const number of missing) loaded.set(number, await loadHypercall(number));
    }
  };
}
