/** The scene's words in English; prose lives in prose.en.mdx. */
export const en = {
  /** Beside the lit lines of Code. */
  code: { delta: 'how much of the word', Abar: 'what stays', h: 'the state' },
  lead: '{Delta} decides, word by word, whether the state keeps the past or takes in the new.',
  leadS4:
    'Here {Delta} is a weight: the same at every word. This model cannot choose what to keep.',
  before: 'before',
  yours: 'yours',
  quoted: (word: string) => `“${word}”`,
  place: (word: string, index: number, rest: string) => `“${word}”, word ${index}, ${rest}`,
  unit: (unit: number, heads: boolean) => `${heads ? 'head' : 'channel'} ${unit}`,
  stateOf: (n: number) => `state ${n}`,
  say: {
    delta: 'delta',
    dt: 'the input to delta',
    bias: 'the bias',
    A: 'A',
    Abar: 'A bar',
    B: 'B',
    C: 'C',
    h: 'h',
    hBefore: 'h of the word before',
    x: 'x',
    softplus: 'softplus of',
    exp: 'exponential of',
    y: 'weight of x',
    close: '',
  },

  lanes: {
    heading: 'Δ, B, C and the state under the words',
    stems: 'Step size Δ of the chosen channel, word by word',
    step: 'step size',
    stemsSummary: (unit: string, least: string, most: string, word: string, here: string) =>
      `Δ of ${unit} from ${least} to ${most}, most at “${word}”; at the chosen word ${here}.`,
    halfLife: 'half-life',
    tokens: 'tokens',
    forever: 'Δ = 0: half-life ∞',
    effect: {
      short: (percent: string) => `keeps ${percent}`,
      keep: (percent: string) => `keeps ${percent} of the state`,
      some: (percent: string) => `keeps ${percent}, takes in the word`,
      go: (percent: string) => `lets go of the past: keeps ${percent}`,
    },
    map: 'Step size Δ of the channels over the text',
    mapSummary: (rows: string, least: string, most: string, word: string, unit: string) =>
      `Δ of ${rows} from ${least} to ${most}, most at “${word}” in ${unit}.`,
    rows: (shown: number, all: number, heads: boolean) =>
      `${shown === all ? '' : `${shown} of `}${all} ${heads ? 'heads' : 'channels'}`,
    slow: 'slow',
    quick: 'quick',
    smaller: 'smaller',
    larger: 'larger',
    write: 'write',
    read: 'read',
    group: (symbol: string) => `${symbol} of each word, shared by all channels`,
    heatSummary: (symbol: string, least: string, most: string, word: string) =>
      `${symbol} from ${least} to ${most}, most at “${word}”.`,
    state: (unit: string) => `State h of ${unit}`,
    realPart: 'real part',
    times: '÷ median',
    toMedian: (factor: string) => `${factor} times its own median`,
    noShared:
      'No lanes for {B} and {C}: in S4 they are weights, folded into one number a state, the same at every word.',
  },

  choice: {
    label: 'How the channels are shown',
    order: 'Rows sorted by',
    halfLife: 'by half-life',
    delta: 'by Δ here',
    many: 'How many rows',
    some: (n: number) => String(n),
    all: (n: number) => `all ${n}`,
    scale: 'Scale',
    relative: 'against own median',
  },

  curve: {
    heading: 'Softplus, with the bias inside',
    label: 'All words on the softplus curve',
    summary: (word: string, v: string, delta: string, wrong: string) =>
      `Softplus of dt plus bias. At “${word}” the sum is ${v} and Δ is ${delta}. Softplus of dt, plus the bias afterwards, would be ${wrong}.`,
    axis: 'dt + bias',
    right: 'softplus(dt + bias)',
    wrong: 'softplus(dt) + bias',
    none: 'No curve here: in S4, Δ is one weight a channel. No word can change it.',
    wordAt: (word: string, index: number) => `“${word}”, word ${index}`,
  },

  valve: {
    heading: 'What is kept of the state',
    keeps: 'keeps',
    letsGo: 'lets go',
    at: (unit: string, state: number) => `${unit}, state ${state}`,
    halfLife: (tokens: string) => `half-life ${tokens} tokens`,
    summary: (share: string, tokens: string, before: string | null) =>
      `${share} of h is kept at this word, a half-life of ${tokens} tokens${before === null ? '' : `; before, ${before}`}.`,
    units: 'Kept at this word, channel by channel',
    states: 'Kept at this word, state by state',
    unitsSummary: (least: string, most: string) => `Between ${least} and ${most} is kept.`,
    note: (tokens: string) => `half-life ${tokens} tokens`,
  },

  next: {
    heading: 'The next words',
    own: 'what it writes',
    chance: 'chance',
    none: 'The chances come with the model.',
    row: (word: string, yours: string, before: string | null) =>
      before === null ? `${word}: ${yours}` : `${word}: before ${before}, yours ${yours}`,
    label: 'Likeliest next words',
  },

  kernel: {
    heading: 'Why there is no one kernel',
    one: 'One kernel for all words',
    text: (here: string, there: string) =>
      `How much the word *${here}* hears of its own {x} and of those before it, and its neighbour *${there}*. A convolution would need one curve for both. But {Delta}, {B} and {C} are new at every word, so every word has a kernel of its own.`,
    frozen: (here: string, there: string) =>
      `{Delta}, {B} and {C} are frozen. *${here}* and *${there}* now hear the same: one kernel for all words, so a convolution gives the same result.`,
    s4: (here: string, there: string) =>
      `{Delta}, {B} and {C} are weights. *${here}* and *${there}* hear the same: one kernel for all words. That is why S4 may be computed as a convolution.`,
    label: 'Kernel of the chosen word and of its neighbour, by words back',
    summary: (here: string, there: string, gap: string) =>
      `Kernels from “${here}” and from “${there}” at 0 to 16 words back; they differ by at most ${gap}.`,
    gap: (gap: string) => `largest difference *${gap}*`,
    axis: 'words back',
    lag: (lag: number) => (lag === 1 ? '1 word back' : `${lag} words back`),
    place: (unit: string, lag: string, word: string) => `${unit}, from “${word}”, ${lag}`,
    heard: (word: string) => `hears “${word}”`,
    short: 'Go to a later word: the first one has nobody to compare with.',
    reading: 'Reading the kernel.',
    freeze: 'Freeze Δ, B and C in this layer',
    letGo: 'Let them change again',
  },

  gate: {
    heading: 'The gate inside: Theorem 1',
    text: (word: string) =>
      `Suppose N = 1, {A} = −1 and {B} = 1. Fed with the real dt + bias of *${word}*, {Delta} becomes the gate of a recurrent network: h = (1 − g) h + g {x}, with g = σ(dt + bias). A gate ends at 1; {Delta} does not.`,
    special: (A: string) => `A special case, not this channel: its own A is ${A}.`,
    none: 'S4 has no dt + bias: its Δ never listens to the word, so there is no gate.',
    label: 'Gate and step over dt + bias',
    summary: (word: string, v: string, g: string, code: string) =>
      `At “${word}” dt plus bias is ${v}: the gate σ is ${g}, and what the code writes, Δ B with B = 1, is ${code}.`,
    sigma: 'σ: the gate',
    code: 'Δ: the code’s form',
    share: 'Share',
    kept: 'kept of h',
    written: 'written of x',
    byGate: 'gate',
    byHold: 'zero-order hold',
    byCode: 'code',
    agree: (gap: string | null) =>
      gap === null
        ? 'The first two agree to the last digit.'
        : `The first two agree: they differ by less than ${gap}, the rounding of the machine.`,
    code1: (more: string, factor: string) =>
      `The code writes {Delta}{B} and not 1 − exp(−{Delta}): *${more}* here, ${factor} times the gate. Small steps hardly notice.`,
  },

  twin: {
    heading: 'The twin that cannot select',
    text: (words: number) =>
      `The same weights, with {Delta}, {B} and {C} held at their means in all layers. How badly does each guess the ${words} words of your prompt?`,
    bits: 'bits a word',
    live: 'the live model',
    yours: 'yours',
    twin: 'the frozen twin',
    pending: 'reading …',
    short: 'A prompt of one word leaves nothing to guess.',
    failed: 'It could not be worked out.',
    label: 'Mean surprise over the prompt',
    freeze: 'Freeze them and let it write',
    letGo: 'Let them change again',
    writes: 'It writes',
    liveWrites: 'The live model writes',
    s4: 'S4 is such a model from the start: it was trained with one Δ for every word. Nothing is left to freeze.',
    s4bits: (words: number) => `How badly does it guess the ${words} words of your prompt?`,
  },

  formula: {
    at: 'At',
    layer: (n: number) => `layer ${n}`,
    held: (value: string) => `held at its mean: ${value}`,
    factor: (factor: string, value: string) => `× ${factor} = ${value}`,
    not: (dt: string, bias: string, wrong: string) => `not softplus(${dt}) + ${bias} = ${wrong}`,
    weight: (delta: string) => `Δ = ${delta}, a weight of the channel`,
  },

  tour: {
    channel: 'Choose a channel near the bottom of the map. Who needs a short memory?',
    go: (word: string) =>
      word
        ? `Go to “${word}”. What happens to the old state?`
        : 'Go to the word with the largest {Delta}. What happens to the old state?',
    freeze: 'Freeze {Delta}, {B} and {C}. What becomes of the two kernels, and of the text?',
  },
};
