import { describe, expect, it, test } from 'vitest';
import { xen_add_to_physmap, xen_memory_exchange, xen_pod_target } from '../../abi/index.js';
import { exportOptions } from '../../src/cli/compat.js';
import { exportC, exportCTypes, exportRust } from '../../src/export/index.js';
import { x86_32, x86_64 } from '../../src/layout/index.js';
import { type CompoundType, struct, uint32_t } from '../../src/schema/index.js';

describe('structs in C', () => {
  it('have integers of known width, what they mean, and assertions', () => {
    const text = exportCTypes([xen_add_to_physmap], x86_64);
    expect(text).toContain('struct xen_add_to_physmap {\n');
    expect(text).toContain('  uint64_t gpfn;\n');
    expect(text).toContain('offsetof(struct xen_add_to_physmap, gpfn) == 16');
    expect(text).not.toContain('#pragma');
  });

  it("of 32 bits, are packed for a 64-bit hypervisor's compiler", () => {
    const text = exportCTypes([xen_pod_target], x86_32, exportOptions(x86_32, true));
    expect(text).toContain('#pragma pack(push, 4)\nstruct xen_pod_target {\n');
    expect(text).toContain('#error "xenabi: this is for x86_64;');
    expect(text).toContain('sizeof(struct xen_pod_target) == 36');
  });
});

describe('a name that is none', () => {
  // As plain data, which `struct` has not seen.
  const evil: CompoundType = {
    ...struct('q', { a: uint32_t }),
    members: [{ name: 'x: u32 } fn evil() {} struct q { y', type: uint32_t }],
  };
  it('is refused where it must be that of a header', () =>
    expect(() => exportC([evil], x86_64)).toThrow('C has no such name'));
  it('is made one in Rust', () =>
    expect(exportRust([evil], x86_64)).toContain('pub x_u32_fn_evil_struct_q_y: u32,'));
});

describe('assertions for the compat layer', () => {
  const text = exportC([xen_memory_exchange], x86_32, exportOptions(x86_32, true));
  it("have the hypervisor's names, and the data model of its compiler", () => {
    expect(text).toContain('#define XENABI_xen_memory_exchange struct compat_memory_exchange\n');
    expect(text).toContain('sizeof(XENABI_xen_memory_exchange) == 44');
    expect(text).toContain('sizeof(long) == 8 && sizeof(void *) == 8');
  });
  it('are for x86_32 alone', () =>
    expect(() => exportOptions(x86_64, true)).toThrow('--compat is for the structs of x86_32'));
});

test("beside Xen's headers, the interface version is asked for", () => {
  const text = exportC([xen_memory_exchange], x86_64, exportOptions(x86_64, false));
  expect(text).toContain('__XEN_INTERFACE_VERSION__ < 0x00030209');
  expect(text).toContain(
    'compile with -D__XEN_INTERFACE_VERSION__=0x00040e00 (or -D__XEN_TOOLS__)"',
  );
  expect(text).toContain('"xenabi: include xen/memory.h before this');
  expect(exportC([xen_memory_exchange], x86_64)).not.toContain('INTERFACE_VERSION');
});
