/** What a guest measures, with the time of it. */
import {
  array,
  double,
  field,
  float,
  struct,
  typedef,
  uint32_t,
  uint8_t,
  union,
  unsigned_char,
} from 'xenabi';

const seconds_t = typedef('seconds_t', double);

export const metric = struct('metric', {
  kind: unsigned_char,
  value: field(double, { doc: 'the last one' }),
  rate: float,
  history: array(float, 3),
  when: seconds_t,
  raw: union(null, { f: float, u: uint32_t }),
});

/** Not in metric.c. */
export const header = struct('metric_header', { count: uint8_t });
