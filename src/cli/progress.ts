/** Tells how far a long run came: on a terminal, from the third second on, twice a second. */
export function progress(what: string): { step(): void; end(): void } {
  const isTerminal = process.stderr.isTTY;
  let done = 0;
  let isShown = false;
  let next = performance.now() + 2000;
  return {
    step() {
      done++;
      if (!isTerminal || done % 64 !== 0 || performance.now() < next) return;
      next = performance.now() + 500;
      isShown = true;
      process.stderr.write(`\r${done} ${what}`);
    },
    end() {
      if (isShown) process.stderr.write('\r\u001b[K');
    },
  };
}
