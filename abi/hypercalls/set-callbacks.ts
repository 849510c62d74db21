/** xen.h: set_callbacks. */
import { struct } from '../../src/schema/index.js';
import { address } from './register-types.js';
import { x86 } from './shapes.js';
import type { Hypercall } from './types.js';

/** Sets the guest's entry points. */
export const table: Hypercall = {
  number: 4,
  name: 'set_callbacks',
  registers: struct('set_callbacks', {
    event_address: address,
    failsafe_address: address,
    syscall_address: address,
  }),
  compat: struct('set_callbacks', {
    event_selector: address,
    event_address: address,
    failsafe_selector: address,
    failsafe_address: address,
  }),
  abis: x86,
};
