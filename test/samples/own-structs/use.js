import { arm64, codec, pairGenerated, x86_64 } from 'xenabi';
import { codecs } from './generated/ring.js';
import * as declarations from './ring.js';

const generated = pairGenerated(declarations, codecs);
const { ring, slot } = declarations;

for (const abi of [x86_64, arm64]) console.log(abi.name, codec(slot, abi, { generated }).engine);

const free = { gfn: 0n, length: 0, ready: 0, error: 0, owner: 1n };
const value = { producer: 2, consumer: 1, event: 7, slots: [free, free], log: 0x1000n };
const onX86 = codec(ring, x86_64, { generated });
const { event, cookie } = onX86.decode(onX86.encode(value));
console.log(event, cookie);

// A data model of one's own: x86_64 as Windows has it. The interpreted engine serves it.
const win64 = { ...x86_64, name: 'win64', sizes: { ...x86_64.sizes, long: 4 } };
const onWindows = codec(slot, win64, { generated });
console.log(onWindows.engine, codec(slot, x86_64).size, onWindows.size);
