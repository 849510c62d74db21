import { type Unit, subjectOf } from './unit.js';

const types: Readonly<Record<string, string>> = {
  handle_xen_pfn_t: 'Handle<xen_pfn_t>',
  handle_xen_ulong_t: 'Handle<xen_ulong_t>',
  handle_int: 'Handle<i32>',
  xen_ulong_t: 'xen_ulong_t',
  xen_pfn_t: 'xen_pfn_t',
  domid_t: 'domid_t',
  uint16_t: 'u16',
  'unsigned int': 'u32',
  'struct xen_memory_reservation': 'xen_memory_reservation',
  'union xen_add_to_physmap_batch_extra': 'xen_add_to_physmap_batch_extra',
};

const rawName = (name: string): string => (name === 'in' ? 'r#in' : name);

const head = `#![no_std]
#![allow(non_camel_case_types)]
pub type xen_ulong_t = u64;
pub type xen_pfn_t = u64;
#[repr(transparent)] #[derive(Clone, Copy)] pub struct domid_t(pub u16);
#[repr(transparent)] pub struct Handle<T>(pub *mut T);
`;

/** The structs of a unit for x86_64 in Rust, and a variable of each. */
export function printRust({ structs }: Unit): string {
  const defined = structs.map(({ kind = 'struct', name, fields }) => {
    const lines = fields.map(
      (field) => `  pub ${rawName(field.name)}: ${types[field.type] ?? field.type},\n`,
    );
    return `#[repr(C)] pub ${kind} ${name} {\n${lines.join('')}}\n`;
  });
  const variables = structs.map(
    ({ name }) =>
      `#[no_mangle] pub static mut the_${name}: core::mem::MaybeUninit<${name}> = core::mem::MaybeUninit::zeroed();\n`,
  );
  return [head, ...defined, ...variables].join('');
}

/** The same with the answers to `questions` in the section where `readBack` looks for them. */
export function measuredRust(unit: Unit): string {
  const numbers = unit.structs.flatMap((struct) => [
    `size_of::<${struct.name}>()`,
    `align_of::<${struct.name}>()`,
    ...Object.keys(subjectOf(struct).asked.fields).flatMap((path) => {
      const place = path.split('.').map(rawName).join('.');
      return [`offset_of!(${struct.name}, ${place})`, `size!(${struct.name}, ${place})`, '0'];
    }),
  ]);
  return `${printRust(unit)}
use core::mem::{align_of, offset_of, size_of};
const fn size_behind<S, F>(_: fn(&S) -> *const F) -> usize { size_of::<F>() }
macro_rules! size {
  ($s:ty, $($f:tt)+) => { size_behind::<$s, _>(|s| unsafe { &raw const s.$($f)+ }) };
}
#[used] #[link_section = ".golden.table"] static GOLDEN: [usize; ${numbers.length}] = [
${numbers.join(',\n')}
];
`;
}
