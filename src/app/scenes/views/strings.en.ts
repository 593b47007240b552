/** The scene's words in English; prose lives in prose.en.mdx. */
export const en = {
  /** Beside the lit lines of Code. */
  code: {
    Abar: 'what stays',
    h: 'recurrence: takes in the word',
    y: 'is read out',
    kernel: 'convolution: one number of the kernel',
    join: 'scan: two steps become one',
  },
  leadFixed: 'The kernel never changes, so recurrence, convolution and scan give *the same* {y}.',
  leadSelective:
    'Still one {y} by three ways. But now every word sees *a kernel of its own*, and no fixed one fits.',
  word: (word: string, index: number) => `“${word}”, word ${index}`,
  state: (n: number) => `state ${n}`,
  at: 'At',
  placeIn: (layer: number, channel: number) => `layer ${layer}, channel ${channel}`,
  rows: { before: 'before', yours: 'yours' },
  say: {
    h: 'h',
    hLast: 'h of the word before',
    Abar: 'A bar',
    kept: 'what is kept',
    written: 'B bar x',
    Bbar: 'B bar',
    x: 'x',
    K: 'kernel',
    product: 'kernel times x',
    y: 'y',
    D: 'D x',
    sum: 'sum of kernel times x',
    before: 'from the state before',
    a: 'a',
    b: 'b',
    aLeft: 'a of the right pair times b of the left pair',
    bRight: 'b of the right pair',
  },
  heading: 'One layer’s channel, computed in three ways',
  chain: {
    heading: 'Recurrence',
    says: (numbers: number) => `the same ${numbers} numbers at every word: fade, then write`,
    label: (channel: number) => `State of channel ${channel}, unrolled over the sentence`,
    name: 'state',
    note: (n: number) => `${n} numbers`,
    summary: (words: number, low: string, high: string) =>
      `${words} containers of the same size, one beneath each word, values from ${low} to ${high}.`,
    line: 'line:',
    kept: 'mean Ā, 0 … 1',
    bent: '(square-root steps)',
    parts: {
      previous: (v: string) => `State before the word, ${v} in the chosen number`,
      kept: (v: string) => `What is left after forgetting, ${v}`,
      written: (v: string) => `What the word writes, ${v}`,
      now: (v: string) => `State after the word, ${v}`,
    },
  },
  kernel: {
    heading: 'Convolution',
    fixed: 'one kernel, slid along the words',
    selective: 'a kernel for this word, and another for its neighbour',
    label: 'The kernel over the words. Arrow keys walk the words.',
    names: { kernel: 'kernel', x: 'input', product: 'product' },
    own: (word: string) => `kernel of “${word}”`,
    other: (word: string) => `kernel of “${word}”`,
    best: 'best fixed kernel',
    back: (lag: number) =>
      lag === 0 ? 'this word' : lag === 1 ? '1 word back' : `${lag} words back`,
    ahead: 'Still to come: a kernel looks back only.',
    compare: (other: string | null, best: string) =>
      other === null ? `best fixed ${best}` : `neighbour’s ${other}, best fixed ${best}`,
    earlier: (sum: string) => `words left of here: ${sum}`,
    gives: (word: string) => `{y} at “${word}” by`,
    summary: (word: string, taps: number, sum: string, gap: string | null) =>
      `Kernel of “${word}” over ${taps} words in sight, the products add up to ${sum} in all.${
        gap === null ? '' : ` Its neighbour’s kernel differs from it by up to ${gap}.`
      }`,
    notConv1d: (taps: number) =>
      `Not the block’s short conv1d, which has ${taps} fixed taps and runs before this: this kernel comes from Ā, B̄ and C and is as long as the text.`,
    fft: (error: string) =>
      `On a long text the sliding sum is taken by FFT: transform, multiply, transform back. Done on this device, it lies within ${error} of the exact sum in this channel.`,
  },
  scan: {
    heading: 'Parallel scan',
    says: (width: number) => `${width} words, joined pair by pair; a whole level at once`,
    label: 'Pairs of the scan. Arrow keys walk the tree.',
    leaves: 'pairs',
    level: (k: number, at: number) => `${k}: ${at} at once`,
    h: 'state',
    now: (level: number, depth: number) => `level ${level} of ${depth}`,
    slider: 'Levels that have happened',
    short: 'Levels',
    summary: (width: number, level: number, depth: number, work: number) =>
      `Tree over ${width} words: ${work} joins in ${depth} levels; ${level} levels have happened.`,
    leaf: (word: string) => `the step of “${word}”`,
    node: (from: string, to: string) => `the steps from “${from}” to “${to}”, in one`,
    made: (level: number) => `made in level ${level}`,
    product: (a: string, left: string, right: string) => `a = ${right} · ${left} = ${a}`,
    size: (a: string) => `|a| = ${a}, real part of b`,
    legendA: 'a: what is kept, 0 … 1',
    way: 'way',
    work: 'work',
    depth: 'depth',
    loop: 'recurrence',
    scan: 'scan',
    here: (width: number) => `${width} words`,
    whole: (words: number) => `all ${words}`,
    one: 'A tree needs two words. Step on by one.',
  },
  verdict: {
    same: (most: string, words: number) =>
      `*The same* {y} *by all three*: at most ${most} from the model’s own, over ${words} words.`,
    apart: (most: string, words: number) =>
      `More than rounding: up to ${most} from the model’s own {y}, over ${words} words.`,
    misses: (share: string) =>
      `*One kernel no longer fits*: the weights of the best fixed one are off by ${share}.`,
    fits: '*One kernel fits*: it is the same at every word.',
  },
  mix: {
    heading: 'From frozen to selective',
    says: (words: number) =>
      `Δ, B and C of this channel between their means over these ${words} words (frozen) and what they are (selective). Worked out here from the live numbers of this layer.`,
    s4: 'S4D has nothing to freeze: its Δ, B and C are the same at every word, so one kernel always fits.',
    slider: 'From frozen to selective',
    frozen: 'frozen',
    selective: 'selective',
    error: 'off by',
    label: 'y of every word and what the best fixed kernel gives for it',
    real: 'y here',
    fixed: 'by the best fixed kernel',
    lines: (words: number, missed: string) =>
      `y of ${words} words in sight; over all words of the block the best fixed kernel misses ${missed} of it.`,
    missed: (share: string) => `misses ${share} of {y} on this text`,
    curve: (error: string, live: string) =>
      `How far the weights of the best fixed kernel are off: 0% frozen, ${live} selective, ${error} here.`,
    kernels: (gap: string) =>
      `The kernels of two neighbours at this place of the slider, up to ${gap} apart.`,
    names: { kernel: 'kernels', y: 'output' },
  },
  ways: {
    heading: 'Every way, run on this device',
    says: (channels: number, words: number, device: string) =>
      `All ${channels} channels of the layer, the first ${words} words, untouched model, on ${device}. Largest difference from the recurrence in doubles:`,
    waiting: 'Being computed …',
    problem: 'This could not be computed here.',
    names: {
      recurrence: 'recurrence, step by step',
      scan: 'parallel scan',
      fused: 'fused scan, as the model runs it',
      chunked: 'chunks (SSD)',
      direct: 'convolution, sliding sum',
      fft: 'convolution by FFT',
      fixed: 'convolution with Δ, B, C at their means',
    },
    of: (size: string) => `largest y ${size}`,
    share: (share: string) => `${share} of y missed`,
  },
  tour: {
    back: 'Step back by one word. Does the *kernel* keep its shape?',
    levels: 'Take the *tree* back to level 0. Then let the levels happen, one by one.',
    freeze: 'Slide from *selective* to *frozen*. The error goes to zero.',
    freezeS4: 'Turn {A} up to × 4 or more: the kernel changes, and stays one.',
  },
};
