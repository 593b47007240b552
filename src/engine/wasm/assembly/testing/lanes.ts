/** The functions of lanes.ts over many numbers, for their test alone: this is not in kernels.wasm. */
import { Lanes } from '../lanes';

export function exp(from: usize, to: usize, count: i32): void {
  for (let i: usize = 0; i < (<usize>count) << 2; i += 16) {
    v128.store(to + i, Lanes.exp(v128.load(from + i)));
  }
}

export function exp2(from: usize, to: usize, count: i32): void {
  for (let i: usize = 0; i < (<usize>count) << 2; i += 16) {
    v128.store(to + i, Lanes.exp2(v128.load(from + i)));
  }
}

export function softplus(from: usize, to: usize, count: i32): void {
  for (let i: usize = 0; i < (<usize>count) << 2; i += 16) {
    v128.store(to + i, Lanes.softplus(v128.load(from + i)));
  }
}

export function silu(from: usize, to: usize, count: i32): void {
  for (let i: usize = 0; i < (<usize>count) << 2; i += 16) {
    v128.store(to + i, Lanes.silu(v128.load(from + i)));
  }
}
