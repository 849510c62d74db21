import type { Command } from '../../../abi/index.js';
import { refuseCompat } from '../compat.js';
import { compatExchange } from './exchange-compat.js';
import type { Context, Continuation, Outcome } from '../guest/call.js';
import { exchange } from './exchange.js';
import * as facts from './unanswered.js';
import { isCompat } from '../guest/handles.js';
import { memoryMap, setMemoryMap } from './memory-map.js';
import { addToPhysmapBatch } from './physmap-batch.js';
import { addToPhysmap, removeFromPhysmap } from './physmap.js';
import { claimPages, domainQuery, maximumRamPage } from './queries.js';
import { known, UnknownFact } from '../state/unknown.js';
import { reservation } from './reservation.js';
import { acquireResource } from './resource.js';
import { unpin } from './unpin.js';
import { getVnumainfo } from './vnuma.js';

const exchangeAnyWidth = (context: Context, pin: boolean): Outcome =>
  isCompat(context) ? compatExchange(context, { pin }) : exchange(context, { pin });

/** The commands that the model knows. */
const COMMANDS: Readonly<Record<string, (context: Context) => Outcome>> = {
  XENMEM_increase_reservation: (context) => reservation(context, 'increase'),
  XENMEM_decrease_reservation: (context) => reservation(context, 'decrease'),
  XENMEM_populate_physmap: (context) => reservation(context, 'populate'),
  XENMEM_maximum_ram_page: maximumRamPage,
  XENMEM_current_reservation: (context) =>
    domainQuery(context, ({ totPages }) => known(totPages, 'domain.totPages')),
  XENMEM_maximum_reservation: (context) =>
    domainQuery(context, ({ maxPages }) => known(maxPages, 'domain.maxPages')),
  XENMEM_maximum_gpfn: (context) =>
    domainQuery(context, ({ maxGpfn }) => known(maxGpfn, 'domain.maxGpfn')),
  XENMEM_exchange: (context) => exchangeAnyWidth(context, false),
  XENMEM_exchange_and_pin: (context) => exchangeAnyWidth(context, true),
  XENMEM_unpin: unpin,
  XENMEM_claim_pages: claimPages,
  XENMEM_add_to_physmap: addToPhysmap,
  XENMEM_add_to_physmap_batch: addToPhysmapBatch,
  XENMEM_remove_from_physmap: removeFromPhysmap,
  XENMEM_machphys_mfn_list: facts.machphysMfnList,
  XENMEM_memory_map: memoryMap,
  XENMEM_machine_memory_map: facts.machineMemoryMap,
  XENMEM_machphys_mapping: facts.machphysMapping,
  XENMEM_set_memory_map: setMemoryMap,
  XENMEM_set_pod_target: facts.podTarget,
  XENMEM_get_pod_target: facts.podTarget,
  XENMEM_get_sharing_freed_pages: facts.sharedPages,
  XENMEM_get_sharing_shared_pages: facts.sharedPages,
  XENMEM_paging_op: facts.buildOption('whether Xen was built with paging'),
  XENMEM_access_op: facts.accessOp,
  XENMEM_sharing_op: facts.buildOption('whether Xen was built with sharing'),
  XENMEM_machphys_compat_mfn_list: facts.machphysCompatMfnList,
  XENMEM_get_vnumainfo: getVnumainfo,
  XENMEM_reserved_device_memory_map: facts.reservedDeviceMemoryMap,
  XENMEM_acquire_resource: acquireResource,
};

/**
 * Executes one command to its end, through every preemption; tells what it returns.
 * @param resume told where the call goes on; tells what it returns where it does not
 */
export function execute(
  context: Context,
  command: Command,
  resume: (continuation: Continuation) => bigint | undefined,
): bigint {
  const run = COMMANDS[command.name];
  if (!run) throw new UnknownFact(`${command.name} is not modelled`);
  const refused = isCompat(context) ? refuseCompat(context, command) : undefined;
  if (refused !== undefined) return refused;
  let outcome = run(context);
  while (typeof outcome !== 'bigint') {
    const end = resume(outcome);
    if (end !== undefined) return end;
    outcome = run({ ...context, startExtent: outcome.startExtent });
  }
  return outcome;
}
