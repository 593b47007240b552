// Draws the next token in one workgroup: from softmax(logits / temperature) cut to the topK likeliest and then to the
// smallest set whose probability reaches topP (arXiv 1904.09751); at temperature 0 it takes the likeliest.
// Nothing is sorted. Tokens have an order, likeliest first, equals by number. A cut and a draw ask the same question:
// at which token does a walk along that order reach a given sum of weights? The answer is found digit by digit in
// the bits of the logits, from the sums over all tokens above each of eight candidates.

struct Params {
  vocabSize: u32, // V
  temperature: f32, // 0 = the likeliest
  topK: u32, // 0 = off
  topP: f32, // 1 = off
  seed: u32,
  position: u32, // in the text, of the list's first token
}

const lanes: u32 = 256;
const parts: u32 = 16; // sums over as many lanes are added up at a time

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> logits: array<f32>; // (V)
@group(0) @binding(2) var<storage, read_write> ids: array<u32>; // (1 + capacity): how many | tokens drawn; one is added

struct Octet {
  low: vec4f,
  high: vec4f,
}

// The nth (from 1) of the tokens with this key, and the weight of all tokens up to it.
struct Place {
  key: u32,
  nth: f32,
  mass: f32,
}

var<workgroup> partial: array<Octet, lanes>;
var<workgroup> merged: array<Octet, parts>;
var<workgroup> equals: array<u32, lanes>;
var<workgroup> allEquals: atomic<u32>;
var<workgroup> highest: atomic<u32>;
var<workgroup> drawn: u32; // tokens in the list so far
var<private> lane: u32;
var<private> top: f32; // the highest logit

// The bits of a logit, changed such that they order as the numbers do.
fn keyOf(logit: f32) -> u32 {
  let bits = bitcast<u32>(select(logit, 0.0, logit == 0.0)); // −0 equals 0
  return select(bits | 0x80000000u, ~bits, bits >= 0x80000000u);
}

fn logitOf(key: u32) -> f32 {
  return bitcast<f32>(select(~key, key & 0x7fffffffu, key >= 0x80000000u));
}

// e⁻⁸⁷ is the smallest normal f32, and nothing beside the top's 1.
fn weightOf(logit: f32) -> f32 {
  return exp(max((logit - top) / params.temperature, -87.0));
}

// PCG output hash (Jarzynski & Olano 2020), as `uniformAt` in sampling.ts.
fn hash(value: u32) -> u32 {
  let state = value * 747796405u + 2891336453u;
  let word = ((state >> ((state >> 28u) + 4u)) ^ state) * 277803737u;
  return (word >> 22u) ^ word;
}

// Sums the weights (counting: ones) of the tokens whose key, less its last `shift` bits, is at least that of `prefix`
// plus 0, 1, … 7.
fn measure(prefix: u32, shift: u32, counting: bool) -> Octet {
  let first = prefix >> shift;
  var sums = Octet();
  for (var i = lane; i < params.vocabSize; i += lanes) {
    let digits = keyOf(logits[i]) >> shift;
    if (digits >= first) {
      let value = vec4f(select(weightOf(logits[i]), 1.0, counting));
      let above = vec4u(digits - first);
      sums.low += select(vec4f(), value, above >= vec4u(0u, 1u, 2u, 3u));
      sums.high += select(vec4f(), value, above >= vec4u(4u, 5u, 6u, 7u));
    }
  }
  partial[lane] = sums;
  workgroupBarrier();
  if (lane < parts) {
    sums = Octet();
    for (var i = lane * (lanes / parts); i < (lane + 1u) * (lanes / parts); i++) {
      sums.low += partial[i].low;
      sums.high += partial[i].high;
    }
    merged[lane] = sums;
  }
  workgroupBarrier();
  sums = Octet();
  for (var i = 0u; i < parts; i++) {
    sums.low += merged[i].low;
    sums.high += merged[i].high;
  }
  return sums;
}

// Where a walk from the likeliest token on reaches `goal`, a sum of weights (counting: a number of tokens).
fn reach(goal: f32, counting: bool) -> Place {
  var key = 0u; // the largest key such that the tokens from there up reach the goal
  for (var digit = 0u; digit < 11u; digit++) {
    let shift = 30u - 3u * digit;
    let sums = measure(key, shift, counting);
    // The sums fall from left to right; the first is reached by all that was found before.
    let reached = select(vec4u(), vec4u(1u), sums.low >= vec4f(goal)) +
      select(vec4u(), vec4u(1u), sums.high >= vec4f(goal));
    key += (max(reached.x + reached.y + reached.z + reached.w, 1u) - 1u) << shift;
  }
  let weight = weightOf(logitOf(key));
  let above = measure(key, 0u, counting).low.y;
  let nth = max(ceil((goal - above) / select(weight, 1.0, counting)), 1.0);
  var massAbove = above;
  if (counting) {
    massAbove = measure(key, 0u, false).low.y;
  }
  return Place(key, nth, massAbove + nth * weight);
}

fn earlier(a: Place, b: Place) -> Place {
  if (a.key > b.key || (a.key == b.key && a.nth < b.nth)) {
    return a;
  }
  return b;
}

fn draw() -> Place {
  let everything = measure(0u, 0u, false).low.x;
  var end = Place(0u, f32(params.vocabSize), everything);
  if (params.topK > 0u && params.topK < params.vocabSize) {
    end = reach(f32(params.topK), true);
  }
  if (params.topP < 1.0) {
    end = earlier(reach(params.topP * end.mass, false), end);
  }
  // In (0, 1], in steps of 2⁻²⁴: what f32 holds exactly.
  let random = hash(hash(params.seed) ^ (params.position + drawn));
  let uniform = f32((random >> 8u) + 1u) / 16777216.0;
  return earlier(reach(uniform * end.mass, false), end);
}

@compute @workgroup_size(lanes)
fn sample(@builtin(local_invocation_index) index: u32) {
  lane = index;
  if (lane == 0u) {
    drawn = ids[0];
  }
  var mine = 0u;
  for (var i = lane; i < params.vocabSize; i += lanes) {
    mine = max(mine, keyOf(logits[i]));
  }
  atomicMax(&highest, mine);
  workgroupBarrier();
  top = logitOf(atomicLoad(&highest));
  var place = Place(atomicLoad(&highest), 1.0, 1.0);
  if (params.temperature > 0.0) {
    place = draw();
  }
  // Which token that is: each lane counts its neighbourhood's, in order of their numbers.
  let share = (params.vocabSize + lanes - 1u) / lanes;
  let end = min((lane + 1u) * share, params.vocabSize);
  mine = 0u;
  for (var i = lane * share; i < end; i++) {
    mine += select(0u, 1u, keyOf(logits[i]) == place.key);
  }
  equals[lane] = mine;
  atomicAdd(&allEquals, mine);
  workgroupBarrier();
  // Rounding may have counted one too many.
  var left = min(u32(place.nth), atomicLoad(&allEquals));
  for (var i = 0u; mine > 0u && i < lane; i++) {
    left -= min(left, equals[i]);
  }
  if (left == 0u || left > mine) {
    return;
  }
  for (var i = lane * share; i < end; i++) {
    left -= select(0u, 1u, keyOf(logits[i]) == place.key);
    if (left == 0u) {
      ids[1u + drawn] = i;
      ids[0] = drawn + 1u;
      return;
    }
  }
}
