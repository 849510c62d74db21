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
} from '../src/schema/index.js';

export const iret_context = struct(
  'iret_context',
  {
    rax: uint64_t,
    r11: uint64_t,
    rcx: uint64_t,
    flags: uint64_t,
    rip: uint64_t,
    cs: uint64_t,
    rflags: uint64_t,
    rsp: uint64_t,
    ss: uint64_t,
  },
  { abis: ['x86_64'] },
);
export type IretContext = Infer<typeof iret_context>;

export const cpu_user_regs_x86_32 = struct(
  'cpu_user_regs',
  {
    union_1: anonymous(
      union(null, {
        ebx: uint32_t,
        bx: uint16_t,
        struct_1: anonymous(
          struct(null, {
            bl: uint8_t,
            bh: uint8_t,
          }),
        ),
      }),
    ),
    union_2: anonymous(
      union(null, {
        ecx: uint32_t,
        cx: uint16_t,
        struct_1: anonymous(
          struct(null, {
            cl: uint8_t,
            ch: uint8_t,
          }),
        ),
      }),
    ),
    union_3: anonymous(
      union(null, {
        edx: uint32_t,
        dx: uint16_t,
        struct_1: anonymous(
          struct(null, {
            dl: uint8_t,
            dh: uint8_t,
          }),
        ),
      }),
    ),
    union_4: anonymous(
      union(null, {
        esi: uint32_t,
        _esi: uint32_t,
        si: uint16_t,
      }),
    ),
    union_5: anonymous(
      union(null, {
        edi: uint32_t,
        _edi: uint32_t,
        di: uint16_t,
      }),
    ),
    union_6: anonymous(
      union(null, {
        ebp: uint32_t,
        _ebp: uint32_t,
        bp: uint16_t,
      }),
    ),
    union_7: anonymous(
      union(null, {
        eax: uint32_t,
        ax: uint16_t,
        struct_1: anonymous(
          struct(null, {
            al: uint8_t,
            ah: uint8_t,
          }),
        ),
      }),
    ),
    error_code: uint16_t,
    entry_vector: uint16_t,
    union_8: anonymous(
      union(null, {
        eip: uint32_t,
        _eip: uint32_t,
        ip: uint16_t,
      }),
    ),
    cs: uint16_t,
    saved_upcall_mask: uint8_t,
    _pad0: uint8_t,
    union_9: anonymous(
      union(null, {
        eflags: uint32_t,
        _eflags: uint32_t,
        flags: uint16_t,
      }),
    ),
    union_10: anonymous(
      union(null, {
        esp: uint32_t,
        _esp: uint32_t,
        sp: uint16_t,
      }),
    ),
    ss: uint16_t,
    _pad1: uint16_t,
    es: uint16_t,
    _pad2: uint16_t,
    ds: uint16_t,
    _pad3: uint16_t,
    fs: uint16_t,
    _pad4: uint16_t,
    gs: uint16_t,
    _pad5: uint16_t,
  },
  { abis: ['x86_32'] },
);
export type CpuUserRegsX86_32 = Infer<typeof cpu_user_regs_x86_32>;

export const cpu_user_regs_x86_64 = struct(
  'cpu_user_regs',
  {
    union_1: anonymous(
      union(null, {
        r15: uint64_t,
        r15d: uint32_t,
        r15w: uint16_t,
        r15b: uint8_t,
      }),
    ),
    union_2: anonymous(
      union(null, {
        r14: uint64_t,
        r14d: uint32_t,
        r14w: uint16_t,
        r14b: uint8_t,
      }),
    ),
    union_3: anonymous(
      union(null, {
        r13: uint64_t,
        r13d: uint32_t,
        r13w: uint16_t,
        r13b: uint8_t,
      }),
    ),
    union_4: anonymous(
      union(null, {
        r12: uint64_t,
        r12d: uint32_t,
        r12w: uint16_t,
        r12b: uint8_t,
      }),
    ),
    union_5: anonymous(
      union(null, {
        rbp: uint64_t,
        ebp: uint32_t,
        bp: uint16_t,
        bpl: uint8_t,
      }),
    ),
    union_6: anonymous(
      union(null, {
        rbx: uint64_t,
        ebx: uint32_t,
        bx: uint16_t,
        struct_1: anonymous(
          struct(null, {
            bl: uint8_t,
            bh: uint8_t,
          }),
        ),
      }),
    ),
    union_7: anonymous(
      union(null, {
        r11: uint64_t,
        r11d: uint32_t,
        r11w: uint16_t,
        r11b: uint8_t,
      }),
    ),
    union_8: anonymous(
      union(null, {
        r10: uint64_t,
        r10d: uint32_t,
        r10w: uint16_t,
        r10b: uint8_t,
      }),
    ),
    union_9: anonymous(
      union(null, {
        r9: uint64_t,
        r9d: uint32_t,
        r9w: uint16_t,
        r9b: uint8_t,
      }),
    ),
    union_10: anonymous(
      union(null, {
        r8: uint64_t,
        r8d: uint32_t,
        r8w: uint16_t,
        r8b: uint8_t,
      }),
    ),
    union_11: anonymous(
      union(null, {
        rax: uint64_t,
        eax: uint32_t,
        ax: uint16_t,
        struct_1: anonymous(
          struct(null, {
            al: uint8_t,
            ah: uint8_t,
          }),
        ),
      }),
    ),
    union_12: anonymous(
      union(null, {
        rcx: uint64_t,
        ecx: uint32_t,
        cx: uint16_t,
        struct_1: anonymous(
          struct(null, {
            cl: uint8_t,
            ch: uint8_t,
          }),
        ),
      }),
    ),
    union_13: anonymous(
      union(null, {
        rdx: uint64_t,
        edx: uint32_t,
        dx: uint16_t,
        struct_1: anonymous(
          struct(null, {
            dl: uint8_t,
            dh: uint8_t,
          }),
        ),
      }),
    ),
    union_14: anonymous(
      union(null, {
        rsi: uint64_t,
        esi: uint32_t,
        si: uint16_t,
        sil: uint8_t,
      }),
    ),
    union_15: anonymous(
      union(null, {
        rdi: uint64_t,
        edi: uint32_t,
        di: uint16_t,
        dil: uint8_t,
      }),
    ),
    error_code: uint32_t,
    entry_vector: uint32_t,
    union_16: anonymous(
      union(null, {
        rip: uint64_t,
        eip: uint32_t,
        ip: uint16_t,
      }),
    ),
    cs: uint16_t,
    _pad0: array(uint16_t, 1),
    saved_upcall_mask: uint8_t,
    _pad1: array(uint8_t, 3),
    union_17: anonymous(
      union(null, {
        rflags: uint64_t,
        eflags: uint32_t,
        flags: uint16_t,
      }),
    ),
    union_18: anonymous(
      union(null, {
        rsp: uint64_t,
        esp: uint32_t,
        sp: uint16_t,
        spl: uint8_t,
      }),
    ),
    ss: uint16_t,
    _pad2: array(uint16_t, 3),
    es: uint16_t,
    _pad3: array(uint16_t, 3),
    ds: uint16_t,
    _pad4: array(uint16_t, 3),
    fs: uint16_t,
    _pad5: array(uint16_t, 3),
    gs: uint16_t,
    _pad6: array(uint16_t, 3),
  },
  { abis: ['x86_64'] },
);
export type CpuUserRegsX86_64 = Infer<typeof cpu_user_regs_x86_64>;

export const cpu_user_regs = oneOf(cpu_user_regs_x86_32, cpu_user_regs_x86_64);
export type CpuUserRegs = Infer<typeof cpu_user_regs>;

export const trap_info = struct(
  'trap_info',
  {
    vector: uint8_t,
    flags: uint8_t,
    cs: uint16_t,
    address: unsigned_long,
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type TrapInfo = Infer<typeof trap_info>;

export const xen_callback = struct(
  'xen_callback',
  {
    cs: unsigned_long,
    eip: unsigned_long,
  },
  { abis: ['x86_32'] },
);
export type XenCallback = Infer<typeof xen_callback>;

export const vcpu_guest_core_regs = struct(
  'vcpu_guest_core_regs',
  {
    union_1: anonymous(
      union(null, {
        x0: uint64_t,
        r0_usr: uint32_t,
      }),
    ),
    union_2: anonymous(
      union(null, {
        x1: uint64_t,
        r1_usr: uint32_t,
      }),
    ),
    union_3: anonymous(
      union(null, {
        x2: uint64_t,
        r2_usr: uint32_t,
      }),
    ),
    union_4: anonymous(
      union(null, {
        x3: uint64_t,
        r3_usr: uint32_t,
      }),
    ),
    union_5: anonymous(
      union(null, {
        x4: uint64_t,
        r4_usr: uint32_t,
      }),
    ),
    union_6: anonymous(
      union(null, {
        x5: uint64_t,
        r5_usr: uint32_t,
      }),
    ),
    union_7: anonymous(
      union(null, {
        x6: uint64_t,
        r6_usr: uint32_t,
      }),
    ),
    union_8: anonymous(
      union(null, {
        x7: uint64_t,
        r7_usr: uint32_t,
      }),
    ),
    union_9: anonymous(
      union(null, {
        x8: uint64_t,
        r8_usr: uint32_t,
      }),
    ),
    union_10: anonymous(
      union(null, {
        x9: uint64_t,
        r9_usr: uint32_t,
      }),
    ),
    union_11: anonymous(
      union(null, {
        x10: uint64_t,
        r10_usr: uint32_t,
      }),
    ),
    union_12: anonymous(
      union(null, {
        x11: uint64_t,
        r11_usr: uint32_t,
      }),
    ),
    union_13: anonymous(
      union(null, {
        x12: uint64_t,
        r12_usr: uint32_t,
      }),
    ),
    union_14: anonymous(
      union(null, {
        x13: uint64_t,
        sp_usr: uint32_t,
      }),
    ),
    union_15: anonymous(
      union(null, {
        x14: uint64_t,
        lr_usr: uint32_t,
      }),
    ),
    union_16: anonymous(
      union(null, {
        x15: uint64_t,
        __unused_sp_hyp: uint32_t,
      }),
    ),
    union_17: anonymous(
      union(null, {
        x16: uint64_t,
        lr_irq: uint32_t,
      }),
    ),
    union_18: anonymous(
      union(null, {
        x17: uint64_t,
        sp_irq: uint32_t,
      }),
    ),
    union_19: anonymous(
      union(null, {
        x18: uint64_t,
        lr_svc: uint32_t,
      }),
    ),
    union_20: anonymous(
      union(null, {
        x19: uint64_t,
        sp_svc: uint32_t,
      }),
    ),
    union_21: anonymous(
      union(null, {
        x20: uint64_t,
        lr_abt: uint32_t,
      }),
    ),
    union_22: anonymous(
      union(null, {
        x21: uint64_t,
        sp_abt: uint32_t,
      }),
    ),
    union_23: anonymous(
      union(null, {
        x22: uint64_t,
        lr_und: uint32_t,
      }),
    ),
    union_24: anonymous(
      union(null, {
        x23: uint64_t,
        sp_und: uint32_t,
      }),
    ),
    union_25: anonymous(
      union(null, {
        x24: uint64_t,
        r8_fiq: uint32_t,
      }),
    ),
    union_26: anonymous(
      union(null, {
        x25: uint64_t,
        r9_fiq: uint32_t,
      }),
    ),
    union_27: anonymous(
      union(null, {
        x26: uint64_t,
        r10_fiq: uint32_t,
      }),
    ),
    union_28: anonymous(
      union(null, {
        x27: uint64_t,
        r11_fiq: uint32_t,
      }),
    ),
    union_29: anonymous(
      union(null, {
        x28: uint64_t,
        r12_fiq: uint32_t,
      }),
    ),
    union_30: anonymous(
      union(null, {
        x29: uint64_t,
        sp_fiq: uint32_t,
      }),
    ),
    union_31: anonymous(
      union(null, {
        x30: uint64_t,
        lr_fiq: uint32_t,
      }),
    ),
    union_32: anonymous(
      union(null, {
        pc64: uint64_t,
        pc32: uint32_t,
      }),
    ),
    cpsr: oneOf(field(uint32_t, { until: '4.15' }), field(uint64_t, { since: '4.16' })),
    union_33: anonymous(
      union(null, {
        spsr_el1: oneOf(field(uint32_t, { until: '4.15' }), field(uint64_t, { since: '4.16' })),
        spsr_svc: uint32_t,
      }),
    ),
    spsr_fiq: uint32_t,
    spsr_irq: uint32_t,
    spsr_und: uint32_t,
    spsr_abt: uint32_t,
    sp_el0: uint64_t,
    sp_el1: uint64_t,
    elr_el1: uint64_t,
  },
  { abis: ['arm32', 'arm64'] },
);
export type VcpuGuestCoreRegs = Infer<typeof vcpu_guest_core_regs>;

export const vcpu_guest_context_x86 = struct(
  'vcpu_guest_context',
  {
    fpu_ctxt: struct(null, {
      x: chars(512),
    }),
    flags: unsigned_long,
    user_regs: cpu_user_regs,
    trap_ctxt: array(trap_info, 256),
    ldt_base: unsigned_long,
    ldt_ents: unsigned_long,
    gdt_frames: array(unsigned_long, 16),
    gdt_ents: unsigned_long,
    kernel_ss: unsigned_long,
    kernel_sp: unsigned_long,
    ctrlreg: array(unsigned_long, 8),
    debugreg: array(unsigned_long, 8),
    event_callback_cs: field(unsigned_long, { abis: ['x86_32'] }),
    event_callback_eip: unsigned_long,
    failsafe_callback_cs: field(unsigned_long, { abis: ['x86_32'] }),
    failsafe_callback_eip: unsigned_long,
    syscall_callback_eip: field(unsigned_long, { abis: ['x86_64'] }),
    vm_assist: unsigned_long,
    fs_base: field(uint64_t, { abis: ['x86_64'] }),
    gs_base_kernel: field(uint64_t, { abis: ['x86_64'] }),
    gs_base_user: field(uint64_t, { abis: ['x86_64'] }),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type VcpuGuestContextX86 = Infer<typeof vcpu_guest_context_x86>;

export const vcpu_guest_context_arm = struct(
  'vcpu_guest_context',
  {
    flags: uint32_t,
    user_regs: vcpu_guest_core_regs,
    sctlr: uint64_t,
    ttbcr: uint64_t,
    ttbr0: uint64_t,
    ttbr1: uint64_t,
  },
  { abis: ['arm32', 'arm64'] },
);
export type VcpuGuestContextArm = Infer<typeof vcpu_guest_context_arm>;

export const vcpu_guest_context = oneOf(vcpu_guest_context_x86, vcpu_guest_context_arm);
export type VcpuGuestContext = Infer<typeof vcpu_guest_context>;

export const xen_arch_domainconfig_x86 = struct(
  'xen_arch_domainconfig',
  {
    emulation_flags: uint32_t,
    misc_flags: field(uint32_t, { since: '4.15' }),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type XenArchDomainconfigX86 = Infer<typeof xen_arch_domainconfig_x86>;

export const xen_arch_domainconfig_arm = struct(
  'xen_arch_domainconfig',
  {
    gic_version: uint8_t,
    sve_vl: field(uint8_t, { since: '4.18' }),
    tee_type: uint16_t,
    nr_spis: uint32_t,
    clock_frequency: uint32_t,
    arm_sci_type: field(uint8_t, { since: '4.21' }),
    v8r_el1_msa: field(uint8_t, { since: '4.22' }),
    pad: field(uint16_t, { since: '4.22' }),
  },
  { abis: ['arm32', 'arm64'] },
);
export type XenArchDomainconfigArm = Infer<typeof xen_arch_domainconfig_arm>;

export const xen_arch_domainconfig = oneOf(xen_arch_domainconfig_x86, xen_arch_domainconfig_arm);
export type XenArchDomainconfig = Infer<typeof xen_arch_domainconfig>;

export const xen_cpuid_leaf = struct(
  'xen_cpuid_leaf',
  {
    leaf: uint32_t,
    subleaf: uint32_t,
    a: uint32_t,
    b: uint32_t,
    c: uint32_t,
    d: uint32_t,
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type XenCpuidLeaf = Infer<typeof xen_cpuid_leaf>;

export const xen_msr_entry = struct(
  'xen_msr_entry',
  {
    idx: uint32_t,
    flags: uint32_t,
    val: uint64_t,
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type XenMsrEntry = Infer<typeof xen_msr_entry>;

export const xen_callback_t = typedef(
  'xen_callback_t',
  oneOf(
    xen_callback,
    field(unsigned_long, { abis: ['x86_64'] }),
    field(uint64_t, { abis: ['arm32', 'arm64'] }),
  ),
);
