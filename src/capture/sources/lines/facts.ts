import type { Order } from '../order.js';

/** What the lines of a debugger session say besides memory. */
export interface Facts {
  /** What `info registers` showed first, by names in lower case. */
  readonly registers: Map<string, bigint>;
  /** The integers that gdb's line about the frame gives a function, in their order. */
  frame?: readonly bigint[];
  result?: bigint;
  /** Lines that say that memory could not be read. */
  missing: number;
  /** What the debugger takes the byte order to be, where it says so. */
  order?: Order;
  /** Where a dump without addresses begins, as `Xen stack trace from rsp=…:` says it. */
  start?: bigint;
}

export const noFacts = (): Facts => ({ registers: new Map(), missing: 0 });

const name = String.raw`[er]?(?:[abcd]x|[sd]il?|[bsi]p)|r(?:1[0-5]|[0-9])[dw]?|[xw](?:[12]?[0-9]|30)|a[0-7]|[sdefgc]s(?:_base)?|k_gs_base|[er]?fl(?:ags|g)?|pc|sp|lr|fp|cpsr|efl|cr[0-8]`;

/** `rdi            0xb                 11`, as gdb and lldb print one register a line. */
const oneRegister = new RegExp(
  String.raw`^\s*(${name})(?:\s*=\s*|\s+)0x([0-9a-f]{1,16})(?:\s|$)`,
  'i',
);

/** `RAX=0000000000000000 RBX=…`, `rax: … rbx: …`: QEMU, Xen and crash print several. */
const someRegisters = new RegExp(
  String.raw`^\s*(?:(?:${name})\s?[=:]\s*[0-9a-f]{8,16}\b\s*)+`,
  'i',
);
const eachRegister = new RegExp(String.raw`(${name})\s?[=:]\s*([0-9a-f]{8,16})\b`, 'gi');

const missing =
  /(?:Cannot access memory at address|Error accessing memory address|cannot access memory|memory read failed|Unable to (?:access|read) memory)/i;

const frame =
  /^(?:#0\s+|(?:Thread \d+ hit )?(?:(?:Temporary )?Breakpoint|Catchpoint|hit) \S+, )(?:0x[0-9a-f]+ in )?[\w:~.@]+ \(((?:[\w@=.<>+ ,]|::)*)\)/;

/** `cmd=cmd@entry=11, arg=arg@entry=0x403040 <ex>` */
function frameArguments(text: string): bigint[] | undefined {
  const values = text.split(', ').map((part) => {
    const symbol = part.endsWith('>') ? part.lastIndexOf(' <') : -1;
    return /=(0x[0-9a-f]{1,16}|\d{1,20})$/.exec(symbol < 0 ? part : part.slice(0, symbol))?.[1];
  });
  return values.every((value) => value !== undefined) ? values.map(BigInt) : undefined;
}

/** No line of a debugger about a register or a frame is longer. */
const mostFact = 4096;

/** Keeps what a line says, if it is no memory; the first word of a register counts. */
export function learn(facts: Facts, text: string): boolean {
  if (text.length > mostFact) return false;
  const one = oneRegister.exec(text);
  if (one) {
    const key = one[1]!.toLowerCase();
    if (!facts.registers.has(key)) facts.registers.set(key, BigInt(`0x${one[2]}`));
    return true;
  }
  if (someRegisters.test(text)) {
    for (const [, key = '', value = ''] of text.matchAll(eachRegister))
      if (!facts.registers.has(key.toLowerCase()))
        facts.registers.set(key.toLowerCase(), BigInt(`0x${value}`));
    return true;
  }
  if (missing.test(text)) {
    facts.missing++;
    return true;
  }
  const endian = /^The target.{0,40}(?:set to|currently) (big|little) endian/.exec(text)?.[1];
  if (endian !== undefined) {
    facts.order = endian === 'big' ? 'written' : 'little';
    return true;
  }
  const result = /^Value returned is \$\d+ = (-?\d{1,20}|0x[0-9a-f]{1,16})\b/.exec(text)?.[1];
  if (result !== undefined) {
    facts.result ??= BigInt(result);
    return true;
  }
  const called = frame.exec(text)?.[1];
  if (called !== undefined && called !== '') {
    const values = frameArguments(called);
    if (values) facts.frame ??= values;
    return true;
  }
  const stack = /^\s*(?:Xen|Guest) stack trace from \w+=([0-9a-f]{1,16}):\s*$/.exec(text)?.[1];
  if (stack !== undefined) {
    facts.start ??= BigInt(`0x${stack}`);
    return true;
  }
  return false;
}
