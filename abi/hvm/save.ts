/** hvm/save.h. */
import {
  array,
  chars,
  type CompoundType,
  struct,
  type Infer,
  uint16_t,
  uint32_t,
} from '../../src/schema/index.js';
import { plain_char } from '../xen.js';

export const hvm_save_descriptor = struct('hvm_save_descriptor', {
  typecode: uint16_t,
  instance: uint16_t,
  length: uint32_t,
});
export type HvmSaveDescriptor = Infer<typeof hvm_save_descriptor>;

/**
 * `DECLARE_HVM_SAVE_TYPE`: a struct that no memory holds; its sizes say the number of a record's
 * type (`c`) and whether an older form of it is taken too (`cpt`, 2).
 */
export const saveType = <T extends CompoundType>(name: string, type: T, code: number, cpt = 1) =>
  struct(
    `__HVM_SAVE_TYPE_${name}`,
    { t: type, c: chars(code), cpt: chars(cpt) },
    { abis: ['x86_32', 'x86_64'] },
  );

export const hvm_save_end = struct('hvm_save_end', {});
export type HvmSaveEnd = Infer<typeof hvm_save_end>;

export const __HVM_SAVE_TYPE_END = struct('__HVM_SAVE_TYPE_END', {
  t: hvm_save_end,
  c: array(plain_char, 0),
  cpt: chars(1),
});
export type HvmSaveTypeEnd = Infer<typeof __HVM_SAVE_TYPE_END>;
