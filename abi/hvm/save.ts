/** hvm/save.h. */
import { array, chars, struct, type Infer, uint16_t, uint32_t } from '../../src/schema/index.js';
import { plain_char } from '../xen.js';

export const hvm_save_descriptor = struct('hvm_save_descriptor', {
  typecode: uint16_t,
  instance: uint16_t,
  length: uint32_t,
});
export type HvmSaveDescriptor = Infer<typeof hvm_save_descriptor>;

export const hvm_save_end = struct('hvm_save_end', {});
export type HvmSaveEnd = Infer<typeof hvm_save_end>;

export const __HVM_SAVE_TYPE_END = struct('__HVM_SAVE_TYPE_END', {
  t: hvm_save_end,
  c: array(plain_char, 0),
  cpt: chars(1),
});
export type HvmSaveTypeEnd = Infer<typeof __HVM_SAVE_TYPE_END>;
