import { type Call, createMemory, type Memory } from '../../capture/index.js';

/** Reads bytes from the first memory that has them all. */
export const whole =
  (...memories: readonly Memory[]) =>
  (address: bigint, size: number): Uint8Array | undefined => {
    for (const memory of memories) {
      const bytes = memory.read(address, size);
      if (bytes.length === size) return bytes;
    }
    return undefined;
  };

/** What a call's own line says of memory after it. */
export function afterOf({ memory }: Call): Memory {
  const after = createMemory();
  for (const f of memory) after.write(f.address, f.after ?? f.before);
  return after;
}
