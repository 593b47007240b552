/**
 * The oracle of the four computations: the plain recurrence in doubles, token by token, from the same f32 inputs and a
 * zero state. It shares no code with the devices. y = C·h + D x, before the gate, (L, E).
 */
import type { Mamba2Input, MambaInput, S4dInput, SsmInput } from './input';

export function float64(input: SsmInput): Float64Array {
  switch (input.kind) {
    case 'mamba':
      return mamba(input);
    case 'mamba2':
      return mamba2(input);
    case 's4d':
      return s4d(input);
  }
}

/** h = exp(ΔA) h + Δ B x (Mamba, arXiv 2312.00752, Algorithm 2). */
function mamba({ seqLen, dInner: E, dState: N, x, delta, B, C, ssm }: MambaInput): Float64Array {
  const y = new Float64Array(seqLen * E);
  for (let e = 0; e < E; e++) {
    const row = e * (N + 2);
    const h = new Float64Array(N);
    for (let t = 0; t < seqLen; t++) {
      const at = t * E + e;
      let sum = ssm[row + N]! * x[at]!;
      for (let n = 0; n < N; n++) {
        const Abar = Math.exp(-Math.exp(ssm[row + n]!) * delta[at]!);
        h[n] = Abar * h[n]! + delta[at]! * B[t * N + n]! * x[at]!;
        sum += C[t * N + n]! * h[n]!;
      }
      y[at] = sum;
    }
  }
  return y;
}

/** h = exp(ΔA) h + Δ x ⊗ B, one A a head (Mamba-2, arXiv 2405.21060, §2). */
function mamba2(input: Mamba2Input): Float64Array {
  const { seqLen, nHeads: H, headDim: P, nGroups: G, dState: N, x, delta, B, C, ssm } = input;
  const E = H * P;
  const y = new Float64Array(seqLen * E);
  for (let e = 0; e < E; e++) {
    const head = Math.floor(e / P);
    const group = Math.floor((head * G) / H);
    const A = -Math.exp(ssm[3 * head]!);
    const h = new Float64Array(N);
    for (let t = 0; t < seqLen; t++) {
      const step = delta[t * H + head]!;
      const Abar = Math.exp(step * A);
      const weighted = step * x[t * E + e]!;
      const first = (t * G + group) * N;
      let sum = ssm[3 * head + 1]! * x[t * E + e]!;
      for (let n = 0; n < N; n++) {
        h[n] = Abar * h[n]! + B[first + n]! * weighted;
        sum += C[first + n]! * h[n]!;
      }
      y[t * E + e] = sum;
    }
  }
  return y;
}

/** h = exp(ΔA) h + x, y = 2·Re(C(Ā − 1)/A h) + D x, complex (S4D, arXiv 2206.11893). */
function s4d({ seqLen, dInner: E, dState: N, x, ssm }: S4dInput): Float64Array {
  const y = new Float64Array(seqLen * E);
  for (let e = 0; e < E; e++) {
    const row = ssm.subarray(e * (4 * N + 2), (e + 1) * (4 * N + 2));
    const delta = Math.exp(row[4 * N + 1]!);
    for (let t = 0; t < seqLen; t++) y[t * E + e] = row[4 * N]! * x[t * E + e]!;
    for (let n = 0; n < N; n++) {
      const A = [-Math.exp(row[n]!), row[N + n]!] as const;
      const size = Math.exp(delta * A[0]);
      const Abar = [size * Math.cos(delta * A[1]), size * Math.sin(delta * A[1])] as const;
      // (Ā − 1)/A; the real part of Ā − 1 is e^re − 1 less what the turn takes away.
      const change = Math.expm1(delta * A[0]) - 2 * size * Math.sin((delta * A[1]) / 2) ** 2;
      const square = A[0] ** 2 + A[1] ** 2;
      const q = [
        (change * A[0] + Abar[1] * A[1]) / square,
        (Abar[1] * A[0] - change * A[1]) / square,
      ] as const;
      const C = [row[2 * N + n]!, row[3 * N + n]!] as const;
      const read = [C[0] * q[0] - C[1] * q[1], C[0] * q[1] + C[1] * q[0]] as const;
      let [re, im] = [0, 0];
      for (let t = 0; t < seqLen; t++) {
        [re, im] = [Abar[0] * re - Abar[1] * im + x[t * E + e]!, Abar[0] * im + Abar[1] * re];
        y[t * E + e]! += 2 * (read[0] * re - read[1] * im);
      }
    }
  }
  return y;
}
