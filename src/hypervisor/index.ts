export {
  type Allocation,
  type AllocationRequest,
  type Choices,
  heapChoices,
} from './commands/choices.js';
export type { Difference } from './replay/compare/difference.js';
export { type Context, error } from './commands/context.js';
export type { Domain } from './state/domain.js';
export type { Frame, Frames } from './state/frames.js';
export { createGuestMemory, type GuestMemory, type Region } from './state/guest-memory.js';
export { createHost, destroy, hold, type Host, release } from './state/host.js';
export { hypercall } from './hypercall.js';
export { createMachine, type Issued, type Machine } from './machine.js';
export type { P2m, P2mEntry } from './state/p2m.js';
export { UnknownFact, UnknownMemory } from './state/unknown.js';
export { FactError } from './header/header-values.js';
export { type Grouped, grouped } from './replay/grouped.js';
export { createReplayer } from './replay/replay.js';
export type { Verdict } from './replay/verdict.js';
export { verdictLines, verdictToJson } from './replay/verdict-view.js';
export { createRunner, type Ran } from './run.js';
export { type CallFacts, scenario, type Scenario, toJsonLines } from './scenario/scenario.js';
export type {
  ScenarioDomain,
  ScenarioFacts,
  ScenarioFrames,
  ScenarioRegion,
} from './scenario/scenario-header.js';
export { setUp, type SetUpOptions } from './header/setup.js';
