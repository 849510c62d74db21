import { describe, expect, it } from 'vitest';
import { hypercallRegisters } from '../../abi/index.js';
import { architectures, type ArchitectureName } from '../../src/layout/index.js';
import { callInWords } from '../../src/words/registers.js';

const call = (abi: ArchitectureName, args: string, hypercall?: number) =>
  callInWords(
    { args, hypercall, abi: architectures[abi], interface: 'xen-4.17' },
    (problem) => new Error(`--args ${problem}`),
  );

describe('registers of a call', () => {
  it.each<[ArchitectureName, string]>([
    ['x86_64', 'rdi=0xb,rsi=0x1000'],
    ['x86_64', 'RSI = 4096, rdi = 11'],
    ['x86_64', '$rdi=XENMEM_exchange,%rsi=0x1000'],
    ['x86_64', 'rax=12,rdi=0xb,rsi=0x1000'],
    ['x86_64', 'rax=memory_op,rdi=0xb,rsi=0x1000'],
    ['x86_32', 'ebx=0xb,ecx=0x1000'],
    ['x86_32', 'eax=0xc,ecx=0x1000,ebx=exchange'],
    ['arm32', 'r0=0xb,r1=0x1000'],
    ['arm32', 'r12=12,r0=0xb,r1=0x1000'],
    ['arm64', 'x0=0xb,x1=0x1000,x16=0xc'],
    ['arm64', '0xb,0x1000'],
    ['riscv64', 'XENMEM_exchange, 4096'],
    ['ppc64', '11,4096'],
  ])('%s: %s', (abi, args) => {
    expect(call(abi, args)).toEqual({ hypercall: 12, args: [0xbn, 0x1000n] });
  });

  it('all of them, in the order of the arguments', () => {
    for (const [abi, { arguments: names }] of Object.entries(hypercallRegisters)) {
      const shuffled = names.map((name, i) => `${name}=${i + 1}`).toReversed();
      const values = names.map((_, i) => BigInt(i + 1));
      expect(call(abi as ArchitectureName, shuffled.join())).toEqual({
        hypercall: 12,
        args: values,
      });
    }
  });

  it('the number of another hypercall, from its register or told apart', () => {
    expect(call('x86_64', 'rax=18,rdi=1')).toEqual({ hypercall: 18, args: [1n] });
    expect(call('x86_64', 'rdi=1', 18)).toEqual({ hypercall: 18, args: [1n] });
    expect(call('x86_64', 'rax=18,rdi=1', 18)).toEqual({ hypercall: 18, args: [1n] });
    expect(call('x86_64', 'rax=29')).toEqual({ hypercall: 29, args: [] });
  });

  it.each<[ArchitectureName, string, string]>([
    [
      'x86_64',
      'rbx=1',
      'rbx is no register of a call on x86_64: they are rdi, rsi, rdx, r10, r8, r9, and rax for its number',
    ],
    ['x86_64', 'ebx=1', 'ebx is no register of a call on x86_64, but of x86_32: they are'],
    ['x86_32', 'rdi=1', 'rdi is no register of a call on x86_32, but of x86_64: they are'],
    ['x86_64', 'rcx=1,rdi=2', 'rcx is no register of a call'],
    ['x86_64', 'rdi=1,rdx=2', 'lacks rsi, argument 2 of 3 that it needs'],
    ['x86_64', 'rsi=1', 'lacks rdi, argument 1 of 2'],
    ['x86_64', 'rdi=1,RDI=2', 'gives rdi twice'],
    ['x86_64', 'rdi=1,2', 'has registers with names and without'],
    ['x86_64', '1,rsi=2', 'has registers with names and without'],
    ['x86_64', 'rdi=', '(nothing) is no whole number'],
    ['x86_64', 'rdi=0x', '0x is no whole number'],
    ['x86_64', 'rdi=-1', '-1 is no whole number'],
    ['x86_64', '', '(nothing) is no whole number'],
    ['x86_64', 'rdi=0x10000000000000000', '0x10000000000000000 does not fit 64 bits'],
    ['x86_32', 'ebx=0x100000000', '0x100000000 does not fit 32 bits'],
    ['arm32', 'r0=0x100000000', '0x100000000 does not fit 32 bits'],
    ['x86_64', 'rax=memory_opp,rdi=1', 'memory_opp is no hypercall; did you mean memory_op?'],
    [
      'x86_64',
      'rdi=XENMEM_exchang,rsi=1',
      'XENMEM_exchang is no command of xen-4.17; did you mean',
    ],
    ['x86_64', 'rdi=1,rsi=XENMEM_exchange', 'XENMEM_exchange is no whole number'],
    ['riscv64', 'a0=1', 'Xen names no registers on riscv64: give values alone'],
  ])('%s: %s is refused', (abi, args, problem) => {
    expect(() => call(abi, args)).toThrow(problem);
  });

  it('two hypercalls are refused', () => {
    expect(() => call('x86_64', 'rax=17,rdi=1', 12)).toThrow(
      '--args says hypercall 17, and --hypercall says 12',
    );
  });
});
