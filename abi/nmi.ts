/** nmi.h. */
import { struct, type Infer, unsigned_long } from '../src/schema/index.js';

export const xennmi_callback = struct('xennmi_callback', {
  handler_address: unsigned_long,
  pad: unsigned_long,
});
export type XennmiCallback = Infer<typeof xennmi_callback>;
