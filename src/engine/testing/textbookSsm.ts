/** The three families' SSMs for textbook.ts, in f64. */
import type { Mamba2Config, MambaConfig, S4dConfig } from '../checkpoint/config';

/** (rows, numbers). */
export type Rows = number[][];

export const silu = (v: number): number => v / (1 + Math.exp(-v));
const softplus = (v: number): number => Math.max(v, 0) + Math.log1p(Math.exp(-Math.abs(v)));
export const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i);
const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, v, i) => sum + v * b[i]!, 0);

/** What an SSM is given. */
export interface Ssm {
  weight: (name: string) => number[];
  /** After conv1d and SiLU: x, or x | B | C. */
  activated: Rows;
  x: Rows;
  z: Rows;
  inProj: Rows;
  give: (name: string, values: Rows | number[]) => void;
  deltaOf: (unit: number, own: number) => number;
  aFactor: (unit: number) => number;
  gain: (unit: number) => number;
  held: (what: 'B' | 'C', own: Rows) => Rows;
}

export function mamba({ dInner: E, dState: N, dtRank: R }: MambaConfig, ssm: Ssm): Rows {
  const { weight, x, z, give, deltaOf, aFactor, gain, held } = ssm;
  const dbc = linear(x, chunked(weight('x_proj.weight'), E)); // (L, R + 2N)
  const dt = linear(
    dbc.map((row) => row.slice(0, R)),
    chunked(weight('dt_proj.weight'), R),
  );
  const dtBias = weight('dt_proj.bias');
  const delta = dt.map((row) => row.map((v, e) => deltaOf(e, softplus(v + dtBias[e]!))));
  const A = weight('A_log').map((v, i) => -Math.exp(v) * aFactor(Math.floor(i / N))); // (E, N)
  const B = held(
    'B',
    dbc.map((row) => row.slice(R, R + N)),
  );
  const C = held(
    'C',
    dbc.map((row) => row.slice(R + N)),
  );
  const D = weight('D');
  const Abar = delta.map((row) => A.map((a, i) => Math.exp(row[Math.floor(i / N)]! * a)));
  const Bbar = delta.map((row, t) => row.flatMap((step) => B[t]!.map((b) => step * b)));
  const h = recurrence(
    Abar,
    Bbar.map((row, t) => row.map((v, i) => v * x[t]![Math.floor(i / N)]!)),
  );
  const ssmOut = x.map((row, t) =>
    row.map((v, e) => gain(e) * (dot(C[t]!, h[t]!.slice(e * N, (e + 1) * N)) + D[e]! * v)),
  );
  for (const [name, rows] of Object.entries({
    dt,
    dtBias,
    delta,
    A,
    B,
    C,
    D,
    Abar,
    Bbar,
    ssmOut,
  })) {
    give(name, rows);
  }
  giveState(h, E, give);
  return ssmOut.map((row, t) => row.map((v, e) => v * silu(z[t]![e]!)));
}

export function mamba2(config: Mamba2Config, ssm: Ssm): Rows {
  const { dInner: E, dState: N, nHeads: H, headDim: P, nGroups: G, deltaLimit } = config;
  const { weight, activated, x, z, inProj, give, deltaOf, aFactor, gain, held } = ssm;
  const dt = inProj.map((row) => row.slice(-H));
  const dtBias = weight('dt_bias');
  const own = (v: number, k: number): number =>
    Math.min(Math.max(softplus(v + dtBias[k]!), deltaLimit[0]), deltaLimit[1]);
  const delta = dt.map((row) => row.map((v, k) => deltaOf(k, own(v, k))));
  const A = weight('A_log').map((v, k) => -Math.exp(v) * aFactor(k)); // (H)
  const B = held(
    'B',
    activated.map((row) => row.slice(E, E + G * N)),
  );
  const C = held(
    'C',
    activated.map((row) => row.slice(E + G * N)),
  );
  const D = weight('D');
  const group = (k: number): number => Math.floor((k * G) / H) * N;
  const Abar = delta.map((row) => row.map((v, k) => Math.exp(v * A[k]!)));
  const Bbar = delta.map((row, t) =>
    range(H * N).map((i) => {
      const k = Math.floor(i / N);
      return row[k]! * B[t]![group(k) + (i % N)]!;
    }),
  );
  // Number i of a state, (H, P, N), belongs to channel i / N of head i / PN.
  const spread = (row: number[]): number[] =>
    range(E * N).map((i) => row[Math.floor(i / (P * N))]!);
  const inputs = x.map((row, t) =>
    range(E * N).map(
      (i) => Bbar[t]![Math.floor(i / (P * N)) * N + (i % N)]! * row[Math.floor(i / N)]!,
    ),
  );
  const h = recurrence(Abar.map(spread), inputs);
  const ssmOut = x.map((row, t) =>
    row.map((v, e) => {
      const k = Math.floor(e / P);
      const seen = C[t]!.slice(group(k), group(k) + N);
      return gain(k) * (dot(seen, h[t]!.slice(e * N, (e + 1) * N)) + D[k]! * v);
    }),
  );
  for (const [name, rows] of Object.entries({
    dt,
    dtBias,
    delta,
    A,
    B,
    C,
    D,
    Abar,
    Bbar,
    ssmOut,
  })) {
    give(name, rows);
  }
  giveState(h, E, give);
  const gated = ssmOut.map((row, t) => row.map((v, e) => v * silu(z[t]![e]!)));
  return gated.map((row) => rms(row, weight('norm.weight'), config.normEpsilon));
}

export function s4d({ dInner: E, dState: N }: S4dConfig, ssm: Ssm): Rows {
  const { weight, x, z, give, deltaOf, aFactor, gain } = ssm;
  const step = weight('log_dt').map((v, e) => deltaOf(e, Math.exp(v)));
  const [aLog, aImag, C, D] = [weight('A_log'), weight('A_imag'), weight('C'), weight('D')];
  const width = 2 * N;
  /** (E, 2N): real | imaginary, of a function of channel and state. */
  const complex = (of: (e: number, n: number) => readonly [number, number]): number[] =>
    range(E * width).map((i) => of(Math.floor(i / width), i % N)[i % width < N ? 0 : 1]);
  const a = (e: number, n: number) =>
    [-Math.exp(aLog[e * N + n]!) * aFactor(e), aImag[e * N + n]! * aFactor(e)] as const;
  const abar = (e: number, n: number) => {
    const [re, im] = a(e, n);
    const size = Math.exp(step[e]! * re);
    return [size * Math.cos(step[e]! * im), size * Math.sin(step[e]! * im)] as const;
  };
  const h: Rows = [];
  const ssmOut: Rows = [];
  for (const [t, row] of x.entries()) {
    const before = h[t - 1] ?? Array<number>(E * width).fill(0);
    h.push(
      complex((e, n) => {
        const [re, im] = abar(e, n);
        const [hRe, hIm] = [before[e * width + n]!, before[e * width + N + n]!];
        return [re * hRe - im * hIm + row[e]!, re * hIm + im * hRe];
      }),
    );
    ssmOut.push(
      row.map((v, e) => {
        let sum = 0;
        for (const n of range(N)) {
          // Re(C (Ā − 1)/A · h).
          const [re, im] = a(e, n);
          const [barRe, barIm] = abar(e, n);
          const size = re * re + im * im;
          const qRe = ((barRe - 1) * re + barIm * im) / size;
          const qIm = (barIm * re - (barRe - 1) * im) / size;
          const [cRe, cIm] = [C[(e * N + n) * 2]!, C[(e * N + n) * 2 + 1]!];
          const [hRe, hIm] = [h[t]![e * width + n]!, h[t]![e * width + N + n]!];
          sum += (cRe * qRe - cIm * qIm) * hRe - (cRe * qIm + cIm * qRe) * hIm;
        }
        return gain(e) * (2 * sum + D[e]! * v);
      }),
    );
  }
  give(
    'delta',
    x.map(() => step),
  );
  give('A', complex(a));
  give(
    'Abar',
    x.map(() => complex(abar)),
  );
  give('D', D);
  give('ssmOut', ssmOut);
  giveState(h, E, give);
  return ssmOut.map((row, t) => row.map((v, e) => v * silu(z[t]![e]!)));
}

/** h_t = Ā_t h_{t−1} + input_t, from zeros on. */
function recurrence(Abar: Rows, input: Rows): Rows {
  const h: Rows = [];
  for (const [t, row] of input.entries()) {
    h.push(row.map((v, i) => Abar[t]![i]! * (h[t - 1]?.[i] ?? 0) + v));
  }
  return h;
}

/** The states and what is told of them, E channels in equal shares. */
function giveState(h: Rows, E: number, give: Ssm['give']): void {
  const share = h[0]!.length / E;
  const squares = (of: (t: number, i: number) => number): Rows =>
    h.map((_, t) =>
      range(E).map((e) => range(share).reduce((sum, n) => sum + of(t, e * share + n) ** 2, 0)),
    );
  give('h', h);
  give('hLast', h.at(-1)!);
  give(
    'hMoved',
    squares((t, i) => h[t]![i]! - (h[t - 1]?.[i] ?? 0)),
  );
  give(
    'hNorm',
    squares((t, i) => h[t]![i]!),
  );
}

export function rms(row: readonly number[], weight: readonly number[], epsilon: number): number[] {
  const scale = 1 / Math.sqrt(dot(row, row) / row.length + epsilon);
  return row.map((v, i) => v * scale * weight[i]!);
}

export const linear = (x: Rows, weight: Rows, bias?: readonly number[]): Rows =>
  x.map((row) => weight.map((w, m) => dot(w, row) + (bias?.[m] ?? 0)));

const chunked = (values: readonly number[], width: number): Rows =>
  range(values.length / width).map((r) => values.slice(r * width, (r + 1) * width));
