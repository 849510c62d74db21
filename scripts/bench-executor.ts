/**
 * How the executor grows: one XENMEM_exchange of 10^3 to 10^6 extents of order 0, and the
 * memory that the model keeps. `npm run bench:executor`; `-- --record` writes the result to
 * scripts/bench/executor.json.
 */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { xen_memory_exchange } from '../abi/index.js';
import { codec, x86_64 } from '../src/index.js';
import { createMachine, heapChoices, hypercall, setUp } from '../src/hypervisor/index.js';

const ARGUMENT = 0x1000n;
const IN = 0x10000000n;
const OUT = 0x40000000n;

/** A PV domain that owns `extents` frames on a host of 2^40 frames, and its lists in memory. */
function machineWith(extents: number) {
  const hexOf = (value: bigint) => `0x${value.toString(16)}`;
  const host = setUp(
    {
      host: { maxPage: 2 ** 40 },
      domain: { domid: 0, mode: 'pv', privileged: true, totPages: extents, maxPages: extents },
      regions: [{ start: '0x0', end: hexOf(1n << 40n), access: 'rw' }],
      frames: [{ mfn: hexOf(0x100000n), count: extents, pfn: '0x0', mapped: false }],
    },
    { heap: true },
  );
  const caller = host.domains.get(0)!;
  const reservation = { nr_extents: BigInt(extents), extent_order: 0, mem_flags: 0, domid: 0x7ff0 };
  const value = {
    in: { ...reservation, extent_start: IN },
    out: { ...reservation, extent_start: OUT },
    nr_exchanged: 0n,
  };
  caller.memory.show(ARGUMENT, codec(xen_memory_exchange, x86_64).encode(value));
  const frames = BigUint64Array.from({ length: extents }, (_, i) => 0x100000n + BigInt(i));
  caller.memory.show(IN, new Uint8Array(frames.buffer));
  caller.memory.show(
    OUT,
    new Uint8Array(BigUint64Array.from({ length: extents }, (_, i) => BigInt(i)).buffer),
  );
  const header = { abi: 'x86_64', interface: 'xen-4.17' };
  return { caller, machine: createMachine(host, header, codec, () => heapChoices(host.heap!)) };
}

function measure(extents: number): { seconds: number; bytesPerExtent: number } {
  globalThis.gc?.();
  const before = process.memoryUsage();
  const { machine, caller } = machineWith(extents);
  const start = performance.now();
  const result = hypercall(machine, { caller, number: 12, args: [11n, ARGUMENT] });
  const seconds = (performance.now() - start) / 1000;
  if (result !== 0n) throw new Error(`exchange of ${extents} extents returned ${result}`);
  globalThis.gc?.();
  const after = process.memoryUsage();
  const used = after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers;
  // Keeps the model alive past the measurement.
  if (machine.host.frames.get(0n)?.owner === -1) throw new Error('unreachable');
  return { seconds, bytesPerExtent: Math.round(used / extents) };
}

const rows = [1e3, 1e4, 1e5, 1e6].map((extents) => ({ extents, ...measure(extents) }));
const [first] = rows;
for (const { extents, seconds, bytesPerExtent } of rows) {
  const growth = seconds / extents / (first!.seconds / first!.extents);
  console.log(
    `${String(extents).padStart(8)} extents  ${seconds.toFixed(3).padStart(7)} s  ` +
      `${growth.toFixed(2).padStart(5)} of the first per extent  ${bytesPerExtent} bytes kept per extent`,
  );
}
const machine = `Node ${process.version}, ${process.arch}, ${cpus()[0]?.model.trim() ?? 'unknown CPU'}`;
console.log(machine);
if (process.argv.includes('--record')) {
  const file = fileURLToPath(new URL('../../scripts/bench/executor.json', import.meta.url));
  writeFileSync(file, `${JSON.stringify({ machine, rows }, null, 2)}\n`);
}
