/** Declared bytes against bytes counted while the shaders run: they must be the same, to the last one. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { probabilityCount } from '../../attentionOps';
import type { Ops, Tensor, Turn } from '../../ops';
import { openCounted, type CountedOps } from '../../testing/counted';
import { randomMatrix } from '../../testing/parity';
import { Random } from '../../testing/random';
import { SHADER_NAMES } from '../kernels';
import { trafficOf } from '.';

/** With the kernels for an emulated GPU, and with those for a real one. */
let emulated: CountedOps;
let real: CountedOps;
let ops: CountedOps['ops'];
beforeAll(async () => {
  emulated = await openCounted(true);
  real = await openCounted(false);
});
afterAll(() => {
  emulated.ops.dispose();
  real.ops.dispose();
});

const seen = new Set<string>();
const random = new Random(1);
const zeros = (...shape: number[]): Tensor => ops.zeros('zeros', shape);

/** Holds nothing, B, C, both: in turn. */
let turns = 0;
function nextTurn(U: number, S: number): Turn {
  turns++;
  return { table: zeros(4 * U + 2 * S), holdB: turns % 2 === 0, holdC: turns % 4 > 1 };
}

/** No probe, one with every plane, and one with two of them. */
function probes(planes: Record<'delta' | 'hMoved' | 'hNorm' | 'h' | 'y', number>) {
  const { delta, hMoved, hNorm, h, y } = planes;
  const out = zeros(delta + hMoved + hNorm + h + y);
  const atH = delta + hMoved + hNorm;
  return [
    undefined,
    { out, delta: 0, hMoved: delta, hNorm: delta + hMoved, h: atH, y: atH + h },
    { out, hMoved: 0, h: hMoved },
  ];
}

type Works = Generator<(on: Ops) => void>;

/** Work on tensors of many sizes; what is in them makes no difference. */
const cases: Record<string, () => Works> = {
  copy: function* (): Works {
    for (const length of [4, 1020, 70_000]) {
      yield () => ops.meter.copy(zeros(length), zeros(length), length);
    }
  },

  'embed, rmsNorm, gatedRmsNorm': function* (): Works {
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

  columns: function* (): Works {
    const shape = { input: zeros(30, 11), first: 3, stride: 11 };
    for (const [rows, width] of [
      [1, 1],
      [29, 7],
    ] as const) {
      yield (on) => on.columns({ ...shape, rows, width, out: zeros(rows, width) });
    }
  },

  'sample, where the token drawn is the last of a thread’s share': function* (): Works {
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
    function* (): Works {
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

  causalConv1d: function* (): Works {
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

  'selectiveScan, in one pass and in three, and selectiveStep': function* (): Works {
    for (const [L, E, N, R] of [
      [1, 7, 1, 1],
      [17, 70, 5, 3],
      [128, 33, 16, 4],
      [300, 66, 16, 2],
      [131, 5, 200, 1],
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

  s4dScan: function* (): Works {
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

  'ssdRecurrence, and ssdChunked in all its steps': function* (): Works {
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

  'attention of many tokens, of one, and looked into; the gate': function* (): Works {
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

  'the unfused scan, and levels of a parallel one': function* (): Works {
    for (const [L, E, N, R] of [
      [1, 7, 1, 1],
      [18, 70, 5, 3],
    ] as const) {
      const args = {
        rows: L,
        x: zeros(L, E),
        dt: zeros(L, E),
        xz: zeros(L, 2 * E),
        dbc: zeros(L, R + 2 * N),
        ssm: zeros(E, N + 2),
        Abar: zeros(L, E, N),
        Bx: zeros(L, E, N),
        h: zeros(E, N),
        hs: zeros(L, E, N),
        y: zeros(L, E),
      };
      yield (on) => on.discretise(args);
      yield (on) => on.scanMaterialised(args);
      yield (on) => on.contract(args);
      for (const complex of [false, true]) {
        const pairs = { Abar: zeros(L, E, 2 * N), Bx: zeros(L, E, 2 * N) };
        const level = { ...(complex ? pairs : args), rows: L, complex };
        const lanes = Math.min(3, E * N - 2);
        const probe = { out: zeros(1 + 4 * L * lanes), offset: 1, firstLane: 2, lanes };
        yield (on) => on.scanLevel({ ...level, first: 0, stride: 2, distance: 0, probe });
        if (L > 1) {
          yield (on) => on.scanLevel({ ...level, first: 3, stride: 4, distance: 2, probe });
          yield (on) => on.scanLevel({ ...level, first: 1, stride: 2, distance: 1 });
        }
      }
    }
  },

  'pairs and outputs of Mamba-2': function* (): Works {
    const [L, H, P, N, G] = [9, 4, 5, 3, 2];
    const E = H * P;
    const args = {
      rows: L,
      xbc: zeros(L, E + 2 * G * N),
      zxbcdt: zeros(L, 2 * E + 2 * G * N + H),
      ssm: zeros(H, 3),
      Abar: zeros(L, E, N),
      Bx: zeros(L, E, N),
      hs: zeros(L, E, N),
      y: zeros(L, E),
      nGroups: G,
      headDim: P,
      deltaLimit: [0, Infinity] as const,
    };
    yield (on) => on.ssdDiscretise(args);
    yield (on) => on.ssdContract(args);
  },

  'matrices, and Mamba by chunks': function* (): Works {
    for (const [L, K, N, states] of [
      [1, 1, 1, 1],
      [21, 6, 5, 1],
      [70, 5, 3, 3],
    ] as const) {
      const mixing = {
        rows: L,
        delta: zeros(L, K),
        A: zeros(K, states),
        bc: zeros(L, 2 * N + 1),
        firstB: 1,
        firstC: 1 + N,
        nGroups: 1,
        dState: N,
      };
      const some = { first: 0, count: Math.min(2, K) };
      for (const of of [some, 'mean'] as const) {
        const matrices = zeros(2, L, L);
        yield (on) => on.impliedMatrix({ ...mixing, of, out: matrices });
        const piece = { from: L >> 2, until: L - (L >> 3) };
        yield (on) => on.impliedMatrix({ ...mixing, of, piece, out: matrices });
        yield (on) => on.toeplitzMatrix({ rows: L, kernel: zeros(L, K), of, out: matrices });
      }
      const applied = { rows: L, matrices: zeros(2, L, L), headDim: 3, x: zeros(L, 3 * K + 1) };
      yield (on) => on.applyMatrix({ ...applied, ...some, D: zeros(K), y: zeros(L, 3 * K) });
      if (states === N) {
        const channel = { x: zeros(L, K), D: zeros(K), h: zeros(K, N), y: zeros(L, K) };
        yield (on) => on.selectiveChunked({ ...mixing, ...channel, chunkSize: 16 });
      }
    }
  },

  'S4D as a convolution, directly and by FFT, and its pairs': function* (): Works {
    for (const [L, E, N] of [
      [1, 1, 1],
      [7, 66, 5],
      [33, 5, 2],
    ] as const) {
      const args = {
        rows: L,
        x: zeros(L, E),
        xz: zeros(L, 2 * E),
        ssm: zeros(E, 4 * N + 2),
        turn: nextTurn(E, 0),
        h: zeros(E, 2 * N),
        y: zeros(L, E),
        kernel: zeros(L, E),
      };
      const states = { Abar: zeros(L, E, 2 * N), Bx: zeros(L, E, 2 * N), hs: zeros(L, E, 2 * N) };
      yield (on) => on.s4dKernel(args);
      yield (on) => on.s4dDiscretise({ ...args, ...states });
      yield (on) => on.s4dContract({ ...args, ...states });
      for (const method of ['direct', 'fft'] as const) {
        yield (on) => on.s4dConvolve({ ...args, method });
      }
    }
  },
};

/** The linear layers alone are others on a real GPU. */
const both = Object.entries(cases).flatMap(([name, works]) =>
  (name.startsWith('linear') ? [true, false] : [true]).map((software) => ({
    name,
    works,
    software,
  })),
);

it.each(both)('$name (emulated: $software)', async ({ works, software }) => {
  const device = software ? emulated : real;
  ops = device.ops;
  for (const work of works()) {
    const counted = await device.count(() => work(ops));
    expect(counted.length).toBeGreaterThan(0);
    for (const { dispatch, counted: bytes } of counted) {
      const { name } = dispatch;
      seen.add(name);
      const declared = Object.entries(trafficOf(dispatch)).map(([binding, declaration]) => [
        binding,
        { read: 0, written: 0, ...declaration },
      ]);
      // What is not declared is declared as not touched.
      const touched = Object.entries(bytes).filter(
        ([binding, { read, written }]) =>
          read + written > 0 || declared.some(([known]) => known === binding),
      );
      expect({ [name]: Object.fromEntries(touched) }).toEqual({
        [name]: Object.fromEntries(declared),
      });
    }
  }
});

it('no shader was left out', () => {
  expect([...seen].toSorted()).toEqual([...SHADER_NAMES].toSorted());
});
