// What of `core` the export needs, so that rustc lays out types for targets whose own `core` is
// not installed. Layout is the compiler's; only the names below come from here.
#![feature(no_core, lang_items, rustc_attrs, intrinsics, builtin_syntax, auto_traits)]
#![allow(internal_features, dead_code, unused_macros)]
#![no_core]
#![crate_type = "lib"]

#[lang = "pointee_sized"]
pub trait PointeeSized {}
#[lang = "meta_sized"]
pub trait MetaSized: PointeeSized {}
#[lang = "sized"]
pub trait Sized: MetaSized {}
#[lang = "copy"]
pub trait Copy {}
#[lang = "freeze"]
pub unsafe auto trait Freeze {}

macro_rules! copy { ($($t:ty)*) => { $(impl Copy for $t {})* } }
copy!(u8 u16 u32 u64 i8 i16 i32 i64 f32 f64);
impl<T: Copy, const N: usize> Copy for [T; N] {}

#[rustc_builtin_macro]
macro_rules! compile_error {
    ($m:expr) => {};
}
#[rustc_intrinsic]
pub const fn size_of<T>() -> usize;
#[rustc_intrinsic]
pub const fn align_of<T>() -> usize;
#[rustc_intrinsic]
#[lang = "offset_of"]
pub const fn offset_of<T: PointeeSized>(variant: u32, field: u32) -> usize;

// An array of the wrong length does not compile: that is the assertion.
macro_rules! assert {
    (core::mem::size_of::<$t:ty>() == $n:literal, $m:literal) => {
        const _: [(); $n] = [(); crate::size_of::<$t>()];
    };
    (core::mem::align_of::<$t:ty>() == $n:literal, $m:literal) => {
        const _: [(); $n] = [(); crate::align_of::<$t>()];
    };
    (core::mem::offset_of!($t:ident, $f:ident) == $n:literal, $m:literal) => {
        const _: [(); $n] = [(); builtin # offset_of($t, $f)];
    };
}
