/**
 * The models as their papers write them, in f64, one token and one number after the other, straight from a checkpoint's
 * tensors: every intermediate by its probe's name, under any interventions. It shares no code with the engine.
 */
import type { Checkpoint } from '../checkpoint/load';
import { toFloat32 } from '../checkpoint/tensor';
import type { Means } from '../means';
import type { Intervention } from '../types';
import { linear, mamba, mamba2, range, rms, type Rows, s4d, silu, type Ssm } from './textbookSsm';
import { textbookTransformer } from './textbookTransformer';

/** Everything that happens on the way from `ids` to logits; ask for it by probe and layer. */
export function textbook(
  checkpoint: Checkpoint,
  ids: readonly number[],
  interventions: readonly Intervention[] = [],
  means: Means = [],
): (name: string, layer?: number) => number[] {
  const { config, tensors } = checkpoint;
  if (config.kind === 'transformer') return textbookTransformer(config, tensors, ids);
  const found = new Map<string, number[]>();
  const weight = (name: string): number[] => [...toFloat32(tensors.get(`backbone.${name}`)!)];
  const matrix = (name: string): Rows => {
    const [rows, cols] = tensors.get(name)!.shape as [number, number];
    const values = [...toFloat32(tensors.get(name)!)];
    return range(rows).map((r) => values.slice(r * cols, (r + 1) * cols));
  };
  const embedding = matrix('backbone.embeddings.weight');
  let residual: Rows = ids.map((id) => embedding[id]!);
  for (const layer of range(config.nLayers)) {
    const give = (name: string, rows: Rows | number[]) =>
      found.set(`layer.${name}.${layer}`, rows.flat());
    const at = (name: string): string => `layers.${layer}.${name}`;
    const there = (name: string, length: number): number[] =>
      tensors.has(`backbone.${at(name)}`) ? weight(at(name)) : Array<number>(length).fill(0);
    found.set(`residual.${layer}`, residual.flat());
    const normed = residual.map((row) => rms(row, weight(at('norm.weight')), config.normEpsilon));
    const inWeight = matrix(`backbone.${at('mixer.in_proj.weight')}`);
    const inProj = linear(normed, inWeight, there('mixer.in_proj.bias', inWeight.length));
    const gated = config.kind === 'mamba2' ? weight(at('mixer.norm.weight')) : [];
    give('normWeight', [...weight(at('norm.weight')), ...gated]);
    give('norm', normed);
    give('inProj', inProj);
    const { dInner: E, dState: N, dConv: K } = config;
    const [firstZ, firstX] = config.kind === 'mamba2' ? [0, E] : [E, 0];
    const convolved = config.kind === 'mamba2' ? E + 2 * config.nGroups * N : E;
    const z = inProj.map((row) => row.slice(firstZ, firstZ + E));
    const taps = weight(at('mixer.conv1d.weight')); // (convolved, 1, K)
    const convBias = there('mixer.conv1d.bias', convolved);
    const conv = ids.map((_, t) =>
      range(convolved).map((c) =>
        range(K).reduce((sum, k) => {
          const input = inProj[t - K + 1 + k]?.[firstX + c] ?? 0;
          return sum + taps[c * K + k]! * input;
        }, convBias[c]!),
      ),
    );
    const activated = conv.map((row) => row.map(silu));
    const x = activated.map((row) => row.slice(0, E));
    give('z', z);
    give(
      'gate',
      z.map((row) => row.map(silu)),
    );
    give(
      'convWeight',
      range(convolved).map((c) => taps.slice(c * K, (c + 1) * K).concat(convBias[c]!)),
    );
    give('conv', conv);
    give('x', x);

    const here = interventions.filter((i) => i.layer === 'all' || i.layer === layer);
    const of = (unit: number) => here.filter((i) => i.unit === undefined || i.unit === unit);
    // S4D's Δ, B and C are the same at every token: frozen, they are what they are.
    const holds = (what: 'delta' | 'B' | 'C', unit: number) =>
      config.kind !== 's4d' && of(unit).some((i) => i.freeze?.includes(what));
    const ssm: Ssm = {
      weight: (name) => weight(at(`mixer.${name}`)),
      activated,
      x,
      z,
      inProj,
      give,
      deltaOf: (unit, own) =>
        of(unit).reduce(
          (v, i) => v * i.deltaScale,
          holds('delta', unit) ? means[layer]!.delta[unit]! : own,
        ),
      aFactor: (unit) => of(unit).reduce((v, i) => v * i.aScale, 1),
      gain: (unit) => (of(unit).some((i) => i.zero) ? 0 : 1),
      held: (what, own) => (holds(what, -1) ? own.map(() => [...means[layer]![what]]) : own),
    };
    const y =
      config.kind === 'mamba'
        ? mamba(config, ssm)
        : config.kind === 'mamba2'
          ? mamba2(config, ssm)
          : s4d(config, ssm);
    const outWeight = matrix(`backbone.${at('mixer.out_proj.weight')}`);
    const out = linear(y, outWeight, there('mixer.out_proj.bias', outWeight.length));
    give('y', y);
    give('out', out);
    residual = residual.map((row, t) => row.map((v, i) => v + out[t]![i]!));
  }
  found.set(`residual.${config.nLayers}`, residual.flat());
  const final = residual.map((row) => rms(row, weight('norm_f.weight'), config.normEpsilon));
  found.set('final', final.flat());
  const head = config.tieWordEmbeddings ? embedding : matrix('lm_head.weight');
  found.set('logits', linear(final, head).flat());
  return (name, layer) => {
    const values = found.get(layer === undefined ? name : `${name}.${layer}`);
    if (!values) throw new Error(`The textbook has no ${name} of layer ${layer}.`);
    return values;
  };
}
