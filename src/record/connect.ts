import { connect as connectSocket } from 'node:net';
import { RecordError } from './record-error.js';
import type { Wire } from './client.js';

/** Connects to a stub over TCP. @throws RecordError where nobody listens */
export function connect(host: string, port: number): Promise<Wire> {
  return new Promise((resolve, reject) => {
    const socket = connectSocket({ host, port });
    const refuse = (error: Error): void => {
      // Of a name with several addresses each has its own error, and all together say nothing.
      const { message } = error instanceof AggregateError ? (error.errors[0] as Error) : error;
      reject(new RecordError('closed', `${host}:${port}: ${message}`));
    };
    socket.once('error', refuse);
    socket.once('connect', () => {
      socket.off('error', refuse);
      socket.setNoDelay(true);
      resolve({
        send: (bytes) => void socket.write(bytes),
        chunks: socket,
        close: () => void socket.destroy(),
      });
    });
  });
}
