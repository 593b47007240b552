/** The Transformer's attention and gate on the GPU. */
import { type AttentionArgs, probabilityCount, type SwigluArgs } from '../attentionOps';
import type { Gpu } from './gpu';
import { bufferOf, groups } from './tensor';

/** Tokens that a workgroup of `attention` takes, and of a block of attentionStep. */
const QUERIES = 64;
const BLOCK = 256;
/** Vectors of four numbers that two tiles have room for: WebGPU's 16 KB. */
const TILE_FOURS = 1024;
/** Keys a tile at most. */
const MOST_KEYS = 32;

/** Many tokens, or one that somebody looks into: rotation and cache, attention, what was asked for. One: all in one. */
export function dispatchAttention(gpu: Gpu, args: AttentionArgs): void {
  const { rows, position, drawn, probe, nHeads, nKvHeads, headDim } = args;
  if (rows === 1 && !probe) {
    dispatchStep(gpu, args);
    return;
  }
  if (drawn)
    throw new RangeError('A token drawn on the device is read by itself, and without a probe.');
  const { kernels, queue } = gpu;
  const buffers = {
    qkv: bufferOf(args.qkv),
    cache: bufferOf(args.cache),
    rates: bufferOf(args.rates),
    y: bufferOf(args.y),
  };
  const params = { seqLen: rows, position, nHeads, nKvHeads, headDim };
  const pairs = ((nHeads + 2 * nKvHeads) * headDim) / 2;
  queue.dispatch(kernels.get('rotate'), buffers, params, [groups(pairs, 64), rows]);
  const fours = groups(headDim, 4);
  const keys = Math.min(MOST_KEYS, 2 ** Math.floor(Math.log2(TILE_FOURS / (2 * fours))));
  const kernel = kernels.get('attention', { headDim, fours, keys });
  queue.dispatch(kernel, buffers, params, [groups(rows, QUERIES), nHeads]);
  probe?.heads.forEach((head, i) =>
    queue.dispatch(
      kernels.get('attentionProbabilities'),
      { ...buffers, probabilities: bufferOf(probe.out) },
      { ...params, head, offset: i * probabilityCount(position, rows) },
      [rows],
    ),
  );
}

function dispatchStep({ kernels, queue, unused, scratch }: Gpu, args: AttentionArgs): void {
  const { position, drawn, qkv, cache, rates, y, nHeads, nKvHeads, headDim } = args;
  const blocks = groups(cache.shape[0]!, BLOCK);
  const whole = blocks === 1;
  // Of its own for every size: what grows would be replaced in the middle of a tape that repeats.
  const parts = whole ? unused : scratch(`parts.${blocks}`, nHeads * blocks * (headDim + 2));
  const buffers = {
    qkv: bufferOf(qkv),
    rates: bufferOf(rates),
    // Not read: anything that is not written, which `unused` may be here.
    ids: bufferOf(drawn ?? rates),
    cache: bufferOf(cache),
    y: bufferOf(y),
    parts,
  };
  const params = { position, nHeads, nKvHeads, blocks };
  const form = { headDim, drawn: drawn !== undefined };
  const step = kernels.get('attentionStep', { ...form, whole });
  queue.dispatch(step, buffers, params, [nHeads, blocks]);
  if (!whole) queue.dispatch(kernels.get('attentionJoin', form), buffers, params, [nHeads]);
}

export function dispatchSwiglu({ kernels, queue }: Gpu, { rows, gateUp, out }: SwigluArgs): void {
  const width = gateUp.shape[1]! / 2;
  queue.dispatch(
    kernels.get('swiglu'),
    { gateUp: bufferOf(gateUp), out: bufferOf(out) },
    { width },
    [groups(width, 64), rows],
  );
}
