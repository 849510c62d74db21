/** `codec` with the codecs that are generated for Xen's memory structs. */
import * as e820 from '../abi/e820.js';
import * as memory from '../abi/memory.js';
import * as unpin from '../abi/unpin.js';
import * as xen from '../abi/xen.js';
import { bindCodecs, pairGenerated } from './codec/index.js';
import { codecs as e820Codecs } from './generated/e820.js';
import { codecs as memoryCodecs } from './generated/memory.js';
import { codecs as unpinCodecs } from './generated/unpin.js';
import { codecs as xenCodecs } from './generated/xen.js';

/**
 * The codec of a declaration on an architecture; generated for Xen's memory structs.
 * @throws DeclarationError when the declaration does not exist on the architecture.
 */
export const codec = bindCodecs(
  pairGenerated(memory, memoryCodecs),
  pairGenerated(xen, xenCodecs),
  pairGenerated(unpin, unpinCodecs),
  pairGenerated(e820, e820Codecs),
);
