/** What is said of each part and of each tensor. */
import type { PartId } from './parts';

const about: Record<PartId, string> = {
  residual:
    'What the layers below have written so far. It goes round the block untouched, and the block adds to it.',
  norm: 'Brings the numbers to one size: divided by their root mean square, times a learned weight.',
  inProj: 'Widens D to 2E: x goes through the SSM, z around it as the gate.',
  conv: 'For each channel a weighted sum of four words. Not S4’s global convolution: that one is as long as the text.',
  silu: 'Bends each number: c times its own sigmoid.',
  xProj:
    'From x it makes what selects: R numbers for Δ, then B and C. B and C are shared by all channels.',
  delta:
    'R numbers become one step size a channel; the bias is inside the softplus and sets its usual size.',
  scan: 'Every channel keeps N numbers. Each fades by Ā and takes in ΔB times x. All products are elementwise: A is E × N, not N × N.',
  skip: 'C reads the state: N numbers of a channel become one. D x goes past the state.',
  gate: 'z decides how much of each channel may pass. Elementwise.',
  gatedNorm: 'A second norm, before out_proj.',
  outProj: 'Back from E to D: what the layer has to say.',
  add: 'Added to what was there. The next layer reads this.',
};

/** Said in place of that where a model is different. */
const aboutIn: Record<string, Partial<Record<PartId, string>>> = {
  'Mamba-2': {
    inProj:
      'One projection for all: z, x, and also B, C and Δ. They no longer depend on the convolved x.',
    conv: 'For each channel a weighted sum of four words, over x, B and C alike. A few weights, not S4’s global convolution.',
    silu: 'Bends each number of x, B and C: c times its own sigmoid.',
    xProj: 'Δ, B and C come from in_proj.',
    delta: 'One step size a head. The bias is inside the softplus.',
    scan: 'Every channel keeps N numbers. A is one number a head, so all of a head fades alike. B and C are shared by all heads.',
    gatedNorm: 'Mamba-2 alone: a norm over all channels of the gated y, before out_proj.',
  },
  S4D: {
    conv: 'The short convolution of the Mamba block, here too. S4’s own global convolution is another thing: it is the SSM below, unrolled.',
    xProj: 'Δ, A and C are weights, so nothing is selected.',
    delta: 'A weight of each channel, the same at every word.',
    scan: 'Every channel keeps N complex numbers, which fade and turn, always alike. B is folded into C.',
    skip: 'The weights C′ read the state: N complex numbers of a channel become one real one. D x goes past it.',
  },
};

const differs: Record<string, Partial<Record<PartId, string>>> = {
  'Mamba-2': {
    inProj: 'also B, C, Δ',
    conv: 'also over B, C',
    xProj: 'no x_proj',
    delta: 'one a head',
    scan: 'one A a head',
    gatedNorm: 'Mamba-2 alone',
  },
  S4D: {
    xProj: 'no x_proj',
    delta: 'a weight',
    scan: 'complex, same at every word',
    skip: 'C is a weight',
  },
};

/** What each tensor is, in a word or two. */
const tensors: Record<string, string> = {
  residual: 'residual stream',
  norm: 'normed',
  xIn: 'main branch',
  z: 'gate branch',
  BIn: 'raw',
  CIn: 'raw',
  dt: 'raw',
  conv: 'convolved',
  BConv: 'convolved',
  CConv: 'convolved',
  x: 'into the SSM',
  B: 'write',
  C: 'read',
  delta: 'step size',
  h: 'state',
  y: 'out of the SSM',
  gate: 'gate',
  product: 'gated',
  y2: 'normed',
  out: 'the layer’s own',
  after: 'residual stream, on',
};

/** What the part of this model does. */
export const scene = {
  about: (kind: string, part: PartId): string => aboutIn[kind]?.[part] ?? about[part],
  change: (kind: string, part: PartId): string | null => differs[kind]?.[part] ?? null,
  tensors,
};
