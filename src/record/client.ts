import { createPackets, packetOf } from './packet.js';
import { RecordError } from './record-error.js';

/** A connection to a stub, as bytes. */
export interface Wire {
  send(bytes: Uint8Array): void;
  /** Ends when the stub hangs up. */
  readonly chunks: AsyncIterable<Uint8Array>;
  close(): void;
}

/** What asks a recording to end: an AbortSignal is one. */
export interface Stop {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** Speaks GDB's remote serial protocol, one question at a time. */
export interface Client {
  /** @returns the stub's answer. @throws RecordError where none comes */
  ask(body: string): Promise<string>;
  /**
   * Lets the target run until it stops by itself, or is asked to by the signal.
   * @returns the stop reply: `T05thread:01;`
   * @throws RecordError where it does not run, or does not stop when it is asked to
   */
  resume(body: string, signal?: Stop): Promise<string>;
  /** Lets the target go on alone: QEMU's stands still until it is told so. The first time only. */
  detach(): Promise<void>;
}

/** Milliseconds after which a stub that does not answer is given up. */
const PATIENCE = 10_000;
/** How often a packet that arrived wrong is sent, or asked for, again. */
const ATTEMPTS = 3;
const INTERRUPT = Uint8Array.of(3);
const [ACK, NAK] = [Uint8Array.of(0x2b), Uint8Array.of(0x2d)];

/** @throws RecordError where the stub hangs up, or speaks something else */
export async function createClient(wire: Wire): Promise<Client> {
  const waiting: ((body: string | RecordError) => void)[] = [];
  const early: string[] = [];
  let ended: RecordError | undefined;
  let isAcknowledged = true;
  let last: Uint8Array | undefined;
  let resent = 0;
  let wrong = 0;
  let isDetached = false;

  function end(error: RecordError): void {
    ended ??= error;
    for (const go of waiting.splice(0)) go(ended);
  }

  function take(body: string): void {
    const go = waiting.shift();
    if (go) go(body);
    else early.push(body);
  }

  async function listen(): Promise<void> {
    const packets = createPackets();
    for await (const chunk of wire.chunks)
      for (const one of packets(chunk)) {
        if (one.kind === 'packet') {
          if (isAcknowledged) wire.send(ACK);
          wrong = 0;
          take(one.body);
        } else if (one.kind === 'bad') {
          if (isAcknowledged && ++wrong <= ATTEMPTS) wire.send(NAK);
          else end(new RecordError('malformed', 'a packet of the stub arrived broken'));
        } else if (one.kind === 'nak' && isAcknowledged && last && ++resent <= ATTEMPTS)
          wire.send(last);
      }
    end(new RecordError('closed', 'the stub hung up'));
  }
  listen().catch((error: unknown) => end(new RecordError('closed', (error as Error).message)));

  function send(body: string): void {
    last = packetOf(body);
    resent = 0;
    wire.send(last);
  }

  /** Ends it all unless it is cleared in time. */
  const patience = (): ReturnType<typeof setTimeout> =>
    setTimeout(() => end(new RecordError('silent', 'the stub does not answer')), PATIENCE);

  function next(): Promise<string> {
    return new Promise((resolve, reject) => {
      if (early.length > 0) return resolve(early.shift()!);
      if (ended) return reject(ended);
      waiting.push((body) => {
        if (typeof body === 'string') resolve(body);
        else reject(body);
      });
    });
  }

  const client: Client = {
    async ask(body) {
      if (ended) throw ended;
      // Nobody asked for it: a second stop, where an interrupt met a breakpoint.
      early.length = 0;
      send(body);
      const timer = patience();
      try {
        return await next();
      } finally {
        clearTimeout(timer);
      }
    },
    async resume(body, signal) {
      if (ended) throw ended;
      send(body);
      let timer: ReturnType<typeof setTimeout> | undefined;
      const interrupt = (): void => {
        wire.send(INTERRUPT);
        timer = patience();
      };
      if (signal?.aborted === true) interrupt();
      signal?.addEventListener('abort', interrupt);
      try {
        for (;;) {
          const reply = await next();
          // What the program prints on gdb's console (`O` and hex) stops nothing.
          if (/^O(?!K)/.test(reply)) continue;
          if (/^[STWX][\da-f]{2}/i.test(reply)) return reply;
          const what = reply.slice(0, 16);
          throw new RecordError('refused', `the stub does not let the target run (${what})`);
        }
      } finally {
        clearTimeout(timer);
        signal?.removeEventListener('abort', interrupt);
      }
    },
    async detach() {
      if (isDetached || ended) return;
      isDetached = true;
      await client.ask('D');
    },
  };
  // Who says so is told where a breakpoint is, not what is behind it; and gdbserver describes its target.
  await client.ask('qSupported:swbreak+;hwbreak+;xmlRegisters=i386,arm');
  if ((await client.ask('QStartNoAckMode')) === 'OK') isAcknowledged = false;
  return client;
}
