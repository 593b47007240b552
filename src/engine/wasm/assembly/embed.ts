/** Row `id` of a table of `cols` numbers a row, kept in panels (see linear.ts), as plain numbers. */
export function embed(table: usize, cols: i32, id: i32, out: usize): void {
  let from = table + ((<usize>(id >> 3) * cols * 8 + (id & 7)) << 2);
  for (let i = 0; i < cols; i++) {
    store<f32>(out + ((<usize>i) << 2), load<f32>(from));
    from += 32;
  }
}
