import fc from 'fast-check';

export const byte: fc.Arbitrary<number> = fc.oneof(
  fc.constantFrom(0, 0xff, 0x80, 0x7f, 1),
  fc.nat({ max: 255 }),
);

/** `size` bytes as a guest might leave them: boundary values favoured. */
export const bytesOf = (size: number): fc.Arbitrary<Uint8Array<ArrayBuffer>> =>
  fc
    .array(byte, { minLength: size, maxLength: size, size: 'max' })
    .map((bytes) => Uint8Array.from(bytes));
