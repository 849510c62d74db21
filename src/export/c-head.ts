import type { Abi } from '../layout/index.js';
import { words } from './names.js';
import { targetOf } from './targets.js';

/** Words that are no names in C. */
export const C_WORDS = words(`
  auto break case char const continue default do double else enum extern float for goto if
  inline int long register restrict return short signed sizeof static struct switch typedef
  typeof typeof_unqual union unsigned void volatile while _Alignas _Alignof _Atomic _Bool
  _Complex _Generic _Imaginary _Noreturn _Static_assert _Thread_local
`);

/** Names that a field can have in C and not in C++. */
export const CPP_WORDS = words(`
  alignas alignof and and_eq asm bitand bitor bool catch char16_t char32_t char8_t class
  co_await co_return co_yield compl concept const_cast consteval constexpr constinit decltype
  delete dynamic_cast explicit export false friend mutable namespace new noexcept not not_eq
  nullptr operator or or_eq private protected public reinterpret_cast requires static_assert
  static_cast template this thread_local throw true try typeid typename using virtual wchar_t
  xor xor_eq
`);

/** Refuses to be compiled for another target. @param subject what is for that architecture */
export function targetGuard(host: Abi, subject: string): string {
  const target = targetOf(host);
  if (!target) return '';
  const why = `${subject} for ${host.name}; the target of this compilation is another`;
  return `#if !(${target.c})\n#error "xenabi: ${why}"\n#endif\n`;
}

/** What C and C++ call assertions and alignment. */
export const ASSERTIONS = `#ifndef XENABI_ASSERT
#ifdef __cplusplus
#define XENABI_ASSERT(condition, message) static_assert(condition, message)
#define XENABI_ALIGNOF(type) alignof(type)
#else
#define XENABI_ASSERT(condition, message) _Static_assert(condition, message)
#define XENABI_ALIGNOF(type) _Alignof(type)
#endif
#endif
`;
