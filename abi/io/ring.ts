/** io/ring.h. */
import { typedef, unsigned_int } from '../../src/schema/index.js';

export const RING_IDX = typedef('RING_IDX', unsigned_int);
