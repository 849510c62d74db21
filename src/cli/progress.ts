import { sayOver } from './io.js';
import { standard } from './standard.js';

/** Shows a line on a terminal from the third second on, twice a second; `end` wipes it. */
function line(): { show(text: () => string): void; end(): void } {
  const isTerminal = standard.terminal(2) !== undefined;
  let isShown = false;
  let next = performance.now() + 2000;
  return {
    show(text) {
      if (!isTerminal || performance.now() < next) return;
      next = performance.now() + 500;
      isShown = true;
      sayOver(text());
    },
    end() {
      if (isShown) sayOver('');
    },
  };
}

/** Tells how far a long run came, in things done. */
export function progress(what: string): { step(): void; end(): void } {
  const { show, end } = line();
  let done = 0;
  return {
    step() {
      done++;
      if (done % 64 === 0) show(() => `${done} ${what}`);
    },
    end,
  };
}

/** Tells how far a run came that waits for another, and how fast. */
export function paceProgress(what: string): { step(): void; end(): void } {
  const { show, end } = line();
  const begin = performance.now();
  let done = 0;
  return {
    step() {
      done++;
      show(() => {
        const pace = Math.round((1000 * done) / (performance.now() - begin));
        return `${done} ${what}, ${pace} a second`;
      });
    },
    end,
  };
}

/** Tells how much of a known whole is done. */
export function shareProgress(what: string): {
  to(done: number, total: number): void;
  end(): void;
} {
  const { show, end } = line();
  return {
    to: (done, total) => show(() => `${what}: ${Math.floor((100 * done) / total)} %`),
    end,
  };
}
