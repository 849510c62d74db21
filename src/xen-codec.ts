/** `codec` with the codecs that are generated for Xen's memory structs. */
import { bindCodecs } from './codec/index.js';
import { generated } from './generated/index.js';

/**
 * The codec of a declaration on an architecture; generated for Xen's memory structs.
 * @throws DeclarationError when the declaration does not exist on the architecture.
 */
export const codec = bindCodecs(generated);
