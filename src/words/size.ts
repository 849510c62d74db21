const UNITS = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB'];

/** So many bytes as people say them, exactly: `2 MiB`, `1500 bytes`. */
export function sizeInWords(bytes: bigint): string {
  let [left, unit] = [bytes, 0];
  while (unit < UNITS.length - 1 && left >= 1024n && left % 1024n === 0n) {
    left /= 1024n;
    unit++;
  }
  return `${left} ${UNITS[unit]}`;
}
