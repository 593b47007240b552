import { unitOfChannel } from '../../../engine/probeShape';
import { fixed } from '../../../viz/format';
import { rowOf, tracedIn } from '../../store/trace';
import { RECURRENCE } from '../recurrence';
import type { SceneCode } from '../scene';
import { atCursor, decayAt } from './derive';
import { words } from './words';

/** Of the recurrence, what a word keeps and what comes out; its state stays dark. */
type Recurrence = 'delta' | 'Abar' | 'y';
type Part = 'sums' | 'scores' | 'L' | 'chunkState' | 'passing' | 'carried' | Recurrence;

/** The four steps by chunks, as the shader of each has them, and as a CPU does them in one go. */
const CHUNKS: SceneCode<Part>['lines'] = {
  'ssdSegsum.wgsl': { sums: 'sum += delta * A;' },
  'ssdScores.wgsl': { scores: 'scores[(i * G + g) * params.chunkSize' },
  'ssdChunkState.wgsl': {
    L: 'let weight = exp(min(0.0, total',
    passing: 'sums[k] *= exp(min(0.0, total',
    chunkState: 'states[((after * H + at.head) * P + p) * N + n]',
  },
  'ssdPassing.wgsl': { passing: 'state = kept[i] * state' },
  'ssdOutput.wgsl': {
    L: 'let L = exp(min(vec4f(0.0), sum - step.y))',
    carried: 'sums[4u * r + m] *= exp(min(0.0, segsum',
    y: 'y[i * H * P + at.head * P + p] =',
  },
  'wasm/assembly/ssdChunked.ts': { sums: 'total += load<f32>(exponent' },
  'wasm/assembly/ssdSteps.ts': {
    scores: 'tile(C + <usize>i * cRow, cRow, 4, Bt + column',
    L: 'const L = Lanes.exp(f32x4.pmin(difference',
    chunkState: 'tile(Bt + <usize>n * bRow',
    passing:
      'v128.store(at, f32x4.add(f32x4.mul(f32x4.splat(decay), v128.load(at)), v128.load(from)))',
    carried: 'const carried = f32x4.mul(f32x4.splat(decay)',
    y: 'Lanes.store(to, gained',
  },
  'reference/ssdChunked.ts': {
    sums: 'const a = steps.map((step) => (total +=',
    scores: '(_, j) => dot(Cs[i]!, Bs[j]!) * decay(',
    chunkState: 'state += weight * xbc',
    passing: 'let state = decay(total) * h[at]!',
    y: 'y[t * E + e] = gain[k]! * (sum + carried',
  },
};

/** What each step begins with: step 0 is the whole. */
const OPERATIONS = ['ssdSegsum', 'ssdScores', 'ssdChunkState', 'ssdPassing', 'ssdOutput'] as const;

/** The steps of SSD at the cursor's word; of models without a duality, the recurrence. */
export const code: SceneCode<Part> = {
  lines: { ...CHUNKS, ...RECURRENCE },
  // The scores first where they are what is drawn; else what a step begins with.
  operation({ model, choices }) {
    if (model.kind !== 'Mamba-2') return null;
    const step = Number(choices.ssdStep ?? 0);
    return OPERATIONS[step === 0 && choices.matrix === 'scores' ? 1 : step];
  },
  why: (language) => words.of(language).code,
  values(state) {
    const inSteps = { sums: '', scores: '', L: '', chunkState: '', passing: '', carried: '' };
    const { token, channel } = state.cursor;
    // What every family has, of the cursor's channel.
    const at = (name: 'layer.delta' | 'layer.ssmOut', column: number): number | null => {
      const traced = tracedIn(state, name);
      const row = traced && rowOf(traced.yours, traced, token);
      return row?.[column] ?? null;
    };
    const delta = at('layer.delta', unitOfChannel(state.model, channel));
    const y = at('layer.ssmOut', channel);
    if (delta === null || y === null) return null;
    const shared = {
      ...inSteps,
      Abar: '',
      delta: `Δ = ${fixed(delta, 3)}`,
      y: `y = ${fixed(y, 3)}`,
    };
    const here = atCursor(state);
    if (!here) return shared;
    const { run, row } = here;
    const N = run.dState;
    let score = 0;
    for (let n = 0; n < N; n++) score += run.C[row * N + n] * run.B[row * N + n];
    return {
      ...shared,
      sums: `ΔA = ${fixed(delta * run.A, 3)}`,
      scores: `C·B of the word itself = ${fixed(score, 2)}`,
      Abar: `a = ${fixed(decayAt(here), 3)}`,
    };
  },
};
