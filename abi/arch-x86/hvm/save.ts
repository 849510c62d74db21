/** arch-x86/hvm/save.h. */
import {
  anonymous,
  array,
  bits,
  chars,
  field,
  flexible,
  int64_t,
  oneOf,
  struct,
  type Infer,
  uint16_t,
  uint32_t,
  uint64_t,
  uint8_t,
  union,
  unsigned_long,
} from '../../../src/schema/index.js';
import { saveType } from '../../hvm/save.js';

export const hvm_save_header = struct(
  'hvm_save_header',
  {
    magic: uint32_t,
    version: uint32_t,
    changeset: uint64_t,
    cpuid: uint32_t,
    gtsc_khz: uint32_t,
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type HvmSaveHeader = Infer<typeof hvm_save_header>;

/** What both structs of a vCPU have before and after `msr_tsc_aux`, which saves of older releases lack. */
const cpu_registers = {
  fpu_regs: array(uint8_t, 512),
  rax: uint64_t,
  rbx: uint64_t,
  rcx: uint64_t,
  rdx: uint64_t,
  rbp: uint64_t,
  rsi: uint64_t,
  rdi: uint64_t,
  rsp: uint64_t,
  r8: uint64_t,
  r9: uint64_t,
  r10: uint64_t,
  r11: uint64_t,
  r12: uint64_t,
  r13: uint64_t,
  r14: uint64_t,
  r15: uint64_t,
  rip: uint64_t,
  rflags: uint64_t,
  cr0: uint64_t,
  cr2: uint64_t,
  cr3: uint64_t,
  cr4: uint64_t,
  dr0: uint64_t,
  dr1: uint64_t,
  dr2: uint64_t,
  dr3: uint64_t,
  dr6: uint64_t,
  dr7: uint64_t,
  cs_sel: uint32_t,
  ds_sel: uint32_t,
  es_sel: uint32_t,
  fs_sel: uint32_t,
  gs_sel: uint32_t,
  ss_sel: uint32_t,
  tr_sel: uint32_t,
  ldtr_sel: uint32_t,
  cs_limit: uint32_t,
  ds_limit: uint32_t,
  es_limit: uint32_t,
  fs_limit: uint32_t,
  gs_limit: uint32_t,
  ss_limit: uint32_t,
  tr_limit: uint32_t,
  ldtr_limit: uint32_t,
  idtr_limit: uint32_t,
  gdtr_limit: uint32_t,
  cs_base: uint64_t,
  ds_base: uint64_t,
  es_base: uint64_t,
  fs_base: uint64_t,
  gs_base: uint64_t,
  ss_base: uint64_t,
  tr_base: uint64_t,
  ldtr_base: uint64_t,
  idtr_base: uint64_t,
  gdtr_base: uint64_t,
  cs_arbytes: uint32_t,
  ds_arbytes: uint32_t,
  es_arbytes: uint32_t,
  fs_arbytes: uint32_t,
  gs_arbytes: uint32_t,
  ss_arbytes: uint32_t,
  tr_arbytes: uint32_t,
  ldtr_arbytes: uint32_t,
  sysenter_cs: uint64_t,
  sysenter_esp: uint64_t,
  sysenter_eip: uint64_t,
  shadow_gs: uint64_t,
  msr_flags: uint64_t,
  msr_lstar: uint64_t,
  msr_star: uint64_t,
  msr_cstar: uint64_t,
  msr_syscall_mask: uint64_t,
  msr_efer: uint64_t,
};
const cpu_event = {
  tsc: uint64_t,
  union_1: anonymous(
    union(null, {
      pending_event: uint32_t,
      struct_1: anonymous(
        struct(null, {
          pending_vector: uint8_t,
          pending_type: bits(uint8_t, 3),
          pending_error_valid: bits(uint8_t, 1),
          pending_reserved: bits(uint32_t, 19),
          pending_valid: bits(uint8_t, 1),
        }),
      ),
    }),
  ),
  error_code: uint32_t,
};

export const hvm_hw_cpu = struct(
  'hvm_hw_cpu',
  {
    ...cpu_registers,
    msr_tsc_aux: uint64_t,
    ...cpu_event,
    flags: uint32_t,
    pad0: uint32_t,
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type HvmHwCpu = Infer<typeof hvm_hw_cpu>;

export const hvm_hw_cpu_compat = struct(
  'hvm_hw_cpu_compat',
  { ...cpu_registers, ...cpu_event },
  { abis: ['x86_32', 'x86_64'] },
);
export type HvmHwCpuCompat = Infer<typeof hvm_hw_cpu_compat>;

export const hvm_hw_vpic = struct(
  'hvm_hw_vpic',
  {
    irr: uint8_t,
    imr: uint8_t,
    isr: uint8_t,
    irq_base: uint8_t,
    init_state: bits(uint8_t, 4),
    priority_add: bits(uint8_t, 4),
    readsel_isr: bits(uint8_t, 1),
    poll: bits(uint8_t, 1),
    auto_eoi: bits(uint8_t, 1),
    rotate_on_auto_eoi: bits(uint8_t, 1),
    special_fully_nested_mode: bits(uint8_t, 1),
    special_mask_mode: bits(uint8_t, 1),
    is_master: bits(uint8_t, 1),
    elcr: uint8_t,
    int_output: uint8_t,
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type HvmHwVpic = Infer<typeof hvm_hw_vpic>;

export const vioapic_redir_entry = union(
  'vioapic_redir_entry',
  {
    bits: uint64_t,
    fields: struct(null, {
      vector: uint8_t,
      delivery_mode: bits(uint8_t, 3),
      dest_mode: bits(uint8_t, 1),
      delivery_status: bits(uint8_t, 1),
      polarity: bits(uint8_t, 1),
      remote_irr: bits(uint8_t, 1),
      trig_mode: bits(uint8_t, 1),
      mask: bits(uint8_t, 1),
      reserve: bits(uint8_t, 7),
      reserved: array(uint8_t, 4),
      dest_id: uint8_t,
    }),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type VioapicRedirEntry = Infer<typeof vioapic_redir_entry>;

export const hvm_hw_lapic = struct(
  'hvm_hw_lapic',
  {
    apic_base_msr: uint64_t,
    disabled: uint32_t,
    timer_divisor: uint32_t,
    tdt_msr: uint64_t,
    pending_esr: field(uint32_t, { since: ['4.18.5', '4.19.2', '4.20.1'] }),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type HvmHwLapic = Infer<typeof hvm_hw_lapic>;

export const hvm_hw_lapic_regs = struct(
  'hvm_hw_lapic_regs',
  {
    data: array(uint8_t, 1024),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type HvmHwLapicRegs = Infer<typeof hvm_hw_lapic_regs>;

export const hvm_hw_pci_irqs = struct(
  'hvm_hw_pci_irqs',
  {
    union_1: anonymous(
      union(null, {
        i: oneOf(
          field(array(unsigned_long, 4), { abis: ['x86_32'] }),
          field(array(unsigned_long, 2), { abis: ['x86_64'] }),
        ),
        pad: array(uint64_t, 2),
      }),
    ),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type HvmHwPciIrqs = Infer<typeof hvm_hw_pci_irqs>;

export const hvm_hw_isa_irqs = struct(
  'hvm_hw_isa_irqs',
  {
    union_1: anonymous(
      union(null, {
        i: array(unsigned_long, 1),
        pad: array(uint64_t, 1),
      }),
    ),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type HvmHwIsaIrqs = Infer<typeof hvm_hw_isa_irqs>;

export const hvm_hw_pci_link = struct(
  'hvm_hw_pci_link',
  {
    route: array(uint8_t, 4),
    pad0: array(uint8_t, 4),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type HvmHwPciLink = Infer<typeof hvm_hw_pci_link>;

export const hvm_hw_pit_channel = struct(
  'hvm_hw_pit_channel',
  {
    count: uint32_t,
    latched_count: uint16_t,
    count_latched: uint8_t,
    status_latched: uint8_t,
    status: uint8_t,
    read_state: uint8_t,
    write_state: uint8_t,
    write_latch: uint8_t,
    rw_mode: uint8_t,
    mode: uint8_t,
    bcd: uint8_t,
    gate: uint8_t,
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type HvmHwPitChannel = Infer<typeof hvm_hw_pit_channel>;

export const hvm_hw_pit = struct(
  'hvm_hw_pit',
  {
    channels: array(hvm_hw_pit_channel, 3),
    speaker_data_on: uint32_t,
    pad0: uint32_t,
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type HvmHwPit = Infer<typeof hvm_hw_pit>;

export const hvm_hw_rtc = struct(
  'hvm_hw_rtc',
  {
    cmos_data: array(uint8_t, 14),
    cmos_index: uint8_t,
    pad0: uint8_t,
    rtc_offset: field(int64_t, { since: '4.14' }),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type HvmHwRtc = Infer<typeof hvm_hw_rtc>;

export const hvm_hw_hpet = struct(
  'hvm_hw_hpet',
  {
    capability: uint64_t,
    res0: uint64_t,
    config: uint64_t,
    res1: uint64_t,
    isr: uint64_t,
    res2: array(uint64_t, 25),
    mc64: uint64_t,
    res3: uint64_t,
    timers: array(
      struct(null, {
        config: uint64_t,
        cmp: uint64_t,
        fsb: uint64_t,
        res4: uint64_t,
      }),
      3,
    ),
    res5: array(uint64_t, 84),
    period: array(uint64_t, 3),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type HvmHwHpet = Infer<typeof hvm_hw_hpet>;

export const hvm_hw_pmtimer = struct(
  'hvm_hw_pmtimer',
  {
    tmr_val: uint32_t,
    pm1a_sts: uint16_t,
    pm1a_en: uint16_t,
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type HvmHwPmtimer = Infer<typeof hvm_hw_pmtimer>;

export const hvm_hw_mtrr = struct(
  'hvm_hw_mtrr',
  {
    msr_pat_cr: uint64_t,
    msr_mtrr_var: array(uint64_t, 16),
    msr_mtrr_fixed: array(uint64_t, 11),
    msr_mtrr_cap: uint64_t,
    msr_mtrr_def_type: uint64_t,
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type HvmHwMtrr = Infer<typeof hvm_hw_mtrr>;

export const hvm_hw_cpu_xsave_hdr = struct(
  'hvm_hw_cpu_xsave_hdr',
  {
    xstate_bv: uint64_t,
    xcomp_bv: uint64_t,
    reserved: array(uint64_t, 6),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type HvmHwCpuXsaveHdr = Infer<typeof hvm_hw_cpu_xsave_hdr>;

export const hvm_hw_cpu_xsave = struct(
  'hvm_hw_cpu_xsave',
  {
    xfeature_mask: uint64_t,
    xcr0: uint64_t,
    xcr0_accum: uint64_t,
    save_area: struct(null, {
      fpu_sse: struct(null, {
        x: chars(512),
      }),
      xsave_hdr: hvm_hw_cpu_xsave_hdr,
    }),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type HvmHwCpuXsave = Infer<typeof hvm_hw_cpu_xsave>;

export const hvm_viridian_domain_context = struct(
  'hvm_viridian_domain_context',
  {
    hypercall_gpa: uint64_t,
    guest_os_id: uint64_t,
    time_ref_count: uint64_t,
    reference_tsc: uint64_t,
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type HvmViridianDomainContext = Infer<typeof hvm_viridian_domain_context>;

export const hvm_viridian_vcpu_context = struct(
  'hvm_viridian_vcpu_context',
  {
    vp_assist_msr: uint64_t,
    apic_assist_pending: uint8_t,
    _pad: array(uint8_t, 7),
    simp_msr: uint64_t,
    sint_msr: array(uint64_t, 16),
    stimer_config_msr: array(uint64_t, 4),
    stimer_count_msr: array(uint64_t, 4),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type HvmViridianVcpuContext = Infer<typeof hvm_viridian_vcpu_context>;

export const hvm_vmce_vcpu = struct(
  'hvm_vmce_vcpu',
  {
    caps: uint64_t,
    mci_ctl2_bank0: uint64_t,
    mci_ctl2_bank1: uint64_t,
    mcg_ext_ctl: uint64_t,
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type HvmVmceVcpu = Infer<typeof hvm_vmce_vcpu>;

export const hvm_tsc_adjust = struct(
  'hvm_tsc_adjust',
  {
    tsc_adjust: uint64_t,
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type HvmTscAdjust = Infer<typeof hvm_tsc_adjust>;

export const hvm_one_msr = struct(
  'hvm_one_msr',
  {
    index: uint32_t,
    _rsvd: uint32_t,
    val: uint64_t,
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type HvmOneMsr = Infer<typeof hvm_one_msr>;

export const hvm_msr = struct(
  'hvm_msr',
  {
    count: uint32_t,
    msr: flexible(hvm_one_msr),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type HvmMsr = Infer<typeof hvm_msr>;

export const __HVM_SAVE_TYPE_CPU = saveType('CPU', hvm_hw_cpu, 2, 2);
export type HvmSaveTypeCpu = Infer<typeof __HVM_SAVE_TYPE_CPU>;

export const __HVM_SAVE_TYPE_HEADER = saveType('HEADER', hvm_save_header, 1);
export type HvmSaveTypeHeader = Infer<typeof __HVM_SAVE_TYPE_HEADER>;

export const __HVM_SAVE_TYPE_HPET = saveType('HPET', hvm_hw_hpet, 12);
export type HvmSaveTypeHpet = Infer<typeof __HVM_SAVE_TYPE_HPET>;

export const hvm_hw_vioapic = struct(
  'hvm_hw_vioapic',
  {
    base_address: uint64_t,
    ioregsel: uint32_t,
    id: uint32_t,
    redirtbl: array(vioapic_redir_entry, 48),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type HvmHwVioapic = Infer<typeof hvm_hw_vioapic>;

export const __HVM_SAVE_TYPE_IOAPIC = saveType('IOAPIC', hvm_hw_vioapic, 4);
export type HvmSaveTypeIoapic = Infer<typeof __HVM_SAVE_TYPE_IOAPIC>;

export const __HVM_SAVE_TYPE_ISA_IRQ = saveType('ISA_IRQ', hvm_hw_isa_irqs, 8);
export type HvmSaveTypeIsaIrq = Infer<typeof __HVM_SAVE_TYPE_ISA_IRQ>;

export const __HVM_SAVE_TYPE_LAPIC = saveType('LAPIC', hvm_hw_lapic, 5);
export type HvmSaveTypeLapic = Infer<typeof __HVM_SAVE_TYPE_LAPIC>;

export const __HVM_SAVE_TYPE_LAPIC_REGS = saveType('LAPIC_REGS', hvm_hw_lapic_regs, 6);
export type HvmSaveTypeLapicRegs = Infer<typeof __HVM_SAVE_TYPE_LAPIC_REGS>;

export const __HVM_SAVE_TYPE_MTRR = saveType('MTRR', hvm_hw_mtrr, 14);
export type HvmSaveTypeMtrr = Infer<typeof __HVM_SAVE_TYPE_MTRR>;

export const __HVM_SAVE_TYPE_PCI_IRQ = saveType('PCI_IRQ', hvm_hw_pci_irqs, 7);
export type HvmSaveTypePciIrq = Infer<typeof __HVM_SAVE_TYPE_PCI_IRQ>;

export const __HVM_SAVE_TYPE_PCI_LINK = saveType('PCI_LINK', hvm_hw_pci_link, 9);
export type HvmSaveTypePciLink = Infer<typeof __HVM_SAVE_TYPE_PCI_LINK>;

export const __HVM_SAVE_TYPE_PIC = saveType('PIC', hvm_hw_vpic, 3);
export type HvmSaveTypePic = Infer<typeof __HVM_SAVE_TYPE_PIC>;

export const __HVM_SAVE_TYPE_PIT = saveType('PIT', hvm_hw_pit, 10);
export type HvmSaveTypePit = Infer<typeof __HVM_SAVE_TYPE_PIT>;

export const __HVM_SAVE_TYPE_PMTIMER = saveType('PMTIMER', hvm_hw_pmtimer, 13);
export type HvmSaveTypePmtimer = Infer<typeof __HVM_SAVE_TYPE_PMTIMER>;

export const __HVM_SAVE_TYPE_RTC = saveType('RTC', hvm_hw_rtc, 11);
export type HvmSaveTypeRtc = Infer<typeof __HVM_SAVE_TYPE_RTC>;

export const __HVM_SAVE_TYPE_TSC_ADJUST = saveType('TSC_ADJUST', hvm_tsc_adjust, 19);
export type HvmSaveTypeTscAdjust = Infer<typeof __HVM_SAVE_TYPE_TSC_ADJUST>;

export const __HVM_SAVE_TYPE_VIRIDIAN_DOMAIN = saveType(
  'VIRIDIAN_DOMAIN',
  hvm_viridian_domain_context,
  15,
);
export type HvmSaveTypeViridianDomain = Infer<typeof __HVM_SAVE_TYPE_VIRIDIAN_DOMAIN>;

export const __HVM_SAVE_TYPE_VIRIDIAN_VCPU = saveType(
  'VIRIDIAN_VCPU',
  hvm_viridian_vcpu_context,
  17,
);
export type HvmSaveTypeViridianVcpu = Infer<typeof __HVM_SAVE_TYPE_VIRIDIAN_VCPU>;

export const __HVM_SAVE_TYPE_VMCE_VCPU = saveType('VMCE_VCPU', hvm_vmce_vcpu, 18);
export type HvmSaveTypeVmceVcpu = Infer<typeof __HVM_SAVE_TYPE_VMCE_VCPU>;
