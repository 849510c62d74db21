/** An integer in hexadecimal digits, as engineers write it. */
export const hex = (value: bigint | number): string =>
  value < 0 ? `-0x${(-value).toString(16)}` : `0x${value.toString(16)}`;

/** A JSON number where it is safe, else a decimal string: no bit is lost. */
export const numberToJson = (value: bigint): number | string =>
  Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
