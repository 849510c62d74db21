export type { Difference } from './compare/difference.js';
export { createReplayer } from './replay.js';
export type { Verdict } from './verdict.js';
export { verdictLines, verdictToJson } from './verdict-view.js';
