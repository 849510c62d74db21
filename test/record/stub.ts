import type { Wire } from '../../src/record/index.js';
import { createPackets, packetOf } from '../../src/record/packet.js';

/** A machine that does what its steps say: each is where a thread is after it. */
export interface Machine {
  readonly registers: Map<string, bigint>;
  readonly memory: Map<bigint, number>;
}

export interface Step {
  readonly thread?: string;
  /** What the thread does until it stands at `counter`. */
  act?(machine: Machine): void;
  readonly counter: bigint;
  /** What stops it there, as two hexadecimal digits, if no breakpoint does. */
  readonly signal?: string;
}

export interface StubOptions {
  readonly architecture: string;
  /** In the order of their numbers, 8 bytes each. */
  readonly registers: readonly string[];
  readonly counter: string;
  readonly steps: readonly Step[];
  readonly memory?: Readonly<Record<string, string>>;
  /** Knows hardware breakpoints alone. */
  readonly hardware?: boolean;
  /** Hangs up at the so-manieth stop. */
  readonly hangsUpAt?: number;
  /** Behind its last step runs on, until it is interrupted. */
  readonly idles?: boolean;
  onIdle?(): void;
  /** What it answers instead. */
  answer?(body: string): string | undefined;
  /** Sends no more than so many bytes at once. */
  readonly piece?: number;
}

export interface Stub extends Wire {
  readonly machine: Machine;
  readonly breakpoints: ReadonlySet<string>;
  readonly asked: readonly string[];
  isDetached(): boolean;
}

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0));

export function writeHex({ memory }: Machine, address: bigint, hex: string): void {
  for (let i = 0; i < hex.length; i += 2)
    memory.set(address + BigInt(i / 2), parseInt(hex.slice(i, i + 2), 16));
}

export const littleEndian = (value: bigint, size = 8): string =>
  Array.from({ length: size }, (_, i) =>
    ((value >> BigInt(8 * i)) & 0xffn).toString(16).padStart(2, '0'),
  ).join('');

/** A stub as QEMU's and gdbserver's are, of a machine that is made up. */
export function createStub(options: StubOptions): Stub {
  const { steps, registers, counter } = options;
  const machine: Machine = {
    registers: new Map(registers.map((name) => [name, 0n])),
    memory: new Map(),
  };
  for (const [address, hex] of Object.entries(options.memory ?? {}))
    writeHex(machine, BigInt(address), hex);
  const breakpoints = new Set<string>();
  const asked: string[] = [];
  const out: Uint8Array[] = [];
  let [wake, isOver, isDetached, isPlain] = [() => {}, false, false, false];
  let [at, stops, isRunning] = [0, 0, false];
  let thread = '01';
  let signal: string | undefined;

  function emit(bytes: Uint8Array): void {
    const size = options.piece ?? bytes.length;
    for (let i = 0; i < bytes.length; i += size) out.push(bytes.subarray(i, i + size));
    wake();
  }
  const reply = (body: string): void => emit(packetOf(body));

  function move(): boolean {
    const step = steps[at++];
    if (!step) return false;
    thread = step.thread ?? '01';
    signal = step.signal;
    step.act?.(machine);
    machine.registers.set(counter, step.counter);
    return true;
  }
  function stop(): void {
    stops++;
    if (stops === options.hangsUpAt) {
      isOver = true;
      wake();
    } else reply(`T${signal ?? '05'}thread:${thread};`);
    signal = undefined;
  }
  const isAtBreakpoint = (): boolean =>
    [...breakpoints].some((one) => BigInt(`0x${one}`) === machine.registers.get(counter));

  function go(): void {
    // A breakpoint where the machine stands holds it there.
    if (at > 0 && isAtBreakpoint()) return stop();
    while (move()) if (signal !== undefined || isAtBreakpoint()) return stop();
    if (options.idles === true) {
      isRunning = true;
      options.onIdle?.();
    } else reply('W00');
  }

  function read(address: bigint, size: number): string {
    let hex = '';
    for (let i = 0; i < size; i++) {
      const byte = machine.memory.get(address + BigInt(i));
      if (byte === undefined) return 'E14';
      hex += byte.toString(16).padStart(2, '0');
    }
    return hex;
  }

  const description = `<?xml version="1.0"?><target><architecture>${options.architecture}</architecture><xi:include href="core.xml"/></target>`;
  const core = registers.map((name) => `<reg name="${name}" bitsize="64"/>`).join('\n');

  function answer(body: string): void {
    asked.push(body);
    const instead = options.answer?.(body);
    if (instead !== undefined) return reply(instead);
    const [, kind, type, address] = /^([zZ])(\d),([\da-f]+)/.exec(body) ?? [];
    const [, from, size] = /^m([\da-f]+),([\da-f]+)/.exec(body) ?? [];
    const [, file, offset, length] =
      /^qXfer:features:read:([^:]+):([\da-f]+),([\da-f]+)/.exec(body) ?? [];
    if (body === 'QStartNoAckMode') {
      reply('OK');
      isPlain = true;
    } else if (body === '?') {
      breakpoints.clear();
      reply(`T05thread:${thread};`);
    } else if (file !== undefined) {
      const text = file === 'target.xml' ? description : core;
      const [start, most] = [parseInt(offset!, 16), parseInt(length!, 16)];
      const part = text.slice(start, start + most);
      reply(`${start + most < text.length ? 'm' : 'l'}${part}`);
    } else if (kind !== undefined) {
      if (options.hardware === true && type === '0') return reply('');
      if (kind === 'Z') breakpoints.add(address!);
      else breakpoints.delete(address!);
      reply('OK');
    } else if (from !== undefined) reply(read(BigInt(`0x${from}`), parseInt(size!, 16)));
    else if (body === 'g')
      reply(registers.map((name) => littleEndian(machine.registers.get(name)!)).join(''));
    else if (/^(?:c|C..)$/.test(body)) go();
    else if (/^(?:s|vCont;s:)/.test(body)) {
      if (move()) stop();
      else reply('W00');
    } else if (body === 'D') {
      isDetached = true;
      reply('OK');
    } else reply(body.startsWith('H') ? 'OK' : '');
  }

  const packets = createPackets();
  return {
    machine,
    breakpoints,
    asked,
    isDetached: () => isDetached,
    send(bytes) {
      for (const one of packets(bytes))
        if (one.kind === 'packet') {
          if (!isPlain) emit(latin1('+'));
          answer(one.body);
        }
      // What no packet is, is an interrupt.
      if (bytes.length === 1 && bytes[0] === 3 && isRunning) {
        isRunning = false;
        reply('T02thread:01;');
      }
    },
    chunks: (async function* () {
      for (;;) {
        while (out.length > 0) yield out.shift()!;
        if (isOver) return;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    })(),
    close() {
      isOver = true;
      wake();
    },
  };
}
