import { codec, dotted, entriesOf, entryType, x86_32, x86_64 } from 'xenabi';
import { slot } from './ring.js';

const { layout, size } = codec(slot, x86_32);
console.log(`slot on x86_32, ${size} bytes`);
for (const entry of entriesOf(layout))
  console.log(`  ${entry.offset} ${dotted(entry.path)}: ${entryType(entry)}`);

const onX86 = codec(slot, x86_64);
const bytes = onX86.encode({ gfn: 0x38000n, length: 512, ready: 1, error: 0, owner: 1n });
console.log(onX86.engine, bytes.join(' '));
console.log(onX86.decode(bytes));
