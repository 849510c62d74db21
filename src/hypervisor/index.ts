export { type Allocation, type AllocationRequest, type Choices, heapChoices } from './choices.js';
export type { Difference } from './compare.js';
export { type Context, error } from './context.js';
export type { Domain } from './domain.js';
export type { Frame, Frames } from './frames.js';
export { createGuestMemory, type GuestMemory, type Region, UnknownMemory } from './guest-memory.js';
export { createHost, destroy, hold, type Host, release } from './host.js';
export { createMachine, hypercall, type Issued, type Machine } from './hypercall.js';
export type { P2m, P2mEntry } from './p2m.js';
export { UnknownFact } from './queries.js';
export { FactError } from './header-values.js';
export { type Grouped, grouped } from './grouped.js';
export { createReplayer } from './replay.js';
export type { Verdict } from './verdict.js';
export { verdictLines, verdictToJson } from './verdict-view.js';
export { createRunner, type Ran } from './run.js';
export { type CallFacts, scenario, type Scenario, toJsonLines } from './scenario.js';
export type {
  ScenarioDomain,
  ScenarioFacts,
  ScenarioFrames,
  ScenarioRegion,
} from './scenario-header.js';
export { setUp, type SetUpOptions } from './setup.js';
