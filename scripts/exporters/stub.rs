mod vectors;
use std::mem::{size_of, transmute};
use vectors::xen_memory_exchange;

fn decode(bytes: &[u8]) -> Option<xen_memory_exchange> {
    let bytes: [u8; size_of::<xen_memory_exchange>()] = bytes.try_into().ok()?;
    Some(unsafe { transmute(bytes) })
}
fn encode(value: &xen_memory_exchange) -> [u8; size_of::<xen_memory_exchange>()] {
    unsafe { transmute(*value) }
}

fn main() {
    let failures = vectors::run(decode, encode, |label, what| println!("{label}: {what}"));
    println!("{} vectors, {failures} failed", vectors::VECTORS.len());
    std::process::exit((failures != 0) as i32);
}
