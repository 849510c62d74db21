import type { NotModelled } from './row.js';

const is44 = 'Xen 4.4: its order of checks is no interface of the model';

/** Rows, or parts of rows, whose answer differs from that of 4.17 and of the proposal. */
export const notModelled: readonly NotModelled[] = [
  { number: 'E3', says: 'X4.4: order 10 and unlike domids: -EINVAL', why: is44 },
  { number: 'E7', says: 'X4.4: absent domid without extents: -ESRCH', why: is44 },
  { number: 'E9', says: 'X4.4: a start extent is ignored', why: is44 },
  { number: 'E20', says: 'X4.4: exchange works for HVM and tells no MFN', why: is44 },
  { number: 'E21', says: 'X4.4: exchange on Arm: -EINVAL', why: is44 },
  { number: 'R6', says: 'X4.4: -EPERM where XSM refuses a reservation', why: is44 },
  {
    number: 'N10',
    says: 'Xen 4.4 without the proposal: -ENOSYS for 26 and 27',
    why: 'an interface of its own, of which no capture is known',
  },
];
