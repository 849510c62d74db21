/** arch-x86/xen.h with its parts, and arch-arm.h: what the architectures have each their own way. */
import {
  anonymous,
  array,
  chars,
  field,
  oneOf,
  struct,
  type Infer,
  typedef,
  uint16_t,
  uint32_t,
  uint64_t,
  uint8_t,
  union,
  unsigned_long,
  flags,
  enumeration,
} from '../src/schema/index.js';

export const FLAT_RING3_CS32 = 0xe023;
export const FLAT_RING3_CS64 = 0xe033;
export const FLAT_RING3_DS32 = 0xe02b;
export const FLAT_RING3_DS64 = 0x0000;
export const FLAT_RING3_SS32 = 0xe02b;
export const FLAT_RING3_SS64 = 0xe02b;
export const FLAT_KERNEL_DS64 = FLAT_RING3_DS64;
export const FLAT_KERNEL_DS32 = FLAT_RING3_DS32;
/** Of x86_64. */
export const FLAT_KERNEL_DS = FLAT_KERNEL_DS64;
export const FLAT_KERNEL_CS64 = FLAT_RING3_CS64;
export const FLAT_KERNEL_CS32 = FLAT_RING3_CS32;
/** Of x86_64. */
export const FLAT_KERNEL_CS = FLAT_KERNEL_CS64;
export const FLAT_KERNEL_SS64 = FLAT_RING3_SS64;
export const FLAT_KERNEL_SS32 = FLAT_RING3_SS32;
/** Of x86_64. */
export const FLAT_KERNEL_SS = FLAT_KERNEL_SS64;
export const FLAT_USER_DS64 = FLAT_RING3_DS64;
export const FLAT_USER_DS32 = FLAT_RING3_DS32;
/** Of x86_64. */
export const FLAT_USER_DS = FLAT_USER_DS64;
export const FLAT_USER_CS64 = FLAT_RING3_CS64;
export const FLAT_USER_CS32 = FLAT_RING3_CS32;
/** Of x86_64. */
export const FLAT_USER_CS = FLAT_USER_CS64;
export const FLAT_USER_SS64 = FLAT_RING3_SS64;
export const FLAT_USER_SS32 = FLAT_RING3_SS32;
/** Of x86_64. */
export const FLAT_USER_SS = FLAT_USER_SS64;
/** Where the hypervisor's part of the address space begins, on x86_64. */
export const HYPERVISOR_VIRT_START = 0xffff800000000000n;
/** Where it ends. */
export const HYPERVISOR_VIRT_END = 0xffff880000000000n;
/** Where the M2P begins, on x86_64. */
export const MACH2PHYS_VIRT_START = 0xffff800000000000n;
/** Where it ends. */
export const MACH2PHYS_VIRT_END = 0xffff804000000000n;
export const MACH2PHYS_NR_ENTRIES = (MACH2PHYS_VIRT_END - MACH2PHYS_VIRT_START) >> 3n;
export const SEGBASE_FS = 0;
export const SEGBASE_GS_USER = 1;
export const SEGBASE_GS_KERNEL = 2;
/** The base is a selector for gs. */
export const SEGBASE_GS_USER_SEL = 3;
/** The guest was entered by SYSCALL, and is left by SYSRET. */
export const VGCF_in_syscall = 1 << 8;
export const VGCF_IN_SYSCALL = VGCF_in_syscall;
/** How iret goes back. */
export const iret_flags = flags('iret_flags', uint64_t, { VGCF_in_syscall });

/** What iret finds on the kernel's stack, from its top on. */
export const iret_context = struct(
  'iret_context',
  {
    rax: field(uint64_t, { direction: 'inout', doc: 'register' }),
    r11: field(uint64_t, { direction: 'inout', doc: 'register' }),
    rcx: field(uint64_t, { direction: 'inout', doc: 'register' }),
    flags: field(iret_flags, { direction: 'inout', doc: 'how to go back' }),
    rip: field(uint64_t, { direction: 'inout', unit: 'address', doc: 'where to go on' }),
    cs: field(uint64_t, {
      direction: 'inout',
      doc: 'selector; its privilege level says whether it is the kernel or a program',
    }),
    rflags: field(uint64_t, { direction: 'inout', doc: 'the flags to go on with' }),
    rsp: field(uint64_t, { direction: 'inout', unit: 'address', doc: 'the stack to go on with' }),
    ss: field(uint64_t, { direction: 'inout', doc: 'selector' }),
  },
  { abis: ['x86_64'] },
);
export type IretContext = Infer<typeof iret_context>;

/** Of x86_32, as are the next. */
export const FLAT_RING1_CS = 0xe019;
export const FLAT_RING1_DS = 0xe021;
export const FLAT_RING1_SS = 0xe021;
export const FLAT_RING3_CS = 0xe02b;
export const FLAT_RING3_DS = 0xe033;
export const FLAT_RING3_SS = 0xe033;
/** Where the hypervisor's part of the address space begins, on x86_32. */
export const HYPERVISOR_VIRT_START_PAE = 0xf5800000;
/** Where the M2P begins, on x86_32. */
export const MACH2PHYS_VIRT_START_PAE = 0xf5800000;
/** Where it ends. */
export const MACH2PHYS_VIRT_END_PAE = 0xf6800000;
/** Of a hypervisor without PAE, which is no more. */
export const HYPERVISOR_VIRT_START_NONPAE = 0xfc000000;
export const MACH2PHYS_VIRT_START_NONPAE = 0xfc000000;
export const MACH2PHYS_VIRT_END_NONPAE = 0xfc400000;

/** The registers of a vCPU, on x86_32, each by all of its names. */
export const cpu_user_regs_x86_32 = struct(
  'cpu_user_regs',
  {
    union_1: anonymous(
      union(null, {
        ebx: field(uint32_t, { direction: 'inout', doc: 'register ebx' }),
        bx: field(uint16_t, { direction: 'inout', doc: 'register bx' }),
        struct_1: anonymous(
          struct(null, {
            bl: field(uint8_t, { direction: 'inout', doc: 'register bl' }),
            bh: field(uint8_t, { direction: 'inout', doc: 'register bh' }),
          }),
        ),
      }),
    ),
    union_2: anonymous(
      union(null, {
        ecx: field(uint32_t, { direction: 'inout', doc: 'register ecx' }),
        cx: field(uint16_t, { direction: 'inout', doc: 'register cx' }),
        struct_1: anonymous(
          struct(null, {
            cl: field(uint8_t, { direction: 'inout', doc: 'register cl' }),
            ch: field(uint8_t, { direction: 'inout', doc: 'register ch' }),
          }),
        ),
      }),
    ),
    union_3: anonymous(
      union(null, {
        edx: field(uint32_t, { direction: 'inout', doc: 'register edx' }),
        dx: field(uint16_t, { direction: 'inout', doc: 'register dx' }),
        struct_1: anonymous(
          struct(null, {
            dl: field(uint8_t, { direction: 'inout', doc: 'register dl' }),
            dh: field(uint8_t, { direction: 'inout', doc: 'register dh' }),
          }),
        ),
      }),
    ),
    union_4: anonymous(
      union(null, {
        esi: field(uint32_t, { direction: 'inout', doc: 'register esi' }),
        _esi: field(uint32_t, { direction: 'inout', doc: 'the same as esi' }),
        si: field(uint16_t, { direction: 'inout', doc: 'register si' }),
      }),
    ),
    union_5: anonymous(
      union(null, {
        edi: field(uint32_t, { direction: 'inout', doc: 'register edi' }),
        _edi: field(uint32_t, { direction: 'inout', doc: 'the same as edi' }),
        di: field(uint16_t, { direction: 'inout', doc: 'register di' }),
      }),
    ),
    union_6: anonymous(
      union(null, {
        ebp: field(uint32_t, { direction: 'inout', doc: 'register ebp' }),
        _ebp: field(uint32_t, { direction: 'inout', doc: 'the same as ebp' }),
        bp: field(uint16_t, { direction: 'inout', doc: 'register bp' }),
      }),
    ),
    union_7: anonymous(
      union(null, {
        eax: field(uint32_t, { direction: 'inout', doc: 'register eax' }),
        ax: field(uint16_t, { direction: 'inout', doc: 'register ax' }),
        struct_1: anonymous(
          struct(null, {
            al: field(uint8_t, { direction: 'inout', doc: 'register al' }),
            ah: field(uint8_t, { direction: 'inout', doc: 'register ah' }),
          }),
        ),
      }),
    ),
    error_code: field(uint16_t, {
      direction: 'inout',
      doc: 'of the exception; the hypervisor keeps its own here',
    }),
    entry_vector: field(uint16_t, {
      direction: 'inout',
      doc: 'the exception; the hypervisor keeps its own here',
    }),
    union_8: anonymous(
      union(null, {
        eip: field(uint32_t, { direction: 'inout', unit: 'address', doc: 'register eip' }),
        _eip: field(uint32_t, { direction: 'inout', doc: 'the same as eip' }),
        ip: field(uint16_t, { direction: 'inout', doc: 'register ip' }),
      }),
    ),
    cs: field(uint16_t, { direction: 'inout', doc: 'selector cs' }),
    saved_upcall_mask: field(uint8_t, {
      direction: 'inout',
      doc: 'not 0: events were masked; rflags.IF is the opposite',
    }),
    _pad0: field(uint8_t, { direction: 'inout', doc: 'unused' }),
    union_9: anonymous(
      union(null, {
        eflags: field(uint32_t, { direction: 'inout', doc: 'register eflags' }),
        _eflags: field(uint32_t, { direction: 'inout', doc: 'the same as eflags' }),
        flags: field(uint16_t, { direction: 'inout', doc: 'register flags' }),
      }),
    ),
    union_10: anonymous(
      union(null, {
        esp: field(uint32_t, { direction: 'inout', unit: 'address', doc: 'register esp' }),
        _esp: field(uint32_t, { direction: 'inout', doc: 'the same as esp' }),
        sp: field(uint16_t, { direction: 'inout', doc: 'register sp' }),
      }),
    ),
    ss: field(uint16_t, { direction: 'inout', doc: 'selector ss' }),
    _pad1: field(uint16_t, { direction: 'inout', doc: 'unused' }),
    es: field(uint16_t, { direction: 'inout', doc: 'selector es' }),
    _pad2: field(uint16_t, { direction: 'inout', doc: 'unused' }),
    ds: field(uint16_t, { direction: 'inout', doc: 'selector ds' }),
    _pad3: field(uint16_t, { direction: 'inout', doc: 'unused' }),
    fs: field(uint16_t, { direction: 'inout', doc: 'selector fs' }),
    _pad4: field(uint16_t, { direction: 'inout', doc: 'unused' }),
    gs: field(uint16_t, { direction: 'inout', doc: 'selector gs' }),
    _pad5: field(uint16_t, { direction: 'inout', doc: 'unused' }),
  },
  { abis: ['x86_32'] },
);
export type CpuUserRegsX86_32 = Infer<typeof cpu_user_regs_x86_32>;

/** The registers of a vCPU, on x86_64, each by all of its names. */
export const cpu_user_regs_x86_64 = struct(
  'cpu_user_regs',
  {
    union_1: anonymous(
      union(null, {
        r15: field(uint64_t, { direction: 'inout', doc: 'register r15' }),
        r15d: field(uint32_t, { direction: 'inout', doc: 'register r15d' }),
        r15w: field(uint16_t, { direction: 'inout', doc: 'register r15w' }),
        r15b: field(uint8_t, { direction: 'inout', doc: 'register r15b' }),
      }),
    ),
    union_2: anonymous(
      union(null, {
        r14: field(uint64_t, { direction: 'inout', doc: 'register r14' }),
        r14d: field(uint32_t, { direction: 'inout', doc: 'register r14d' }),
        r14w: field(uint16_t, { direction: 'inout', doc: 'register r14w' }),
        r14b: field(uint8_t, { direction: 'inout', doc: 'register r14b' }),
      }),
    ),
    union_3: anonymous(
      union(null, {
        r13: field(uint64_t, { direction: 'inout', doc: 'register r13' }),
        r13d: field(uint32_t, { direction: 'inout', doc: 'register r13d' }),
        r13w: field(uint16_t, { direction: 'inout', doc: 'register r13w' }),
        r13b: field(uint8_t, { direction: 'inout', doc: 'register r13b' }),
      }),
    ),
    union_4: anonymous(
      union(null, {
        r12: field(uint64_t, { direction: 'inout', doc: 'register r12' }),
        r12d: field(uint32_t, { direction: 'inout', doc: 'register r12d' }),
        r12w: field(uint16_t, { direction: 'inout', doc: 'register r12w' }),
        r12b: field(uint8_t, { direction: 'inout', doc: 'register r12b' }),
      }),
    ),
    union_5: anonymous(
      union(null, {
        rbp: field(uint64_t, { direction: 'inout', doc: 'register rbp' }),
        ebp: field(uint32_t, { direction: 'inout', doc: 'register ebp' }),
        bp: field(uint16_t, { direction: 'inout', doc: 'register bp' }),
        bpl: field(uint8_t, { direction: 'inout', doc: 'register bpl' }),
      }),
    ),
    union_6: anonymous(
      union(null, {
        rbx: field(uint64_t, { direction: 'inout', doc: 'register rbx' }),
        ebx: field(uint32_t, { direction: 'inout', doc: 'register ebx' }),
        bx: field(uint16_t, { direction: 'inout', doc: 'register bx' }),
        struct_1: anonymous(
          struct(null, {
            bl: field(uint8_t, { direction: 'inout', doc: 'register bl' }),
            bh: field(uint8_t, { direction: 'inout', doc: 'register bh' }),
          }),
        ),
      }),
    ),
    union_7: anonymous(
      union(null, {
        r11: field(uint64_t, { direction: 'inout', doc: 'register r11' }),
        r11d: field(uint32_t, { direction: 'inout', doc: 'register r11d' }),
        r11w: field(uint16_t, { direction: 'inout', doc: 'register r11w' }),
        r11b: field(uint8_t, { direction: 'inout', doc: 'register r11b' }),
      }),
    ),
    union_8: anonymous(
      union(null, {
        r10: field(uint64_t, { direction: 'inout', doc: 'register r10' }),
        r10d: field(uint32_t, { direction: 'inout', doc: 'register r10d' }),
        r10w: field(uint16_t, { direction: 'inout', doc: 'register r10w' }),
        r10b: field(uint8_t, { direction: 'inout', doc: 'register r10b' }),
      }),
    ),
    union_9: anonymous(
      union(null, {
        r9: field(uint64_t, { direction: 'inout', doc: 'register r9' }),
        r9d: field(uint32_t, { direction: 'inout', doc: 'register r9d' }),
        r9w: field(uint16_t, { direction: 'inout', doc: 'register r9w' }),
        r9b: field(uint8_t, { direction: 'inout', doc: 'register r9b' }),
      }),
    ),
    union_10: anonymous(
      union(null, {
        r8: field(uint64_t, { direction: 'inout', doc: 'register r8' }),
        r8d: field(uint32_t, { direction: 'inout', doc: 'register r8d' }),
        r8w: field(uint16_t, { direction: 'inout', doc: 'register r8w' }),
        r8b: field(uint8_t, { direction: 'inout', doc: 'register r8b' }),
      }),
    ),
    union_11: anonymous(
      union(null, {
        rax: field(uint64_t, { direction: 'inout', doc: 'register rax' }),
        eax: field(uint32_t, { direction: 'inout', doc: 'register eax' }),
        ax: field(uint16_t, { direction: 'inout', doc: 'register ax' }),
        struct_1: anonymous(
          struct(null, {
            al: field(uint8_t, { direction: 'inout', doc: 'register al' }),
            ah: field(uint8_t, { direction: 'inout', doc: 'register ah' }),
          }),
        ),
      }),
    ),
    union_12: anonymous(
      union(null, {
        rcx: field(uint64_t, { direction: 'inout', doc: 'register rcx' }),
        ecx: field(uint32_t, { direction: 'inout', doc: 'register ecx' }),
        cx: field(uint16_t, { direction: 'inout', doc: 'register cx' }),
        struct_1: anonymous(
          struct(null, {
            cl: field(uint8_t, { direction: 'inout', doc: 'register cl' }),
            ch: field(uint8_t, { direction: 'inout', doc: 'register ch' }),
          }),
        ),
      }),
    ),
    union_13: anonymous(
      union(null, {
        rdx: field(uint64_t, { direction: 'inout', doc: 'register rdx' }),
        edx: field(uint32_t, { direction: 'inout', doc: 'register edx' }),
        dx: field(uint16_t, { direction: 'inout', doc: 'register dx' }),
        struct_1: anonymous(
          struct(null, {
            dl: field(uint8_t, { direction: 'inout', doc: 'register dl' }),
            dh: field(uint8_t, { direction: 'inout', doc: 'register dh' }),
          }),
        ),
      }),
    ),
    union_14: anonymous(
      union(null, {
        rsi: field(uint64_t, { direction: 'inout', doc: 'register rsi' }),
        esi: field(uint32_t, { direction: 'inout', doc: 'register esi' }),
        si: field(uint16_t, { direction: 'inout', doc: 'register si' }),
        sil: field(uint8_t, { direction: 'inout', doc: 'register sil' }),
      }),
    ),
    union_15: anonymous(
      union(null, {
        rdi: field(uint64_t, { direction: 'inout', doc: 'register rdi' }),
        edi: field(uint32_t, { direction: 'inout', doc: 'register edi' }),
        di: field(uint16_t, { direction: 'inout', doc: 'register di' }),
        dil: field(uint8_t, { direction: 'inout', doc: 'register dil' }),
      }),
    ),
    error_code: field(uint32_t, {
      direction: 'inout',
      doc: 'of the exception; the hypervisor keeps its own here',
    }),
    entry_vector: field(uint32_t, {
      direction: 'inout',
      doc: 'the exception; the hypervisor keeps its own here',
    }),
    union_16: anonymous(
      union(null, {
        rip: field(uint64_t, { direction: 'inout', unit: 'address', doc: 'register rip' }),
        eip: field(uint32_t, { direction: 'inout', doc: 'register eip' }),
        ip: field(uint16_t, { direction: 'inout', doc: 'register ip' }),
      }),
    ),
    cs: field(uint16_t, { direction: 'inout', doc: 'selector cs' }),
    _pad0: field(array(uint16_t, 1), { direction: 'inout', doc: 'unused' }),
    saved_upcall_mask: field(uint8_t, {
      direction: 'inout',
      doc: 'not 0: events were masked; rflags.IF is the opposite',
    }),
    _pad1: field(array(uint8_t, 3), { direction: 'inout', doc: 'unused' }),
    union_17: anonymous(
      union(null, {
        rflags: field(uint64_t, { direction: 'inout', doc: 'register rflags' }),
        eflags: field(uint32_t, { direction: 'inout', doc: 'register eflags' }),
        flags: field(uint16_t, { direction: 'inout', doc: 'register flags' }),
      }),
    ),
    union_18: anonymous(
      union(null, {
        rsp: field(uint64_t, { direction: 'inout', unit: 'address', doc: 'register rsp' }),
        esp: field(uint32_t, { direction: 'inout', doc: 'register esp' }),
        sp: field(uint16_t, { direction: 'inout', doc: 'register sp' }),
        spl: field(uint8_t, { direction: 'inout', doc: 'register spl' }),
      }),
    ),
    ss: field(uint16_t, { direction: 'inout', doc: 'selector ss' }),
    _pad2: field(array(uint16_t, 3), { direction: 'inout', doc: 'unused' }),
    es: field(uint16_t, { direction: 'inout', doc: 'selector es' }),
    _pad3: field(array(uint16_t, 3), { direction: 'inout', doc: 'unused' }),
    ds: field(uint16_t, { direction: 'inout', doc: 'selector ds' }),
    _pad4: field(array(uint16_t, 3), { direction: 'inout', doc: 'unused' }),
    fs: field(uint16_t, { direction: 'inout', doc: 'selector fs' }),
    _pad5: field(array(uint16_t, 3), { direction: 'inout', doc: 'unused' }),
    gs: field(uint16_t, { direction: 'inout', doc: 'selector gs' }),
    _pad6: field(array(uint16_t, 3), { direction: 'inout', doc: 'unused' }),
  },
  { abis: ['x86_64'] },
);
export type CpuUserRegsX86_64 = Infer<typeof cpu_user_regs_x86_64>;

export const cpu_user_regs = oneOf(cpu_user_regs_x86_32, cpu_user_regs_x86_64);
export type CpuUserRegs = Infer<typeof cpu_user_regs>;

/** The hypervisor has the GDT from this page on. */
export const FIRST_RESERVED_GDT_PAGE = 14;
export const FIRST_RESERVED_GDT_BYTE = FIRST_RESERVED_GDT_PAGE * 4096;
export const FIRST_RESERVED_GDT_ENTRY = FIRST_RESERVED_GDT_BYTE / 8;
/** vCPUs whose `vcpu_info` lies in the shared page; 1 on Arm. */
export const XEN_LEGACY_MAX_VCPUS = 32;
/** Who may raise an exception: `dpl` 0 is nobody, 3 everybody; `if`: events are masked in it. */
export const ti_flags = flags(
  'ti_flags',
  uint8_t,
  {},
  { dpl: { shift: 0, width: 2 }, if: { shift: 2, width: 1 } },
);

/** Where a guest takes an exception; one with address 0 ends the list. */
export const trap_info = struct(
  'trap_info',
  {
    vector: field(uint8_t, { direction: 'in', doc: 'the exception' }),
    flags: field(ti_flags, {
      direction: 'in',
      doc: 'who may raise it, and whether events are masked',
    }),
    cs: field(uint16_t, { direction: 'in', doc: 'selector of the code' }),
    address: field(unsigned_long, { direction: 'in', unit: 'address', doc: 'where the code is' }),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type TrapInfo = Infer<typeof trap_info>;

/** Where the hypervisor calls a guest. */
export const xen_callback = struct(
  'xen_callback',
  {
    cs: field(unsigned_long, { direction: 'in', doc: 'selector of the code' }),
    eip: field(unsigned_long, { direction: 'in', unit: 'address', doc: 'where the code is' }),
  },
  { abis: ['x86_32'] },
);
export type XenCallback = Infer<typeof xen_callback>;

/** The registers of a vCPU, on Arm: those of a 32-bit guest lie in those of a 64-bit one. */
export const vcpu_guest_core_regs = struct(
  'vcpu_guest_core_regs',
  {
    union_1: anonymous(
      union(null, {
        x0: field(uint64_t, { direction: 'inout', doc: 'register x0' }),
        r0_usr: field(uint32_t, {
          direction: 'inout',
          doc: 'register r0 of mode usr of a 32-bit guest',
        }),
      }),
    ),
    union_2: anonymous(
      union(null, {
        x1: field(uint64_t, { direction: 'inout', doc: 'register x1' }),
        r1_usr: field(uint32_t, {
          direction: 'inout',
          doc: 'register r1 of mode usr of a 32-bit guest',
        }),
      }),
    ),
    union_3: anonymous(
      union(null, {
        x2: field(uint64_t, { direction: 'inout', doc: 'register x2' }),
        r2_usr: field(uint32_t, {
          direction: 'inout',
          doc: 'register r2 of mode usr of a 32-bit guest',
        }),
      }),
    ),
    union_4: anonymous(
      union(null, {
        x3: field(uint64_t, { direction: 'inout', doc: 'register x3' }),
        r3_usr: field(uint32_t, {
          direction: 'inout',
          doc: 'register r3 of mode usr of a 32-bit guest',
        }),
      }),
    ),
    union_5: anonymous(
      union(null, {
        x4: field(uint64_t, { direction: 'inout', doc: 'register x4' }),
        r4_usr: field(uint32_t, {
          direction: 'inout',
          doc: 'register r4 of mode usr of a 32-bit guest',
        }),
      }),
    ),
    union_6: anonymous(
      union(null, {
        x5: field(uint64_t, { direction: 'inout', doc: 'register x5' }),
        r5_usr: field(uint32_t, {
          direction: 'inout',
          doc: 'register r5 of mode usr of a 32-bit guest',
        }),
      }),
    ),
    union_7: anonymous(
      union(null, {
        x6: field(uint64_t, { direction: 'inout', doc: 'register x6' }),
        r6_usr: field(uint32_t, {
          direction: 'inout',
          doc: 'register r6 of mode usr of a 32-bit guest',
        }),
      }),
    ),
    union_8: anonymous(
      union(null, {
        x7: field(uint64_t, { direction: 'inout', doc: 'register x7' }),
        r7_usr: field(uint32_t, {
          direction: 'inout',
          doc: 'register r7 of mode usr of a 32-bit guest',
        }),
      }),
    ),
    union_9: anonymous(
      union(null, {
        x8: field(uint64_t, { direction: 'inout', doc: 'register x8' }),
        r8_usr: field(uint32_t, {
          direction: 'inout',
          doc: 'register r8 of mode usr of a 32-bit guest',
        }),
      }),
    ),
    union_10: anonymous(
      union(null, {
        x9: field(uint64_t, { direction: 'inout', doc: 'register x9' }),
        r9_usr: field(uint32_t, {
          direction: 'inout',
          doc: 'register r9 of mode usr of a 32-bit guest',
        }),
      }),
    ),
    union_11: anonymous(
      union(null, {
        x10: field(uint64_t, { direction: 'inout', doc: 'register x10' }),
        r10_usr: field(uint32_t, {
          direction: 'inout',
          doc: 'register r10 of mode usr of a 32-bit guest',
        }),
      }),
    ),
    union_12: anonymous(
      union(null, {
        x11: field(uint64_t, { direction: 'inout', doc: 'register x11' }),
        r11_usr: field(uint32_t, {
          direction: 'inout',
          doc: 'register r11 of mode usr of a 32-bit guest',
        }),
      }),
    ),
    union_13: anonymous(
      union(null, {
        x12: field(uint64_t, { direction: 'inout', doc: 'register x12' }),
        r12_usr: field(uint32_t, {
          direction: 'inout',
          doc: 'register r12 of mode usr of a 32-bit guest',
        }),
      }),
    ),
    union_14: anonymous(
      union(null, {
        x13: field(uint64_t, { direction: 'inout', doc: 'register x13' }),
        sp_usr: field(uint32_t, {
          direction: 'inout',
          doc: 'register sp of mode usr of a 32-bit guest',
        }),
      }),
    ),
    union_15: anonymous(
      union(null, {
        x14: field(uint64_t, { direction: 'inout', doc: 'register x14' }),
        lr_usr: field(uint32_t, {
          direction: 'inout',
          doc: 'register lr of mode usr of a 32-bit guest',
        }),
      }),
    ),
    union_16: anonymous(
      union(null, {
        x15: field(uint64_t, { direction: 'inout', doc: 'register x15' }),
        __unused_sp_hyp: field(uint32_t, { direction: 'inout', doc: 'unused' }),
      }),
    ),
    union_17: anonymous(
      union(null, {
        x16: field(uint64_t, { direction: 'inout', doc: 'register x16' }),
        lr_irq: field(uint32_t, {
          direction: 'inout',
          doc: 'register lr of mode irq of a 32-bit guest',
        }),
      }),
    ),
    union_18: anonymous(
      union(null, {
        x17: field(uint64_t, { direction: 'inout', doc: 'register x17' }),
        sp_irq: field(uint32_t, {
          direction: 'inout',
          doc: 'register sp of mode irq of a 32-bit guest',
        }),
      }),
    ),
    union_19: anonymous(
      union(null, {
        x18: field(uint64_t, { direction: 'inout', doc: 'register x18' }),
        lr_svc: field(uint32_t, {
          direction: 'inout',
          doc: 'register lr of mode svc of a 32-bit guest',
        }),
      }),
    ),
    union_20: anonymous(
      union(null, {
        x19: field(uint64_t, { direction: 'inout', doc: 'register x19' }),
        sp_svc: field(uint32_t, {
          direction: 'inout',
          doc: 'register sp of mode svc of a 32-bit guest',
        }),
      }),
    ),
    union_21: anonymous(
      union(null, {
        x20: field(uint64_t, { direction: 'inout', doc: 'register x20' }),
        lr_abt: field(uint32_t, {
          direction: 'inout',
          doc: 'register lr of mode abt of a 32-bit guest',
        }),
      }),
    ),
    union_22: anonymous(
      union(null, {
        x21: field(uint64_t, { direction: 'inout', doc: 'register x21' }),
        sp_abt: field(uint32_t, {
          direction: 'inout',
          doc: 'register sp of mode abt of a 32-bit guest',
        }),
      }),
    ),
    union_23: anonymous(
      union(null, {
        x22: field(uint64_t, { direction: 'inout', doc: 'register x22' }),
        lr_und: field(uint32_t, {
          direction: 'inout',
          doc: 'register lr of mode und of a 32-bit guest',
        }),
      }),
    ),
    union_24: anonymous(
      union(null, {
        x23: field(uint64_t, { direction: 'inout', doc: 'register x23' }),
        sp_und: field(uint32_t, {
          direction: 'inout',
          doc: 'register sp of mode und of a 32-bit guest',
        }),
      }),
    ),
    union_25: anonymous(
      union(null, {
        x24: field(uint64_t, { direction: 'inout', doc: 'register x24' }),
        r8_fiq: field(uint32_t, {
          direction: 'inout',
          doc: 'register r8 of mode fiq of a 32-bit guest',
        }),
      }),
    ),
    union_26: anonymous(
      union(null, {
        x25: field(uint64_t, { direction: 'inout', doc: 'register x25' }),
        r9_fiq: field(uint32_t, {
          direction: 'inout',
          doc: 'register r9 of mode fiq of a 32-bit guest',
        }),
      }),
    ),
    union_27: anonymous(
      union(null, {
        x26: field(uint64_t, { direction: 'inout', doc: 'register x26' }),
        r10_fiq: field(uint32_t, {
          direction: 'inout',
          doc: 'register r10 of mode fiq of a 32-bit guest',
        }),
      }),
    ),
    union_28: anonymous(
      union(null, {
        x27: field(uint64_t, { direction: 'inout', doc: 'register x27' }),
        r11_fiq: field(uint32_t, {
          direction: 'inout',
          doc: 'register r11 of mode fiq of a 32-bit guest',
        }),
      }),
    ),
    union_29: anonymous(
      union(null, {
        x28: field(uint64_t, { direction: 'inout', doc: 'register x28' }),
        r12_fiq: field(uint32_t, {
          direction: 'inout',
          doc: 'register r12 of mode fiq of a 32-bit guest',
        }),
      }),
    ),
    union_30: anonymous(
      union(null, {
        x29: field(uint64_t, { direction: 'inout', doc: 'register x29' }),
        sp_fiq: field(uint32_t, {
          direction: 'inout',
          doc: 'register sp of mode fiq of a 32-bit guest',
        }),
      }),
    ),
    union_31: anonymous(
      union(null, {
        x30: field(uint64_t, { direction: 'inout', doc: 'register x30' }),
        lr_fiq: field(uint32_t, {
          direction: 'inout',
          doc: 'register lr of mode fiq of a 32-bit guest',
        }),
      }),
    ),
    union_32: anonymous(
      union(null, {
        pc64: field(uint64_t, {
          direction: 'inout',
          unit: 'address',
          doc: 'where the vCPU goes on',
        }),
        pc32: field(uint32_t, {
          direction: 'inout',
          unit: 'address',
          doc: 'the same of a 32-bit guest',
        }),
      }),
    ),
    cpsr: field(oneOf(field(uint32_t, { until: '4.15' }), field(uint64_t, { since: '4.16' })), {
      direction: 'inout',
      doc: 'state of the processor, SPSR_EL2',
    }),
    union_33: anonymous(
      union(null, {
        spsr_el1: field(
          oneOf(field(uint32_t, { until: '4.15' }), field(uint64_t, { since: '4.16' })),
          { direction: 'inout', doc: 'state saved by the last exception to EL1' },
        ),
        spsr_svc: field(uint32_t, {
          direction: 'inout',
          doc: 'state saved by the last exception to mode svc of a 32-bit guest',
        }),
      }),
    ),
    spsr_fiq: field(uint32_t, {
      direction: 'inout',
      doc: 'state saved by the last exception to mode fiq of a 32-bit guest',
    }),
    spsr_irq: field(uint32_t, {
      direction: 'inout',
      doc: 'state saved by the last exception to mode irq of a 32-bit guest',
    }),
    spsr_und: field(uint32_t, {
      direction: 'inout',
      doc: 'state saved by the last exception to mode und of a 32-bit guest',
    }),
    spsr_abt: field(uint32_t, {
      direction: 'inout',
      doc: 'state saved by the last exception to mode abt of a 32-bit guest',
    }),
    sp_el0: field(uint64_t, {
      direction: 'inout',
      unit: 'address',
      doc: 'stack pointer of EL0 of a 64-bit guest',
    }),
    sp_el1: field(uint64_t, {
      direction: 'inout',
      unit: 'address',
      doc: 'stack pointer of EL1 of a 64-bit guest',
    }),
    elr_el1: field(uint64_t, {
      direction: 'inout',
      unit: 'address',
      doc: 'where the last exception to EL1 returns to',
    }),
  },
  { abis: ['arm32', 'arm64'] },
);
export type VcpuGuestCoreRegs = Infer<typeof vcpu_guest_core_regs>;

/** fpu_ctxt says something. */
export const VGCF_i387_valid = 1 << 0;
/** The vCPU is in its kernel. */
export const VGCF_in_kernel = 1 << 2;
/** Events are masked in the failsafe callback. */
export const VGCF_failsafe_disables_events = 1 << 3;
/** Events are masked in the syscall callback. */
export const VGCF_syscall_disables_events = 1 << 4;
/** The vCPU runs. On Arm it is bit 0. */
export const VGCF_online = 1 << 5;
/** Up to 4.17. */
export const VGCF_I387_VALID = VGCF_i387_valid;
/** Up to 4.17. */
export const VGCF_IN_KERNEL = VGCF_in_kernel;
/** What holds for a vCPU. */
export const vgcf = flags('vgcf', unsigned_long, {
  VGCF_i387_valid,
  VGCF_in_kernel,
  VGCF_failsafe_disables_events,
  VGCF_syscall_disables_events,
  VGCF_online,
});

/** The state of a vCPU, on x86. */
export const vcpu_guest_context_x86 = struct(
  'vcpu_guest_context',
  {
    fpu_ctxt: field(
      struct(null, {
        x: field(chars(512), { direction: 'inout', doc: 'as FXSAVE writes it' }),
      }),
      { direction: 'inout', doc: 'of the floating-point unit' },
    ),
    flags: field(vgcf, { direction: 'inout', doc: 'what holds for it' }),
    user_regs: field(cpu_user_regs, { direction: 'inout', doc: 'its registers' }),
    trap_ctxt: field(array(trap_info, 256), {
      direction: 'inout',
      doc: 'where it takes exceptions, by their numbers',
    }),
    ldt_base: field(unsigned_long, {
      direction: 'inout',
      unit: 'address',
      doc: 'where its LDT is',
    }),
    ldt_ents: field(unsigned_long, {
      direction: 'inout',
      unit: 'count',
      doc: 'entries of its LDT',
    }),
    gdt_frames: field(array(unsigned_long, 16), {
      direction: 'inout',
      unit: 'MFN',
      doc: 'the frames of its GDT',
    }),
    gdt_ents: field(unsigned_long, {
      direction: 'inout',
      unit: 'count',
      doc: 'entries of its GDT',
    }),
    kernel_ss: field(unsigned_long, { direction: 'inout', doc: "selector of its kernel's stack" }),
    kernel_sp: field(unsigned_long, {
      direction: 'inout',
      unit: 'address',
      doc: "its kernel's stack",
    }),
    ctrlreg: field(array(unsigned_long, 8), {
      direction: 'inout',
      doc: "cr0 to cr7; cr3 has an MFN, cr1 that of the user's page tables on x86_64",
    }),
    debugreg: field(array(unsigned_long, 8), { direction: 'inout', doc: 'dr0 to dr7' }),
    event_callback_cs: field(unsigned_long, {
      abis: ['x86_32'],
      direction: 'inout',
      doc: 'selector of the code',
    }),
    event_callback_eip: field(unsigned_long, {
      direction: 'inout',
      unit: 'address',
      doc: 'where it is called for events',
    }),
    failsafe_callback_cs: field(unsigned_long, {
      abis: ['x86_32'],
      direction: 'inout',
      doc: 'selector of the code',
    }),
    failsafe_callback_eip: field(unsigned_long, {
      direction: 'inout',
      unit: 'address',
      doc: 'where it is called when it cannot be entered as it was',
    }),
    syscall_callback_eip: field(unsigned_long, {
      abis: ['x86_64'],
      direction: 'inout',
      unit: 'address',
      doc: 'where it is called for SYSCALL',
    }),
    vm_assist: field(unsigned_long, {
      direction: 'inout',
      doc: 'what it has the hypervisor do, a bit for each VMASST_TYPE_*',
    }),
    fs_base: field(uint64_t, {
      abis: ['x86_64'],
      direction: 'inout',
      unit: 'address',
      doc: 'base of the segment',
    }),
    gs_base_kernel: field(uint64_t, {
      abis: ['x86_64'],
      direction: 'inout',
      unit: 'address',
      doc: 'base of the segment',
    }),
    gs_base_user: field(uint64_t, {
      abis: ['x86_64'],
      direction: 'inout',
      unit: 'address',
      doc: 'base of the segment',
    }),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type VcpuGuestContextX86 = Infer<typeof vcpu_guest_context_x86>;

/** What holds for a vCPU on Arm. */
export const vgcf_arm = flags('vgcf_arm', uint32_t, { VGCF_online: 1 << 0 });

/** The state of a vCPU, on Arm. */
export const vcpu_guest_context_arm = struct(
  'vcpu_guest_context',
  {
    flags: field(vgcf_arm, { direction: 'inout', doc: 'what holds for it' }),
    user_regs: field(vcpu_guest_core_regs, { direction: 'inout', doc: 'its registers' }),
    sctlr: field(uint64_t, { direction: 'inout', doc: 'SCTLR_EL1: how it is controlled' }),
    ttbcr: field(uint64_t, { direction: 'inout', doc: 'TCR_EL1: how addresses are translated' }),
    ttbr0: field(uint64_t, { direction: 'inout', doc: 'physical address of its page tables' }),
    ttbr1: field(uint64_t, { direction: 'inout', doc: 'physical address of its page tables' }),
  },
  { abis: ['arm32', 'arm64'] },
);
export type VcpuGuestContextArm = Infer<typeof vcpu_guest_context_arm>;

export const vcpu_guest_context = oneOf(vcpu_guest_context_x86, vcpu_guest_context_arm);
export type VcpuGuestContext = Infer<typeof vcpu_guest_context>;

export const XEN_X86_EMU_LAPIC = 1 << 0;
export const XEN_X86_EMU_HPET = 1 << 1;
export const XEN_X86_EMU_PM = 1 << 2;
export const XEN_X86_EMU_RTC = 1 << 3;
export const XEN_X86_EMU_IOAPIC = 1 << 4;
export const XEN_X86_EMU_PIC = 1 << 5;
export const XEN_X86_EMU_VGA = 1 << 6;
export const XEN_X86_EMU_IOMMU = 1 << 7;
export const XEN_X86_EMU_PIT = 1 << 8;
/** Interrupts can come over event channels. */
export const XEN_X86_EMU_USE_PIRQ = 1 << 9;
export const XEN_X86_EMU_VPCI = 1 << 10;
export const XEN_X86_EMU_ALL = (1 << 11) - 1;
/** Devices that the hypervisor emulates. */
export const xen_x86_emu = flags('xen_x86_emu', uint32_t, {
  XEN_X86_EMU_LAPIC,
  XEN_X86_EMU_HPET,
  XEN_X86_EMU_PM,
  XEN_X86_EMU_RTC,
  XEN_X86_EMU_IOAPIC,
  XEN_X86_EMU_PIC,
  XEN_X86_EMU_VGA,
  XEN_X86_EMU_IOMMU,
  XEN_X86_EMU_PIT,
  XEN_X86_EMU_USE_PIRQ,
  XEN_X86_EMU_VPCI,
});
/** MSRs that are not known read as 0 and may be written. */
export const XEN_X86_MSR_RELAXED = 1 << 0;
export const XEN_X86_MISC_FLAGS_MAX = XEN_X86_MSR_RELAXED;
/** What else a domain has. */
export const xen_x86_misc = flags('xen_x86_misc', uint32_t, { XEN_X86_MSR_RELAXED });

/** What x86 lets a new domain be. */
export const xen_arch_domainconfig_x86 = struct(
  'xen_arch_domainconfig',
  {
    emulation_flags: field(xen_x86_emu, { direction: 'in', doc: 'its devices' }),
    misc_flags: field(xen_x86_misc, { since: '4.15', direction: 'in', doc: 'what else it has' }),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type XenArchDomainconfigX86 = Infer<typeof xen_arch_domainconfig_x86>;

/** As the host has it. */
export const XEN_DOMCTL_CONFIG_GIC_NATIVE = 0;
export const XEN_DOMCTL_CONFIG_GIC_V2 = 1;
export const XEN_DOMCTL_CONFIG_GIC_V3 = 2;
/** The interrupt controller of a domain. */
export const xen_domctl_config_gic = enumeration('xen_domctl_config_gic', uint8_t, {
  XEN_DOMCTL_CONFIG_GIC_NATIVE,
  XEN_DOMCTL_CONFIG_GIC_V2,
  XEN_DOMCTL_CONFIG_GIC_V3,
});
export const XEN_DOMCTL_CONFIG_TEE_NONE = 0;
export const XEN_DOMCTL_CONFIG_TEE_OPTEE = 1;
/** From 4.18 on. */
export const XEN_DOMCTL_CONFIG_TEE_FFA = 2;
/** The trusted environment of a domain. */
export const xen_domctl_config_tee = enumeration('xen_domctl_config_tee', uint16_t, {
  XEN_DOMCTL_CONFIG_TEE_NONE,
  XEN_DOMCTL_CONFIG_TEE_OPTEE,
  XEN_DOMCTL_CONFIG_TEE_FFA,
});
export const XEN_DOMCTL_CONFIG_ARM_SCI_NONE = 0;
export const XEN_DOMCTL_CONFIG_ARM_SCI_SCMI_SMC = 1;
/** How a domain reaches the system controller, from 4.21 on. */
export const xen_domctl_config_arm_sci = enumeration('xen_domctl_config_arm_sci', uint8_t, {
  XEN_DOMCTL_CONFIG_ARM_SCI_NONE,
  XEN_DOMCTL_CONFIG_ARM_SCI_SCMI_SMC,
});
export const XEN_DOMCTL_CONFIG_ARM_V8R_EL1_MSA_NONE = 0;
export const XEN_DOMCTL_CONFIG_ARM_V8R_EL1_MSA_PMSA = 1;
export const XEN_DOMCTL_CONFIG_ARM_V8R_EL1_MSA_VMSA = 2;
/** How a domain's memory is protected on ARMv8-R, from 4.22 on. */
export const xen_domctl_config_arm_v8r_el1_msa = enumeration(
  'xen_domctl_config_arm_v8r_el1_msa',
  uint8_t,
  {
    XEN_DOMCTL_CONFIG_ARM_V8R_EL1_MSA_NONE,
    XEN_DOMCTL_CONFIG_ARM_V8R_EL1_MSA_PMSA,
    XEN_DOMCTL_CONFIG_ARM_V8R_EL1_MSA_VMSA,
  },
);

/** What Arm lets a new domain be. */
export const xen_arch_domainconfig_arm = struct(
  'xen_arch_domainconfig',
  {
    gic_version: field(xen_domctl_config_gic, {
      direction: 'inout',
      doc: 'its interrupt controller; native becomes the one it gets',
    }),
    sve_vl: field(uint8_t, {
      since: '4.18',
      direction: 'in',
      doc: "length of SVE's vectors in 128 bits; 0: no SVE",
    }),
    tee_type: field(xen_domctl_config_tee, { direction: 'in', doc: 'its trusted environment' }),
    nr_spis: field(uint32_t, { direction: 'in', unit: 'count', doc: 'its shared interrupts' }),
    clock_frequency: field(uint32_t, {
      direction: 'out',
      doc: 'of its timer in Hz, where the firmware does not set it; else 0',
    }),
    arm_sci_type: field(xen_domctl_config_arm_sci, {
      since: '4.21',
      direction: 'in',
      doc: 'how it reaches the system controller',
    }),
    v8r_el1_msa: field(xen_domctl_config_arm_v8r_el1_msa, {
      since: '4.22',
      direction: 'in',
      doc: 'how its memory is protected on ARMv8-R',
    }),
    pad: field(uint16_t, { since: '4.22', direction: 'in', doc: 'must be 0' }),
  },
  { abis: ['arm32', 'arm64'] },
);
export type XenArchDomainconfigArm = Infer<typeof xen_arch_domainconfig_arm>;

export const xen_arch_domainconfig = oneOf(xen_arch_domainconfig_x86, xen_arch_domainconfig_arm);
export type XenArchDomainconfig = Infer<typeof xen_arch_domainconfig>;

export const XEN_CPUID_NO_SUBLEAF = 0xffffffff;
/** A subleaf of CPUID. */
export const xen_cpuid_subleaf = enumeration('xen_cpuid_subleaf', uint32_t, {
  XEN_CPUID_NO_SUBLEAF,
});

/** What CPUID says of a leaf. */
export const xen_cpuid_leaf = struct(
  'xen_cpuid_leaf',
  {
    leaf: field(uint32_t, { direction: 'inout', doc: 'the leaf' }),
    subleaf: field(xen_cpuid_subleaf, { direction: 'inout', doc: 'the subleaf, if it has some' }),
    a: field(uint32_t, { direction: 'inout', doc: 'eax' }),
    b: field(uint32_t, { direction: 'inout', doc: 'ebx' }),
    c: field(uint32_t, { direction: 'inout', doc: 'ecx' }),
    d: field(uint32_t, { direction: 'inout', doc: 'edx' }),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type XenCpuidLeaf = Infer<typeof xen_cpuid_leaf>;

/** What an MSR has. */
export const xen_msr_entry = struct(
  'xen_msr_entry',
  {
    idx: field(uint32_t, { direction: 'inout', doc: 'the MSR' }),
    flags: field(uint32_t, { direction: 'inout', doc: 'must be 0' }),
    val: field(uint64_t, { direction: 'inout', doc: 'its value' }),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type XenMsrEntry = Infer<typeof xen_msr_entry>;

/** Where a guest writes characters for the hypervisor's console. */
export const XEN_HVM_DEBUGCONS_IOPORT = 0xe9;
export const PSR_THUMB = 1 << 5;
export const PSR_FIQ_MASK = 1 << 6;
export const PSR_IRQ_MASK = 1 << 7;
export const PSR_ABT_MASK = 1 << 8;
export const PSR_BIG_ENDIAN = 1 << 9;
export const PSR_DBG_MASK = 1 << 9;
export const PSR_IT_MASK = 0x0600fc00;
export const PSR_JAZELLE = 1 << 24;
export const PSR_Z = 1 << 30;
export const PSR_MODE_USR = 0x10;
export const PSR_MODE_FIQ = 0x11;
export const PSR_MODE_IRQ = 0x12;
export const PSR_MODE_SVC = 0x13;
export const PSR_MODE_MON = 0x16;
export const PSR_MODE_ABT = 0x17;
export const PSR_MODE_HYP = 0x1a;
export const PSR_MODE_UND = 0x1b;
export const PSR_MODE_SYS = 0x1f;
export const PSR_MODE_BIT = 0x10;
export const PSR_MODE_EL3h = 0x0d;
export const PSR_MODE_EL3t = 0x0c;
export const PSR_MODE_EL2h = 0x09;
export const PSR_MODE_EL2t = 0x08;
export const PSR_MODE_EL1h = 0x05;
export const PSR_MODE_EL1t = 0x04;
export const PSR_MODE_EL0t = 0x00;
export const PSR_GUEST32_INIT = PSR_Z | PSR_ABT_MASK | PSR_FIQ_MASK | PSR_IRQ_MASK | PSR_MODE_SVC;
export const PSR_GUEST64_INIT = PSR_ABT_MASK | PSR_FIQ_MASK | PSR_IRQ_MASK | PSR_MODE_EL1h;
export const SCTLR_GUEST_INIT = 0x00c50078;
export const GUEST_VIRTIO_MMIO_BASE = 0x02000000;
export const GUEST_VIRTIO_MMIO_SIZE = 0x00100000;
export const GUEST_GICD_BASE = 0x03001000;
export const GUEST_GICD_SIZE = 0x00001000;
export const GUEST_GICC_BASE = 0x03002000;
export const GUEST_GICC_SIZE = 0x00002000;
export const GUEST_GICV3_GICD_BASE = 0x03001000;
export const GUEST_GICV3_GICD_SIZE = 0x00010000;
export const GUEST_GICV3_RDIST_REGIONS = 1;
export const GUEST_GICV3_GICR0_BASE = 0x03020000;
export const GUEST_GICV3_GICR0_SIZE = 0x01000000;
export const GUEST_VPCI_ECAM_BASE = 0x10000000;
export const GUEST_VPCI_ECAM_SIZE = 0x10000000;
export const GUEST_ACPI_BASE = 0x20000000;
export const GUEST_ACPI_SIZE = 0x02000000;
export const GUEST_PL011_BASE = 0x22000000;
export const GUEST_PL011_SIZE = 0x00001000;
export const GUEST_VPCI_ADDR_TYPE_MEM = 0x02000000;
export const GUEST_VPCI_MEM_ADDR = 0x23000000;
export const GUEST_VPCI_MEM_SIZE = 0x10000000;
export const GUEST_GNTTAB_BASE = 0x38000000;
export const GUEST_GNTTAB_SIZE = 0x01000000;
export const GUEST_MAGIC_BASE = 0x39000000;
export const GUEST_MAGIC_SIZE = 0x01000000;
export const GUEST_RAM_BANKS = 2;
export const GUEST_RAM0_BASE = 0x40000000;
export const GUEST_RAM0_SIZE = 0xc0000000;
export const GUEST_VPCI_ADDR_TYPE_PREFETCH_MEM = 0x42000000;
export const GUEST_VPCI_PREFETCH_MEM_ADDR = 0x100000000;
export const GUEST_VPCI_PREFETCH_MEM_SIZE = 0x100000000;
export const GUEST_RAM1_BASE = 0x0200000000;
export const GUEST_RAM1_SIZE = 0xfe00000000;
export const GUEST_RAM_BASE = GUEST_RAM0_BASE;
export const GUEST_RAM_MAX = GUEST_RAM0_SIZE + GUEST_RAM1_SIZE;
export const GUEST_MAX_VCPUS = 128;
export const GUEST_TIMER_VIRT_PPI = 27;
export const GUEST_TIMER_PHYS_S_PPI = 29;
export const GUEST_TIMER_PHYS_NS_PPI = 30;
export const GUEST_EVTCHN_PPI = 31;
export const GUEST_VPL011_SPI = 32;
export const GUEST_VIRTIO_MMIO_SPI_FIRST = 33;
export const GUEST_VIRTIO_MMIO_SPI_LAST = 43;
export const PSCI_cpu_suspend = 0;
export const PSCI_cpu_off = 1;
export const PSCI_cpu_on = 2;
export const PSCI_migrate = 3;

/** Where the hypervisor calls a guest, as its architecture has it. */
export const xen_callback_t = typedef(
  'xen_callback_t',
  oneOf(
    xen_callback,
    field(unsigned_long, { abis: ['x86_64'] }),
    field(uint64_t, { abis: ['arm32', 'arm64'] }),
  ),
);
