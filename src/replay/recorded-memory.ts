import { type Call, createMemory, type Memory } from '../capture/index.js';
import type { Slot } from '../hypervisor/oracle.js';
import type { Domain } from '../hypervisor/state/domain.js';
import type { Host } from '../hypervisor/state/host.js';

/** Guest memory as the lines of one call show it, which the model's own calls do not change. */
export interface RecordedMemory {
  /** Another call begins: what is known of memory may have been changed since. */
  begin(): void;
  of(domain: Domain): Memory;
  /** Makes the bytes of a call's line known, here and to the model. */
  show(call: Call, caller: Domain, when: 'before' | 'after'): void;
  /** Has the model's bytes where a call's line has some: nobody recorded others. */
  keep(call: Call, caller: Domain): void;
  /** Makes bytes unknown, here and to the model. */
  forget(slots: readonly Slot[], caller: Domain): void;
}

export function createRecordedMemory({ domains }: Host): RecordedMemory {
  const memories = new Map<Domain, Memory>();
  function of(domain: Domain): Memory {
    let memory = memories.get(domain);
    if (!memory) memories.set(domain, (memory = createMemory()));
    return memory;
  }
  return {
    of,
    begin() {
      memories.clear();
      for (const { memory } of domains.values()) memory.age();
    },
    show({ memory }, caller, when) {
      for (const { address, before, after = before } of memory) {
        const bytes = when === 'before' ? before : after;
        caller.memory.show(address, bytes);
        of(caller).write(address, bytes);
      }
    },
    keep({ memory }, caller) {
      for (const { address, before } of memory)
        of(caller).write(address, caller.memory.peek(address, before.length));
    },
    forget(slots, caller) {
      for (const { address, size } of slots) {
        caller.memory.forget(address, size);
        of(caller).forget(address, size);
      }
    },
  };
}
