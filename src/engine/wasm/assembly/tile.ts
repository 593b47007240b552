/**
 * A tile of a product, 4 rows × 8 columns: out[r][c] = Σ_k x[r][k] · w[k][c], k = 0 … count − 1, in that order.
 * Eight accumulators and two vectors of w stay in registers, which is what 16 registers have room for; each number of
 * x is loaded into all lanes. Row r of x begins `xRow` bytes after the one before, its next number lies `xStep` bytes
 * on; the next rows of w and of out begin `wStep` and `outRow` bytes after.
 */
export function tile(
  x: usize,
  xRow: usize,
  xStep: usize,
  w: usize,
  wStep: usize,
  count: i32,
  out: usize,
  outRow: usize,
): void {
  let x1 = x + xRow;
  let x2 = x1 + xRow;
  let x3 = x2 + xRow;
  let a0 = f32x4.splat(0);
  let a1 = a0;
  let b0 = a0;
  let b1 = a0;
  let c0 = a0;
  let c1 = a0;
  let d0 = a0;
  let d1 = a0;
  for (let k = 0; k < count; k++) {
    const w0 = v128.load(w);
    const w1 = v128.load(w, 16);
    let s = v128.load32_splat(x);
    a0 = f32x4.add(a0, f32x4.mul(s, w0));
    a1 = f32x4.add(a1, f32x4.mul(s, w1));
    s = v128.load32_splat(x1);
    b0 = f32x4.add(b0, f32x4.mul(s, w0));
    b1 = f32x4.add(b1, f32x4.mul(s, w1));
    s = v128.load32_splat(x2);
    c0 = f32x4.add(c0, f32x4.mul(s, w0));
    c1 = f32x4.add(c1, f32x4.mul(s, w1));
    s = v128.load32_splat(x3);
    d0 = f32x4.add(d0, f32x4.mul(s, w0));
    d1 = f32x4.add(d1, f32x4.mul(s, w1));
    x += xStep;
    x1 += xStep;
    x2 += xStep;
    x3 += xStep;
    w += wStep;
  }
  v128.store(out, a0);
  v128.store(out, a1, 16);
  out += outRow;
  v128.store(out, b0);
  v128.store(out, b1, 16);
  out += outRow;
  v128.store(out, c0);
  v128.store(out, c1, 16);
  out += outRow;
  v128.store(out, d0);
  v128.store(out, d1, 16);
}
