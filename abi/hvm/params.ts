/** hvm/params.h: the parameters of HVM domains, and what their values mean. */
import { enumeration, uint32_t } from '../../src/schema/index.js';

/** How events come: the kind in the top byte, then a line or a vector. */
export const HVM_PARAM_CALLBACK_IRQ = 0;
/** XenStore's page. */
export const HVM_PARAM_STORE_PFN = 1;
/** XenStore's event channel. */
export const HVM_PARAM_STORE_EVTCHN = 2;
/** No longer used. */
export const HVM_PARAM_PAE_ENABLED = 4;
/** The page of the I/O requests. */
export const HVM_PARAM_IOREQ_PFN = 5;
/** The page of those that nobody waits for. */
export const HVM_PARAM_BUFIOREQ_PFN = 6;
/** What of Hyper-V's interface the domain has. */
export const HVM_PARAM_VIRIDIAN = 9;
/** What becomes of ticks that come too late. */
export const HVM_PARAM_TIMER_MODE = 10;
/** Whether there is an HPET. */
export const HVM_PARAM_HPET_ENABLED = 11;
/** A page table that maps every address to itself. */
export const HVM_PARAM_IDENT_PT = 12;
/** No longer used. */
export const HVM_PARAM_DM_DOMAIN = 13;
/** The state of the machine: 0 or 3. */
export const HVM_PARAM_ACPI_S_STATE = 14;
/** The task state segment of real mode. */
export const HVM_PARAM_VM86_TSS = 15;
/** Whether timers are aligned to each other. */
export const HVM_PARAM_VPT_ALIGN = 16;
/** The console's page. */
export const HVM_PARAM_CONSOLE_PFN = 17;
/** The console's event channel. */
export const HVM_PARAM_CONSOLE_EVTCHN = 18;
/** Where ACPI's ports are: version 0 or 1. */
export const HVM_PARAM_ACPI_IOPORTS_LOCATION = 19;
/** No longer used. */
export const HVM_PARAM_MEMORY_EVENT_CR0 = 20;
/** No longer used. */
export const HVM_PARAM_MEMORY_EVENT_CR3 = 21;
/** No longer used. */
export const HVM_PARAM_MEMORY_EVENT_CR4 = 22;
/** No longer used. */
export const HVM_PARAM_MEMORY_EVENT_INT3 = 23;
/** No longer used. */
export const HVM_PARAM_NESTEDHVM = 24;
/** No longer used. */
export const HVM_PARAM_MEMORY_EVENT_SINGLE_STEP = 25;
/** No longer used. */
export const HVM_PARAM_BUFIOREQ_EVTCHN = 26;
/** The page of the ring of a pager. */
export const HVM_PARAM_PAGING_RING_PFN = 27;
/** The page of the ring of a monitor. */
export const HVM_PARAM_MONITOR_RING_PFN = 28;
/** The page of the ring for shared memory. */
export const HVM_PARAM_SHARING_RING_PFN = 29;
/** No longer used. */
export const HVM_PARAM_MEMORY_EVENT_MSR = 30;
/** Why a triple fault ends the domain: SHUTDOWN_*. */
export const HVM_PARAM_TRIPLE_FAULT_REASON = 31;
/** The first page for I/O request servers. */
export const HVM_PARAM_IOREQ_SERVER_PFN = 32;
/** How many there are. */
export const HVM_PARAM_NR_IOREQ_SERVER_PAGES = 33;
/** Where the id of the machine's generation is. */
export const HVM_PARAM_VM_GENERATION_ID_ADDR = 34;
/** Who may use other views of the memory: XEN_ALTP2M_*. */
export const HVM_PARAM_ALTP2M = 35;
/** Width of the x87 unit's pointers: 8, 4, or 0 for either. */
export const HVM_PARAM_X87_FIP_WIDTH = 36;
/** The task state segment of real mode, its size in the upper half. */
export const HVM_PARAM_VM86_TSS_SIZED = 37;
/** What machine checks the domain is told of. */
export const HVM_PARAM_MCA_CAP = 38;

/** A parameter of an HVM domain. */
export const hvm_param = enumeration('hvm_param', uint32_t, {
  HVM_PARAM_CALLBACK_IRQ,
  HVM_PARAM_STORE_PFN,
  HVM_PARAM_STORE_EVTCHN,
  HVM_PARAM_PAE_ENABLED,
  HVM_PARAM_IOREQ_PFN,
  HVM_PARAM_BUFIOREQ_PFN,
  HVM_PARAM_VIRIDIAN,
  HVM_PARAM_TIMER_MODE,
  HVM_PARAM_HPET_ENABLED,
  HVM_PARAM_IDENT_PT,
  HVM_PARAM_DM_DOMAIN,
  HVM_PARAM_ACPI_S_STATE,
  HVM_PARAM_VM86_TSS,
  HVM_PARAM_VPT_ALIGN,
  HVM_PARAM_CONSOLE_PFN,
  HVM_PARAM_CONSOLE_EVTCHN,
  HVM_PARAM_ACPI_IOPORTS_LOCATION,
  HVM_PARAM_MEMORY_EVENT_CR0,
  HVM_PARAM_MEMORY_EVENT_CR3,
  HVM_PARAM_MEMORY_EVENT_CR4,
  HVM_PARAM_MEMORY_EVENT_INT3,
  HVM_PARAM_NESTEDHVM,
  HVM_PARAM_MEMORY_EVENT_SINGLE_STEP,
  HVM_PARAM_BUFIOREQ_EVTCHN,
  HVM_PARAM_PAGING_RING_PFN,
  HVM_PARAM_MONITOR_RING_PFN,
  HVM_PARAM_SHARING_RING_PFN,
  HVM_PARAM_MEMORY_EVENT_MSR,
  HVM_PARAM_TRIPLE_FAULT_REASON,
  HVM_PARAM_IOREQ_SERVER_PFN,
  HVM_PARAM_NR_IOREQ_SERVER_PAGES,
  HVM_PARAM_VM_GENERATION_ID_ADDR,
  HVM_PARAM_ALTP2M,
  HVM_PARAM_X87_FIP_WIDTH,
  HVM_PARAM_VM86_TSS_SIZED,
  HVM_PARAM_MCA_CAP,
});
export const HVM_NR_PARAMS = 39;

export const HVM_PARAM_CALLBACK_IRQ_TYPE_MASK = 0xff00000000000000n;
/** A line of the I/O APIC. */
export const HVM_PARAM_CALLBACK_TYPE_GSI = 0;
/** A pin of a PCI device. */
export const HVM_PARAM_CALLBACK_TYPE_PCI_INTX = 1;
/** A vector; on x86. */
export const HVM_PARAM_CALLBACK_TYPE_VECTOR = 2;
/** A private interrupt; on Arm. */
export const HVM_PARAM_CALLBACK_TYPE_PPI = 2;
export const HVM_PARAM_CALLBACK_TYPE_PPI_FLAG_MASK = 0xff00;
export const HVM_PARAM_CALLBACK_TYPE_PPI_FLAG_LOW_LEVEL = 2;

/** The registers of every such domain, and those of frequencies. */
export const HVMPV_base_freq = 1 << 0;
/** But for those of frequencies. */
export const HVMPV_no_freq = 1 << 1;
/** A counter of time. */
export const HVMPV_time_ref_count = 1 << 2;
/** A page by which to reckon time. */
export const HVMPV_reference_tsc = 1 << 3;
/** A hypercall that flushes TLBs of other vCPUs. */
export const HVMPV_hcall_remote_tlb_flush = 1 << 4;
/** A faster end of interrupts. */
export const HVMPV_apic_assist = 1 << 5;
/** Registers to tell of a crash. */
export const HVMPV_crash_ctl = 1 << 6;
/** A synthetic interrupt controller. */
export const HVMPV_synic = 1 << 7;
/** Synthetic timers. */
export const HVMPV_stimer = 1 << 8;
/** A hypercall that sends interrupts. */
export const HVMPV_hcall_ipi = 1 << 9;
/** More vCPUs in the arguments of hypercalls. */
export const HVMPV_ex_processor_masks = 1 << 10;
/** More than 64 vCPUs. */
export const HVMPV_no_vp_limit = 1 << 11;
/** vCPUs may come and go. */
export const HVMPV_cpu_hotplug = 1 << 12;
export const HVMPV_feature_mask = 0x1fff;

/** They come later, and the clock goes slower. */
export const HVMPTM_delay_for_missed_ticks = 0;
/** They come later, and the clock goes on. */
export const HVMPTM_no_delay_for_missed_ticks = 1;
/** They do not come. */
export const HVMPTM_no_missed_ticks_pending = 2;
/** One comes for all. */
export const HVMPTM_one_missed_tick_pending = 3;

/** Nobody. */
export const XEN_ALTP2M_disabled = 0;
/** The domain and tools. */
export const XEN_ALTP2M_mixed = 1;
/** Tools. */
export const XEN_ALTP2M_external = 2;
/** Tools, and the domain a little. */
export const XEN_ALTP2M_limited = 3;

/** Machine checks of one vCPU alone. */
export const XEN_HVM_MCA_CAP_LMCE = 1;
export const XEN_HVM_MCA_CAP_MASK = 1;
