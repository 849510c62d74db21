/** arch-arm/smccc.h: what the hypervisor answers to calls of Arm's SMC convention. */

/** Of the hypervisor's own services. */
export const XEN_SMCCC_MAJOR_REVISION = 0;
export const XEN_SMCCC_MINOR_REVISION = 1;
/** By this the hypervisor's own services are known. */
export const XEN_SMCCC_UID = 'a71812dc-c698-4369-9acf-79d18ddee667';

/** Of the standard secure services. */
export const SSSC_SMCCC_MAJOR_REVISION = 0;
export const SSSC_SMCCC_MINOR_REVISION = 1;
/** By this the standard secure services are known. */
export const SSSC_SMCCC_UID = 'f863386f-4b39-4cbd-9220-ce1641e59f6f';
