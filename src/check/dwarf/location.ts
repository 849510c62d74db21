import { type Reader, readerOf } from '../reader.js';

const OP = { constu: 0x10, consts: 0x11, plus: 0x22, plus_uconst: 0x23, lit0: 0x30, lit31: 0x4f };
/** DW_OP_const1u to DW_OP_const4s: bytes of each, and whether it has a sign. */
const CONST: Readonly<Record<number, readonly [size: number, isSigned: boolean]>> = {
  0x08: [1, false],
  0x09: [1, true],
  0x0a: [2, false],
  0x0b: [2, true],
  0x0c: [4, false],
  0x0d: [4, true],
};

function constant(r: Reader, size: number, isSigned: boolean): number {
  const value = size === 1 ? r.u8() : size === 2 ? r.u16() : r.u32();
  return isSigned && value >= 2 ** (8 * size - 1) ? value - 2 ** (8 * size) : value;
}

/**
 * The offset that a member's location expression adds to the address of its struct: DWARF 2
 * and 3 have no plain number there (DWARF 2, 2.8.1; 5.5.3).
 * @throws ObjectError for an expression that computes more than a constant
 */
export function memberOffset(expression: Uint8Array, section: string): number {
  const r = readerOf(expression, `location expression in ${section}`);
  const stack = [0];
  while (r.at < expression.length) {
    const op = r.u8();
    const form = CONST[op];
    if (op === OP.plus_uconst) stack.push(stack.pop()! + r.uleb());
    else if (op === OP.constu) stack.push(r.uleb());
    else if (op === OP.consts) stack.push(r.sleb());
    else if (op >= OP.lit0 && op <= OP.lit31) stack.push(op - OP.lit0);
    else if (form) stack.push(constant(r, ...form));
    else if (op === OP.plus && stack.length > 1) stack.push(stack.pop()! + stack.pop()!);
    else throw r.fail(`operation 0x${op.toString(16)} is no part of a member's constant offset`);
  }
  return stack.pop()!;
}
