const month = '[A-Z][a-z]{2}';
const clock = String.raw`\d\d:\d\d:\d\d(?:[.,]\d+)?`;
const program = String.raw`[\w./@-]+(?:\[\d+\])?: ?`;

/** What loggers put before a line, piece by piece; a line may have several. */
const pieces: readonly RegExp[] = [
  // <6>[   12.345678] and kern  :info  : as dmesg -r and -x have them
  /^<\d{1,3}>(?=\[)/,
  /^(?:kern|user|mail|daemon|auth|syslog) *:(?:emerg|alert|crit|err|warn|notice|info|debug) *: +/,
  // [   12.345678], [<+0.000012>], and the caller that printk may add: [    T1]
  /^\[ *[<+-]?\d+\.\d+>?\] ?/,
  /^\[ *[TC]\d+\] ?/,
  // [Sat Nov 29 08:20:01 2025], [Nov29 08:20]
  new RegExp(String.raw`^\[${month} ${month} [ \d]\d ${clock} \d{4}\] ?`),
  new RegExp(String.raw`^\[${month} ?\d{1,2} \d\d:\d\d\] ?`),
  // Nov 29 08:20:01 dom0 kernel: ; Sat 2025-11-29 08:20:01 UTC dom0 kernel:
  new RegExp(String.raw`^${month} [ \d]\d ${clock} (?:[\w.-]+ )?${program}`),
  new RegExp(
    String.raw`^\[?(?:${month} )?\d{4}-\d\d-\d\d[T ]${clock}(?:Z|[+-]\d\d:?\d\d)?(?: [A-Z]{3,4})?(?:\] ?| (?:[\w.-]+ ${program})?)`,
  ),
  /^\d{9,11}\.\d+ (?:[\w.-]+ )?[\w./@-]+(?:\[\d+\])?: ?/,
  new RegExp(String.raw`^\[?${clock}\]? `),
  // What follows a time alone: dom0 kernel:
  /^(?:[\w.-]+ )?kernel: ?/,
  // (XEN) [00000004c3a2b1d0], (XEN) [  123.456789], (d1), (XEN) d1v0
  /^\((?:XEN|d\d+(?:v\d+)?)\) ?/,
  /^\[[0-9a-f]{16}\] ?/,
  /^d(?:\d+|\[IDLE\])v\d+:? (?=\S)/,
  // I (1234) tag: as an embedded logger has it
  /^[EWIDV] \(\d+\) [\w.-]+: /,
];

/** How much of a line is what loggers put before it. */
export function logPrefix(text: string): number {
  let at = 0;
  // Each piece once, wherever it stands: a line is not eaten up by a repeated match.
  const left = new Set(pieces);
  for (let isFound = true; isFound && at < text.length;) {
    isFound = false;
    const rest = text.slice(at, at + 160);
    for (const piece of left) {
      const length = piece.exec(rest)?.[0].length ?? 0;
      if (length === 0) continue;
      at += length;
      left.delete(piece);
      isFound = true;
      break;
    }
  }
  return at;
}
