// Token embedding: out[t] = table[ids[t]]. One thread copies one number.
// The table is often the output head too, and is stored as the head reads it: transposed, V padded to octets.

struct Params {
  rows: u32, // V, tokens in the vocabulary
  cols: u32, // D
}

const packed: bool = true; // specialised: weights are f16, two in each word, or f32
const drawn: bool = false; // specialised: one row, the last token of a list that begins with its length

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> ids: array<u32>; // (L); drawn: (1 + capacity), how many | tokens
@group(0) @binding(2) var<storage, read> table: array<u32>; // (D, V): transposed, V padded to octets
@group(0) @binding(3) var<storage, read_write> out: array<f32>; // (L, D)

@compute @workgroup_size(64)
fn embed(@builtin(global_invocation_id) id: vec3u) {
  let d = id.x;
  let t = id.y;
  if (d >= params.cols) {
    return;
  }
  let token = ids[select(t, ids[0], drawn)];
  let at = d * ((params.rows + 7u) / 8u * 8u) + token;
  var value: f32;
  if (packed) {
    value = unpack2x16float(table[at / 2u])[at % 2u];
  } else {
    value = bitcast<f32>(table[at]);
  }
  out[t * params.cols + d] = value;
}
