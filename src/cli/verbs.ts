import type { Verb } from './verb.js';

/** Each verb's file is read when it is called: the others cost nothing. */
export const verbs: Readonly<
  Record<string, { purpose: string; load: () => Promise<{ verb: Verb }> }>
> = {
  decode: { purpose: 'say what captured bytes mean', load: () => import('./decode.js') },
  encode: { purpose: 'turn values into bytes', load: () => import('./encode.js') },
  capture: {
    purpose: 'write a captured call from dumps',
    load: () => import('./capture.js'),
  },
  record: {
    purpose: 'record the hypercalls of a running target',
    load: () => import('./record.js'),
  },
  layout: { purpose: 'show where fields lie', load: () => import('./layout.js') },
  explain: { purpose: 'say what a number or a name means', load: () => import('./explain.js') },
  run: { purpose: 'execute scenarios on the model', load: () => import('./run.js') },
  replay: { purpose: 'compare recorded calls with the model', load: () => import('./replay.js') },
  list: { purpose: 'list structs, commands or architectures', load: () => import('./list.js') },
  vectors: { purpose: 'make test vectors', load: () => import('./vectors.js') },
  check: { purpose: 'compare object files with the ABI', load: () => import('./check.js') },
  import: { purpose: 'write declarations from object files', load: () => import('./import.js') },
  export: { purpose: 'write layouts for other tools', load: () => import('./export.js') },
  completion: {
    purpose: 'complete commands in your shell',
    load: () => import('./completion.js'),
  },
  generate: {
    purpose: 'print codecs for declarations of your own',
    load: () => import('./generate.js'),
  },
};
