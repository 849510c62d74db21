/** callback.h: where a PV guest wants to be entered. */
import { enumeration, field, flags, struct, uint16_t, type Infer } from '../src/schema/index.js';
import { xen_callback_t } from './arch.js';

/** Events. */
export const CALLBACKTYPE_event = 0;
/** Its state could not be restored. */
export const CALLBACKTYPE_failsafe = 1;
/** A system call of 64-bit user mode. */
export const CALLBACKTYPE_syscall = 2;
/** No longer used. */
export const CALLBACKTYPE_sysenter_deprecated = 3;
/** An NMI. */
export const CALLBACKTYPE_nmi = 4;
/** The SYSENTER instruction. */
export const CALLBACKTYPE_sysenter = 5;
/** A system call of 32-bit user mode, on AMD. */
export const CALLBACKTYPE_syscall32 = 7;

/** What a guest is entered for. */
export const callbacktype = enumeration('callbacktype', uint16_t, {
  CALLBACKTYPE_event,
  CALLBACKTYPE_failsafe,
  CALLBACKTYPE_syscall,
  CALLBACKTYPE_sysenter_deprecated,
  CALLBACKTYPE_nmi,
  CALLBACKTYPE_sysenter,
  CALLBACKTYPE_syscall32,
});

/** With events masked. */
export const CALLBACKF_mask_events = 1 << 0;

/** How a guest is entered. */
export const callbackf = flags('callbackf', uint16_t, { CALLBACKF_mask_events });

export const CALLBACKOP_register = 0;

/** Sets where the guest is entered. */
export const callback_register = struct(
  'callback_register',
  {
    type: field(callbacktype, { direction: 'in', doc: 'for what' }),
    flags: field(callbackf, { direction: 'in', doc: 'how' }),
    address: field(xen_callback_t, { direction: 'in', unit: 'address', doc: 'where' }),
  },
  { abis: ['x86_32', 'x86_64', 'arm32', 'arm64'] },
);
export type CallbackRegister = Infer<typeof callback_register>;

export const CALLBACKOP_unregister = 1;

/** Ends it. */
export const callback_unregister = struct('callback_unregister', {
  type: field(callbacktype, { direction: 'in', doc: 'for what' }),
  _unused: field(uint16_t, { direction: 'in', doc: 'not used' }),
});
export type CallbackUnregister = Infer<typeof callback_unregister>;
