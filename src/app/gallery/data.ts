/** Real numbers for the gallery: layer 3 of the Mamba model over its golden sentence, computed from its files. */
import { readTensors, toFloat32, type RawTensor } from '../../engine/checkpoint/safetensors';
import run from '../recorded/run.json';

export interface GalleryData {
  tokens: string[];
  /** (L, E), (L, N), (L, N), (L, E), (E, N). */
  delta: Float32Array;
  B: Float32Array;
  C: Float32Array;
  x: Float32Array;
  A: Float32Array;
  E: number;
  N: number;
  /** State of one channel, (L, N), A times `aScale`. */
  state(channel: number, aScale: number): Float32Array;
}

async function tensors(file: string): Promise<(name: string) => Float32Array> {
  const response = await fetch(`models/mamba/${file}`);
  const all = readTensors(new Uint8Array(await response.arrayBuffer()), file);
  return (name) => {
    const tensor: RawTensor | undefined = all.get(name);
    if (!tensor) throw new Error(`${file} has no ${name}.`);
    return toFloat32(tensor);
  };
}

const silu = (v: number) => v / (1 + Math.exp(-v));
const softplus = (v: number) => (v > 20 ? v : Math.log1p(Math.exp(v)));

export async function galleryData(): Promise<GalleryData> {
  const [golden, weights] = await Promise.all([
    tensors('golden.safetensors'),
    tensors('model.safetensors'),
  ]);
  const [E, N, R, K] = [512, 16, 16, 4];
  const w = (name: string) => weights(`backbone.layers.3.mixer.${name}`);
  const xz = golden('hook.backbone.layers.3.mixer.in_proj');
  const dbc = golden('hook.backbone.layers.3.mixer.x_proj');
  const L = dbc.length / (R + 2 * N);
  const [conv, convBias, dtWeight, dtBias] = [
    w('conv1d.weight'),
    w('conv1d.bias'),
    w('dt_proj.weight'),
    w('dt_proj.bias'),
  ];
  const A = w('A_log').map((v) => -Math.exp(v));
  const x = new Float32Array(L * E);
  const delta = new Float32Array(L * E);
  for (let t = 0; t < L; t++)
    for (let e = 0; e < E; e++) {
      let taps = convBias[e];
      for (let k = 0; k < K; k++) {
        const from = t - (K - 1) + k;
        if (from >= 0) taps += conv[e * K + k] * xz[from * 2 * E + e];
      }
      x[t * E + e] = silu(taps);
      let dt = dtBias[e];
      for (let r = 0; r < R; r++) dt += dtWeight[e * R + r] * dbc[t * (R + 2 * N) + r];
      delta[t * E + e] = softplus(dt);
    }
  const part = (offset: number) =>
    Float32Array.from({ length: L * N }, (_, i) => {
      const t = Math.floor(i / N);
      return dbc[t * (R + 2 * N) + offset + (i % N)];
    });
  const [B, C] = [part(R), part(R + N)];
  const state = (e: number, aScale: number) => {
    const h = new Float32Array(L * N);
    for (let t = 0; t < L; t++)
      for (let n = 0; n < N; n++) {
        const d = delta[t * E + e];
        const before = t ? h[(t - 1) * N + n] : 0;
        h[t * N + n] =
          Math.exp(d * A[e * N + n] * aScale) * before + d * B[t * N + n] * x[t * E + e];
      }
    return h;
  };
  const tokens = run.tokens.slice(0, L).map((t) => t.text);
  return { tokens, delta, B, C, x, A, E, N, state };
}
