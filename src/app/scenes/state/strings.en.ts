/** The scene's words in English; prose lives in prose.en.mdx. */
export const en = {
  /** Beside the lit lines of Code. */
  code: { h: 'takes in the word', Abar: 'what stays', y: 'is read out' },
  lead: (numbers: string) =>
    `The state {h} is *all it keeps*: ${numbers} numbers, after ten words or a million.`,
  word: (word: string, index: number) => `“${word}”, word ${index}`,
  at: 'At',
  placeIn: (layer: number, channel: number, n: number) =>
    `layer ${layer}, channel ${channel}, state ${n}`,
  state: (n: number) => `state ${n}`,
  unitOf: (channel: number, head: number | null) =>
    head === null ? `channel ${channel}` : `channel ${channel} (head ${head})`,
  rows: { before: 'before', yours: 'yours' },
  say: {
    h: 'h',
    hLast: 'h of the word before',
    Abar: 'A bar',
    kept: 'real part of A bar h of the word before',
    Delta: 'delta',
    B: 'B',
    x: 'x',
    M: 'weight',
    part: 'part of y',
    life: 'half-life',
  },
  realPart: 'Real part: the state of S4D is complex, and its imaginary part is not drawn.',
  remembers: (words: string) => `remembers for ${words} words (half-life)`,
  held: {
    heading: (channel: string) => `What ${channel} still holds of each word`,
    label: 'What each word still adds to y. Left and right arrows walk the words.',
    name: 'still held',
    note: 'of each word',
    waiting: 'Being worked out …',
    resting: 'Worked out when the text rests.',
    problem: 'This could not be worked out.',
    summary: (words: string, most: string) =>
      `An underline and a bar beneath each of ${words} words. Loudest: ${most}.`,
    none: 'nothing yet',
    earlier: (sum: string, word: string, index: number, part: string) =>
      `← ${sum} from words before, most from “${word}”, word ${index}: ${part}`,
  },
  heard: {
    label: 'Whose memory the sentence shows',
    heading: 'On the sentence',
    channel: (n: number) => `channel ${n}`,
    inHead: (head: number) => `head ${head}`,
    mean: (units: string) => `mean of ${units}`,
    channelNote: 'Each word’s part of y: M x. The parts add up to what the state gives.',
    meanNote: 'Weights M alone, averaged. They add up to no single y.',
    channels: (n: number) => `${n} channels`,
    heads: (n: number) => `${n} heads`,
  },
  check: {
    sumHeading: 'The parts add up to what the state gives',
    sum: 'all words',
    sumFrom: (index: number) => `from word ${index}`,
    earlier: (index: number) => `all before word ${index}`,
    out: 'the model',
    agree: 'equal up to rounding',
    apart: 'more than rounding allows',
    stepHeading: 'One step at a time equals the whole pass',
    stepped: 'stepped here, word by word',
    atOnce: 'the model’s pass',
  },
  lanes: {
    heading: (channel: string) => `The state of ${channel}, word by word`,
    label: (channel: string) => `State of ${channel} over the sentence`,
    chosen: (channel: string, n: number) => `${channel}: ${n} numbers`,
    summary: (name: string, low: string, high: string, word: string) =>
      `${name}: from ${low} to ${high}, largest at “${word}”.`,
    others: 'other channels of the layer, with their half-lives at rest',
    atRest: (words: string) => `${words} words`,
    bent: '(square-root steps)',
    tooLong: 'The text is too long to replay other channels from its beginning.',
  },
  step: {
    heads: 'kept, then written',
    lives: 'half-life, words',
    summary: (n: number, state: string, kept: string, written: string, life: string) =>
      `${n} numbers in this step. State ${state}: kept ${kept}, written ${written}, half-life ${life} words.`,
  },
  layer: {
    heading: (channels: number, states: number, word: string) =>
      `The whole layer after “${word}”: ${channels} channels × ${states} states`,
    headingTime: (n: number, channels: string) =>
      `State ${n} of ${channels} channels through the sentence`,
    headingHead: (head: number, channels: number, states: number, word: string) =>
      `Head ${head} after “${word}”: ${channels} channels × ${states} states`,
    some: (some: number, all: number) => (some === all ? String(all) : `${some} of ${all}`),
    look: 'How it is drawn',
    solid: '3-D',
    flat: 'flat',
    over: 'What is drawn',
    moment: 'this word',
    time: 'sentence',
    slow: 'slow to forget',
    quick: 'quick to forget',
    first: 'first word in sight',
    last: 'last word in sight',
    reset: 'reset view',
    keys: 'Drag to turn; arrow keys turn, plus and minus come nearer.',
    noGl: 'This browser draws no 3-D here. Flat shows the same numbers.',
    loading: 'Fetching the 3-D drawing …',
    waiting: 'The state of this word is being read …',
    label: (rows: number, columns: number) =>
      `State of the layer, ${rows} rows, ${columns} columns. Arrow keys walk it.`,
    solidLabel: (summary: string) =>
      `${summary} In three dimensions: arrow keys turn it, plus and minus come nearer, Home resets. The flat picture gives every number.`,
    summary: (low: string, high: string) => `Values from ${low} to ${high}.`,
  },
  lives: {
    heading: (word: string) => `How long each number remembers, at “${word}”`,
    said: (middle: string, none: string, all: string, words: number) =>
      `The middle number halves in *${middle} words*. ${none} halve within one word; ${all} take longer than this whole text of ${words} words.`,
    unit: 'numbers',
    here: (words: string) => `this number: ${words}`,
    text: (words: number) => `the text so far: ${words} words`,
    summary: (middle: string, most: string) =>
      `Histogram of half-lives on a logarithmic scale, middle ${middle} words, most between ${most} words.`,
    label: 'Half-life of every number of the layer',
    legend: 'half-life, words (log)',
    perHead: 'All numbers of a head fade alike: Mamba-2 has one A and one Δ for each head.',
  },
  map: {
    heading: (of: string) => `Who hears whom, ${of}`,
    gutter: 'reading',
    label: 'Implied attention: a row for each reading word, a column for each word read before it',
    summary: (low: string, high: string) =>
      `Lower triangle of signed weights from ${low} to ${high}; each row is what one word hears of the words before it.`,
    hears: (i: string, j: string) => `“${i}” hears “${j}”`,
    legend: 'M (square-root steps)',
    windowed: (from: number, to: number) =>
      `Of a long text, words ${from} to ${to} are drawn: those around the chosen word.`,
    note: 'Not a softmax: weights have signs and need not add up to 1.',
    s4: 'The same along every diagonal: S4D’s weights do not depend on the words.',
  },
  memory: {
    heading: 'A state never grows; a cache does',
    state: 'state',
    cache: 'KV cache',
    stateNote: (layers: number, h: string, conv: string, bytes: string) =>
      `${layers} layers, ${h} numbers of {h} and ${conv} of the short convolution, f32: ${bytes}, now and always`,
    cacheNote: (perToken: string, tokens: number, bytes: string) =>
      `a Transformer of the same layers and width, f16: ${perToken} a word × ${tokens} = ${bytes}`,
    fixed: (bytes: string) => `the state: ${bytes}`,
    growing: 'KV cache (f16)',
    crossing: (token: string) => `word ${token}`,
    at: (token: number) => `here, word ${token}`,
    tokens: (n: string) => `${n} words`,
    summary: (state: string, token: string, at: number, cache: string) =>
      `The state takes ${state} at every word. The cache passes it at word ${token}; at word ${at} it takes ${cache}.`,
  },
  tour: {
    slow: 'Choose a *slow* channel. Which old word does it still hold?',
    turnA: 'Turn {A} up to × 4 or more. Which words fade from the sentence?',
    step: 'Step on by one word. First it fades, then the word is written.',
  },
};
