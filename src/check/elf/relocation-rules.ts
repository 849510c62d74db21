/** What a relocation does with symbol + addend: replaces, adds to or subtracts from the place. */
export type Action = 'set' | 'add' | 'subtract' | 'set-uleb' | 'subtract-uleb' | 'none';
/** Bits of the place, and what happens there. */
export type Rule = readonly [bits: number, action: Action];

const NONE: Rule = [0, 'none'];

/**
 * The relocations of debug sections by `e_machine` and type, from each psABI. Those of
 * thread-local variables are in location expressions, which nobody reads here.
 */
export const RULES: Readonly<Record<number, Readonly<Record<number, Rule>>>> = {
  // i386: R_386_32; GOTOFF, TLS_LDO_32, TLS_LE_32, TLS_DTPOFF32.
  3: { 0: NONE, 1: [32, 'set'], 9: NONE, 32: NONE, 34: NONE, 36: NONE },
  // ppc64: R_PPC64_ADDR32, R_PPC64_ADDR64; TPREL64, DTPREL64.
  21: { 0: NONE, 1: [32, 'set'], 38: [64, 'set'], 73: NONE, 78: NONE },
  // arm: R_ARM_ABS32; TLS_LDO32, TLS_LE32.
  40: { 0: NONE, 2: [32, 'set'], 106: NONE, 108: NONE },
  // x86-64: R_X86_64_64, R_X86_64_32, R_X86_64_32S; DTPOFF64, TPOFF64, DTPOFF32, TPOFF32.
  62: {
    0: NONE,
    1: [64, 'set'],
    10: [32, 'set'],
    11: [32, 'set'],
    17: NONE,
    18: NONE,
    21: NONE,
    23: NONE,
  },
  // aarch64: R_AARCH64_ABS64, R_AARCH64_ABS32; TLS_DTPMOD, TLS_DTPREL, TLS_TPREL.
  183: {
    0: NONE,
    256: NONE,
    257: [64, 'set'],
    258: [32, 'set'],
    1028: NONE,
    1029: NONE,
    1030: NONE,
  },
  // riscv: the psABI computes differences of labels by pairs, as relaxing may move them.
  243: {
    0: NONE,
    1: [32, 'set'],
    2: [64, 'set'],
    8: NONE, // TLS_DTPREL32
    9: NONE, // TLS_DTPREL64
    33: [8, 'add'],
    34: [16, 'add'],
    35: [32, 'add'],
    36: [64, 'add'],
    37: [8, 'subtract'],
    38: [16, 'subtract'],
    39: [32, 'subtract'],
    40: [64, 'subtract'],
    52: [6, 'subtract'],
    53: [6, 'set'],
    54: [8, 'set'],
    55: [16, 'set'],
    56: [32, 'set'],
    60: [0, 'set-uleb'],
    61: [0, 'subtract-uleb'],
  },
};
