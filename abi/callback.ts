/** callback.h. */
import { struct, type Infer, uint16_t } from '../src/schema/index.js';
import { xen_callback_t } from './arch.js';

export const callback_register = struct(
  'callback_register',
  {
    type: uint16_t,
    flags: uint16_t,
    address: xen_callback_t,
  },
  { abis: ['x86_32', 'x86_64', 'arm32', 'arm64'] },
);
export type CallbackRegister = Infer<typeof callback_register>;

export const callback_unregister = struct('callback_unregister', {
  type: uint16_t,
  _unused: uint16_t,
});
export type CallbackUnregister = Infer<typeof callback_unregister>;
