/** arch-x86/hvm/save.h: what is saved of an HVM guest, a record for each device and each vCPU. */
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
  flags,
} from '../../../src/schema/index.js';
import { saveType } from '../../hvm/save.js';

export const HVM_FILE_MAGIC = 0x54381286;
export const HVM_FILE_VERSION = 1;

/** What a save begins with. */
export const hvm_save_header = struct(
  'hvm_save_header',
  {
    magic: field(uint32_t, { direction: 'inout', doc: 'HVM_FILE_MAGIC' }),
    version: field(uint32_t, { direction: 'inout', doc: 'of the format' }),
    changeset: field(uint64_t, { direction: 'inout', doc: 'of the hypervisor that saved it' }),
    cpuid: field(uint32_t, { direction: 'inout', doc: "eax of CPUID's leaf 1 where it was saved" }),
    gtsc_khz: field(uint32_t, {
      direction: 'inout',
      doc: "frequency of the guest's time stamp counter, in kHz",
    }),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type HvmSaveHeader = Infer<typeof hvm_save_header>;

/** What both structs of a vCPU have before and after `msr_tsc_aux`, which saves of older releases lack. */
const cpu_registers = {
  fpu_regs: field(array(uint8_t, 512), {
    direction: 'inout',
    doc: 'of the floating-point unit, as FXSAVE writes them',
  }),
  rax: field(uint64_t, { direction: 'inout', doc: 'register rax' }),
  rbx: field(uint64_t, { direction: 'inout', doc: 'register rbx' }),
  rcx: field(uint64_t, { direction: 'inout', doc: 'register rcx' }),
  rdx: field(uint64_t, { direction: 'inout', doc: 'register rdx' }),
  rbp: field(uint64_t, { direction: 'inout', doc: 'register rbp' }),
  rsi: field(uint64_t, { direction: 'inout', doc: 'register rsi' }),
  rdi: field(uint64_t, { direction: 'inout', doc: 'register rdi' }),
  rsp: field(uint64_t, { direction: 'inout', unit: 'address', doc: 'register rsp' }),
  r8: field(uint64_t, { direction: 'inout', doc: 'register r8' }),
  r9: field(uint64_t, { direction: 'inout', doc: 'register r9' }),
  r10: field(uint64_t, { direction: 'inout', doc: 'register r10' }),
  r11: field(uint64_t, { direction: 'inout', doc: 'register r11' }),
  r12: field(uint64_t, { direction: 'inout', doc: 'register r12' }),
  r13: field(uint64_t, { direction: 'inout', doc: 'register r13' }),
  r14: field(uint64_t, { direction: 'inout', doc: 'register r14' }),
  r15: field(uint64_t, { direction: 'inout', doc: 'register r15' }),
  rip: field(uint64_t, { direction: 'inout', unit: 'address', doc: 'register rip' }),
  rflags: field(uint64_t, { direction: 'inout', doc: 'register rflags' }),
  cr0: field(uint64_t, { direction: 'inout', doc: 'register cr0' }),
  cr2: field(uint64_t, { direction: 'inout', unit: 'address', doc: 'register cr2' }),
  cr3: field(uint64_t, { direction: 'inout', doc: 'register cr3' }),
  cr4: field(uint64_t, { direction: 'inout', doc: 'register cr4' }),
  dr0: field(uint64_t, { direction: 'inout', doc: 'register dr0' }),
  dr1: field(uint64_t, { direction: 'inout', doc: 'register dr1' }),
  dr2: field(uint64_t, { direction: 'inout', doc: 'register dr2' }),
  dr3: field(uint64_t, { direction: 'inout', doc: 'register dr3' }),
  dr6: field(uint64_t, { direction: 'inout', doc: 'register dr6' }),
  dr7: field(uint64_t, { direction: 'inout', doc: 'register dr7' }),
  cs_sel: field(uint32_t, { direction: 'inout', doc: 'selector cs' }),
  ds_sel: field(uint32_t, { direction: 'inout', doc: 'selector ds' }),
  es_sel: field(uint32_t, { direction: 'inout', doc: 'selector es' }),
  fs_sel: field(uint32_t, { direction: 'inout', doc: 'selector fs' }),
  gs_sel: field(uint32_t, { direction: 'inout', doc: 'selector gs' }),
  ss_sel: field(uint32_t, { direction: 'inout', doc: 'selector ss' }),
  tr_sel: field(uint32_t, { direction: 'inout', doc: 'selector tr' }),
  ldtr_sel: field(uint32_t, { direction: 'inout', doc: 'selector ldtr' }),
  cs_limit: field(uint32_t, { direction: 'inout', doc: 'limit of cs' }),
  ds_limit: field(uint32_t, { direction: 'inout', doc: 'limit of ds' }),
  es_limit: field(uint32_t, { direction: 'inout', doc: 'limit of es' }),
  fs_limit: field(uint32_t, { direction: 'inout', doc: 'limit of fs' }),
  gs_limit: field(uint32_t, { direction: 'inout', doc: 'limit of gs' }),
  ss_limit: field(uint32_t, { direction: 'inout', doc: 'limit of ss' }),
  tr_limit: field(uint32_t, { direction: 'inout', doc: 'limit of tr' }),
  ldtr_limit: field(uint32_t, { direction: 'inout', doc: 'limit of ldtr' }),
  idtr_limit: field(uint32_t, { direction: 'inout', doc: 'limit of idtr' }),
  gdtr_limit: field(uint32_t, { direction: 'inout', doc: 'limit of gdtr' }),
  cs_base: field(uint64_t, { direction: 'inout', unit: 'address', doc: 'base of cs' }),
  ds_base: field(uint64_t, { direction: 'inout', unit: 'address', doc: 'base of ds' }),
  es_base: field(uint64_t, { direction: 'inout', unit: 'address', doc: 'base of es' }),
  fs_base: field(uint64_t, { direction: 'inout', unit: 'address', doc: 'base of fs' }),
  gs_base: field(uint64_t, { direction: 'inout', unit: 'address', doc: 'base of gs' }),
  ss_base: field(uint64_t, { direction: 'inout', unit: 'address', doc: 'base of ss' }),
  tr_base: field(uint64_t, { direction: 'inout', unit: 'address', doc: 'base of tr' }),
  ldtr_base: field(uint64_t, { direction: 'inout', unit: 'address', doc: 'base of ldtr' }),
  idtr_base: field(uint64_t, { direction: 'inout', unit: 'address', doc: 'base of idtr' }),
  gdtr_base: field(uint64_t, { direction: 'inout', unit: 'address', doc: 'base of gdtr' }),
  cs_arbytes: field(uint32_t, {
    direction: 'inout',
    doc: "access rights of cs, as AMD's VMCB has them",
  }),
  ds_arbytes: field(uint32_t, {
    direction: 'inout',
    doc: "access rights of ds, as AMD's VMCB has them",
  }),
  es_arbytes: field(uint32_t, {
    direction: 'inout',
    doc: "access rights of es, as AMD's VMCB has them",
  }),
  fs_arbytes: field(uint32_t, {
    direction: 'inout',
    doc: "access rights of fs, as AMD's VMCB has them",
  }),
  gs_arbytes: field(uint32_t, {
    direction: 'inout',
    doc: "access rights of gs, as AMD's VMCB has them",
  }),
  ss_arbytes: field(uint32_t, {
    direction: 'inout',
    doc: "access rights of ss, as AMD's VMCB has them",
  }),
  tr_arbytes: field(uint32_t, {
    direction: 'inout',
    doc: "access rights of tr, as AMD's VMCB has them",
  }),
  ldtr_arbytes: field(uint32_t, {
    direction: 'inout',
    doc: "access rights of ldtr, as AMD's VMCB has them",
  }),
  sysenter_cs: field(uint64_t, {
    direction: 'inout',
    doc: 'MSR 0x174: the selector that SYSENTER loads',
  }),
  sysenter_esp: field(uint64_t, {
    direction: 'inout',
    unit: 'address',
    doc: 'MSR 0x175: the stack that SYSENTER loads',
  }),
  sysenter_eip: field(uint64_t, {
    direction: 'inout',
    unit: 'address',
    doc: 'MSR 0x176: where SYSENTER goes',
  }),
  shadow_gs: field(uint64_t, {
    direction: 'inout',
    unit: 'address',
    doc: 'MSR 0xc0000102: base of gs after SWAPGS',
  }),
  msr_flags: field(uint64_t, { direction: 'inout', doc: 'unused' }),
  msr_lstar: field(uint64_t, {
    direction: 'inout',
    unit: 'address',
    doc: 'MSR 0xc0000082: where SYSCALL goes in 64-bit mode',
  }),
  msr_star: field(uint64_t, {
    direction: 'inout',
    doc: 'MSR 0xc0000081: the selectors of SYSCALL and SYSRET',
  }),
  msr_cstar: field(uint64_t, {
    direction: 'inout',
    unit: 'address',
    doc: 'MSR 0xc0000083: where SYSCALL goes in compatibility mode',
  }),
  msr_syscall_mask: field(uint64_t, {
    direction: 'inout',
    doc: 'MSR 0xc0000084: the flags that SYSCALL clears',
  }),
  msr_efer: field(uint64_t, { direction: 'inout', doc: 'MSR 0xc0000080' }),
};
const cpu_event = {
  tsc: field(uint64_t, { direction: 'inout', doc: 'the time stamp counter as the guest sees it' }),
  union_1: anonymous(
    union(null, {
      pending_event: field(uint32_t, {
        direction: 'inout',
        doc: 'an event that is still to be delivered; 0: none',
      }),
      struct_1: anonymous(
        struct(null, {
          pending_vector: field(uint8_t, { direction: 'inout', doc: 'its vector' }),
          pending_type: field(bits(uint8_t, 3), {
            direction: 'inout',
            doc: 'its type, as VMX has it',
          }),
          pending_error_valid: field(bits(uint8_t, 1), {
            direction: 'inout',
            doc: 'it has an error code',
          }),
          pending_reserved: field(bits(uint32_t, 19), { direction: 'inout', doc: 'unused' }),
          pending_valid: field(bits(uint8_t, 1), { direction: 'inout', doc: 'there is one' }),
        }),
      ),
    }),
  ),
  error_code: field(uint32_t, { direction: 'inout', doc: 'of the pending event' }),
};

/** fpu_regs says something. */
export const XEN_X86_FPU_INITIALISED = 1 << 0;
/** What holds for a vCPU. */
export const hvm_hw_cpu_flags = flags('hvm_hw_cpu_flags', uint32_t, { XEN_X86_FPU_INITIALISED });

/** A vCPU. */
export const hvm_hw_cpu = struct(
  'hvm_hw_cpu',
  {
    ...cpu_registers,
    msr_tsc_aux: field(uint64_t, {
      direction: 'inout',
      doc: 'MSR 0xc0000103: what RDTSCP gives besides',
    }),
    ...cpu_event,
    flags: field(hvm_hw_cpu_flags, { direction: 'inout', doc: 'what holds for it' }),
    pad0: field(uint32_t, { direction: 'inout', doc: 'unused' }),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type HvmHwCpu = Infer<typeof hvm_hw_cpu>;

/** A vCPU as releases before 3.4 saved it. */
export const hvm_hw_cpu_compat = struct(
  'hvm_hw_cpu_compat',
  { ...cpu_registers, ...cpu_event },
  { abis: ['x86_32', 'x86_64'] },
);
export type HvmHwCpuCompat = Infer<typeof hvm_hw_cpu_compat>;

/** An interrupt controller 8259. */
export const hvm_hw_vpic = struct(
  'hvm_hw_vpic',
  {
    irr: field(uint8_t, { direction: 'inout', doc: 'lines that ask for an interrupt, as bits' }),
    imr: field(uint8_t, { direction: 'inout', doc: 'lines that are masked, as bits' }),
    isr: field(uint8_t, { direction: 'inout', doc: 'lines that are served, as bits' }),
    irq_base: field(uint8_t, { direction: 'inout', doc: 'vector of its first line' }),
    init_state: field(bits(uint8_t, 4), {
      direction: 'inout',
      doc: 'how far initialising it is; 0: done',
    }),
    priority_add: field(bits(uint8_t, 4), {
      direction: 'inout',
      doc: 'the line with the highest priority',
    }),
    readsel_isr: field(bits(uint8_t, 1), {
      direction: 'inout',
      doc: 'what is read is isr, else irr',
    }),
    poll: field(bits(uint8_t, 1), { direction: 'inout', doc: 'the next read polls' }),
    auto_eoi: field(bits(uint8_t, 1), {
      direction: 'inout',
      doc: 'an interrupt ends when it is taken',
    }),
    rotate_on_auto_eoi: field(bits(uint8_t, 1), {
      direction: 'inout',
      doc: 'then priorities rotate',
    }),
    special_fully_nested_mode: field(bits(uint8_t, 1), {
      direction: 'inout',
      doc: 'lines of the other controller count one by one',
    }),
    special_mask_mode: field(bits(uint8_t, 1), {
      direction: 'inout',
      doc: 'masked lines do not hold others back',
    }),
    is_master: field(bits(uint8_t, 1), { direction: 'inout', doc: 'it is the first of the two' }),
    elcr: field(uint8_t, { direction: 'inout', doc: 'lines that are level-triggered, as bits' }),
    int_output: field(uint8_t, { direction: 'inout', doc: 'it asks the CPU for an interrupt' }),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type HvmHwVpic = Infer<typeof hvm_hw_vpic>;

/** A pin of an I/O APIC. */
export const vioapic_redir_entry = union(
  'vioapic_redir_entry',
  {
    bits: field(uint64_t, { direction: 'inout', doc: 'all of it' }),
    fields: field(
      struct(null, {
        vector: field(uint8_t, { direction: 'inout', doc: 'the vector' }),
        delivery_mode: field(bits(uint8_t, 3), { direction: 'inout', doc: 'how it is delivered' }),
        dest_mode: field(bits(uint8_t, 1), { direction: 'inout', doc: '1: to logical APICs' }),
        delivery_status: field(bits(uint8_t, 1), { direction: 'inout', doc: '1: on its way' }),
        polarity: field(bits(uint8_t, 1), { direction: 'inout', doc: '1: active low' }),
        remote_irr: field(bits(uint8_t, 1), { direction: 'inout', doc: '1: it has not ended' }),
        trig_mode: field(bits(uint8_t, 1), { direction: 'inout', doc: '1: level-triggered' }),
        mask: field(bits(uint8_t, 1), { direction: 'inout', doc: '1: masked' }),
        reserve: field(bits(uint8_t, 7), { direction: 'inout', doc: 'unused' }),
        reserved: field(array(uint8_t, 4), { direction: 'inout', doc: 'unused' }),
        dest_id: field(uint8_t, { direction: 'inout', doc: 'the APICs it goes to' }),
      }),
      { direction: 'inout', doc: 'its parts' },
    ),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type VioapicRedirEntry = Infer<typeof vioapic_redir_entry>;

/** A local APIC's hidden state. */
export const hvm_hw_lapic = struct(
  'hvm_hw_lapic',
  {
    apic_base_msr: field(uint64_t, { direction: 'inout', doc: 'MSR 0x1b' }),
    disabled: field(uint32_t, {
      direction: 'inout',
      doc: 'why it is off, as bits: 1 by its spurious vector, 2 by its base',
    }),
    timer_divisor: field(uint32_t, {
      direction: 'inout',
      doc: "what the timer's clock is divided by",
    }),
    tdt_msr: field(uint64_t, { direction: 'inout', doc: 'MSR 0x6e0: when the timer is due' }),
    pending_esr: field(uint32_t, {
      since: ['4.18.5', '4.19.2', '4.20.1'],
      direction: 'inout',
      doc: 'errors that the guest has not read yet',
    }),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type HvmHwLapic = Infer<typeof hvm_hw_lapic>;

/** A local APIC's registers. */
export const hvm_hw_lapic_regs = struct(
  'hvm_hw_lapic_regs',
  {
    data: field(array(uint8_t, 1024), {
      direction: 'inout',
      doc: 'the first 1024 bytes of its page',
    }),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type HvmHwLapicRegs = Infer<typeof hvm_hw_lapic_regs>;

/** The interrupt lines of PCI devices. */
export const hvm_hw_pci_irqs = struct(
  'hvm_hw_pci_irqs',
  {
    union_1: anonymous(
      union(null, {
        i: field(
          oneOf(
            field(array(unsigned_long, 4), { abis: ['x86_32'] }),
            field(array(unsigned_long, 2), { abis: ['x86_64'] }),
          ),
          { direction: 'inout', doc: 'a bit for each line: four a device, 32 devices' },
        ),
        pad: field(array(uint64_t, 2), { direction: 'inout', doc: 'the same as words of 8 bytes' }),
      }),
    ),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type HvmHwPciIrqs = Infer<typeof hvm_hw_pci_irqs>;

/** The interrupt lines of ISA devices. */
export const hvm_hw_isa_irqs = struct(
  'hvm_hw_isa_irqs',
  {
    union_1: anonymous(
      union(null, {
        i: field(array(unsigned_long, 1), { direction: 'inout', doc: 'a bit for each line' }),
        pad: field(array(uint64_t, 1), {
          direction: 'inout',
          doc: 'the same as a word of 8 bytes',
        }),
      }),
    ),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type HvmHwIsaIrqs = Infer<typeof hvm_hw_isa_irqs>;

/** Where the interrupt lines of PCI devices go. */
export const hvm_hw_pci_link = struct(
  'hvm_hw_pci_link',
  {
    route: field(array(uint8_t, 4), {
      direction: 'inout',
      doc: 'the ISA interrupt of each of the four links',
    }),
    pad0: field(array(uint8_t, 4), { direction: 'inout', doc: 'unused' }),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type HvmHwPciLink = Infer<typeof hvm_hw_pci_link>;

/** A channel of the timer 8254. */
export const hvm_hw_pit_channel = struct(
  'hvm_hw_pit_channel',
  {
    count: field(uint32_t, { direction: 'inout', doc: 'where it begins to count, up to 65536' }),
    latched_count: field(uint16_t, { direction: 'inout', doc: 'the count that was latched' }),
    count_latched: field(uint8_t, {
      direction: 'inout',
      doc: 'how the latched count is read; 0: none is',
    }),
    status_latched: field(uint8_t, { direction: 'inout', doc: 'not 0: the status was latched' }),
    status: field(uint8_t, { direction: 'inout', doc: 'the status that was latched' }),
    read_state: field(uint8_t, { direction: 'inout', doc: 'which byte is read next' }),
    write_state: field(uint8_t, { direction: 'inout', doc: 'which byte is written next' }),
    write_latch: field(uint8_t, { direction: 'inout', doc: 'the byte that was written first' }),
    rw_mode: field(uint8_t, { direction: 'inout', doc: 'which bytes are read and written' }),
    mode: field(uint8_t, { direction: 'inout', doc: 'how it counts' }),
    bcd: field(uint8_t, {
      direction: 'inout',
      doc: 'not 0: it counts in decimal digits, which is not supported',
    }),
    gate: field(uint8_t, { direction: 'inout', doc: 'not 0: it counts' }),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type HvmHwPitChannel = Infer<typeof hvm_hw_pit_channel>;

/** The timer 8254. */
export const hvm_hw_pit = struct(
  'hvm_hw_pit',
  {
    channels: field(array(hvm_hw_pit_channel, 3), { direction: 'inout', doc: 'its channels' }),
    speaker_data_on: field(uint32_t, { direction: 'inout', doc: 'not 0: the speaker is on' }),
    pad0: field(uint32_t, { direction: 'inout', doc: 'unused' }),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type HvmHwPit = Infer<typeof hvm_hw_pit>;

export const RTC_CMOS_SIZE = 14;

/** The real-time clock. */
export const hvm_hw_rtc = struct(
  'hvm_hw_rtc',
  {
    cmos_data: field(array(uint8_t, 14), { direction: 'inout', doc: 'its first bytes' }),
    cmos_index: field(uint8_t, { direction: 'inout', doc: 'the byte that is selected' }),
    pad0: field(uint8_t, { direction: 'inout', doc: 'unused' }),
    rtc_offset: field(int64_t, {
      since: '4.14',
      direction: 'inout',
      doc: "how far it is ahead of the host's time, in seconds",
    }),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type HvmHwRtc = Infer<typeof hvm_hw_rtc>;

export const HPET_TIMER_NUM = 3;

/** The high precision event timer. */
export const hvm_hw_hpet = struct(
  'hvm_hw_hpet',
  {
    capability: field(uint64_t, { direction: 'inout', doc: 'what it can do' }),
    res0: field(uint64_t, { direction: 'inout', doc: 'unused' }),
    config: field(uint64_t, { direction: 'inout', doc: 'how it is set up' }),
    res1: field(uint64_t, { direction: 'inout', doc: 'unused' }),
    isr: field(uint64_t, { direction: 'inout', doc: 'timers that ask for an interrupt, as bits' }),
    res2: field(array(uint64_t, 25), { direction: 'inout', doc: 'unused' }),
    mc64: field(uint64_t, { direction: 'inout', doc: 'its counter' }),
    res3: field(uint64_t, { direction: 'inout', doc: 'unused' }),
    timers: field(
      array(
        struct(null, {
          config: field(uint64_t, {
            direction: 'inout',
            doc: 'how it is set up, and what it can do',
          }),
          cmp: field(uint64_t, { direction: 'inout', doc: 'when it is due' }),
          fsb: field(uint64_t, {
            direction: 'inout',
            doc: 'where its message goes, which is not supported',
          }),
          res4: field(uint64_t, { direction: 'inout', doc: 'unused' }),
        }),
        3,
      ),
      { direction: 'inout', doc: 'its timers' },
    ),
    res5: field(array(uint64_t, 84), { direction: 'inout', doc: 'unused' }),
    period: field(array(uint64_t, 3), {
      direction: 'inout',
      doc: 'what was last written to each comparator',
    }),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type HvmHwHpet = Infer<typeof hvm_hw_hpet>;

/** ACPI's power management timer. */
export const hvm_hw_pmtimer = struct(
  'hvm_hw_pmtimer',
  {
    tmr_val: field(uint32_t, { direction: 'inout', doc: 'its counter' }),
    pm1a_sts: field(uint16_t, { direction: 'inout', doc: 'the register PM1a_STS' }),
    pm1a_en: field(uint16_t, { direction: 'inout', doc: 'the register PM1a_EN' }),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type HvmHwPmtimer = Infer<typeof hvm_hw_pmtimer>;

export const MTRR_VCNT = 8;
export const NUM_FIXED_MSR = 11;

/** The types of memory of a vCPU. */
export const hvm_hw_mtrr = struct(
  'hvm_hw_mtrr',
  {
    msr_pat_cr: field(uint64_t, { direction: 'inout', doc: 'MSR 0x277' }),
    msr_mtrr_var: field(array(uint64_t, 16), {
      direction: 'inout',
      doc: 'MSRs 0x200 to 0x20f: base and mask of each variable range',
    }),
    msr_mtrr_fixed: field(array(uint64_t, 11), {
      direction: 'inout',
      doc: 'the MSRs of the fixed ranges, the lowest addresses first',
    }),
    msr_mtrr_cap: field(uint64_t, { direction: 'inout', doc: 'MSR 0xfe' }),
    msr_mtrr_def_type: field(uint64_t, { direction: 'inout', doc: 'MSR 0x2ff' }),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type HvmHwMtrr = Infer<typeof hvm_hw_mtrr>;

/** The header of what XSAVE writes. */
export const hvm_hw_cpu_xsave_hdr = struct(
  'hvm_hw_cpu_xsave_hdr',
  {
    xstate_bv: field(uint64_t, {
      direction: 'inout',
      doc: 'components that are not in their initial state, as bits',
    }),
    xcomp_bv: field(uint64_t, {
      direction: 'inout',
      doc: 'components of the compacted form, as bits',
    }),
    reserved: field(array(uint64_t, 6), { direction: 'inout', doc: 'must be 0' }),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type HvmHwCpuXsaveHdr = Infer<typeof hvm_hw_cpu_xsave_hdr>;

/** What XSAVE writes of a vCPU; its components follow. */
export const hvm_hw_cpu_xsave = struct(
  'hvm_hw_cpu_xsave',
  {
    xfeature_mask: field(uint64_t, { direction: 'inout', doc: 'unused' }),
    xcr0: field(uint64_t, { direction: 'inout', doc: 'components that are in use, as bits' }),
    xcr0_accum: field(uint64_t, {
      direction: 'inout',
      doc: 'components that ever were in use, as bits',
    }),
    save_area: field(
      struct(null, {
        fpu_sse: field(
          struct(null, {
            x: field(chars(512), { direction: 'inout', doc: 'as FXSAVE writes it' }),
          }),
          { direction: 'inout', doc: 'of the floating-point unit and SSE' },
        ),
        xsave_hdr: field(hvm_hw_cpu_xsave_hdr, { direction: 'inout', doc: 'the header' }),
      }),
      { direction: 'inout', doc: 'what XSAVE writes' },
    ),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type HvmHwCpuXsave = Infer<typeof hvm_hw_cpu_xsave>;

/** The type of this record. */
export const CPU_XSAVE_CODE = 16;

/** What a domain has of Hyper-V's interface. */
export const hvm_viridian_domain_context = struct(
  'hvm_viridian_domain_context',
  {
    hypercall_gpa: field(uint64_t, {
      direction: 'inout',
      doc: 'MSR 0x40000001: where its hypercall page is',
    }),
    guest_os_id: field(uint64_t, {
      direction: 'inout',
      doc: 'MSR 0x40000000: what it says that it is',
    }),
    time_ref_count: field(uint64_t, {
      direction: 'inout',
      doc: 'its reference time, in 100 nanoseconds',
    }),
    reference_tsc: field(uint64_t, {
      direction: 'inout',
      doc: 'MSR 0x40000021: where its page of the time stamp counter is',
    }),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type HvmViridianDomainContext = Infer<typeof hvm_viridian_domain_context>;

/** What a vCPU has of Hyper-V's interface. */
export const hvm_viridian_vcpu_context = struct(
  'hvm_viridian_vcpu_context',
  {
    vp_assist_msr: field(uint64_t, {
      direction: 'inout',
      doc: 'MSR 0x40000073: where its assist page is',
    }),
    apic_assist_pending: field(uint8_t, {
      direction: 'inout',
      doc: 'not 0: an interrupt can end without a trap',
    }),
    _pad: field(array(uint8_t, 7), { direction: 'inout', doc: 'unused' }),
    simp_msr: field(uint64_t, {
      direction: 'inout',
      doc: 'MSR 0x40000083: where its page of messages is',
    }),
    sint_msr: field(array(uint64_t, 16), {
      direction: 'inout',
      doc: 'MSRs 0x40000090 and on: its synthetic interrupts',
    }),
    stimer_config_msr: field(array(uint64_t, 4), {
      direction: 'inout',
      doc: 'MSRs 0x400000b0, b2, b4, b6: how its timers are set up',
    }),
    stimer_count_msr: field(array(uint64_t, 4), {
      direction: 'inout',
      doc: 'MSRs 0x400000b1, b3, b5, b7: when its timers are due',
    }),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type HvmViridianVcpuContext = Infer<typeof hvm_viridian_vcpu_context>;

/** A vCPU's machine checks. */
export const hvm_vmce_vcpu = struct(
  'hvm_vmce_vcpu',
  {
    caps: field(uint64_t, { direction: 'inout', doc: 'IA32_MCG_CAP' }),
    mci_ctl2_bank0: field(uint64_t, { direction: 'inout', doc: 'IA32_MC0_CTL2' }),
    mci_ctl2_bank1: field(uint64_t, { direction: 'inout', doc: 'IA32_MC1_CTL2' }),
    mcg_ext_ctl: field(uint64_t, { direction: 'inout', doc: 'IA32_MCG_EXT_CTL' }),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type HvmVmceVcpu = Infer<typeof hvm_vmce_vcpu>;

/** How far a vCPU has moved its time stamp counter. */
export const hvm_tsc_adjust = struct(
  'hvm_tsc_adjust',
  {
    tsc_adjust: field(uint64_t, { direction: 'inout', doc: 'MSR 0x3b' }),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type HvmTscAdjust = Infer<typeof hvm_tsc_adjust>;

/** An MSR. */
export const hvm_one_msr = struct(
  'hvm_one_msr',
  {
    index: field(uint32_t, { direction: 'inout', doc: 'which' }),
    _rsvd: field(uint32_t, { direction: 'inout', doc: 'must be 0' }),
    val: field(uint64_t, { direction: 'inout', doc: 'its value' }),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type HvmOneMsr = Infer<typeof hvm_one_msr>;

/** The type of the record of MSRs. */
export const CPU_MSR_CODE = 20;
/** The highest type of a record. */
export const HVM_SAVE_CODE_MAX = 20;

/** MSRs of a vCPU that are not zero. */
export const hvm_msr = struct(
  'hvm_msr',
  {
    count: field(uint32_t, { direction: 'inout', unit: 'count', doc: 'how many' }),
    msr: field(flexible(hvm_one_msr), { direction: 'inout', doc: 'the MSRs' }),
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

export const VIOAPIC_NUM_PINS = 48;

/** An I/O APIC. */
export const hvm_hw_vioapic = struct(
  'hvm_hw_vioapic',
  {
    base_address: field(uint64_t, {
      direction: 'inout',
      unit: 'address',
      doc: 'its physical address',
    }),
    ioregsel: field(uint32_t, { direction: 'inout', doc: 'the register that is selected' }),
    id: field(uint32_t, { direction: 'inout', doc: 'its number' }),
    redirtbl: field(array(vioapic_redir_entry, 48), { direction: 'inout', doc: 'its pins' }),
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
