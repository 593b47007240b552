/** Work of the other ways to compute an SSM, on tensors of many sizes; what is in them makes no difference. */
import type { Bench, Works } from './bench';

export const VIEW_CASES: Record<string, (bench: Bench) => Works> = {
  'the unfused scan, and levels of a parallel one': function* ({ zeros }: Bench): Works {
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

  'pairs and outputs of Mamba-2': function* ({ zeros }: Bench): Works {
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

  'matrices, and Mamba by chunks': function* ({ zeros }: Bench): Works {
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

  'S4D as a convolution, directly and by FFT, and its pairs': function* ({
    zeros,
    nextTurn,
  }: Bench): Works {
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
