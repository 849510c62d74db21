export { type Allocation, type AllocationRequest, type Choices, heapChoices } from './oracle.js';
export { type Context, error } from './guest/call.js';
export type { Domain } from './state/domain.js';
export type { Frame, Frames } from './state/frames.js';
export { createGuestMemory, type GuestMemory, type Region } from './guest/memory.js';
export { createHost, destroy, hold, type Host, release } from './state/host.js';
export { hypercall } from './hypercall.js';
export { createMachine, type Issued, type Machine } from './machine.js';
export type { P2m, P2mEntry } from './state/p2m.js';
export { openRelease, type OpenRelease } from './rules.js';
export { UnknownFact, UnknownMemory } from './state/unknown.js';
export { FactError } from './header/header-values.js';
export { createRunner, type Ran } from './run.js';
export { type CallFacts, scenario, type Scenario, toJsonLines } from './scenario/scenario.js';
export type {
  ScenarioDomain,
  ScenarioFacts,
  ScenarioFrames,
  ScenarioRegion,
} from './scenario/scenario-header.js';
export { setUp, type SetUpOptions } from './header/setup.js';
