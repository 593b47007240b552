/** Work of the operations that a model runs, on tensors of many sizes; what is in them makes no difference. */
import { probabilityCount } from '../../../attentionOps';
import { randomMatrix } from '../../../testing/parity';
import type { Bench, Works } from './bench';

export const MODEL_CASES: Record<string, (bench: Bench) => Works> = {
  copy: function* ({ ops, zeros }: Bench): Works {
    for (const length of [4, 1020, 70_000]) {
      yield () => ops.meter.copy(zeros(length), zeros(length), length);
    }
  },

  'embed, rmsNorm, gatedRmsNorm': function* ({ ops, random, zeros }: Bench): Works {
    for (const [L, D, dtype] of [
      [1, 8, 'F16'],
      [5, 70, 'F32'],
    ] as const) {
      const table = randomMatrix(ops, random, 13, D, dtype);
      yield (on) => on.embed({ ids: random.integers(L, 13), table, out: zeros(L, D) });
      yield (on) => on.embed({ ids: zeros(5), table, out: zeros(1, D) });
      const norm = { rows: L, weight: zeros(D), epsilon: 1e-5 };
      yield (on) => on.rmsNorm({ ...norm, x: zeros(L, D), out: zeros(L, D) });
      yield (on) => on.gatedRmsNorm({ ...norm, y: zeros(L, D), zxbcdt: zeros(L, D + 3) });
    }
  },

  columns: function* ({ zeros }: Bench): Works {
    const shape = { input: zeros(30, 11), first: 3, stride: 11 };
    for (const [rows, width] of [
      [1, 1],
      [29, 7],
    ] as const) {
      yield (on) => on.columns({ ...shape, rows, width, out: zeros(rows, width) });
    }
  },

  'sample, where the token drawn is the last of a thread’s share': function* ({
    ops,
    zeros,
  }: Bench): Works {
    for (const V of [5, 1000]) {
      const peak = Math.ceil(V / 256) - 1;
      const logits = ops.constant('logits', [V], new Float32Array(V).fill(1, peak, peak + 1));
      for (const [temperature, topK, topP] of [
        [0, 0, 1],
        [1e-3, 0, 1],
        [1e-3, 3, 1],
        [1e-3, 0, 0.5],
        [1e-3, 3, 0.5],
        [1e-3, V, 1],
      ] as const) {
        const sampling = { temperature, topK, topP, seed: 1 };
        yield (on) => on.sample({ logits, sampling, position: 0, ids: zeros(3) });
      }
    }
  },

  'linear, linearTiled and linearStep, with weights of both kinds, norm, bias and residual':
    function* ({ ops, random, zeros }: Bench): Works {
      for (const dtype of ['F16', 'F32'] as const) {
        for (const [L, K, M] of [
          [1, 9, 37],
          [1, 64, 8],
          [7, 33, 260],
          [64, 17, 13],
          [200, 5, 40],
          [1, 300, 70],
          [2060, 9, 70],
        ] as const) {
          const weight = randomMatrix(ops, random, M, K, dtype);
          const plain = { rows: L, x: zeros(L, K + 2), weight, out: zeros(L, M) };
          const norm = { weight: zeros(K), epsilon: 1e-5 };
          yield (on) => on.linear(plain);
          yield (on) => on.linear({ ...plain, norm, bias: zeros(M), add: true });
        }
      }
    },

  causalConv1d: function* ({ zeros }: Bench): Works {
    for (const [L, E, K] of [
      [1, 3, 4],
      [2, 70, 4],
      [33, 5, 4],
      [100, 66, 2],
      [3, 7, 40],
      [90, 7, 40],
    ] as const) {
      for (const sum of [undefined, zeros(L, E)]) {
        yield (on) =>
          on.causalConv1d({
            rows: L,
            input: zeros(L, E + 3),
            firstColumn: 2,
            weight: zeros(E, K),
            bias: zeros(E),
            state: zeros(E, K - 1),
            out: zeros(L, E),
            sum,
          });
      }
    }
  },

  'selectiveScan, in one pass and in three, and selectiveStep': function* ({
    ops,
    random,
    zeros,
    nextTurn,
    probes,
  }: Bench): Works {
    for (const [L, E, N, R] of [
      [1, 7, 1, 1],
      [17, 70, 5, 3],
      [128, 33, 16, 4],
      [300, 66, 16, 2],
      [131, 5, 72, 1],
    ] as const) {
      const one = L * E;
      for (const probe of probes({ delta: one, hMoved: one, hNorm: one, h: one * N, y: one })) {
        const shared = {
          xz: zeros(L, 2 * E),
          dbc: zeros(L, R + 2 * N),
          ssm: zeros(E, N + 2),
          h: zeros(E, N),
          y: zeros(L, E),
          turn: nextTurn(E, N),
          probe,
        };
        yield (on) => on.selectiveScan({ ...shared, rows: L, x: zeros(L, E) });
        const dtWeight = randomMatrix(ops, random, E, R, L % 2 ? 'F16' : 'F32');
        yield (on) => on.selectiveStep({ ...shared, dtWeight });
      }
    }
  },

  s4dScan: function* ({ zeros, nextTurn, probes }: Bench): Works {
    for (const [L, E, N] of [
      [1, 3, 2],
      [19, 70, 5],
    ] as const) {
      const one = L * E;
      for (const probe of probes({ delta: one, hMoved: one, hNorm: one, h: 2 * one * N, y: one })) {
        yield (on) =>
          on.s4dScan({
            rows: L,
            x: zeros(L, E),
            xz: zeros(L, 2 * E),
            ssm: zeros(E, 4 * N + 2),
            h: zeros(E, 2 * N),
            y: zeros(L, E),
            turn: nextTurn(E, 0),
            probe,
          });
      }
    }
  },

  'ssdRecurrence, and ssdChunked in all its steps': function* ({
    zeros,
    nextTurn,
    probes,
  }: Bench): Works {
    for (const [L, H, P, N, G, Q] of [
      [1, 2, 3, 4, 1, 8],
      [40, 4, 5, 6, 2, 16],
      [70, 3, 33, 7, 3, 70],
      [65, 2, 4, 130, 1, 32],
      [150, 2, 70, 6, 1, 100],
      // Segments of two chunks, all whole, and of four, the last cut short.
      [32, 2, 3, 4, 1, 2],
      [33, 2, 70, 3, 1, 2],
    ] as const) {
      const E = H * P;
      const one = L * E;
      for (const probe of probes({ delta: L * H, hMoved: one, hNorm: one, h: one * N, y: one })) {
        const shared = {
          rows: L,
          xbc: zeros(L, E + 2 * G * N),
          zxbcdt: zeros(L, 2 * E + 2 * G * N + H),
          ssm: zeros(H, 3),
          h: zeros(H, P, N),
          y: zeros(L, E),
          nGroups: G,
          deltaLimit: [0, Infinity] as const,
          turn: nextTurn(H, G * N),
        };
        yield (on) => on.ssdRecurrence({ ...shared, probe });
        yield (on) => on.ssdChunked({ ...shared, chunkSize: Q });
      }
    }
  },

  'attention of many tokens, of one, and looked into; the gate': function* ({
    ops,
    zeros,
  }: Bench): Works {
    for (const [H, G, P, position, L, capacity] of [
      [2, 1, 2, 0, 1, 256],
      [6, 3, 10, 5, 70, 256],
      [4, 2, 64, 300, 1, 512],
      [4, 2, 64, 511, 1, 512],
      [2, 2, 130, 40, 130, 512],
      [1, 1, 130, 700, 1, 1024],
    ] as const) {
      const args = {
        rows: L,
        position,
        qkv: zeros(L, (H + 2 * G) * P),
        cache: zeros(capacity, 2 * G * P),
        rates: zeros(P / 2, 2),
        y: zeros(L, H * P),
        nHeads: H,
        nKvHeads: G,
        headDim: P,
      };
      const heads = [H - 1, 0];
      const probe = { heads, out: zeros(2 * probabilityCount(position, L)) };
      yield (on) => on.attention(args);
      yield (on) => on.attention({ ...args, probe });
      if (L === 1) {
        const one = new Float32Array(new Uint32Array([1, 0]).buffer);
        const drawn = ops.constant('ids', [2], one);
        yield (on) => on.attention({ ...args, drawn });
      }
      yield (on) => on.swiglu({ rows: L, gateUp: zeros(L, 2 * P), out: zeros(L, P) });
    }
  },
};
