import type { Domain } from '../hypervisor/state/domain.js';
import type { Slot } from '../hypervisor/oracle.js';
import type { IssuedCommand } from './issued-command.js';
import type { Recording } from './recording.js';

/** A frame that the hypervisor may not have handed out. */
export interface Illegal {
  readonly mfn: bigint;
  /** What frame it should have been, in words. */
  readonly expected: string;
  /** Where the guest was told it. */
  readonly address: bigint;
}

/** Page numbers of frames without a number. */
export interface Placed {
  readonly pfn: bigint;
  readonly order: number;
}

/** A call executed once with the choices of its recording: what that brings to light. */
export interface Attempt {
  readonly recording: Recording;
  /** Which of the courses that the call may have taken is tried. */
  readonly course: number;
  /** How many there are. */
  courses: number;
  /** Whether there are more than can be tried. */
  isUntried: boolean;
  readonly illegal: Illegal[];
  /** Where the guest may have been told a frame number that is not in the recording. */
  readonly unrecorded: Slot[];
  /** Whether frames were handed out whose numbers are not known. */
  isAnonymous: boolean;
  /** Where those were put, as far as it is known; nothing for a page number that nobody knows. */
  readonly placed: (Placed | undefined)[];
  /** Domains of whose pages some may have stayed that the model counts as gone. */
  readonly miscounted: Set<Domain>;
  /** Whether the call may have done something else, and come to the same. */
  isUncertain: boolean;
  /** What the call turned out to be, once it got that far. */
  issued?: IssuedCommand;
  /** Whether it was a question, to which the model has the answer. */
  isAnswered: boolean;
}

export const createAttempt = (recording: Recording, course: number): Attempt => ({
  recording,
  course,
  courses: 1,
  isUntried: false,
  illegal: [],
  unrecorded: [],
  isAnonymous: false,
  placed: [],
  miscounted: new Set(),
  isUncertain: false,
  isAnswered: false,
});
