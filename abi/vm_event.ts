/** vm_event.h. */
import {
  array,
  bits,
  field,
  oneOf,
  pointer,
  struct,
  type Infer,
  uint16_t,
  uint32_t,
  uint64_t,
  uint8_t,
  union,
  unsigned_int,
} from '../src/schema/index.js';
import { RING_IDX, sring } from './io/ring.js';

export const vm_event_x86_selector_reg = struct('vm_event_x86_selector_reg', {
  limit: bits(uint32_t, 20),
  ar: bits(uint32_t, 12),
});
export type VmEventX86SelectorReg = Infer<typeof vm_event_x86_selector_reg>;

export const vm_event_regs_x86 = struct('vm_event_regs_x86', {
  rax: uint64_t,
  rcx: uint64_t,
  rdx: uint64_t,
  rbx: uint64_t,
  rsp: uint64_t,
  rbp: uint64_t,
  rsi: uint64_t,
  rdi: uint64_t,
  r8: uint64_t,
  r9: uint64_t,
  r10: uint64_t,
  r11: uint64_t,
  r12: uint64_t,
  r13: uint64_t,
  r14: uint64_t,
  r15: uint64_t,
  rflags: uint64_t,
  dr6: uint64_t,
  dr7: uint64_t,
  rip: uint64_t,
  cr0: uint64_t,
  cr2: uint64_t,
  cr3: uint64_t,
  cr4: uint64_t,
  sysenter_cs: uint64_t,
  sysenter_esp: uint64_t,
  sysenter_eip: uint64_t,
  msr_efer: uint64_t,
  msr_star: uint64_t,
  msr_lstar: uint64_t,
  gdtr_base: uint64_t,
  npt_base: field(uint64_t, { since: '4.15' }),
  vmtrace_pos: field(uint64_t, { since: '4.15' }),
  cs_base: uint32_t,
  ss_base: uint32_t,
  ds_base: uint32_t,
  es_base: uint32_t,
  fs_base: uint64_t,
  gs_base: uint64_t,
  cs: vm_event_x86_selector_reg,
  ss: vm_event_x86_selector_reg,
  ds: vm_event_x86_selector_reg,
  es: vm_event_x86_selector_reg,
  fs: vm_event_x86_selector_reg,
  gs: vm_event_x86_selector_reg,
  shadow_gs: uint64_t,
  gdtr_limit: uint16_t,
  cs_sel: uint16_t,
  ss_sel: uint16_t,
  ds_sel: uint16_t,
  es_sel: uint16_t,
  fs_sel: uint16_t,
  gs_sel: uint16_t,
  _pad: uint16_t,
});
export type VmEventRegsX86 = Infer<typeof vm_event_regs_x86>;

export const vm_event_regs_arm = struct('vm_event_regs_arm', {
  ttbr0: uint64_t,
  ttbr1: uint64_t,
  ttbcr: uint64_t,
  pc: uint64_t,
  cpsr: oneOf(field(uint32_t, { until: '4.15' }), field(uint64_t, { since: '4.16' })),
  _pad: field(uint32_t, { until: '4.15' }),
});
export type VmEventRegsArm = Infer<typeof vm_event_regs_arm>;

export const vm_event_mem_access = struct('vm_event_mem_access', {
  gfn: uint64_t,
  offset: uint64_t,
  gla: uint64_t,
  flags: uint32_t,
  _pad: uint32_t,
});
export type VmEventMemAccess = Infer<typeof vm_event_mem_access>;

export const vm_event_write_ctrlreg = struct('vm_event_write_ctrlreg', {
  index: uint32_t,
  _pad: uint32_t,
  new_value: uint64_t,
  old_value: uint64_t,
});
export type VmEventWriteCtrlreg = Infer<typeof vm_event_write_ctrlreg>;

export const vm_event_singlestep = struct('vm_event_singlestep', {
  gfn: uint64_t,
});
export type VmEventSinglestep = Infer<typeof vm_event_singlestep>;

export const vm_event_fast_singlestep = struct(
  'vm_event_fast_singlestep',
  {
    p2midx: uint16_t,
  },
  { since: '4.14' },
);
export type VmEventFastSinglestep = Infer<typeof vm_event_fast_singlestep>;

export const vm_event_debug = struct('vm_event_debug', {
  gfn: uint64_t,
  pending_dbg: field(uint64_t, { since: '4.14' }),
  insn_length: uint32_t,
  type: uint8_t,
  _pad: array(uint8_t, 3),
});
export type VmEventDebug = Infer<typeof vm_event_debug>;

export const vm_event_mov_to_msr = struct('vm_event_mov_to_msr', {
  msr: uint64_t,
  new_value: uint64_t,
  old_value: uint64_t,
});
export type VmEventMovToMsr = Infer<typeof vm_event_mov_to_msr>;

export const vm_event_desc_access = struct('vm_event_desc_access', {
  arch: oneOf(
    union(
      null,
      {
        vmx: struct(null, {
          instr_info: uint32_t,
          _pad1: uint32_t,
          exit_qualification: uint64_t,
        }),
        svm: struct(null, {
          exitinfo: uint64_t,
          _pad2: uint64_t,
        }),
      },
      { until: '4.13' },
    ),
    union(
      null,
      {
        vmx: struct(null, {
          instr_info: uint32_t,
          _pad1: uint32_t,
          exit_qualification: uint64_t,
        }),
      },
      { since: '4.14' },
    ),
  ),
  descriptor: uint8_t,
  is_write: uint8_t,
  _pad: array(uint8_t, 6),
});
export type VmEventDescAccess = Infer<typeof vm_event_desc_access>;

export const vm_event_cpuid = struct('vm_event_cpuid', {
  insn_length: uint32_t,
  leaf: uint32_t,
  subleaf: uint32_t,
  _pad: uint32_t,
});
export type VmEventCpuid = Infer<typeof vm_event_cpuid>;

export const vm_event_interrupt_x86 = struct('vm_event_interrupt_x86', {
  vector: uint32_t,
  type: uint32_t,
  error_code: uint32_t,
  _pad: uint32_t,
  cr2: uint64_t,
});
export type VmEventInterruptX86 = Infer<typeof vm_event_interrupt_x86>;

export const vm_event_paging = struct('vm_event_paging', {
  gfn: uint64_t,
  p2mt: uint32_t,
  flags: uint32_t,
});
export type VmEventPaging = Infer<typeof vm_event_paging>;

export const vm_event_sharing = struct('vm_event_sharing', {
  gfn: uint64_t,
  p2mt: uint32_t,
  _pad: uint32_t,
});
export type VmEventSharing = Infer<typeof vm_event_sharing>;

export const vm_event_emul_read_data = struct('vm_event_emul_read_data', {
  size: uint32_t,
  data: oneOf(
    field(array(uint8_t, 324), { until: '4.14' }),
    field(array(uint8_t, 340), { since: '4.15' }),
  ),
});
export type VmEventEmulReadData = Infer<typeof vm_event_emul_read_data>;

export const vm_event_emul_insn_data = struct('vm_event_emul_insn_data', {
  data: array(uint8_t, 16),
});
export type VmEventEmulInsnData = Infer<typeof vm_event_emul_insn_data>;

export const vm_event_vmexit = struct(
  'vm_event_vmexit',
  {
    arch: struct(null, {
      vmx: struct(null, {
        reason: uint64_t,
        qualification: uint64_t,
      }),
    }),
  },
  { since: '4.17' },
);
export type VmEventVmexit = Infer<typeof vm_event_vmexit>;

export const vm_event_io = struct(
  'vm_event_io',
  {
    bytes: uint32_t,
    port: uint16_t,
    in: uint8_t,
    str: uint8_t,
  },
  { since: '4.18' },
);
export type VmEventIo = Infer<typeof vm_event_io>;

export const vm_event_st = struct('vm_event_st', {
  version: uint32_t,
  flags: uint32_t,
  reason: uint32_t,
  vcpu_id: uint32_t,
  altp2m_idx: uint16_t,
  _pad: array(uint16_t, 3),
  u: union(null, {
    mem_paging: vm_event_paging,
    mem_sharing: vm_event_sharing,
    mem_access: vm_event_mem_access,
    write_ctrlreg: vm_event_write_ctrlreg,
    mov_to_msr: vm_event_mov_to_msr,
    desc_access: vm_event_desc_access,
    singlestep: vm_event_singlestep,
    fast_singlestep: field(vm_event_fast_singlestep, { since: '4.14' }),
    software_breakpoint: vm_event_debug,
    debug_exception: vm_event_debug,
    cpuid: vm_event_cpuid,
    vmexit: field(vm_event_vmexit, { since: '4.17' }),
    io: field(vm_event_io, { since: '4.18' }),
    interrupt: union(null, {
      x86: vm_event_interrupt_x86,
    }),
  }),
  data: union(null, {
    regs: union(null, {
      x86: vm_event_regs_x86,
      arm: vm_event_regs_arm,
    }),
    emul: union(null, {
      read: vm_event_emul_read_data,
      insn: vm_event_emul_insn_data,
    }),
  }),
});
export type VmEventSt = Infer<typeof vm_event_st>;

export const vm_event_back_ring = struct('vm_event_back_ring', {
  rsp_prod_pvt: RING_IDX,
  req_cons: RING_IDX,
  nr_ents: unsigned_int,
  sring: pointer(),
});
export type VmEventBackRing = Infer<typeof vm_event_back_ring>;

export const vm_event_front_ring = struct('vm_event_front_ring', {
  req_prod_pvt: RING_IDX,
  rsp_cons: RING_IDX,
  nr_ents: unsigned_int,
  sring: pointer(),
});
export type VmEventFrontRing = Infer<typeof vm_event_front_ring>;

export const vm_event_sring_entry = union('vm_event_sring_entry', {
  req: vm_event_st,
  rsp: vm_event_st,
});
export type VmEventSringEntry = Infer<typeof vm_event_sring_entry>;

export const vm_event_sring = sring('vm_event_sring', vm_event_sring_entry);
export type VmEventSring = Infer<typeof vm_event_sring>;
