/*
 * What metric.js declares, for `check --module`. Compiled in this folder for each architecture:
 *
 *     clang -target T -ffreestanding -g -fdebug-prefix-map="$PWD=." -c metric.c -o A.o
 *
 * with T and A: i686-linux-gnu x86_32, x86_64-linux-gnu x86_64, arm-linux-gnueabihf arm32,
 * aarch64-linux-gnu arm64, riscv64-linux-gnu riscv64, powerpc64le-linux-gnu ppc64.
 */
typedef double seconds_t;

typedef struct {
    unsigned char kind;
    double value;
    float rate, history[3];
    seconds_t when;
    union {
        float f;
        unsigned int u;
    } raw;
} measured_t;

measured_t measured;
