import type { Random } from '../../testing/random';
import type { Mamba2Input, MambaInput, S4dInput, SsmInput } from '../input';

/** A whole number from `low` to `high`, both possible. */
const whole = (random: Random, low: number, high: number): number =>
  low + random.integers(1, high - low + 1)[0]!;

/** Δ from 0.001 to 3; with extremes also none at all and far too much. */
function steps(random: Random, length: number, extreme: boolean): Float32Array {
  const extremes = [0, 1e-30, 1e-7, 19.99, 20.01, 1e4];
  return random.values(length, Math.log(0.001), Math.log(3)).map((v, i) => {
    const odd = extreme && i % 9 === 4;
    return odd ? extremes[Math.floor(i / 9) % extremes.length]! : Math.exp(v);
  });
}

/** A_log such that A lies from −0.1 to −20; with extremes also A next to nothing and A immense. */
function decays(random: Random, length: number, extreme: boolean): Float32Array {
  const extremes = [-60, -20, 8, 12];
  return random.values(length, -2.3, 3).map((v, i) => {
    const odd = extreme && i % 7 === 3;
    return odd ? extremes[Math.floor(i / 7) % extremes.length]! : v;
  });
}

/** Random numbers in a random, mostly odd shape of 1 … 70 tokens. */
export function mambaInput(random: Random, extreme: boolean): MambaInput {
  const [L, E, N] = [whole(random, 1, 70), whole(random, 1, 9), whole(random, 1, 7)];
  const ssm = random.values(E * (N + 2));
  for (let e = 0; e < E; e++) ssm.set(decays(random, N, extreme), e * (N + 2));
  return {
    kind: 'mamba',
    seqLen: L,
    dInner: E,
    dState: N,
    x: random.values(L * E),
    delta: steps(random, L * E, extreme),
    B: random.values(L * N),
    C: random.values(L * N),
    ssm,
  };
}

export function mamba2Input(random: Random, extreme: boolean): Mamba2Input {
  const [L, P, N] = [whole(random, 1, 70), whole(random, 1, 5), whole(random, 1, 9)];
  const G = whole(random, 1, 3);
  const H = G * whole(random, 1, 3);
  const ssm = random.values(3 * H);
  decays(random, H, extreme).forEach((v, k) => (ssm[3 * k] = v));
  return {
    kind: 'mamba2',
    seqLen: L,
    nHeads: H,
    headDim: P,
    nGroups: G,
    dState: N,
    x: random.values(L * H * P),
    delta: steps(random, L * H, extreme),
    B: random.values(L * G * N),
    C: random.values(L * G * N),
    ssm,
  };
}

/** Im A up to 40 and Δ from 0.002 to 0.3, as trained ones are; with extremes also Δ next to nothing and large. */
export function s4dInput(random: Random, extreme: boolean): S4dInput {
  const [L, E, N] = [whole(random, 1, 70), whole(random, 1, 9), whole(random, 1, 7)];
  const width = 4 * N + 2;
  const ssm = random.values(E * width);
  for (let e = 0; e < E; e++) {
    ssm.set(random.values(N, -2.3, 3), e * width);
    ssm.set(random.values(N, -40, 40), e * width + N);
    const logDt = -4 + 2.5 * random.next();
    ssm[e * width + width - 1] = (extreme ? [-15, 1][e % 5] : undefined) ?? logDt;
  }
  return { kind: 's4d', seqLen: L, dInner: E, dState: N, x: random.values(L * E), ssm };
}

/**
 * The same with every number made positive and no turning: its y is the sum of the sizes of all that is added up in y,
 * which is what rounding is a fraction of.
 */
export function absolute(input: SsmInput): SsmInput {
  const sizes = (values: Float32Array): Float32Array => values.map(Math.abs);
  const x = sizes(input.x);
  if (input.kind === 's4d') {
    const { dState: N } = input;
    const width = 4 * N + 2;
    const ssm = input.ssm.map((value, i) => {
      const column = i % width;
      if (column < N || column === width - 1) return value; // A_log, log_dt
      if (column < 2 * N) return 0; // A_imag
      if (column < 3 * N) return Math.hypot(value, input.ssm[i + N]!); // |C|
      return column < 4 * N ? 0 : Math.abs(value); // D
    });
    return { ...input, x, ssm };
  }
  const { B, C } = input;
  const width = input.kind === 'mamba' ? input.dState + 2 : 3;
  const ssm = input.ssm.map((value, i) => (i % width === width - 2 ? Math.abs(value) : value)); // D
  return { ...input, x, B: sizes(B), C: sizes(C), ssm };
}
