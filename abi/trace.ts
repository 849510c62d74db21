/** trace.h: the hypervisor's trace buffers, and the events in them. */
import {
  array,
  bits,
  flexible,
  struct,
  type Infer,
  uint16_t,
  uint32_t,
  union,
  enumeration,
  field,
} from '../src/schema/index.js';

export const TRACE_EXTRA_MAX = 7;
export const TRACE_EXTRA_SHIFT = 28;
export const TRC_CLS_SHIFT = 16;
export const TRC_GEN = 0x1f000;
export const TRC_SCHED = 0x2f000;
export const TRC_DOM0OP = 0x4f000;
export const TRC_HVM = 0x8f000;
export const TRC_MEM = 0x10f000;
export const TRC_PV = 0x20f000;
export const TRC_SHADOW = 0x40f000;
export const TRC_HW = 0x80f000;
export const TRC_GUEST = 0x800f000;
/** Every class. */
export const TRC_ALL = 0x0ffff000;
/** The bit of a record that says that it has a time stamp. */
export const TRC_HD_CYCLE_FLAG = 0x80000000;
export const TRC_SUBCLS_SHIFT = 12;
export const TRC_HVM_ENTRYEXIT = 0x81000;
export const TRC_HVM_HANDLER = 0x82000;
export const TRC_HVM_EMUL = 0x84000;
export const TRC_SCHED_MIN = 0x21000;
export const TRC_SCHED_CLASS = 0x22000;
export const TRC_SCHED_VERBOSE = 0x28000;
export const TRC_SCHED_ID_BITS = 3;
export const TRC_SCHED_ID_SHIFT = 9;
export const TRC_SCHED_ID_MASK = 0xe00;
export const TRC_SCHED_EVT_MASK = ~TRC_SCHED_ID_MASK;
export const TRC_SCHED_CSCHED = 0;
export const TRC_SCHED_CSCHED2 = 1;
export const TRC_SCHED_ARINC653 = 3;
export const TRC_SCHED_RTDS = 4;
export const TRC_SCHED_SNULL = 5;
export const TRC_DOM0_DOMOPS = 0x41000;
export const TRC_HW_PM = 0x801000;
export const TRC_HW_IRQ = 0x802000;
export const TRC_LOST_RECORDS = 0x1f001;
export const TRC_TRACE_WRAP_BUFFER = 0x1f002;
export const TRC_TRACE_CPU_CHANGE = 0x1f003;
export const TRC_SCHED_RUNSTATE_CHANGE = 0x21001;
export const TRC_SCHED_CONTINUE_RUNNING = 0x21002;
export const TRC_SCHED_DOM_ADD = 0x28001;
export const TRC_SCHED_DOM_REM = 0x28002;
export const TRC_SCHED_SLEEP = 0x28003;
export const TRC_SCHED_WAKE = 0x28004;
export const TRC_SCHED_YIELD = 0x28005;
export const TRC_SCHED_BLOCK = 0x28006;
export const TRC_SCHED_SHUTDOWN = 0x28007;
export const TRC_SCHED_CTL = 0x28008;
export const TRC_SCHED_ADJDOM = 0x28009;
export const TRC_SCHED_SWITCH = 0x2800a;
export const TRC_SCHED_S_TIMER_FN = 0x2800b;
export const TRC_SCHED_T_TIMER_FN = 0x2800c;
export const TRC_SCHED_DOM_TIMER_FN = 0x2800d;
export const TRC_SCHED_SWITCH_INFPREV = 0x2800e;
export const TRC_SCHED_SWITCH_INFNEXT = 0x2800f;
export const TRC_SCHED_SHUTDOWN_CODE = 0x28010;
export const TRC_SCHED_SWITCH_INFCONT = 0x28011;
export const TRC_DOM0_DOM_ADD = 0x41001;
export const TRC_DOM0_DOM_REM = 0x41002;
export const TRC_MEM_PAGE_GRANT_MAP = 0x10f001;
export const TRC_MEM_PAGE_GRANT_UNMAP = 0x10f002;
export const TRC_MEM_PAGE_GRANT_TRANSFER = 0x10f003;
export const TRC_MEM_SET_P2M_ENTRY = 0x10f004;
export const TRC_MEM_DECREASE_RESERVATION = 0x10f005;
export const TRC_MEM_POD_POPULATE = 0x10f010;
export const TRC_MEM_POD_ZERO_RECLAIM = 0x10f011;
export const TRC_MEM_POD_SUPERPAGE_SPLINTER = 0x10f012;
export const TRC_PV_ENTRY = 0x201000;
export const TRC_PV_SUBCALL = 0x202000;
export const TRC_PV_HYPERCALL = 0x201001;
export const TRC_PV_TRAP = 0x201003;
export const TRC_PV_PAGE_FAULT = 0x201004;
export const TRC_PV_FORCED_INVALID_OP = 0x201005;
export const TRC_PV_EMULATE_PRIVOP = 0x201006;
export const TRC_PV_EMULATE_4GB = 0x201007;
export const TRC_PV_MATH_STATE_RESTORE = 0x201008;
export const TRC_PV_PAGING_FIXUP = 0x201009;
export const TRC_PV_GDT_LDT_MAPPING_FAULT = 0x20100a;
export const TRC_PV_PTWR_EMULATION = 0x20100b;
export const TRC_PV_PTWR_EMULATION_PAE = 0x20100c;
export const TRC_PV_HYPERCALL_V2 = 0x20100d;
export const TRC_PV_HYPERCALL_SUBCALL = 0x20200e;
export const TRC_PV_HYPERCALL_V2_ARG_MASK = 0xfff00000;
export const TRC_SHADOW_NOT_SHADOW = 0x40f001;
export const TRC_SHADOW_FAST_PROPAGATE = 0x40f002;
export const TRC_SHADOW_FAST_MMIO = 0x40f003;
export const TRC_SHADOW_FALSE_FAST_PATH = 0x40f004;
export const TRC_SHADOW_MMIO = 0x40f005;
export const TRC_SHADOW_FIXUP = 0x40f006;
export const TRC_SHADOW_DOMF_DYING = 0x40f007;
export const TRC_SHADOW_EMULATE = 0x40f008;
export const TRC_SHADOW_EMULATE_UNSHADOW_USER = 0x40f009;
export const TRC_SHADOW_EMULATE_UNSHADOW_EVTINJ = 0x40f00a;
export const TRC_SHADOW_EMULATE_UNSHADOW_UNHANDLED = 0x40f00b;
export const TRC_SHADOW_WRMAP_BF = 0x40f00c;
export const TRC_SHADOW_PREALLOC_UNPIN = 0x40f00d;
export const TRC_SHADOW_RESYNC_FULL = 0x40f00e;
export const TRC_SHADOW_RESYNC_ONLY = 0x40f00f;
export const TRC_HVM_NESTEDFLAG = 0x400;
export const TRC_HVM_VMENTRY = 0x81001;
export const TRC_HVM_VMEXIT = 0x81002;
export const TRC_HVM_VMEXIT64 = 0x81102;
export const TRC_HVM_PF_XEN = 0x82001;
export const TRC_HVM_PF_XEN64 = 0x82101;
export const TRC_HVM_PF_INJECT = 0x82002;
export const TRC_HVM_PF_INJECT64 = 0x82102;
export const TRC_HVM_INJ_EXC = 0x82003;
export const TRC_HVM_INJ_VIRQ = 0x82004;
export const TRC_HVM_REINJ_VIRQ = 0x82005;
export const TRC_HVM_IO_READ = 0x82006;
export const TRC_HVM_IO_WRITE = 0x82007;
export const TRC_HVM_CR_READ = 0x82008;
export const TRC_HVM_CR_READ64 = 0x82108;
export const TRC_HVM_CR_WRITE = 0x82009;
export const TRC_HVM_CR_WRITE64 = 0x82109;
export const TRC_HVM_DR_READ = 0x8200a;
export const TRC_HVM_DR_WRITE = 0x8200b;
export const TRC_HVM_MSR_READ = 0x8200c;
export const TRC_HVM_MSR_WRITE = 0x8200d;
export const TRC_HVM_CPUID = 0x8200e;
export const TRC_HVM_INTR = 0x8200f;
export const TRC_HVM_NMI = 0x82010;
export const TRC_HVM_SMI = 0x82011;
export const TRC_HVM_VMMCALL = 0x82012;
export const TRC_HVM_HLT = 0x82013;
export const TRC_HVM_INVLPG = 0x82014;
export const TRC_HVM_INVLPG64 = 0x82114;
export const TRC_HVM_MCE = 0x82015;
export const TRC_HVM_IOPORT_READ = 0x82016;
export const TRC_HVM_IOMEM_READ = 0x82017;
export const TRC_HVM_CLTS = 0x82018;
export const TRC_HVM_LMSW = 0x82019;
export const TRC_HVM_LMSW64 = 0x82119;
export const TRC_HVM_RDTSC = 0x8201a;
export const TRC_HVM_INTR_WINDOW = 0x82020;
export const TRC_HVM_NPF = 0x82021;
export const TRC_HVM_REALMODE_EMULATE = 0x82022;
export const TRC_HVM_TRAP = 0x82023;
export const TRC_HVM_TRAP_DEBUG = 0x82024;
export const TRC_HVM_VLAPIC = 0x82025;
export const TRC_HVM_XCR_READ64 = 0x82126;
export const TRC_HVM_XCR_WRITE64 = 0x82127;
export const TRC_HVM_IOPORT_WRITE = 0x82216;
export const TRC_HVM_IOMEM_WRITE = 0x82217;
export const TRC_HVM_EMUL_HPET_START_TIMER = 0x84001;
export const TRC_HVM_EMUL_PIT_START_TIMER = 0x84002;
export const TRC_HVM_EMUL_RTC_START_TIMER = 0x84003;
export const TRC_HVM_EMUL_LAPIC_START_TIMER = 0x84004;
export const TRC_HVM_EMUL_HPET_STOP_TIMER = 0x84005;
export const TRC_HVM_EMUL_PIT_STOP_TIMER = 0x84006;
export const TRC_HVM_EMUL_RTC_STOP_TIMER = 0x84007;
export const TRC_HVM_EMUL_LAPIC_STOP_TIMER = 0x84008;
export const TRC_HVM_EMUL_PIT_TIMER_CB = 0x84009;
export const TRC_HVM_EMUL_LAPIC_TIMER_CB = 0x8400a;
export const TRC_HVM_EMUL_PIC_INT_OUTPUT = 0x8400b;
export const TRC_HVM_EMUL_PIC_KICK = 0x8400c;
export const TRC_HVM_EMUL_PIC_INTACK = 0x8400d;
export const TRC_HVM_EMUL_PIC_POSEDGE = 0x8400e;
export const TRC_HVM_EMUL_PIC_NEGEDGE = 0x8400f;
export const TRC_HVM_EMUL_PIC_PEND_IRQ_CALL = 0x84010;
export const TRC_HVM_EMUL_LAPIC_PIC_INTR = 0x84011;
export const TRC_PM_FREQ_CHANGE = 0x801001;
export const TRC_PM_IDLE_ENTRY = 0x801002;
export const TRC_PM_IDLE_EXIT = 0x801003;
export const TRC_HW_IRQ_MOVE_CLEANUP_DELAY = 0x802001;
export const TRC_HW_IRQ_MOVE_CLEANUP = 0x802002;
export const TRC_HW_IRQ_BIND_VECTOR = 0x802003;
export const TRC_HW_IRQ_CLEAR_VECTOR = 0x802004;
export const TRC_HW_IRQ_MOVE_FINISH = 0x802005;
export const TRC_HW_IRQ_ASSIGN_VECTOR = 0x802006;
export const TRC_HW_IRQ_UNMAPPED_VECTOR = 0x802007;
export const TRC_HW_IRQ_HANDLED = 0x802008;
/** A bit of some events: their addresses have 64 bits. */
export const TRC_64_FLAG = 0x100;
/** `TRC_HVM_VMEXIT` is called so from 4.18 on. */
export const TRC_HVM_VMX_EXIT = 0x81002;
export const TRC_HVM_VMX_EXIT64 = 0x81102;
/** From 4.18 on. */
export const TRC_HVM_SVM_EXIT = 0x81003;
export const TRC_HVM_SVM_EXIT64 = 0x81103;
/** What a record is about. */
export const trc_event = enumeration('trc_event', uint32_t, {
  TRC_LOST_RECORDS,
  TRC_TRACE_WRAP_BUFFER,
  TRC_TRACE_CPU_CHANGE,
  TRC_SCHED_RUNSTATE_CHANGE,
  TRC_SCHED_CONTINUE_RUNNING,
  TRC_SCHED_DOM_ADD,
  TRC_SCHED_DOM_REM,
  TRC_SCHED_SLEEP,
  TRC_SCHED_WAKE,
  TRC_SCHED_YIELD,
  TRC_SCHED_BLOCK,
  TRC_SCHED_SHUTDOWN,
  TRC_SCHED_CTL,
  TRC_SCHED_ADJDOM,
  TRC_SCHED_SWITCH,
  TRC_SCHED_S_TIMER_FN,
  TRC_SCHED_T_TIMER_FN,
  TRC_SCHED_DOM_TIMER_FN,
  TRC_SCHED_SWITCH_INFPREV,
  TRC_SCHED_SWITCH_INFNEXT,
  TRC_SCHED_SHUTDOWN_CODE,
  TRC_SCHED_SWITCH_INFCONT,
  TRC_DOM0_DOM_ADD,
  TRC_DOM0_DOM_REM,
  TRC_MEM_PAGE_GRANT_MAP,
  TRC_MEM_PAGE_GRANT_UNMAP,
  TRC_MEM_PAGE_GRANT_TRANSFER,
  TRC_MEM_SET_P2M_ENTRY,
  TRC_MEM_DECREASE_RESERVATION,
  TRC_MEM_POD_POPULATE,
  TRC_MEM_POD_ZERO_RECLAIM,
  TRC_MEM_POD_SUPERPAGE_SPLINTER,
  TRC_PV_HYPERCALL,
  TRC_PV_TRAP,
  TRC_PV_PAGE_FAULT,
  TRC_PV_FORCED_INVALID_OP,
  TRC_PV_EMULATE_PRIVOP,
  TRC_PV_EMULATE_4GB,
  TRC_PV_MATH_STATE_RESTORE,
  TRC_PV_PAGING_FIXUP,
  TRC_PV_GDT_LDT_MAPPING_FAULT,
  TRC_PV_PTWR_EMULATION,
  TRC_PV_PTWR_EMULATION_PAE,
  TRC_PV_HYPERCALL_V2,
  TRC_PV_HYPERCALL_SUBCALL,
  TRC_SHADOW_NOT_SHADOW,
  TRC_SHADOW_FAST_PROPAGATE,
  TRC_SHADOW_FAST_MMIO,
  TRC_SHADOW_FALSE_FAST_PATH,
  TRC_SHADOW_MMIO,
  TRC_SHADOW_FIXUP,
  TRC_SHADOW_DOMF_DYING,
  TRC_SHADOW_EMULATE,
  TRC_SHADOW_EMULATE_UNSHADOW_USER,
  TRC_SHADOW_EMULATE_UNSHADOW_EVTINJ,
  TRC_SHADOW_EMULATE_UNSHADOW_UNHANDLED,
  TRC_SHADOW_WRMAP_BF,
  TRC_SHADOW_PREALLOC_UNPIN,
  TRC_SHADOW_RESYNC_FULL,
  TRC_SHADOW_RESYNC_ONLY,
  TRC_HVM_VMENTRY,
  TRC_HVM_VMEXIT,
  TRC_HVM_VMEXIT64,
  TRC_HVM_PF_XEN,
  TRC_HVM_PF_XEN64,
  TRC_HVM_PF_INJECT,
  TRC_HVM_PF_INJECT64,
  TRC_HVM_INJ_EXC,
  TRC_HVM_INJ_VIRQ,
  TRC_HVM_REINJ_VIRQ,
  TRC_HVM_IO_READ,
  TRC_HVM_IO_WRITE,
  TRC_HVM_CR_READ,
  TRC_HVM_CR_READ64,
  TRC_HVM_CR_WRITE,
  TRC_HVM_CR_WRITE64,
  TRC_HVM_DR_READ,
  TRC_HVM_DR_WRITE,
  TRC_HVM_MSR_READ,
  TRC_HVM_MSR_WRITE,
  TRC_HVM_CPUID,
  TRC_HVM_INTR,
  TRC_HVM_NMI,
  TRC_HVM_SMI,
  TRC_HVM_VMMCALL,
  TRC_HVM_HLT,
  TRC_HVM_INVLPG,
  TRC_HVM_INVLPG64,
  TRC_HVM_MCE,
  TRC_HVM_IOPORT_READ,
  TRC_HVM_IOMEM_READ,
  TRC_HVM_CLTS,
  TRC_HVM_LMSW,
  TRC_HVM_LMSW64,
  TRC_HVM_RDTSC,
  TRC_HVM_INTR_WINDOW,
  TRC_HVM_NPF,
  TRC_HVM_REALMODE_EMULATE,
  TRC_HVM_TRAP,
  TRC_HVM_TRAP_DEBUG,
  TRC_HVM_VLAPIC,
  TRC_HVM_XCR_READ64,
  TRC_HVM_XCR_WRITE64,
  TRC_HVM_IOPORT_WRITE,
  TRC_HVM_IOMEM_WRITE,
  TRC_HVM_EMUL_HPET_START_TIMER,
  TRC_HVM_EMUL_PIT_START_TIMER,
  TRC_HVM_EMUL_RTC_START_TIMER,
  TRC_HVM_EMUL_LAPIC_START_TIMER,
  TRC_HVM_EMUL_HPET_STOP_TIMER,
  TRC_HVM_EMUL_PIT_STOP_TIMER,
  TRC_HVM_EMUL_RTC_STOP_TIMER,
  TRC_HVM_EMUL_LAPIC_STOP_TIMER,
  TRC_HVM_EMUL_PIT_TIMER_CB,
  TRC_HVM_EMUL_LAPIC_TIMER_CB,
  TRC_HVM_EMUL_PIC_INT_OUTPUT,
  TRC_HVM_EMUL_PIC_KICK,
  TRC_HVM_EMUL_PIC_INTACK,
  TRC_HVM_EMUL_PIC_POSEDGE,
  TRC_HVM_EMUL_PIC_NEGEDGE,
  TRC_HVM_EMUL_PIC_PEND_IRQ_CALL,
  TRC_HVM_EMUL_LAPIC_PIC_INTR,
  TRC_PM_FREQ_CHANGE,
  TRC_PM_IDLE_ENTRY,
  TRC_PM_IDLE_EXIT,
  TRC_HW_IRQ_MOVE_CLEANUP_DELAY,
  TRC_HW_IRQ_MOVE_CLEANUP,
  TRC_HW_IRQ_BIND_VECTOR,
  TRC_HW_IRQ_CLEAR_VECTOR,
  TRC_HW_IRQ_MOVE_FINISH,
  TRC_HW_IRQ_ASSIGN_VECTOR,
  TRC_HW_IRQ_UNMAPPED_VECTOR,
  TRC_HW_IRQ_HANDLED,
  TRC_HVM_SVM_EXIT,
  TRC_HVM_SVM_EXIT64,
});

/** A record of a trace buffer: as long as it says that it is. */
export const t_rec = struct('t_rec', {
  event: field(bits(trc_event, 28), { direction: 'out', doc: 'what it is about' }),
  extra_u32: field(bits(uint32_t, 3), { direction: 'out', unit: 'count', doc: 'words of data' }),
  cycles_included: field(bits(uint32_t, 1), {
    direction: 'out',
    doc: 'whether it has a time stamp',
  }),
  u: field(
    union(
      null,
      {
        cycles: field(
          struct(null, {
            cycles_lo: field(uint32_t, {
              direction: 'out',
              doc: 'the time stamp counter, lower 32 bits',
            }),
            cycles_hi: field(uint32_t, {
              direction: 'out',
              doc: 'the time stamp counter, upper 32 bits',
            }),
            extra_u32: field(array(uint32_t, 7), { direction: 'out', doc: 'the data' }),
          }),
          { direction: 'out', doc: 'with a time stamp' },
        ),
        nocycles: field(
          struct(null, {
            extra_u32: field(array(uint32_t, 7), { direction: 'out', doc: 'the data' }),
          }),
          { direction: 'out', doc: 'without one' },
        ),
      },
      { selector: { by: 'cycles_included', live: { 0: 'nocycles', 1: 'cycles' } } },
    ),
    { direction: 'out', doc: 'what follows' },
  ),
});
export type TRec = Infer<typeof t_rec>;

/** What a trace buffer begins with; its records follow. */
export const t_buf = struct('t_buf', {
  cons: field(uint32_t, {
    direction: 'inout',
    unit: 'bytes',
    doc: "how far the reader is, modulo twice the buffer's length",
  }),
  prod: field(uint32_t, {
    direction: 'out',
    unit: 'bytes',
    doc: "how far the hypervisor is, modulo twice the buffer's length",
  }),
});
export type TBuf = Infer<typeof t_buf>;

/** Where the trace buffers are. */
export const t_info = struct('t_info', {
  tbuf_size: field(uint16_t, { direction: 'out', unit: 'pages', doc: 'length of each buffer' }),
  mfn_offset: field(flexible(uint16_t), {
    direction: 'out',
    doc: "by the CPU's number where in this struct its list of frames begins, in words of 4 bytes",
  }),
});
export type TInfo = Infer<typeof t_info>;
