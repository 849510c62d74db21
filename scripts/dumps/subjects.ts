/** The byte strings that every tool dumps; each has something that a reader can stumble over. */

const bytesOf = (hex: string): Uint8Array =>
  Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'));

/** 64-bit frame numbers as a list of them lies in memory. */
const frames = (...numbers: readonly number[]): Uint8Array =>
  new Uint8Array(BigUint64Array.from(numbers, BigInt).buffer);

/** The same bytes on every run, without a pattern (Numerical Recipes' generator, its high bits). */
function noise(size: number, seed: number): Uint8Array {
  let state = seed;
  return Uint8Array.from({ length: size }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 24;
  });
}

const join = (...parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(Buffer.concat(parts));
const zeros = (size: number): Uint8Array => new Uint8Array(size);
const text = (words: string): Uint8Array => Uint8Array.from(Buffer.from(words, 'latin1'));

export const subjects: Readonly<Record<string, Uint8Array>> = {
  /** `xen_memory_exchange` of x86_64: handles, zero words, DOMID_SELF. */
  exchange: bytesOf(
    '20be c003 8088 ffff 0400 0000 0000 0000 0000 0000 0000 0000 f07f 0000 0000 0000' +
      '00bf c003 8088 ffff 0100 0000 0000 0000 0200 0000 1f00 0000 f07f 0000 0000 0000' +
      '0000 0000 0000 0000',
  ),
  /** `xen_memory_reservation` of arm64. */
  reservation: bytesOf(
    '0020 0040 0000 0000 0200 0000 0000 0000 0900 0000 2000 0000 f07f 0000 0000 0000',
  ),
  /** `xen_memory_reservation` of x86_32: 20 bytes, no whole row. */
  reservation32: bytesOf('20be 04f5 0800 0000 0000 0000 2000 0000 f07f 0000'),
  /** One row exactly. */
  row: bytesOf('0100 0000 0000 0000 1234 5678 9abc def0'),
  /** The smallest struct there is. */
  domain: bytesOf('f07f'),
  odd: bytesOf('0000 0810 0040 0000 0000 0100 00'),
  list: frames(0x60441, 0x60442, 0x60443, 0x38000, 0x38001, 0x10, 0x11, 0x99999, 1, 2, 3, 0xabcde),
  random: noise(52, 2026),
  /** Rows that repeat, which tools squeeze to a star, in the middle and at the end. */
  sparse: join(noise(16, 7), zeros(48), noise(16, 8), noise(16, 8), noise(16, 8), zeros(52)),
  /** Repeated rows that are not zero, and no whole row at the end. */
  repeated: join(...Array.from({ length: 5 }, () => text('\x01\0\0\0\0\0\0\0abcdefgh')), zeros(5)),
  /** What a text column shows looks like groups, addresses, text marks and separators. */
  words: text('00 11 22 33 ffee  deadbeef:0x10 |a0| >b1< 0f,\\x0e "c2" \'d3\' 00000010: 4142'),
  /** Every byte in hex is two decimal digits, so that no notation shows its radix. */
  decimal: bytesOf(
    '1020 3040 5060 7080 9010 1112 1314 1516 1718 1920 2122 2324 2526 2728 2930 3132' +
      '0000 0001 1000 0000 9999 9999 0707 0707',
  ),
  /** Every byte in hex has octal digits alone. */
  octal: bytesOf('0001 0203 0405 0607 1011 1213 1415 1617 2021 2223 2425 2627 3031 3233 3435 3637'),
  high: join(new Uint8Array(24).fill(0xff), noise(16, 9)),
};
