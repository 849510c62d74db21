/*
 * A program that makes calls as a hypervisor's dispatcher does: run.sh records it by gdbserver and
 * compares what was recorded with what the program says of itself.
 */
#include <stdint.h>
#include <stdio.h>
#include <string.h>

struct reservation {
  uint64_t *extent_start;
  uint64_t nr_extents;
  uint32_t extent_order, mem_flags;
  uint16_t domid;
};

struct exchange {
  struct reservation in, out;
  uint64_t nr_exchanged;
};

/* Preempted once in the middle: gives back its own number, and is made again. */
__attribute__((noipa)) long do_memory_op(unsigned long cmd, void *arg) {
  struct exchange *e = arg;
  struct reservation *r = arg;
  uint64_t i;
  if (cmd == 11) {
    uint64_t end = e->nr_exchanged == 0 && e->in.nr_extents > 2 ? 2 : e->in.nr_extents;
    for (i = e->nr_exchanged; i < end; i++) e->out.extent_start[i] = 0x1000 + i;
    e->nr_exchanged = end;
    return end == e->in.nr_extents ? 0 : 12;
  }
  if ((cmd & 63) == 6) {
    for (i = cmd >> 6; i < r->nr_extents; i++) r->extent_start[i] = 0x2000 + i;
    return r->nr_extents;
  }
  return cmd == 2 ? 0x40000 : -38;
}

static long call(unsigned long cmd, void *arg) {
  long result;
  while ((result = do_memory_op(cmd, arg)) == 12 && cmd == 11)
    ;
  return result;
}

int main(void) {
  for (int round = 0; round < 40; round++) {
    uint64_t in[4] = {1, 2, 3, 4}, out[4] = {9, 9, 9, 9}, list[3] = {7, 8, 9};
    struct exchange e;
    struct reservation r;
    memset(&e, 0, sizeof e);
    memset(&r, 0, sizeof r);
    e.in = (struct reservation){in, 1 + round % 4, 0, 0, 0x7ff0};
    e.out = (struct reservation){out, 1 + round % 4, 0, 0, 0x7ff0};
    r = (struct reservation){list, 3, 0, 0, 0x7ff0};
    printf("%ld %ld %ld %ld\n", call(2, 0), call(11, &e), call(6, &r), call(63, (void *)8));
    printf("%lx %lx\n", (long)out[round % 4], (long)list[2]);
  }
  return 0;
}
