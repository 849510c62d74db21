/** Packets of GDB's remote serial protocol (GDB manual, appendix E, "Overview"). */

const [DOLLAR, HASH, PLUS, MINUS, ESCAPE, STAR] = [0x24, 0x23, 0x2b, 0x2d, 0x7d, 0x2a];
const ESCAPED = new Set([DOLLAR, HASH, ESCAPE, STAR]);
/** What a repeat count stands above, as a printable character. */
const REPEAT_BASE = 29;
/** Bytes of one packet: no stub sends more, and what has no end would fill all memory. */
const MOST = 2 ** 20;

const hexByte = (byte: number): string => byte.toString(16).padStart(2, '0');
const sumOf = (bytes: Iterable<number>): number => {
  let sum = 0;
  for (const byte of bytes) sum = (sum + byte) & 0xff;
  return sum;
};

/** A packet; the body's characters are bytes. */
export function packetOf(body: string): Uint8Array {
  const bytes = Array.from(body, (c) => c.charCodeAt(0)).flatMap((byte) =>
    ESCAPED.has(byte) ? [ESCAPE, byte ^ 0x20] : [byte],
  );
  const end = Array.from(hexByte(sumOf(bytes)), (c) => c.charCodeAt(0));
  return Uint8Array.from([DOLLAR, ...bytes, HASH, ...end]);
}

/** What a stub sent: a body, one whose checksum is wrong, or what it made of ours. */
export type Received =
  | { readonly kind: 'packet'; readonly body: string }
  | { readonly kind: 'bad' | 'ack' | 'nak' };

/** A body without escapes and repeats: `0* ` is `0` four times. Nothing where it is longer than any. */
function expanded(bytes: readonly number[]): string | undefined {
  let text = '';
  // Asking a long text for its last character each time would copy it each time.
  let last = '';
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    const next = bytes[i + 1];
    if (byte === STAR && last !== '' && next !== undefined) {
      text += last.repeat(Math.max(0, next - REPEAT_BASE));
      i++;
    } else {
      const isEscape = byte === ESCAPE && next !== undefined;
      last = String.fromCharCode(isEscape ? next ^ 0x20 : byte);
      if (isEscape) i++;
      text += last;
    }
    if (text.length > MOST) return undefined;
  }
  return text;
}

/** Finds packets in bytes as they come, in pieces of any size; what stands between them is noise. */
export function createPackets(): (chunk: Uint8Array) => Received[] {
  let body: number[] | undefined;
  let sum: string | undefined;
  return (chunk) => {
    const found: Received[] = [];
    for (const byte of chunk) {
      if (sum !== undefined) {
        sum += String.fromCharCode(byte);
        if (sum.length < 2) continue;
        const text = sumOf(body!) === parseInt(sum, 16) ? expanded(body!) : undefined;
        found.push(text === undefined ? { kind: 'bad' } : { kind: 'packet', body: text });
        body = sum = undefined;
      } else if (byte === DOLLAR) body = [];
      else if (body && byte === HASH) sum = '';
      else if (body && body.length < MOST) body.push(byte);
      else if (body) {
        found.push({ kind: 'bad' });
        body = undefined;
      } else if (byte === PLUS) found.push({ kind: 'ack' });
      else if (byte === MINUS) found.push({ kind: 'nak' });
    }
    return found;
  };
}
