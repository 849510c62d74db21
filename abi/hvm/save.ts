/** hvm/save.h: the records that the state of an HVM domain is saved in. */
import {
  array,
  chars,
  field,
  type CompoundType,
  struct,
  type Infer,
  uint16_t,
  uint32_t,
} from '../../src/schema/index.js';
import { plain_char } from '../xen.js';

/** What stands before each record. */
export const hvm_save_descriptor = struct('hvm_save_descriptor', {
  typecode: field(uint16_t, { direction: 'inout', doc: 'what the record is of' }),
  instance: field(uint16_t, { direction: 'inout', doc: 'which one of its kind: often the vCPU' }),
  length: field(uint32_t, { direction: 'inout', unit: 'bytes', doc: 'length of the record' }),
});
export type HvmSaveDescriptor = Infer<typeof hvm_save_descriptor>;

/**
 * `DECLARE_HVM_SAVE_TYPE`: a struct that no memory holds; its sizes say the number of a record's
 * type (`c`) and whether an older form of it is taken too (`cpt`, 2).
 */
export const saveType = <T extends CompoundType>(name: string, type: T, code: number, cpt = 1) =>
  struct(
    `__HVM_SAVE_TYPE_${name}`,
    {
      t: field(type, { direction: 'inout', doc: 'the record' }),
      c: field(chars(code), { direction: 'inout', doc: 'its size is the number of the type' }),
      cpt: field(chars(cpt), {
        direction: 'inout',
        doc: 'its size is 2 if an older form is taken too',
      }),
    },
    { abis: ['x86_32', 'x86_64'] },
  );

/** The last record, which is empty. */
export const hvm_save_end = struct('hvm_save_end', {});
export type HvmSaveEnd = Infer<typeof hvm_save_end>;

/** The type of the last record: 0. */
export const __HVM_SAVE_TYPE_END = struct('__HVM_SAVE_TYPE_END', {
  t: field(hvm_save_end, { direction: 'inout', doc: 'the record' }),
  c: field(array(plain_char, 0), { direction: 'inout', doc: 'its size is the number of the type' }),
  cpt: field(chars(1), { direction: 'inout', doc: 'its size is 1: there is no older form' }),
});
export type HvmSaveTypeEnd = Infer<typeof __HVM_SAVE_TYPE_END>;
