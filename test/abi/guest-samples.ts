/** Of each header that guests use some constants, as a compiler has them. */
export const guestSamples: Readonly<Record<string, Readonly<Record<string, number | bigint>>>> = {
  'event_channel.h': {
    EVTCHNOP_bind_interdomain: 0,
    EVTCHNOP_alloc_unbound: 6,
    EVTCHNOP_set_priority: 13,
    EVTCHNSTAT_interdomain: 2,
    EVTCHNSTAT_ipi: 5,
    EVTCHN_FIFO_MAX_QUEUES: 16,
  },
  'grant_table.h': {
    GNTTABOP_copy: 5,
    GNTTABOP_cache_flush: 12,
    GNTMAP_contains_pte: 16,
    GNTST_no_space: -13,
    GTF_sub_page: 256,
    GNTTAB_CACHE_SOURCE_GREF: 0x80000000,
  },
  'xen.h': {
    VIRQ_XENPMU: 13,
    VIRQ_ARCH_7: 23,
    MMUEXT_NEW_USER_BASEPTR: 15,
    MMUEXT_UNMARK_SUPER: 20,
    MMU_PT_UPDATE_NO_TRANSLATE: 3,
    SIF_VIRT_P2M_4TOOLS: 16,
    UVMF_ALL: 4,
    XEN_VGATYPE_EFI_LFB: 0x70,
  },
};
