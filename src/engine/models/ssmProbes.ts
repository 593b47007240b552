/** What the families record of their SSMs, beside what lies in memory anyway. */
import type { Tensor } from '../ops';
import type { Numbers, Pass, Place, Plane } from '../pass';
import { silu } from '../reference/math';
import type { ProbeName } from '../types';

/**
 * What a scan over E channels with so many numbers of state a token can write, and for whom; `ofDelta` are the
 * intermediates that Δ is needed for.
 */
export const scanPlanes = (
  E: number,
  state: number,
  ofDelta: readonly ProbeName[] = [],
): readonly Plane[] => [
  { plane: 'delta', width: E, names: ['layer.delta', ...ofDelta] },
  { plane: 'y', width: E, names: ['layer.ssmOut'] },
  ...statePlanes(E, state),
];

/** Those of them that are about the state. */
export const statePlanes = (E: number, state: number): readonly Plane[] => [
  { plane: 'hMoved', width: E, names: ['layer.hMoved'] },
  { plane: 'hNorm', width: E, names: ['layer.hNorm'] },
  { plane: 'h', width: state, names: ['layer.h'] },
];

/** What Ā and B̄ of a layer are made of. A unit is a channel, or a head of Mamba-2. */
export interface Discretised {
  /** Δ of all units, (L, U), or of one, (L). */
  delta: (unit?: number) => Numbers;
  /** A as it runs: (U, N); Mamba-2 (U). */
  A: () => Float32Array;
  /** U. */
  units: number;
  /** (L, G·N); G = 1 for Mamba. */
  B: () => Numbers;
  /** N. */
  dState: number;
  /** Units that share B. */
  unitsPerGroup: number;
}

/**
 * Records Ā = exp(ΔA) and B̄ = ΔB (Mamba, arXiv 2312.00752, eq. 4, with Euler for B as in its code) as far as they are
 * asked for. No kernel writes them to memory: they are worked out here of the Δ, A and B that the kernels use, in f64
 * and rounded once to f32, where a GPU's own exp may be off by some ulp.
 */
export function recordDiscretised(pass: Pass, layer: number, of: Discretised): void {
  const { units: U, dState: N, unitsPerGroup } = of;
  const groupWidth = (U / unitsPerGroup) * N;
  for (const unit of pass.wishes('layer.Abar', layer)) {
    const delta = of.delta(unit);
    const A = of.A();
    const each = A.length / U; // numbers of A a unit
    const abar = (step: number, u: number, i: number): number => Math.exp(step * A[u * each + i]!);
    pass.give('layer.Abar', layer, () => spread(delta(), U, unit, each, abar), unit);
  }
  for (const unit of pass.wishes('layer.Bbar', layer)) {
    const delta = of.delta(unit);
    const B = of.B();
    const bbar = (step: number, u: number, n: number, t: number): number =>
      step * B()[t * groupWidth + Math.floor(u / unitsPerGroup) * N + n]!;
    pass.give('layer.Bbar', layer, () => spread(delta(), U, unit, N, bbar), unit);
  }
}

/** `width` numbers of every Δ, (L, U) of them or (L) of one unit: (L, U, width), or (L, width). */
function spread(
  delta: Float32Array,
  U: number,
  unit: number | undefined,
  width: number,
  of: (step: number, u: number, i: number, t: number) => number,
): Float32Array {
  const out = new Float32Array(delta.length * width);
  delta.forEach((step, row) => {
    const u = unit ?? row % U;
    const t = unit === undefined ? Math.floor(row / U) : row;
    for (let i = 0; i < width; i++) out[row * width + i] = of(step, u, i, t);
  });
  return out;
}

/** B or C as the SSM uses it, (L, S): the token's own from `tensor`, or what the turn holds in its place. */
export function sharedNumbers(
  pass: Pass,
  layer: number,
  part: 'B' | 'C',
  tensor: Tensor,
  place: Place,
): Numbers {
  const turn = pass.turnValues(layer);
  if (!(part === 'B' ? turn.holdB : turn.holdC)) return pass.read(tensor, place);
  return () => repeated(turn.planes[part], pass.rows);
}

/** Records B and C as the SSM uses them, if asked for. */
export function recordShared(pass: Pass, layer: number, B: () => Numbers, C: () => Numbers): void {
  if (pass.wants('layer.B', layer)) pass.give('layer.B', layer, B());
  if (pass.wants('layer.C', layer)) pass.give('layer.C', layer, C());
}

/** The same row for every token. */
export function repeated(row: Float32Array, rows: number): Float32Array {
  const out = new Float32Array(rows * row.length);
  for (let t = 0; t < rows; t++) out.set(row, t * row.length);
  return out;
}

/** Records z and its gate SiLU(z), if asked for. */
export function recordGate(pass: Pass, layer: number, tensor: Tensor, place: Place): void {
  pass.record('layer.z', layer, tensor, place);
  if (!pass.wants('layer.gate', layer)) return;
  const z = pass.read(tensor, place);
  pass.give('layer.gate', layer, () => z().map(silu));
}

/** A = −exp(A_log) times the turn's factor of its unit, (U, numbers a unit), in f64 and rounded once. */
export function runningA(aLog: Float32Array, aFactor: Float32Array): Float32Array {
  const each = aLog.length / aFactor.length;
  return aLog.map((v, i) => -Math.exp(v) * aFactor[Math.floor(i / each)]!);
}

/** Records weights of the SSM, if asked for; nothing is read for them. */
export function recordWeights(
  pass: Pass,
  layer: number,
  weights: { A: () => Float32Array; D: Float32Array; dtBias?: Float32Array },
): void {
  const { A, D, dtBias } = weights;
  if (pass.wants('layer.A', layer)) pass.give('layer.A', layer, A);
  if (pass.wants('layer.D', layer)) pass.give('layer.D', layer, () => D.slice());
  if (dtBias && pass.wants('layer.dtBias', layer)) {
    pass.give('layer.dtBias', layer, () => dtBias.slice());
  }
}
