/** features.h: what the hypervisor can do, as XENVER_get_features numbers it. */
/** A guest may write its page tables, and they are looked at when it does. */
export const XENFEAT_writable_page_tables = 0;
/** The same of its descriptor tables. */
export const XENFEAT_writable_descriptor_tables = 1;
/** The guest's frame numbers are its own: it has a P2M and sees no MFN. */
export const XENFEAT_auto_translated_physmap = 2;
/** The guest's kernel runs in ring 0. */
export const XENFEAT_supervisor_mode_kernel = 3;
/** Root page tables of PAE may be anywhere. */
export const XENFEAT_pae_pgdir_above_4gb = 4;
/** There is MMU_PT_UPDATE_PRESERVE_AD. */
export const XENFEAT_mmu_pt_update_preserve_ad = 5;
/** There are MMUEXT_CLEAR_PAGE and MMUEXT_COPY_PAGE. */
export const XENFEAT_highmem_assist = 6;
/** GNTTABOP_map_grant_ref sets the bits of an entry that are the guest's own. */
export const XENFEAT_gnttab_map_avail_bits = 7;
/** Events come by a vector. */
export const XENFEAT_hvm_callback_vector = 8;
/** The PV clock may be used. */
export const XENFEAT_hvm_safe_pvclock = 9;
/** Physical interrupts may come by event channels. */
export const XENFEAT_hvm_pirqs = 10;
/** The domain is dom0. */
export const XENFEAT_dom0 = 11;
/** XENMEMF_vnode is known. */
export const XENFEAT_memory_op_vnode_supported = 13;
/** The hypervisor answers SMC calls as Arm's convention has it. */
export const XENFEAT_ARM_SMCCC_supported = 14;
/** ACPI's root table may be anywhere. */
export const XENFEAT_linux_rsdp_unrestricted = 15;
/** The domain's frame numbers are not those of the machine. */
export const XENFEAT_not_direct_mapped = 16;
/** They are. */
export const XENFEAT_direct_mapped = 17;
/** There is VCPUOP_register_runstate_phys_area. */
export const XENFEAT_runstate_phys_area = 18;
/** There is VCPUOP_register_vcpu_time_phys_area. */
export const XENFEAT_vcpu_time_phys_area = 19;
/** Device models see all writes to MSI-X tables. */
export const XENFEAT_dm_msix_all_writes = 20;
/** Maps of 32 features that there are. */
export const XENFEAT_NR_SUBMAPS = 1;
