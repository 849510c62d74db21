// The stub where there is no C library: the exit status is all that it says.
#include "vectors.h"

void *memcpy(void *to, const void *from, size_t size) {
  for (size_t i = 0; i < size; i++) ((uint8_t *)to)[i] = ((const uint8_t *)from)[i];
  return to;
}
void *memset(void *to, int byte, size_t size) {
  for (size_t i = 0; i < size; i++) ((uint8_t *)to)[i] = (uint8_t)byte;
  return to;
}

static int decode(const uint8_t *bytes, size_t size, struct xen_memory_exchange *value) {
  if (size != sizeof *value) return -1;
  memcpy(value, bytes, size);
  return 0;
}
static int encode(const struct xen_memory_exchange *value, uint8_t *bytes) {
  memcpy(bytes, value, sizeof *value);
  return 0;
}

#if defined(__x86_64__) || defined(__i386__)
__attribute__((force_align_arg_pointer))
#endif
__attribute__((noreturn)) void _start(void) {
  long status = xenabi_run(decode, encode, NULL) != 0;
#if defined(__x86_64__)
  __asm__ volatile("syscall" : : "a"(60), "D"(status));
#elif defined(__i386__)
  __asm__ volatile("int $0x80" : : "a"(1), "b"(status));
#elif defined(__aarch64__)
  register long number __asm__("x8") = 93, first __asm__("x0") = status;
  __asm__ volatile("svc 0" : : "r"(number), "r"(first));
#elif defined(__arm__)
  register long number __asm__("r7") = 1, first __asm__("r0") = status;
  __asm__ volatile("svc 0" : : "r"(number), "r"(first));
#elif defined(__riscv)
  register long number __asm__("a7") = 93, first __asm__("a0") = status;
  __asm__ volatile("ecall" : : "r"(number), "r"(first));
#else
  register long number __asm__("r0") = 1, first __asm__("r3") = status;
  __asm__ volatile("sc" : : "r"(number), "r"(first));
#endif
  __builtin_unreachable();
}
