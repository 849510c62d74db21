import { expect, it, vi } from 'vitest';

vi.mock('node:net', () => ({
  connect: () => ({
    once(event: string, listener: (error: Error) => void) {
      const errors = ['::1', '127.0.0.1'].map((at) => new Error(`connect ECONNREFUSED ${at}:1`));
      if (event === 'error') listener(new AggregateError(errors));
    },
  }),
}));
const { connect } = await import('../../src/record/connect.js');

// Node's own message is empty where a name has several addresses.
it('a stub that listens at no address of a name is refused with a reason', async () => {
  await expect(connect('localhost', 1)).rejects.toMatchObject({
    code: 'closed',
    message: 'localhost:1: connect ECONNREFUSED ::1:1',
  });
});
