/** io/xenbus.h: the states that both ends of a device write into XenStore. */
import { enumeration, unsigned_int } from '../../src/schema/index.js';

export const XenbusStateUnknown = 0;
export const XenbusStateInitialising = 1;
/** Ready so far, and waiting for the other end or for scripts. */
export const XenbusStateInitWait = 2;
/** Waiting for the other end to connect. */
export const XenbusStateInitialised = 3;
export const XenbusStateConnected = 4;
/** The device goes: something failed, or it was unplugged. */
export const XenbusStateClosing = 5;
export const XenbusStateClosed = 6;
export const XenbusStateReconfiguring = 7;
export const XenbusStateReconfigured = 8;

/** How far an end of a device is. */
export const xenbus_state = enumeration('xenbus_state', unsigned_int, {
  XenbusStateUnknown,
  XenbusStateInitialising,
  XenbusStateInitWait,
  XenbusStateInitialised,
  XenbusStateConnected,
  XenbusStateClosing,
  XenbusStateClosed,
  XenbusStateReconfiguring,
  XenbusStateReconfigured,
});
