#include "vectors.h"
#include <stdio.h>
#include <string.h>

static int decode(const uint8_t *bytes, size_t size, struct xen_memory_exchange *value) {
  if (size != sizeof *value) return -1;
  memcpy(value, bytes, size);
  return 0;
}
static int encode(const struct xen_memory_exchange *value, uint8_t *bytes) {
  memcpy(bytes, value, sizeof *value);
  return 0;
}
static void failed(const char *label, const char *what) { printf("%s: %s\n", label, what); }

int main(void) {
  int failures = xenabi_run(decode, encode, failed);
  printf("%d vectors, %d failed\n", XENABI_VECTORS, failures);
  return failures != 0;
}
