/** Where the recurrence stands in each file that may run it: what scenes light in Code. */

/** Δ; Ā = exp(ΔA); the state before the word; h = Ā h + B̄ x; y = C·h + D x. */
export type RecurrencePart = 'delta' | 'Abar' | 'before' | 'h' | 'y';

/** Fragments of one line each, by file. What a file does not have on a line of its own is left out. */
export const RECURRENCE: Readonly<Record<string, Partial<Record<RecurrencePart, string>>>> = {
  'selectiveScan.wgsl': {
    delta: 'own = select(softplus(own + bias)',
    Abar: 'let Abar = exp2(',
    before: 'let before = state[k]',
    h: 'state[k] = Abar * before',
    y: 'let out = (read + D * xt)',
  },
  'selectiveStep.wgsl': {
    delta: 'let delta = select(softplus(pre)',
    Abar: 'let Abar = exp(delta * A)',
    before: 'let before = h[',
    h: 'let after = Abar * before',
    y: 'let out = turn[2u * E + e] * sum',
  },
  'ssdRecurrence.wgsl': {
    delta: 'let delta = select(own, held',
    Abar: 'let Abar = exp(delta * A)',
    before: 'let before = state[n]',
    h: 'let after = Abar * before',
    y: 'y[at] = gain * sum',
  },
  's4dScan.wgsl': {
    delta: 'let delta = select(exp(',
    Abar: 'Abar[n] = vec2f(1.0, 0.0) + times(v, grown)',
    before: 'let before = state[n]',
    h: 'let after = times(Abar[n], before)',
    y: 'let out = gain * (2.0 * sum',
  },
  'wasm/assembly/selectiveScan.ts': {
    delta: 'const step = Turns.delta(',
    Abar: 'const Abar = Lanes.exp2(',
    before: 'const before = v128.load(state)',
    h: 'const after = f32x4.add(',
    y: 'const ssmOut = f32x4.mul(',
  },
  'wasm/assembly/ssdRecurrence.ts': {
    Abar: 'v128.store(at, Lanes.exp(',
    before: 'const before = Lanes.load(state + i',
    h: 'const after = f32x4.add(',
    y: 'store<f32>(y + at, factor *',
  },
  'wasm/assembly/s4dScan.ts': {
    delta: 'const delta = (heldDelta >= 0',
    Abar: 'const aRe = size * Math.cos(',
    before: 'const re = v128.load(state)',
    h: 'const nextRe = f32x4.add(',
    y: 'const ssmOut = f32x4.mul(gain',
  },
  'reference/selectiveScan.ts': {
    delta: 'const delta = turn.delta(e, softplus(',
    before: 'const before = h[',
    h: 'const after = Math.exp(delta',
    y: 'const out = turn.gain[e]',
  },
  'reference/ssdRecurrence.ts': {
    delta: 'const step = delta(t, k)',
    Abar: 'const Abar = Math.exp(step',
    before: 'const before = h[',
    h: 'const after = Abar * before',
    y: 'y[t * E + e] = gain[k]',
  },
  'reference/s4dScan.ts': {
    Abar: 'const { Abar, C } = at(e, n)',
    before: 'const re = state[n]',
    h: 'const nextRe = constants[n]',
    y: 'const out = gain(e) *',
  },
};
