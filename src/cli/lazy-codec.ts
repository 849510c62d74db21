import { bindCodecs, type CodecFor } from '../codec/index.js';

/** Structs that are sooner read without the generated codecs than those are loaded. */
const FEW = 200;

/**
 * Codecs of whom nobody knows yet how much there is to read: interpreted ones first, and from
 * some number of structs on the generated ones, which read the same.
 */
export function lazyCodec(): CodecFor {
  let bound = bindCodecs();
  let asked = 0;
  return (type, abi, options) => {
    if (++asked === FEW)
      void import('../xen-codec.js').then(({ codec }) => {
        bound = codec;
      });
    return bound(type, abi, options);
  };
}
