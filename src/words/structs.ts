import { structs } from '../../abi/index.js';
import { structsIn } from '../layout/structs.js';

/** The structs and unions of Xen's headers, by name. */
export const xenStructs = structsIn(structs);
