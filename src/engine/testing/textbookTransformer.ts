/** The Transformer as LlamaForCausalLM has it, in f64, for textbook.ts: every number by itself, no cache, no tables. */
import type { TransformerConfig } from '../checkpoint/config';
import { type RawTensor, toFloat32 } from '../checkpoint/tensor';
import { linear, range, rms, type Rows, silu } from './textbookSsm';

/** Everything on the way from `ids` to logits, by probe and layer; `layer.attention` by head as well. */
export function textbookTransformer(
  config: TransformerConfig,
  tensors: ReadonlyMap<string, RawTensor>,
  ids: readonly number[],
): (name: string, layer?: number, head?: number) => number[] {
  const { nLayers, nHeads: H, nKvHeads: G, headDim: P, normEpsilon, ropeTheta } = config;
  const found = new Map<string, number[]>();
  const matrix = (name: string): Rows => {
    const { shape } = tensors.get(`${name}.weight`)!;
    const values = [...toFloat32(tensors.get(`${name}.weight`)!)];
    const cols = shape.at(-1)!;
    return range(values.length / cols).map((r) => values.slice(r * cols, (r + 1) * cols));
  };
  const norm = (x: Rows, name: string): Rows =>
    x.map((row) => rms(row, matrix(name)[0]!, normEpsilon));
  const plus = (a: Rows, b: Rows): Rows => a.map((row, t) => row.map((v, i) => v + b[t]![i]!));
  /** Pairs i and i + P/2 as complex numbers, turned by t θ^(−2i/P). */
  const rotated = (head: number[], t: number): number[] =>
    head.map((v, i) => {
      const angle = t * ropeTheta ** ((-2 * (i % (P / 2))) / P);
      const other = i < P / 2 ? -head[i + P / 2]! : head[i - P / 2]!;
      return v * Math.cos(angle) + other * Math.sin(angle);
    });
  const embedding = matrix('model.embed_tokens');
  let residual: Rows = ids.map((id) => embedding[id]!);
  for (const layer of range(nLayers)) {
    const at = (name: string): string => `model.layers.${layer}.${name}`;
    const give = (name: string, rows: Rows) => found.set(`layer.${name}.${layer}`, rows.flat());
    found.set(`residual.${layer}`, residual.flat());
    const norms = ['input_layernorm', 'post_attention_layernorm'];
    give(
      'normWeight',
      norms.map((name) => matrix(at(name))[0]!),
    );
    const x = norm(residual, at('input_layernorm'));
    const [q, k, v] = ['q', 'k', 'v'].map((part) =>
      linear(x, matrix(at(`self_attn.${part}_proj`))),
    );
    give('norm', x);
    give(
      'inProj',
      q!.map((row, t) => row.concat(k![t]!, v![t]!)),
    );
    const head = (rows: Rows, t: number, h: number) => rows[t]!.slice(h * P, (h + 1) * P);
    const y: Rows = ids.map(() => []);
    for (const h of range(H)) {
      const g = Math.floor(h / (H / G));
      const probabilities: Rows = ids.map((_, t) => {
        const query = rotated(head(q!, t, h), t);
        const powers = range(t + 1).map((j) => {
          const key = rotated(head(k!, j, g), j);
          return Math.exp(query.reduce((sum, value, i) => sum + value * key[i]!, 0) / Math.sqrt(P));
        });
        const sum = powers.reduce((a, b) => a + b, 0);
        return powers.map((power) => power / sum);
      });
      found.set(`layer.attention.${layer}.${h}`, probabilities.flat());
      probabilities.forEach((row, t) =>
        y[t]!.push(
          ...range(P).map((i) => row.reduce((sum, p, j) => sum + p * head(v!, j, g)[i]!, 0)),
        ),
      );
    }
    give('y', y);
    const out = linear(y, matrix(at('self_attn.o_proj')));
    give('out', out);
    residual = plus(residual, out);
    const z = norm(residual, at('post_attention_layernorm'));
    const up = linear(z, matrix(at('mlp.up_proj')));
    const gated = linear(z, matrix(at('mlp.gate_proj'))).map((row, t) =>
      row.map((gate, i) => silu(gate) * up[t]![i]!),
    );
    const mlp = linear(gated, matrix(at('mlp.down_proj')));
    give('mlp', mlp);
    residual = plus(residual, mlp);
  }
  found.set(`residual.${nLayers}`, residual.flat());
  const final = norm(residual, 'model.norm');
  found.set('final', final.flat());
  found.set(
    'logits',
    linear(final, config.tieWordEmbeddings ? embedding : matrix('lm_head')).flat(),
  );
  return (...key) => {
    const values = found.get(key.filter((part) => part !== undefined).join('.'));
    if (!values) throw new Error(`The textbook has no ${key.join(' of ')}.`);
    return values;
  };
}
