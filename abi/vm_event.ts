/** vm_event.h: the events that a monitor, a pager or the sharing of pages gets, and its answers. */
import {
  array,
  bits,
  enumeration,
  field,
  flags,
  oneOf,
  struct,
  uint16_t,
  uint32_t,
  uint64_t,
  uint8_t,
  union,
  type Infer,
} from '../src/schema/index.js';
import { backRing, frontRing, sring } from './io/ring.js';

export const VM_EVENT_INTERFACE_VERSION = 7;

/** The vCPU is paused; in the answer: let it go on. */
export const VM_EVENT_FLAG_VCPU_PAUSED = 1 << 0;
/** Another domain caused it. */
export const VM_EVENT_FLAG_FOREIGN = 1 << 1;
/** Emulate the instruction. */
export const VM_EVENT_FLAG_EMULATE = 1 << 2;
/** Emulate it, but let it write nothing. */
export const VM_EVENT_FLAG_EMULATE_NOWRITE = 1 << 3;
/** Begin or end single-stepping. */
export const VM_EVENT_FLAG_TOGGLE_SINGLESTEP = 1 << 4;
/** Emulate it; what it reads is in the answer. */
export const VM_EVENT_FLAG_SET_EMUL_READ_DATA = 1 << 5;
/** The operation is not done. */
export const VM_EVENT_FLAG_DENY = 1 << 6;
/** altp2m_idx is the view. */
export const VM_EVENT_FLAG_ALTERNATE_P2M = 1 << 7;
/** The registers of the answer are set. */
export const VM_EVENT_FLAG_SET_REGISTERS = 1 << 8;
/** Emulate it; the instruction is in the answer. */
export const VM_EVENT_FLAG_SET_EMUL_INSN_DATA = 1 << 9;
/** Tell of the next interrupt. */
export const VM_EVENT_FLAG_GET_NEXT_INTERRUPT = 1 << 10;
/** Do one instruction and go to another view. */
export const VM_EVENT_FLAG_FAST_SINGLESTEP = 1 << 11;
/** It is about a nested guest. */
export const VM_EVENT_FLAG_NESTED_P2M = 1 << 12;
/** The trace begins anew. */
export const VM_EVENT_FLAG_RESET_VMTRACE = 1 << 13;
/** The fork gets the state of its parent again. */
export const VM_EVENT_FLAG_RESET_FORK_STATE = 1 << 14;
/** The fork gets the memory of its parent again. */
export const VM_EVENT_FLAG_RESET_FORK_MEMORY = 1 << 15;

/** What an event says of itself, and what its answer asks for. */
export const vm_event_flags = flags('vm_event_flags', uint32_t, {
  VM_EVENT_FLAG_VCPU_PAUSED,
  VM_EVENT_FLAG_FOREIGN,
  VM_EVENT_FLAG_EMULATE,
  VM_EVENT_FLAG_EMULATE_NOWRITE,
  VM_EVENT_FLAG_TOGGLE_SINGLESTEP,
  VM_EVENT_FLAG_SET_EMUL_READ_DATA,
  VM_EVENT_FLAG_DENY,
  VM_EVENT_FLAG_ALTERNATE_P2M,
  VM_EVENT_FLAG_SET_REGISTERS,
  VM_EVENT_FLAG_SET_EMUL_INSN_DATA,
  VM_EVENT_FLAG_GET_NEXT_INTERRUPT,
  VM_EVENT_FLAG_FAST_SINGLESTEP,
  VM_EVENT_FLAG_NESTED_P2M,
  VM_EVENT_FLAG_RESET_VMTRACE,
  VM_EVENT_FLAG_RESET_FORK_STATE,
  VM_EVENT_FLAG_RESET_FORK_MEMORY,
});

/** Nobody says. */
export const VM_EVENT_REASON_UNKNOWN = 0;
/** An access that was not allowed. */
export const VM_EVENT_REASON_MEM_ACCESS = 1;
/** There is no memory to end the sharing of a page. */
export const VM_EVENT_REASON_MEM_SHARING = 2;
/** An access to a page that is paged out. */
export const VM_EVENT_REASON_MEM_PAGING = 3;
/** A write to a control register. */
export const VM_EVENT_REASON_WRITE_CTRLREG = 4;
/** A write to a model-specific register. */
export const VM_EVENT_REASON_MOV_TO_MSR = 5;
/** A breakpoint. */
export const VM_EVENT_REASON_SOFTWARE_BREAKPOINT = 6;
/** An instruction. */
export const VM_EVENT_REASON_SINGLESTEP = 7;
/** HVMOP_guest_request_vm_event. */
export const VM_EVENT_REASON_GUEST_REQUEST = 8;
/** A debug exception. */
export const VM_EVENT_REASON_DEBUG_EXCEPTION = 9;
/** CPUID. */
export const VM_EVENT_REASON_CPUID = 10;
/** SMC, on Arm. */
export const VM_EVENT_REASON_PRIVILEGED_CALL = 11;
/** An interrupt. */
export const VM_EVENT_REASON_INTERRUPT = 12;
/** A use of a descriptor table's register. */
export const VM_EVENT_REASON_DESCRIPTOR_ACCESS = 13;
/** An instruction that cannot be emulated. */
export const VM_EVENT_REASON_EMUL_UNIMPLEMENTED = 14;
/** An exit to the hypervisor. */
export const VM_EVENT_REASON_VMEXIT = 15;
/** An I/O instruction. */
export const VM_EVENT_REASON_IO_INSTRUCTION = 16;

/** What happened. */
export const vm_event_reason = enumeration('vm_event_reason', uint32_t, {
  VM_EVENT_REASON_UNKNOWN,
  VM_EVENT_REASON_MEM_ACCESS,
  VM_EVENT_REASON_MEM_SHARING,
  VM_EVENT_REASON_MEM_PAGING,
  VM_EVENT_REASON_WRITE_CTRLREG,
  VM_EVENT_REASON_MOV_TO_MSR,
  VM_EVENT_REASON_SOFTWARE_BREAKPOINT,
  VM_EVENT_REASON_SINGLESTEP,
  VM_EVENT_REASON_GUEST_REQUEST,
  VM_EVENT_REASON_DEBUG_EXCEPTION,
  VM_EVENT_REASON_CPUID,
  VM_EVENT_REASON_PRIVILEGED_CALL,
  VM_EVENT_REASON_INTERRUPT,
  VM_EVENT_REASON_DESCRIPTOR_ACCESS,
  VM_EVENT_REASON_EMUL_UNIMPLEMENTED,
  VM_EVENT_REASON_VMEXIT,
  VM_EVENT_REASON_IO_INSTRUCTION,
});

export const VM_EVENT_X86_CR0 = 0;
export const VM_EVENT_X86_CR3 = 1;
export const VM_EVENT_X86_CR4 = 2;
export const VM_EVENT_X86_XCR0 = 3;

/** A control register. */
export const vm_event_x86_cr = enumeration('vm_event_x86_cr', uint32_t, {
  VM_EVENT_X86_CR0,
  VM_EVENT_X86_CR3,
  VM_EVENT_X86_CR4,
  VM_EVENT_X86_XCR0,
});

/** The hidden part of a segment register. */
export const vm_event_x86_selector_reg = struct('vm_event_x86_selector_reg', {
  limit: field(bits(uint32_t, 20), {
    direction: 'inout',
    unit: 'address',
    doc: 'its limit, in pages where the attributes have bit 11',
  }),
  ar: field(bits(uint32_t, 12), { direction: 'inout', unit: 'address', doc: 'its attributes' }),
});
export type VmEventX86SelectorReg = Infer<typeof vm_event_x86_selector_reg>;

/** The registers of a vCPU on x86. */
export const vm_event_regs_x86 = struct('vm_event_regs_x86', {
  rax: field(uint64_t, { direction: 'inout', unit: 'address', doc: 'register rax' }),
  rcx: field(uint64_t, { direction: 'inout', unit: 'address', doc: 'register rcx' }),
  rdx: field(uint64_t, { direction: 'inout', unit: 'address', doc: 'register rdx' }),
  rbx: field(uint64_t, { direction: 'inout', unit: 'address', doc: 'register rbx' }),
  rsp: field(uint64_t, { direction: 'inout', unit: 'address', doc: 'register rsp' }),
  rbp: field(uint64_t, { direction: 'inout', unit: 'address', doc: 'register rbp' }),
  rsi: field(uint64_t, { direction: 'inout', unit: 'address', doc: 'register rsi' }),
  rdi: field(uint64_t, { direction: 'inout', unit: 'address', doc: 'register rdi' }),
  r8: field(uint64_t, { direction: 'inout', unit: 'address', doc: 'register r8' }),
  r9: field(uint64_t, { direction: 'inout', unit: 'address', doc: 'register r9' }),
  r10: field(uint64_t, { direction: 'inout', unit: 'address', doc: 'register r10' }),
  r11: field(uint64_t, { direction: 'inout', unit: 'address', doc: 'register r11' }),
  r12: field(uint64_t, { direction: 'inout', unit: 'address', doc: 'register r12' }),
  r13: field(uint64_t, { direction: 'inout', unit: 'address', doc: 'register r13' }),
  r14: field(uint64_t, { direction: 'inout', unit: 'address', doc: 'register r14' }),
  r15: field(uint64_t, { direction: 'inout', unit: 'address', doc: 'register r15' }),
  rflags: field(uint64_t, { direction: 'inout', unit: 'address', doc: 'register rflags' }),
  dr6: field(uint64_t, { direction: 'inout', unit: 'address', doc: 'register dr6' }),
  dr7: field(uint64_t, { direction: 'inout', unit: 'address', doc: 'register dr7' }),
  rip: field(uint64_t, { direction: 'inout', unit: 'address', doc: 'register rip' }),
  cr0: field(uint64_t, { direction: 'inout', unit: 'address', doc: 'register cr0' }),
  cr2: field(uint64_t, { direction: 'inout', unit: 'address', doc: 'register cr2' }),
  cr3: field(uint64_t, { direction: 'inout', unit: 'address', doc: 'register cr3' }),
  cr4: field(uint64_t, { direction: 'inout', unit: 'address', doc: 'register cr4' }),
  sysenter_cs: field(uint64_t, { direction: 'inout', unit: 'address', doc: 'MSR sysenter_cs' }),
  sysenter_esp: field(uint64_t, { direction: 'inout', unit: 'address', doc: 'MSR sysenter_esp' }),
  sysenter_eip: field(uint64_t, { direction: 'inout', unit: 'address', doc: 'MSR sysenter_eip' }),
  msr_efer: field(uint64_t, { direction: 'inout', unit: 'address', doc: 'MSR efer' }),
  msr_star: field(uint64_t, { direction: 'inout', unit: 'address', doc: 'MSR star' }),
  msr_lstar: field(uint64_t, { direction: 'inout', unit: 'address', doc: 'MSR lstar' }),
  gdtr_base: field(uint64_t, {
    direction: 'inout',
    unit: 'address',
    doc: 'base of the global descriptor table',
  }),
  npt_base: field(uint64_t, {
    since: '4.15',
    direction: 'inout',
    unit: 'address',
    doc: "VM_EVENT_FLAG_NESTED_P2M: guest-physical address of the nested guest's page table",
  }),
  vmtrace_pos: field(uint64_t, {
    since: '4.15',
    direction: 'inout',
    unit: 'address',
    doc: 'where the trace is in its buffer; all ones for no trace',
  }),
  cs_base: field(uint32_t, { direction: 'inout', unit: 'address', doc: 'base of cs' }),
  ss_base: field(uint32_t, { direction: 'inout', unit: 'address', doc: 'base of ss' }),
  ds_base: field(uint32_t, { direction: 'inout', unit: 'address', doc: 'base of ds' }),
  es_base: field(uint32_t, { direction: 'inout', unit: 'address', doc: 'base of es' }),
  fs_base: field(uint64_t, { direction: 'inout', unit: 'address', doc: 'base of fs' }),
  gs_base: field(uint64_t, { direction: 'inout', unit: 'address', doc: 'base of gs' }),
  cs: field(vm_event_x86_selector_reg, { direction: 'inout', doc: 'limit and attributes of cs' }),
  ss: field(vm_event_x86_selector_reg, { direction: 'inout', doc: 'limit and attributes of ss' }),
  ds: field(vm_event_x86_selector_reg, { direction: 'inout', doc: 'limit and attributes of ds' }),
  es: field(vm_event_x86_selector_reg, { direction: 'inout', doc: 'limit and attributes of es' }),
  fs: field(vm_event_x86_selector_reg, { direction: 'inout', doc: 'limit and attributes of fs' }),
  gs: field(vm_event_x86_selector_reg, { direction: 'inout', doc: 'limit and attributes of gs' }),
  shadow_gs: field(uint64_t, {
    direction: 'inout',
    unit: 'address',
    doc: 'base of gs while it is swapped out',
  }),
  gdtr_limit: field(uint16_t, {
    direction: 'inout',
    unit: 'address',
    doc: 'limit of the global descriptor table',
  }),
  cs_sel: field(uint16_t, { direction: 'inout', unit: 'address', doc: 'selector cs' }),
  ss_sel: field(uint16_t, { direction: 'inout', unit: 'address', doc: 'selector ss' }),
  ds_sel: field(uint16_t, { direction: 'inout', unit: 'address', doc: 'selector ds' }),
  es_sel: field(uint16_t, { direction: 'inout', unit: 'address', doc: 'selector es' }),
  fs_sel: field(uint16_t, { direction: 'inout', unit: 'address', doc: 'selector fs' }),
  gs_sel: field(uint16_t, { direction: 'inout', unit: 'address', doc: 'selector gs' }),
  _pad: field(uint16_t, { direction: 'inout', doc: 'not used' }),
});
export type VmEventRegsX86 = Infer<typeof vm_event_regs_x86>;

/** The registers of a vCPU on Arm; an answer sets pc alone. */
export const vm_event_regs_arm = struct('vm_event_regs_arm', {
  ttbr0: field(uint64_t, { direction: 'out', unit: 'address', doc: 'register ttbr0' }),
  ttbr1: field(uint64_t, { direction: 'out', unit: 'address', doc: 'register ttbr1' }),
  ttbcr: field(uint64_t, { direction: 'out', unit: 'address', doc: 'register ttbcr' }),
  pc: field(uint64_t, { direction: 'inout', unit: 'address', doc: 'register pc' }),
  cpsr: field(oneOf(field(uint32_t, { until: '4.15' }), field(uint64_t, { since: '4.16' })), {
    direction: 'out',
    unit: 'address',
    doc: 'register cpsr',
  }),
  _pad: field(uint32_t, { until: '4.15', direction: 'out', doc: 'not used' }),
});
export type VmEventRegsArm = Infer<typeof vm_event_regs_arm>;

/** A read. */
export const MEM_ACCESS_R = 1 << 0;
/** A write. */
export const MEM_ACCESS_W = 1 << 1;
/** An instruction fetch. */
export const MEM_ACCESS_X = 1 << 2;
/** Its virtual address is known. */
export const MEM_ACCESS_GLA_VALID = 1 << 3;
/** That address was accessed. */
export const MEM_ACCESS_FAULT_WITH_GLA = 1 << 4;
/** A page table was accessed for it. */
export const MEM_ACCESS_FAULT_IN_GPT = 1 << 5;

/** What an access was, and what is known of it. */
export const vm_event_mem_access_flags = flags('vm_event_mem_access_flags', uint32_t, {
  MEM_ACCESS_R,
  MEM_ACCESS_W,
  MEM_ACCESS_X,
  MEM_ACCESS_GLA_VALID,
  MEM_ACCESS_FAULT_WITH_GLA,
  MEM_ACCESS_FAULT_IN_GPT,
});
export const MEM_ACCESS_RWX = 7;
export const MEM_ACCESS_RW = 3;
export const MEM_ACCESS_RX = 5;
export const MEM_ACCESS_WX = 6;

/** An access that was not allowed. */
export const vm_event_mem_access = struct('vm_event_mem_access', {
  gfn: field(uint64_t, { direction: 'inout', unit: 'GFN', doc: 'the page' }),
  offset: field(uint64_t, { direction: 'out', unit: 'bytes', doc: 'where in the page' }),
  gla: field(uint64_t, {
    direction: 'out',
    unit: 'address',
    doc: 'MEM_ACCESS_GLA_VALID: the virtual address',
  }),
  flags: field(vm_event_mem_access_flags, { direction: 'inout', doc: 'what it was' }),
  _pad: field(uint32_t, { direction: 'out', doc: 'not used' }),
});
export type VmEventMemAccess = Infer<typeof vm_event_mem_access>;

/** A write to a control register. */
export const vm_event_write_ctrlreg = struct('vm_event_write_ctrlreg', {
  index: field(vm_event_x86_cr, { direction: 'out', doc: 'the register' }),
  _pad: field(uint32_t, { direction: 'out', doc: 'not used' }),
  new_value: field(uint64_t, { direction: 'out', unit: 'address', doc: 'what is written' }),
  old_value: field(uint64_t, { direction: 'out', unit: 'address', doc: 'what it held' }),
});
export type VmEventWriteCtrlreg = Infer<typeof vm_event_write_ctrlreg>;

/** An instruction. */
export const vm_event_singlestep = struct('vm_event_singlestep', {
  gfn: field(uint64_t, { direction: 'out', unit: 'GFN', doc: 'its page' }),
});
export type VmEventSinglestep = Infer<typeof vm_event_singlestep>;

/** In an answer: the view to go to after one instruction. */
export const vm_event_fast_singlestep = struct(
  'vm_event_fast_singlestep',
  {
    p2midx: field(uint16_t, { direction: 'in', doc: 'the view' }),
  },
  { since: '4.14' },
);
export type VmEventFastSinglestep = Infer<typeof vm_event_fast_singlestep>;

/** A breakpoint or a debug exception. */
export const vm_event_debug = struct('vm_event_debug', {
  gfn: field(uint64_t, { direction: 'out', unit: 'GFN', doc: 'the page of the instruction' }),
  pending_dbg: field(uint64_t, {
    since: '4.14',
    direction: 'out',
    unit: 'address',
    doc: 'debug exceptions that wait, as VT-x has them',
  }),
  insn_length: field(uint32_t, {
    direction: 'inout',
    unit: 'bytes',
    doc: 'length of the instruction',
  }),
  type: field(uint8_t, { direction: 'out', doc: 'the kind of event, as VT-x has it' }),
  _pad: field(array(uint8_t, 3), { direction: 'out', doc: 'not used' }),
});
export type VmEventDebug = Infer<typeof vm_event_debug>;

/** A write to a model-specific register. */
export const vm_event_mov_to_msr = struct('vm_event_mov_to_msr', {
  msr: field(uint64_t, { direction: 'out', unit: 'address', doc: 'the register' }),
  new_value: field(uint64_t, { direction: 'out', unit: 'address', doc: 'what is written' }),
  old_value: field(uint64_t, { direction: 'out', unit: 'address', doc: 'what it held' }),
});
export type VmEventMovToMsr = Infer<typeof vm_event_mov_to_msr>;

export const VM_EVENT_DESC_IDTR = 1;
export const VM_EVENT_DESC_GDTR = 2;
export const VM_EVENT_DESC_LDTR = 3;
export const VM_EVENT_DESC_TR = 4;

/** A descriptor table's register. */
export const vm_event_desc = enumeration('vm_event_desc', uint8_t, {
  VM_EVENT_DESC_IDTR,
  VM_EVENT_DESC_GDTR,
  VM_EVENT_DESC_LDTR,
  VM_EVENT_DESC_TR,
});

/** What VT-x says of it. */
const ofVmx = struct(null, {
  instr_info: field(uint32_t, {
    direction: 'out',
    unit: 'address',
    doc: 'instruction information',
  }),
  _pad1: field(uint32_t, { direction: 'out', doc: 'not used' }),
  exit_qualification: field(uint64_t, {
    direction: 'out',
    unit: 'address',
    doc: 'exit qualification',
  }),
});

/** A use of a descriptor table's register. */
export const vm_event_desc_access = struct('vm_event_desc_access', {
  arch: field(
    oneOf(
      union(
        null,
        {
          vmx: field(ofVmx, { direction: 'out', doc: 'what VT-x says of it' }),
          svm: field(
            struct(null, {
              exitinfo: field(uint64_t, {
                direction: 'out',
                unit: 'address',
                doc: 'exit information',
              }),
              _pad2: field(uint64_t, { direction: 'out', doc: 'not used' }),
            }),
            { direction: 'out', doc: 'what SVM says of it' },
          ),
        },
        { until: '4.13' },
      ),
      union(
        null,
        { vmx: field(ofVmx, { direction: 'out', doc: 'what VT-x says of it' }) },
        { since: '4.14' },
      ),
    ),
    { direction: 'out', doc: 'what the processor says of it' },
  ),
  descriptor: field(vm_event_desc, { direction: 'out', doc: 'the register' }),
  is_write: field(uint8_t, { direction: 'out', doc: 'whether it is written' }),
  _pad: field(array(uint8_t, 6), { direction: 'out', doc: 'not used' }),
});
export type VmEventDescAccess = Infer<typeof vm_event_desc_access>;

/** CPUID. */
export const vm_event_cpuid = struct('vm_event_cpuid', {
  insn_length: field(uint32_t, {
    direction: 'inout',
    unit: 'bytes',
    doc: 'length of the instruction',
  }),
  leaf: field(uint32_t, { direction: 'out', unit: 'address', doc: 'the leaf' }),
  subleaf: field(uint32_t, { direction: 'out', unit: 'address', doc: 'the subleaf' }),
  _pad: field(uint32_t, { direction: 'out', doc: 'not used' }),
});
export type VmEventCpuid = Infer<typeof vm_event_cpuid>;

/** An interrupt on x86. */
export const vm_event_interrupt_x86 = struct('vm_event_interrupt_x86', {
  vector: field(uint32_t, { direction: 'out', unit: 'address', doc: 'the vector' }),
  type: field(uint32_t, { direction: 'out', doc: 'the kind of event, as VT-x has it' }),
  error_code: field(uint32_t, { direction: 'out', unit: 'address', doc: 'the error code' }),
  _pad: field(uint32_t, { direction: 'out', doc: 'not used' }),
  cr2: field(uint64_t, { direction: 'out', unit: 'address', doc: 'page fault: the address' }),
});
export type VmEventInterruptX86 = Infer<typeof vm_event_interrupt_x86>;

/** It is forgotten. */
export const MEM_PAGING_DROP_PAGE = 1 << 0;
/** It could not be paged out. */
export const MEM_PAGING_EVICT_FAIL = 1 << 1;

/** What is to happen to a page that is paged. */
export const vm_event_paging_flags = flags('vm_event_paging_flags', uint32_t, {
  MEM_PAGING_DROP_PAGE,
  MEM_PAGING_EVICT_FAIL,
});

/** An access to a page that is paged out. */
export const vm_event_paging = struct('vm_event_paging', {
  gfn: field(uint64_t, { direction: 'inout', unit: 'GFN', doc: 'the page' }),
  p2mt: field(uint32_t, { direction: 'out', doc: "its type in Xen's P2M" }),
  flags: field(vm_event_paging_flags, { direction: 'inout', doc: 'what is to happen to it' }),
});
export type VmEventPaging = Infer<typeof vm_event_paging>;

/** There is no memory to end the sharing of a page. */
export const vm_event_sharing = struct('vm_event_sharing', {
  gfn: field(uint64_t, { direction: 'inout', unit: 'GFN', doc: 'the page' }),
  p2mt: field(uint32_t, { direction: 'out', doc: "its type in Xen's P2M" }),
  _pad: field(uint32_t, { direction: 'out', doc: 'not used' }),
});
export type VmEventSharing = Infer<typeof vm_event_sharing>;

/** In an answer: what an emulated instruction reads. */
export const vm_event_emul_read_data = struct('vm_event_emul_read_data', {
  size: field(uint32_t, { direction: 'in', unit: 'bytes', doc: 'how much' }),
  // As long as the registers, whose place it takes.
  data: field(
    oneOf(
      field(array(uint8_t, 324), { until: '4.14' }),
      field(array(uint8_t, 340), { since: '4.15' }),
    ),
    { direction: 'in', doc: 'what it reads' },
  ),
});
export type VmEventEmulReadData = Infer<typeof vm_event_emul_read_data>;

/** In an answer: the instruction to emulate. */
export const vm_event_emul_insn_data = struct('vm_event_emul_insn_data', {
  data: field(array(uint8_t, 16), { direction: 'in', doc: 'its bytes, and those behind it' }),
});
export type VmEventEmulInsnData = Infer<typeof vm_event_emul_insn_data>;

/** An exit to the hypervisor. */
export const vm_event_vmexit = struct(
  'vm_event_vmexit',
  {
    arch: field(
      struct(null, {
        vmx: field(
          struct(null, {
            reason: field(uint64_t, { direction: 'out', doc: 'exit reason' }),
            qualification: field(uint64_t, {
              direction: 'out',
              unit: 'address',
              doc: 'exit qualification',
            }),
          }),
          { direction: 'out', doc: 'what VT-x says of it' },
        ),
      }),
      { direction: 'out', doc: 'what the processor says of it' },
    ),
  },
  { since: '4.17' },
);
export type VmEventVmexit = Infer<typeof vm_event_vmexit>;

/** An I/O instruction. */
export const vm_event_io = struct(
  'vm_event_io',
  {
    bytes: field(uint32_t, { direction: 'out', unit: 'bytes', doc: 'how much' }),
    port: field(uint16_t, { direction: 'out', unit: 'address', doc: 'the port' }),
    in: field(uint8_t, { direction: 'out', doc: '1 for IN, 0 for OUT' }),
    str: field(uint8_t, { direction: 'out', doc: 'whether it is a string instruction' }),
  },
  { since: '4.18' },
);
export type VmEventIo = Infer<typeof vm_event_io>;

/** An event, or the answer to one. */
export const vm_event_st = struct('vm_event_st', {
  version: field(uint32_t, { direction: 'inout', doc: 'VM_EVENT_INTERFACE_VERSION' }),
  flags: field(vm_event_flags, { direction: 'inout', doc: 'what it says of itself, or asks for' }),
  reason: field(vm_event_reason, { direction: 'inout', doc: 'what happened' }),
  vcpu_id: field(uint32_t, { direction: 'inout', doc: 'the vCPU' }),
  altp2m_idx: field(uint16_t, { direction: 'inout', doc: 'VM_EVENT_FLAG_ALTERNATE_P2M: the view' }),
  _pad: field(array(uint16_t, 3), { direction: 'inout', doc: 'not used' }),
  u: field(
    union(
      null,
      {
        mem_paging: field(vm_event_paging, {
          direction: 'inout',
          doc: 'an access to a page that is paged out',
        }),
        mem_sharing: field(vm_event_sharing, {
          direction: 'inout',
          doc: 'no memory to end the sharing of a page',
        }),
        mem_access: field(vm_event_mem_access, {
          direction: 'inout',
          doc: 'an access that was not allowed',
        }),
        write_ctrlreg: field(vm_event_write_ctrlreg, {
          direction: 'out',
          doc: 'a write to a control register',
        }),
        mov_to_msr: field(vm_event_mov_to_msr, {
          direction: 'out',
          doc: 'a write to a model-specific register',
        }),
        desc_access: field(vm_event_desc_access, {
          direction: 'out',
          doc: "a use of a descriptor table's register",
        }),
        singlestep: field(vm_event_singlestep, { direction: 'out', doc: 'an instruction' }),
        fast_singlestep: field(vm_event_fast_singlestep, {
          since: '4.14',
          direction: 'in',
          doc: 'in an answer with VM_EVENT_FLAG_FAST_SINGLESTEP: the view to go to',
        }),
        software_breakpoint: field(vm_event_debug, { direction: 'inout', doc: 'a breakpoint' }),
        debug_exception: field(vm_event_debug, { direction: 'inout', doc: 'a debug exception' }),
        cpuid: field(vm_event_cpuid, { direction: 'inout', doc: 'CPUID' }),
        vmexit: field(vm_event_vmexit, {
          since: '4.17',
          direction: 'out',
          doc: 'an exit to the hypervisor',
        }),
        io: field(vm_event_io, { since: '4.18', direction: 'out', doc: 'an I/O instruction' }),
        interrupt: field(
          union(null, { x86: field(vm_event_interrupt_x86, { direction: 'out', doc: 'on x86' }) }),
          { direction: 'out', doc: 'an interrupt' },
        ),
      },
      {
        selector: {
          by: 'reason',
          live: {
            [VM_EVENT_REASON_MEM_ACCESS]: 'mem_access',
            [VM_EVENT_REASON_MEM_SHARING]: 'mem_sharing',
            [VM_EVENT_REASON_MEM_PAGING]: 'mem_paging',
            [VM_EVENT_REASON_WRITE_CTRLREG]: 'write_ctrlreg',
            [VM_EVENT_REASON_MOV_TO_MSR]: 'mov_to_msr',
            [VM_EVENT_REASON_SOFTWARE_BREAKPOINT]: 'software_breakpoint',
            [VM_EVENT_REASON_SINGLESTEP]: 'singlestep',
            [VM_EVENT_REASON_DEBUG_EXCEPTION]: 'debug_exception',
            [VM_EVENT_REASON_CPUID]: 'cpuid',
            [VM_EVENT_REASON_INTERRUPT]: 'interrupt',
            [VM_EVENT_REASON_DESCRIPTOR_ACCESS]: 'desc_access',
            [VM_EVENT_REASON_VMEXIT]: 'vmexit',
            [VM_EVENT_REASON_IO_INSTRUCTION]: 'io',
          },
        },
      },
    ),
    { direction: 'inout', doc: 'more of it; depends on the reason' },
  ),
  // The flags of an answer say which member is live; an event has registers.
  data: field(
    union(null, {
      regs: field(
        union(null, {
          x86: field(vm_event_regs_x86, { direction: 'inout', doc: 'on x86' }),
          arm: field(vm_event_regs_arm, { direction: 'inout', doc: 'on Arm' }),
        }),
        { direction: 'inout', doc: 'the registers of the vCPU' },
      ),
      emul: field(
        union(null, {
          read: field(vm_event_emul_read_data, {
            direction: 'in',
            doc: 'VM_EVENT_FLAG_SET_EMUL_READ_DATA: what the instruction reads',
          }),
          insn: field(vm_event_emul_insn_data, {
            direction: 'in',
            doc: 'VM_EVENT_FLAG_SET_EMUL_INSN_DATA: the instruction',
          }),
        }),
        { direction: 'in', doc: 'what to emulate' },
      ),
    }),
    { direction: 'inout', doc: 'registers, or what to emulate' },
  ),
});
export type VmEventSt = Infer<typeof vm_event_st>;

/** The ring as a monitor keeps it: it makes the answers. */
export const vm_event_back_ring = backRing('vm_event_back_ring');
export type VmEventBackRing = Infer<typeof vm_event_back_ring>;

/** The ring as the hypervisor keeps it: it makes the events. */
export const vm_event_front_ring = frontRing('vm_event_front_ring');
export type VmEventFrontRing = Infer<typeof vm_event_front_ring>;

/** A slot of the ring. */
export const vm_event_sring_entry = union('vm_event_sring_entry', {
  req: field(vm_event_st, { direction: 'inout', doc: 'an event' }),
  rsp: field(vm_event_st, { direction: 'inout', doc: 'its answer' }),
});
export type VmEventSringEntry = Infer<typeof vm_event_sring_entry>;

/** The shared page of the ring. */
export const vm_event_sring = sring('vm_event_sring', vm_event_sring_entry);
export type VmEventSring = Infer<typeof vm_event_sring>;
